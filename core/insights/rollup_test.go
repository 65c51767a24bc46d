package insights

import (
	"testing"
	"time"

	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestASpanIsPartedAtTheMidnightsOfUTC(t *testing.T) {
	for _, c := range []struct {
		name, start, end     string
		before, whole, after float64 // hours
	}{
		{"whole days", "2026-11-01T00:00:00Z", "2026-11-03T00:00:00Z", 0, 48, 0},
		{"local days, New York", "2026-11-01T04:00:00Z", "2026-11-04T05:00:00Z", 20, 48, 5},
		{"no whole day inside", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", 25, 0, 0},
		{"within a day", "2026-11-01T04:00:00Z", "2026-11-01T05:00:00Z", 1, 0, 0},
		{"up to a midnight", "2026-11-01T04:00:00Z", "2026-11-02T00:00:00Z", 20, 0, 0},
		{"from a midnight, a day and more", "2026-11-01T00:00:00Z", "2026-11-02T06:00:00Z", 0, 24, 6},
		{"nothing", "2026-11-01T04:00:00Z", "2026-11-01T04:00:00Z", 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, whole, after := Span{instant(t, c.start), instant(t, c.end)}.Split(UTCDay)
			hours := func(s Span) float64 { return s.End.Sub(s.Start).Hours() }
			require.InDeltaSlice(t, []float64{c.before, c.whole, c.after}, []float64{hours(before), hours(whole), hours(after)}, 0)
		})
	}
}

// moment draws an instant of a few days at millisecond grain, often one at an edge of a quarter hour or a day.
func moment(t testing.TB) *rapid.Generator[time.Time] {
	start := instant(t, "2026-11-01T00:00:00Z")
	offset := rapid.OneOf(
		rapid.Map(rapid.Int64Range(0, 4*96), func(n int64) time.Duration { return time.Duration(n) * Quarter }),
		rapid.Map(rapid.Int64Range(0, 4*24*3600*1000), func(n int64) time.Duration { return time.Duration(n) * time.Millisecond }),
	)
	return rapid.Map(offset, start.Add)
}

func span(t testing.TB) *rapid.Generator[Span] {
	return rapid.Custom(func(draw *rapid.T) Span {
		a, b := moment(t).Draw(draw, "one edge"), moment(t).Draw(draw, "other edge")
		if b.Before(a) {
			a, b = b, a
		}
		return Span{a, b}
	})
}

// occurrence draws an accepted event of a few assets.
func occurrence(t testing.TB) *rapid.Generator[Event] {
	return rapid.Custom(func(draw *rapid.T) Event {
		asset := rapid.ByteRange(1, 3).Draw(draw, "asset")
		e := Event{
			Type:      rapid.SampledFrom(EventTypes).Draw(draw, "type"),
			Channel:   rapid.SampledFrom(Channels).Draw(draw, "channel"),
			AssetID:   ident.ID{15: asset},
			AssetType: AssetTypes[asset-1],
			At:        moment(t).Draw(draw, "at"),
		}
		if e.Type.ordered() {
			e.Order = &Order{
				Currency:   rapid.SampledFrom([]Currency{"EUR", "USD"}).Draw(draw, "currency"),
				ValueMinor: rapid.Int64Range(0, MaxValueMinor).Draw(draw, "value"),
			}
		}
		return e
	})
}

func countAll(events []Event, in func(Event) bool) (sum Counts) {
	for _, e := range events {
		if in(e) {
			sum.Count(e)
		}
	}
	return sum
}

// TestRollupsAndEdgesAddUpToTheEvents is how a store answers: whole grains from rollups, single events beside them.
func TestRollupsAndEdgesAddUpToTheEvents(t *testing.T) {
	rapid.Check(t, func(draw *rapid.T) {
		events := rapid.SliceOf(occurrence(t)).Draw(draw, "events")
		s := span(t).Draw(draw, "span")
		rolled := Roll(events)
		want := countAll(events, func(e Event) bool { return s.Contains(e.At) })

		before, whole, after := s.Split(Quarter)
		sum := countAll(events, func(e Event) bool { return before.Contains(e.At) || after.Contains(e.At) })
		for _, row := range rolled.Quarters {
			if whole.Contains(row.Key.At) {
				sum.Add(row.Counts)
			}
		}
		require.Equal(draw, want, sum, "quarter hours")

		before, whole, after = s.Split(UTCDay)
		for name, days := range map[string][]DayRow{"days": rolled.Days, "days by channel": rolled.ChannelDays} {
			sum = countAll(events, func(e Event) bool { return before.Contains(e.At) || after.Contains(e.At) })
			for _, row := range days {
				if whole.Contains(row.Key.Day) {
					sum.Add(row.Counts)
				}
			}
			require.Equal(draw, want, sum, name)
		}
	})
}

func TestRollupsComeInKeyOrderEachKeyOnce(t *testing.T) {
	rapid.Check(t, func(draw *rapid.T) {
		rolled := Roll(rapid.SliceOf(occurrence(t)).Draw(draw, "events"))
		for i := 1; i < len(rolled.Quarters); i++ {
			require.Negative(draw, rolled.Quarters[i-1].Key.compare(rolled.Quarters[i].Key))
		}
		for _, days := range [][]DayRow{rolled.Days, rolled.ChannelDays} {
			for i := 1; i < len(days); i++ {
				require.Negative(draw, days[i-1].Key.compare(days[i].Key))
			}
		}
		for _, row := range rolled.Days {
			require.Empty(draw, row.Key.Channel)
			require.Equal(draw, AssetTypes[row.Key.AssetID[15]-1], row.AssetType)
		}
	})
}
