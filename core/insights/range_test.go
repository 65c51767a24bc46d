package insights

import (
	"testing"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"

	"github.com/stretchr/testify/require"
)

// fields are the names and codes of the mistakes that an error tells of.
func fields(err error) (all []string) {
	for _, f := range fault.Of(err).Fields {
		all = append(all, f.Name+" "+f.Code)
	}
	return all
}

// shown is a span as clocks of the zone show it.
func shown(s Span, z *time.Location) [2]string {
	return [2]string{s.Start.In(z).Format(label), s.End.In(z).Format(label)}
}

func TestRangesAreResolvedInTheZone(t *testing.T) {
	for _, c := range []struct {
		name string
		ask  Ask
		now  string
		want [2]string
	}{
		{
			"today",
			Ask{Range: "today", TZ: "Europe/Lisbon"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-22T00:00:00+00:00", "2026-11-23T00:00:00+00:00"},
		},
		{
			"today is the zone's",
			Ask{Range: "today", TZ: "Pacific/Kiritimati"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-23T00:00:00+14:00", "2026-11-24T00:00:00+14:00"},
		},
		{
			"7 days with today, over a change of clocks",
			Ask{Range: "7d", TZ: "America/New_York"},
			"2026-11-04T12:00:00Z",
			[2]string{"2026-10-29T00:00:00-04:00", "2026-11-05T00:00:00-05:00"},
		},
		{
			"7 days, one of them skipped",
			Ask{Range: "7d", TZ: "Pacific/Apia"},
			"2012-01-01T12:00:00Z",
			[2]string{"2011-12-26T00:00:00-10:00", "2012-01-03T00:00:00+14:00"},
		},
		{
			"30 days if nothing is said",
			Ask{},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-10-24T00:00:00+00:00", "2026-11-23T00:00:00+00:00"},
		},
		{
			"90 days",
			Ask{Range: "90d"},
			"2024-03-31T13:05:00Z",
			[2]string{"2024-01-02T00:00:00+00:00", "2024-04-01T00:00:00+00:00"},
		},
		{
			"12 months",
			Ask{Range: "12mo", TZ: "Asia/Kathmandu"},
			"2026-11-22T13:05:00Z",
			[2]string{"2025-12-01T00:00:00+05:45", "2026-11-23T00:00:00+05:45"},
		},
		{
			"two dates, the end excluded",
			Ask{Start: "2026-03-08", End: "2026-03-09", TZ: "America/New_York"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-03-08T00:00:00-05:00", "2026-03-09T00:00:00-04:00"},
		},
		{
			"a date without a midnight",
			Ask{Start: "2023-09-03", End: "2023-09-04", TZ: "America/Santiago"},
			"2026-11-22T13:05:00Z",
			[2]string{"2023-09-03T01:00:00-03:00", "2023-09-04T00:00:00-03:00"},
		},
		{
			"two instants",
			Ask{Start: "2026-11-22T10:07:00.5Z", End: "2026-11-22T13:00:00+01:00"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-22T10:07:00+00:00", "2026-11-22T12:00:00+00:00"},
		},
		{
			"an empty range",
			Ask{Start: "2026-11-22", End: "2026-11-22"},
			"2026-11-22T13:05:00Z",
			[2]string{"2026-11-22T00:00:00+00:00", "2026-11-22T00:00:00+00:00"},
		},
		{
			"a skipped day is empty",
			Ask{Start: "2011-12-30", End: "2011-12-31", TZ: "Pacific/Apia"},
			"2026-11-22T13:05:00Z",
			[2]string{"2011-12-31T00:00:00+14:00", "2011-12-31T00:00:00+14:00"},
		},
		{
			"the longest range",
			Ask{Start: "1980-01-01", End: "2063-01-01"},
			"2026-11-22T13:05:00Z",
			[2]string{"1980-01-01T00:00:00+00:00", "2063-01-01T00:00:00+00:00"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := c.ask.resolve(instant(t, c.now), time.UTC)
			require.NoError(t, err)
			require.Equal(t, c.want, shown(r.Span, r.Zone))
		})
	}
}

func TestTheCallersZoneHoldsWhereNoneIsNamed(t *testing.T) {
	r, err := Ask{}.resolve(instant(t, "2026-11-22T13:05:00Z"), in(t, "Asia/Tokyo"))
	require.NoError(t, err)
	require.Equal(t, "Asia/Tokyo", r.Zone.String())
}

func TestAnEdgeBetweenTwoMillisecondsGoesUp(t *testing.T) {
	r, err := Ask{Start: "2026-11-22T10:00:00.0001Z", End: "2026-11-22T10:00:00.001Z"}.resolve(instant(t, "2026-11-22T13:05:00Z"), time.UTC)
	require.NoError(t, err)
	require.True(t, r.Empty(), "no row lies between them")
}

func TestABadRangeIsNamed(t *testing.T) {
	for _, c := range []struct {
		name string
		ask  Ask
		want []string
	}{
		{"a preset that is none", Ask{Range: "28d"}, []string{"range " + content.Unknown}},
		{"a negative window", Ask{Range: "-7d"}, []string{"range " + content.Unknown}},
		{"a duration", Ask{Range: "P1000Y"}, []string{"range " + content.Unknown}},
		{"range and start", Ask{Range: "7d", Start: "2026-01-01", End: "2026-01-02"}, []string{"range " + InvalidRange}},
		{"start alone", Ask{Start: "2026-01-01"}, []string{"start " + InvalidRange}},
		{"end alone", Ask{End: "2026-01-01"}, []string{"start " + InvalidRange}},
		{"a date and an instant", Ask{Start: "2026-01-01", End: "2026-01-02T00:00:00Z"}, []string{"end " + InvalidRange}},
		{"the wrong way round", Ask{Start: "2026-01-02", End: "2026-01-01"}, []string{"end " + EndBeforeStart}},
		{"a day that is none", Ask{Start: "2023-02-29", End: "2024-02-30"}, []string{"start " + InvalidTime, "end " + InvalidTime}},
		{"before all zones had quarter hours", Ask{Start: "1979-12-31", End: "1980-01-01"}, []string{"start " + content.OutOfRange}},
		{"too late", Ask{Start: "2026-01-01T00:00:00Z", End: "2063-01-01T00:00:00.001Z"}, []string{"end " + content.OutOfRange}},
		{"a zone that is none", Ask{TZ: "Local"}, []string{"tz " + InvalidTimezone}},
		{"everything at once", Ask{Range: "1d", TZ: "EST"}, []string{"tz " + InvalidTimezone, "range " + content.Unknown}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.ask.resolve(instant(t, "2026-11-22T13:05:00Z"), time.UTC)
			f := fault.Of(err)
			require.NotNil(t, f)
			require.Equal(t, fault.CodeInvalidParameter, f.Code)
			require.Equal(t, c.want, fields(err))
			for _, field := range f.Fields {
				require.Contains(t, f.Message, field.Detail)
				require.NotContains(t, field.Detail, "%!")
			}
		})
	}
}

func TestOneGrammarOfDates(t *testing.T) {
	for _, s := range []string{"", "2026-1-2", "2023-02-29", "2024-W53-1", "2024-366", "26-11-22", "2026-11-22 ", "2026/11/22"} {
		_, ok := parseDate(s)
		require.False(t, ok, s)
	}
}

func FuzzRange(f *testing.F) {
	f.Add("7d", "", "", "Europe/Lisbon", int64(1795439100))
	f.Add("", "2026-03-08", "2026-03-09", "America/New_York", int64(1795439100))
	f.Add("", "2011-12-29", "2012-01-02", "Pacific/Apia", int64(1325289600))
	f.Add("", "2026-11-22T10:07:00.5Z", "2026-11-22T13:00:00+01:00", "", int64(1795349100))
	f.Add("12mo", "", "", "America/Santiago", int64(1709208000))
	f.Fuzz(func(t *testing.T, preset, start, end, tz string, unix int64) {
		now := time.Unix(unix, 0).UTC()
		if now.Before(earliest.AddDate(3, 0, 0)) || now.After(latest) {
			t.Skip("no such time is told by the clock")
		}
		r, err := Ask{Range: preset, Start: start, End: end, TZ: tz}.resolve(now, time.UTC)
		if err != nil {
			require.NotEmpty(t, fault.Of(err).Fields)
			return
		}
		require.False(t, r.End.Before(r.Start))
		before := r.Previous(now)
		require.False(t, before.End.Before(before.Start))
		require.False(t, before.End.After(r.Start), "the two periods never overlap")
		a := Month.ticks(r.Span, r.Zone, MaxBuckets)
		require.NotNil(t, a, "months always fit")
		if !r.Empty() {
			require.Equal(t, r.Span, Span{a[0], a[len(a)-1]})
		}
	})
}
