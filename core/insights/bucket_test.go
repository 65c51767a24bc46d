package insights

import (
	"testing"
	"time"

	"vitrine/core/fault"

	"github.com/stretchr/testify/require"
)

// days is the span of local days, the last one excluded.
func days(t testing.TB, z *time.Location, from, to string) Span {
	t.Helper()
	return Span{firstAt(date(t, from), z), firstAt(date(t, to), z)}
}

func TestASkippedDayHasNoBucket(t *testing.T) {
	apia := in(t, "Pacific/Apia")
	require.Equal(t,
		[]string{"2011-12-29T00:00:00-10:00", "2011-12-31T00:00:00+14:00", "2012-01-01T00:00:00+14:00"},
		labels(Day.ticks(days(t, apia, "2011-12-29", "2012-01-01"), apia, MaxBuckets), apia))
}

func TestWeeksBeginOnMondayAndTheirEndsAreClipped(t *testing.T) {
	z := in(t, "Europe/Berlin")
	s := days(t, z, "2026-12-30", "2027-01-13") // Wednesday of week 53, across the year's end, to a Wednesday
	a := Week.ticks(s, z, MaxBuckets)
	require.Equal(t, []string{
		"2026-12-30T00:00:00+01:00", "2027-01-04T00:00:00+01:00", "2027-01-11T00:00:00+01:00", "2027-01-13T00:00:00+01:00",
	}, labels(a, z))
	require.Equal(t, []State{Clipped, Complete, Clipped}, states(Week, a, z, instant(t, "2027-02-01T00:00:00Z")))
}

// states are those of the buckets of an owner with events since 1970.
func states(i Interval, a Axis, z *time.Location, now time.Time) (s []State) {
	for _, b := range i.buckets(a, z, evidence{asOf: now, source: SourceReal}) {
		s = append(s, b.State)
	}
	return s
}

func TestMonthsHaveTheirOwnLengths(t *testing.T) {
	z := in(t, "America/Santiago")
	require.Equal(t, []string{
		"2024-01-01T00:00:00-03:00", "2024-02-01T00:00:00-03:00", "2024-03-01T00:00:00-03:00", "2024-04-01T00:00:00-03:00",
	}, labels(Month.ticks(days(t, z, "2024-01-01", "2024-04-01"), z, MaxBuckets), z), "February 2024 has a leap day")
}

func TestOneBucketCanBeClippedAtBothEnds(t *testing.T) {
	s := Span{instant(t, "2026-11-03T10:00:00Z"), instant(t, "2026-11-03T11:00:00Z")}
	require.Equal(t, []State{Clipped}, states(Day, Day.ticks(s, time.UTC, MaxBuckets), time.UTC, instant(t, "2026-12-01T00:00:00Z")))
}

func TestTheFirstStateThatHoldsIsTheBucketsState(t *testing.T) {
	now := instant(t, "2026-11-22T13:05:00Z")
	past := Span{now.Add(-2 * time.Hour), now.Add(-time.Hour)}
	running := Span{now.Add(-time.Hour), now.Add(time.Hour)}
	realSince := func(first time.Time) evidence { return evidence{asOf: now, source: SourceReal, first: first} }
	early, late := now.Add(-24*time.Hour), now.Add(-time.Minute)

	for _, c := range []struct {
		name    string
		known   evidence
		span    Span
		clipped bool
		want    State
	}{
		{"not begun", realSince(early), Span{now.Add(1), now.Add(2)}, true, Future},
		{"not begun, and no event ever", evidence{asOf: now, source: SourceNone}, Span{now.Add(1), now.Add(2)}, true, Future},
		{"begins now", realSince(early), Span{now, now.Add(1)}, false, InProgress},
		{"running and clipped", realSince(early), running, true, InProgress},
		{"running, and no event ever", evidence{asOf: now, source: SourceNone}, running, false, InProgress},
		{"over, before the first event", realSince(late), past, true, NoData},
		{"over, the first event at its end", realSince(past.End), past, false, NoData},
		{"over, the first event in it", realSince(past.End.Add(-Quarter)), past, false, Complete},
		{"over, and no event ever", evidence{asOf: now, source: SourceNone}, past, false, NoData},
		{"over, a sample", evidence{asOf: now, source: SourceSample}, past, false, Complete},
		{"over and clipped", realSince(early), past, true, Clipped},
		{"ends now", realSince(early), Span{past.Start, now}, false, Complete},
	} {
		require.Equal(t, c.want, c.known.state(c.span, c.clipped), c.name)
	}
}

