package insights

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestThePeriodBefore(t *testing.T) {
	for _, c := range []struct {
		name string
		ask  Ask
		now  string
		want [2]string
	}{
		{
			"of whole past days: as many days before",
			Ask{Start: "2026-10-26", End: "2026-11-02", TZ: "America/New_York"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-10-19T00:00:00-04:00", "2026-10-26T00:00:00-04:00"},
		},
		{
			"days are local: 23 and 25 hours are a day each",
			Ask{Start: "2026-03-09", End: "2026-03-10", TZ: "America/New_York"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-03-08T00:00:00-05:00", "2026-03-09T00:00:00-04:00"},
		},
		{
			"over a skipped day: as many existing days",
			Ask{Start: "2011-12-31", End: "2012-01-02", TZ: "Pacific/Apia"},
			"2026-11-22T13:05:00Z",
			[2]string{"2011-12-28T00:00:00-10:00", "2011-12-31T00:00:00+14:00"},
		},
		{
			"of a range with a skipped day: it is no day",
			Ask{Start: "2011-12-29", End: "2012-01-01", TZ: "Pacific/Apia"},
			"2026-11-22T13:05:00Z",
			[2]string{"2011-12-27T00:00:00-10:00", "2011-12-29T00:00:00-10:00"},
		},
		{
			"of a calendar month: as many days, not a month",
			Ask{Start: "2026-03-01", End: "2026-04-01"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-01-29T00:00:00+00:00", "2026-03-01T00:00:00+00:00"},
		},
		{
			"of today: yesterday until now, down to the quarter hour",
			Ask{Range: "today", TZ: "Asia/Kathmandu"},
			"2026-11-22T13:05:11Z",
			[2]string{"2026-11-21T00:00:00+05:45", "2026-11-21T18:45:00+05:45"},
		},
		{
			"of today, first minutes: nothing yet",
			Ask{Range: "today"},
			"2026-11-22T00:14:00Z",
			[2]string{"2026-11-21T00:00:00+00:00", "2026-11-21T00:00:00+00:00"},
		},
		{
			"the clock, not the time gone by, when a day is longer",
			Ask{Range: "today", TZ: "America/New_York"},
			"2026-11-02T15:00:00Z",
			[2]string{"2026-11-01T00:00:00-04:00", "2026-11-01T10:00:00-05:00"},
		},
		{
			"a clock time that the other day leaves out",
			Ask{Range: "today", TZ: "America/New_York"},
			"2026-03-09T06:30:00Z",
			[2]string{"2026-03-08T00:00:00-05:00", "2026-03-08T03:00:00-04:00"},
		},
		{
			"of 7 days: cut on the last of the 7 before",
			Ask{Range: "7d"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-09T00:00:00+00:00", "2026-11-15T13:00:00+00:00"},
		},
		{
			"of dates that are running: cut on the day that stands for today",
			Ask{Start: "2026-11-16", End: "2026-11-30"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-02T00:00:00+00:00", "2026-11-08T13:00:00+00:00"},
		},
		{
			"of 12 months: months",
			Ask{Range: "12mo", TZ: "Europe/Lisbon"},
			"2026-11-22T13:05:00Z",
			[2]string{"2024-12-01T00:00:00+00:00", "2025-11-22T13:00:00+00:00"},
		},
		{
			"of 12 months on a leap day: the 28th",
			Ask{Range: "12mo"},
			"2024-02-29T13:05:00Z",
			[2]string{"2022-03-01T00:00:00+00:00", "2023-02-28T13:00:00+00:00"},
		},
		{
			"of instants: the same duration",
			Ask{Start: "2026-11-01T05:07:00Z", End: "2026-11-01T07:00:00Z"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-01T03:14:00+00:00", "2026-11-01T05:07:00+00:00"},
		},
		{
			"of instants that are running: cut too",
			Ask{Start: "2026-11-22T12:00:00Z", End: "2026-11-22T14:00:00Z"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-22T10:00:00+00:00", "2026-11-22T11:00:00+00:00"},
		},
		{
			"of instants that have just begun: never before their start",
			Ask{Start: "2026-11-22T13:04:00Z", End: "2026-11-22T14:04:00Z"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-22T12:04:00+00:00", "2026-11-22T12:04:00+00:00"},
		},
		{
			"of what has not begun: in full",
			Ask{Start: "2026-12-01", End: "2026-12-03"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-29T00:00:00+00:00", "2026-12-01T00:00:00+00:00"},
		},
		{
			"of nothing: nothing",
			Ask{Start: "2026-11-22", End: "2026-11-22"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-22T00:00:00+00:00", "2026-11-22T00:00:00+00:00"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := instant(t, c.now)
			r, err := c.ask.resolve(now, time.UTC)
			require.NoError(t, err)
			require.Equal(t, c.want, shown(r.Previous(now), r.Zone))
		})
	}
}

// TestWhatIsCutIsCutAtAQuarterHour holds in every zone, also on the days when clocks jump.
func TestWhatIsCutIsCutAtAQuarterHour(t *testing.T) {
	eachZone(t, func(t *testing.T, z *time.Location) {
		for _, jump := range jumps(z, 2015, 2031) {
			for _, now := range []time.Time{jump.Add(-time.Minute), jump, jump.Add(7 * time.Minute), jump.Add(day), jump.Add(7 * day)} {
				for _, preset := range []string{"today", "7d", "12mo"} {
					r, err := Ask{Range: preset}.resolve(now, z)
					require.NoError(t, err)
					require.True(t, r.Contains(now))
					before := r.Previous(now)
					require.Equal(t, before.End.Truncate(Quarter), before.End)
					require.False(t, before.End.After(r.Start))
					require.False(t, before.End.Before(before.Start))
				}
			}
		}
	})
}
