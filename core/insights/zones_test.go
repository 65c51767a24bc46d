package insights

import (
	"math/rand/v2"
	"testing"
	"time"

	"vitrine/core/ident"
	"vitrine/core/zone"

	"github.com/stretchr/testify/require"
)

// eachZone runs a test in every zone of the database.
func eachZone(t *testing.T, test func(*testing.T, *time.Location)) {
	t.Helper()
	names, err := zone.Names()
	require.NoError(t, err)
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, in(t, name))
		})
	}
}

// jumps are the instants from one year to before another at which the zone changes its offset.
func jumps(z *time.Location, from, to int) (all []time.Time) {
	for t := time.Date(from, 1, 1, 0, 0, 0, 0, time.UTC); t.Year() < to; {
		before, end := offsetAt(t, z)
		if end.IsZero() {
			break
		}
		if after, _ := offsetAt(end, z); after != before {
			all = append(all, end)
		}
		t = end
	}
	return all
}

func TestBucketsTileTheRangeAroundEveryJumpOfEveryZone(t *testing.T) {
	eachZone(t, func(t *testing.T, z *time.Location) {
		around := []time.Time{instant(t, "2024-12-31T12:00:00Z"), instant(t, "2023-12-31T12:00:00Z"), instant(t, "2024-02-29T12:00:00Z")}
		for _, jump := range append(around, jumps(z, 2015, 2031)...) {
			today := dayOf(jump, z)
			s := Span{firstAt(today.AddDate(0, 0, -2), z), firstAt(today.AddDate(0, 0, 3), z)}
			for _, i := range []Interval{Hour, Day} {
				a := i.ticks(s, z, MaxBuckets)
				requireTiles(t, s, a)
				require.Equal(t, bruteEdges(i, s, z), []time.Time(a[:a.Len()]), "%s around %s", i, jump)
			}
			requireSumsEqualEvents(t, s, z, jump)
		}
	})
}

// requireTiles checks that the spans of the axis cover the range without gap or overlap, at whole quarter hours.
func requireTiles(t *testing.T, s Span, a Axis) {
	t.Helper()
	require.NotEmpty(t, a)
	require.Equal(t, s, Span{a[0], a[len(a)-1]})
	for i := range a.Len() {
		require.True(t, a[i].Before(a[i+1]))
	}
	for _, edge := range a {
		require.Equal(t, edge.Truncate(Quarter), edge, "sums of quarter hours must not be parted")
	}
}

// bruteEdges looks at every quarter hour of a span: a day begins at the first instant of a date that was not there
// before, an hour where clocks show a full one.
func bruteEdges(i Interval, s Span, z *time.Location) (edges []time.Time) {
	seen := map[string]bool{s.Start.Add(-Quarter).In(z).Format(time.DateOnly): true}
	for t := s.Start; t.Before(s.End); t = t.Add(Quarter) {
		local := t.In(z)
		name := local.Format(time.DateOnly)
		if i == Hour && local.Minute() == 0 || i == Day && !seen[name] {
			edges = append(edges, t)
		}
		seen[name] = true
	}
	return edges
}

// requireSumsEqualEvents adds random events up through the rollup of quarter hours, and each bucket must have those that
// lie in it.
func requireSumsEqualEvents(t *testing.T, s Span, z *time.Location, seed time.Time) {
	t.Helper()
	random := rand.New(rand.NewPCG(uint64(seed.Unix()), 0))
	events := make([]Event, 50)
	for i := range events {
		at := s.Start.Add(time.Duration(random.Int64N(int64(s.End.Sub(s.Start)))))
		events[i] = Event{Type: View, At: ident.Instant(at), Channel: Direct, AssetType: Image}
	}
	quarters := Roll(events).Quarters
	for _, i := range []Interval{Hour, Day} {
		a := i.ticks(s, z, MaxBuckets)
		sums, counted := make([]int64, a.Len()), make([]int64, a.Len())
		for _, row := range quarters {
			n, ok := a.Find(row.Key.At)
			require.True(t, ok)
			sums[n] += row.Counts.Views
		}
		for _, e := range events {
			for n := range counted {
				if a.Span(n).Contains(e.At) {
					counted[n]++
				}
			}
		}
		require.Equal(t, counted, sums)
	}
}

func TestWeeksAndMonthsTileTheYearsOfEveryZone(t *testing.T) {
	eachZone(t, func(t *testing.T, z *time.Location) {
		s := days(t, z, "2015-01-01", "2031-01-01")
		for _, i := range []Interval{Week, Month} {
			a := i.ticks(s, z, MaxBuckets)
			requireTiles(t, s, a)
			for n := 1; n < a.Len(); n++ {
				d := dayOf(a[n], z)
				require.True(t, i == Week && d.Weekday() == time.Monday || i == Month && d.Day() == 1, d)
				require.True(t, a[n].Equal(firstAt(d, z)))
			}
		}
		months := Month.ticks(s, z, MaxBuckets)
		require.Equal(t, 16*12, months.Len())
	})
}

// TestADayIsReachedFromWithin walks the days of every zone as charts do, without ever stepping by 24 hours.
func TestADayIsReachedFromWithin(t *testing.T) {
	eachZone(t, func(t *testing.T, z *time.Location) {
		for _, jump := range jumps(z, 1980, 2040) {
			for _, at := range []time.Time{jump.Add(-time.Second), jump, jump.Add(time.Second)} {
				d := dayOf(at, z)
				require.True(t, Span{firstAt(d, z), firstAt(d.AddDate(0, 0, 1), z)}.Contains(at), at)
			}
		}
	})
}

func TestEveryOffsetSince1980IsOfWholeQuarterHours(t *testing.T) {
	eachZone(t, func(t *testing.T, z *time.Location) {
		from := firstAt(earliest, z)
		for _, at := range append(jumps(z, 1980, latest.Year()), from) {
			offset, _ := offsetAt(at, z)
			require.Zero(t, offset%Quarter, at)
			d := dayOf(at, z)
			for _, near := range []time.Time{d.AddDate(0, 0, -1), d, d.AddDate(0, 0, 1)} {
				if start := firstAt(near, z); !start.Before(from) {
					require.Equal(t, start.Truncate(Quarter), start, "day %s", near)
				}
			}
		}
	})
}