func TestAutoPicksAnInterval(t *testing.T) {
	z := in(t, "America/New_York")
	for _, c := range []struct {
		from, to string
		want     Interval
	}{
		{"2026-10-31", "2026-11-02", Hour}, // two days, of 49 hours
		{"2026-10-31", "2026-11-03", Day},
		{"2026-08-22", "2026-11-22", Day}, // 92 days
		{"2026-08-21", "2026-11-22", Week},
		{"2024-11-22", "2026-11-22", Week},
		{"2024-11-21", "2026-11-22", Month},
		{"1980-01-01", "2063-01-01", Month},
		{"2026-11-22", "2026-11-22", Hour},
	} {
		s := days(t, z, c.from, c.to)
		require.Equal(t, c.want, Auto.pick(s, z), c.from)
		require.Equal(t, c.want, Interval("").pick(s, z), c.from)
		_, err := c.want.axis(s, z)
		require.NoError(t, err, "what auto picks always fits")
	}
	require.Equal(t, Month, Month.pick(days(t, z, "2026-11-21", "2026-11-22"), z))
}

func TestTooManyBucketsNameTheFinestIntervalThatFits(t *testing.T) {
	for _, c := range []struct {
		asked    Interval
		from, to string
		finest   string
	}{
		{Hour, "2026-01-01", "2026-03-01", "day"},
		{Hour, "2020-01-01", "2026-01-01", "week"},
		{Day, "2000-01-01", "2026-01-01", "month"},
		{Week, "1980-01-01", "2063-01-01", "month"},
	} {
		_, err := c.asked.axis(days(t, time.UTC, c.from, c.to), time.UTC)
		f := fault.Of(err)
		require.NotNil(t, f, c.from)
		require.Equal(t, fault.CodeInvalidParameter, f.Code)
		require.Equal(t, c.finest, f.Members["finest_interval"])
		require.Equal(t, "interval", f.Fields[0].Name)
		require.Equal(t, TooManyBuckets, f.Fields[0].Code)
		require.Contains(t, f.Message, c.finest)
	}
}

func TestAThousandBucketsFitAndOneMoreDoesNot(t *testing.T) {
	start := instant(t, "2026-01-01T00:00:00Z")
	a, err := Hour.axis(Span{start, start.Add(MaxBuckets * time.Hour)}, time.UTC)
	require.NoError(t, err)
	require.Equal(t, MaxBuckets, a.Len())
	_, err = Hour.axis(Span{start, start.Add(MaxBuckets*time.Hour + 1)}, time.UTC)
	require.Error(t, err)
}

func TestAnEmptyRangeHasNoBuckets(t *testing.T) {
	at := instant(t, "2026-01-01T00:00:00Z")
	a, err := Day.axis(Span{at, at}, time.UTC)
	require.NoError(t, err)
	require.Zero(t, a.Len())
}

func TestASpanIsFoundByWhatItContains(t *testing.T) {
	at := func(n int) time.Time { return time.Unix(int64(n), 0) }
	a := Axis{at(10), at(20), at(30)}
	for second, want := range map[int]int{10: 0, 19: 0, 20: 1, 29: 1} {
		i, ok := a.Find(at(second))
		require.True(t, ok, second)
		require.Equal(t, want, i, second)
	}
	for _, second := range []int{9, 30, 31} {
		_, ok := a.Find(at(second))
		require.False(t, ok, second)
	}
	_, ok := Axis{}.Find(at(1))
	require.False(t, ok)
}
