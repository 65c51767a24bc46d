package insights

import (
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// counts are the values of a series, -1 for what is unknown.
func counts(s Series) (all []int64) {
	for _, v := range s.Values {
		if v.Reason != "" {
			v.Count = -1
		}
		all = append(all, v.Count)
	}
	return all
}

func statesOf(c Columns) (all []State) {
	for _, b := range c.Buckets {
		all = append(all, b.State)
	}
	return all
}

func TestAChartIsColumnarAndZeroFilled(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-20T00:00:00Z")
	s.happened(View, lamp, "2026-11-19T10:00:00Z", "2026-11-22T10:00:00Z", "2026-11-22T12:00:00Z")
	got := s.chart(ChartAsk{Ask: ask("2026-11-17", "2026-11-25", "")})
	require.Equal(t, Day, got.Interval)
	require.Equal(t, DefaultMetrics, []Metric{got.Series[0].Metric, got.Series[1].Metric, got.Series[2].Metric})
	require.Equal(t, []State{NoData, NoData, Complete, Complete, Complete, InProgress, Future, Future}, statesOf(got.Columns))
	require.Equal(t, []int64{-1, -1, 1, 0, 0, 2, -1, -1}, counts(got.Series[0]))
	require.Equal(t, ReasonNoData, got.Series[0].Values[0].Reason)
	require.Equal(t, ReasonFuture, got.Series[0].Values[7].Reason)
	require.Equal(t, Total{Views, Value{Count: 3}}, got.Totals[0])
	require.Nil(t, got.Previous)

	created := s.chart(ChartAsk{Ask: ask("2026-11-17", "2026-11-25", ""), Metrics: []Metric{AssetsCreated}})
	require.Equal(t, []int64{0, 0, 0, 1, 0, 0, -1, -1}, counts(created.Series[0]), "the record is known without events")
}

func TestRatiosOfAChartHaveTheirParts(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-20T00:00:00Z")
	s.happened(Impression, lamp, "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z")
	s.happened(Click, lamp, "2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z")
	got := s.chart(ChartAsk{Ask: ask("2026-11-19", "2026-11-22", ""), Metrics: []Metric{CTR}})
	require.Equal(t, []Value{
		{Reason: ReasonNoData}, {Ratio: Fraction{1, 2}}, {Reason: "no_impressions", Ratio: Fraction{1, 0}},
	}, got.Series[0].Values)
	require.Equal(t, Value{Ratio: Fraction{2, 2}}, got.Totals[0].Value, "a sum over a sum")
	require.True(t, got.Series[0].Values[0].Unknown())
	require.False(t, got.Series[0].Values[2].Unknown())
}

func TestMoneyHasASeriesForEachCurrency(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-10T00:00:00Z")
	s.send(
		s.purchase(Conversion, lamp, "2026-11-20T10:00:00Z", "1", "USD", 100),
		s.purchase(Conversion, lamp, "2026-11-21T10:00:00Z", "2", "EUR", 50),
		s.purchase(Refund, lamp, "2026-11-21T10:00:00Z", "1", "USD", 30),
		s.purchase(Conversion, lamp, "2026-11-18T10:00:00Z", "3", "JPY", 9),
	)
	got := s.chart(ChartAsk{Ask: ask("2026-11-20", "2026-11-22", ""), Interval: Day, Metrics: []Metric{Revenue}, Compare: true})
	for i, want := range []struct {
		currency    Currency
		now, before []int64
	}{
		{"EUR", []int64{0, 50}, []int64{0, 0}},
		{"JPY", []int64{0, 0}, []int64{9, 0}},
		{"USD", []int64{100, -30}, []int64{0, 0}},
	} {
		require.Equal(t, want.currency, got.Series[i].Currency)
		require.Equal(t, want.now, counts(got.Series[i]))
		require.Equal(t, want.before, counts(got.Previous.Series[i]))
	}
	require.Equal(t, Money{"EUR": 50, "USD": 70}, got.Totals[0].Value.Money)
}

func TestThePreviousPeriodHasItsOwnBucketsAndIsCutWithTheRange(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-10T00:00:00Z")
	s.happened(View, lamp, "2026-11-10T00:00:00Z", "2026-11-15T12:59:00Z", "2026-11-15T13:00:00Z", "2026-11-22T13:05:00Z")
	got := s.chart(ChartAsk{Ask: Ask{Range: "7d"}, Metrics: []Metric{Views}, Compare: true})
	require.Len(t, got.Previous.Buckets, 7)
	require.Equal(t, Clipped, got.Previous.Buckets[6].State)
	require.Equal(t, instant(t, "2026-11-15T13:00:00Z"), got.Previous.Buckets[6].End)
	require.Equal(t, []int64{-1, 1, 0, 0, 0, 0, 1}, counts(got.Previous.Series[0]), "the last is that of 12:59")
	require.Equal(t, []int64{0, 0, 0, 0, 0, 0, 1}, counts(got.Series[0]))
}

func TestADayWithAnHourTwiceHas25Buckets(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-10-01T00:00:00Z")
	s.happened(View, lamp, "2026-10-31T00:00:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-11-01T06:45:00Z")
	got := s.chart(ChartAsk{Ask: ask("2026-11-01", "2026-11-02", "America/New_York"), Metrics: []Metric{Views}})
	require.Equal(t, Hour, got.Interval)
	require.Len(t, got.Buckets, 25)
	require.Equal(t, []int64{0, 1, 2, 0}, counts(got.Series[0])[:4])
}

func TestAMetricNamedTwiceIsDrawnOnce(t *testing.T) {
	s := newScene(t)
	got := s.chart(ChartAsk{Metrics: []Metric{CTR, Views, CTR}})
	require.Len(t, got.Series, 2)
	require.Len(t, got.Totals, 2)
}

func TestAChartOfTooManyBucketsIsRefused(t *testing.T) {
	s := newScene(t)
	_, err := s.Chart(t.Context(), owner, time.UTC, ChartAsk{Ask: Ask{Range: "90d"}, Interval: Hour})
	require.Equal(t, "day", fault.Of(err).Members["finest_interval"])
}

// TestThePreviousPeriodMayHaveABucketMore is about a Tuesday to a Sunday, 1000 weeks on, whose period before begins on a
// Wednesday.
func TestThePreviousPeriodMayHaveABucketMore(t *testing.T) {
	s := newScene(t)
	got := s.chart(ChartAsk{Ask: ask("2007-01-02", "2026-03-02", ""), Interval: Week, Compare: true})
	require.Len(t, got.Buckets, MaxBuckets)
	require.Len(t, got.Previous.Buckets, MaxBuckets+1)
}

func TestWhatArrivesWhileAChartIsDrawnIsNotInItsFuture(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-10-01T00:00:00Z")
	s.happened(View, lamp, "2026-11-22T13:05:00Z")
	b := s.store.book(owner)
	b.keep([]Event{{Type: View, At: instant(t, "2026-11-22T14:00:00Z"), AssetID: lamp, AssetType: Image, Channel: Direct}})
	got := s.chart(ChartAsk{Ask: Ask{Range: "today"}, Metrics: []Metric{Views}})
	requireTotalsAreSums(t, got)
	require.Equal(t, int64(1), got.Totals[0].Value.Count)
}

// requireTotalsAreSums checks every total against the sum of what the buckets show.
func requireTotalsAreSums(t require.TestingT, c Chart) {
	for _, total := range c.Totals {
		sum := Value{Reason: total.Value.Reason}
		if total.Value.Money != nil {
			sum.Money = Money{}
		}
		for _, s := range c.Series {
			if s.Metric != total.Metric {
				continue
			}
			for _, v := range s.Values {
				sum.Ratio.Numerator += v.Ratio.Numerator
				sum.Ratio.Denominator += v.Ratio.Denominator
				switch {
				case s.Currency == "":
					sum.Count += v.Count
				case sum.Money != nil:
					sum.Money[s.Currency] += v.Count
				}
			}
		}
		if sum.Money != nil {
			sum.Money, total.Value.Money = sum.Money.padded(total.Value.Money), total.Value.Money.padded(sum.Money)
		}
		require.Equal(t, total.Value, sum, total.Metric)
	}
}

// TestAnswersAgree is the promise of the page: whatever happened and whatever is asked, the total of a chart is the sum
// of its buckets and the figure of the stats, groups add up, and the list of top assets with the others is the total.
func TestAnswersAgree(t *testing.T) {
	zones := []string{"UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham"}
	rapid.Check(t, func(draw *rapid.T) {
		s := newScene(t)
		s.now = moment(t).Draw(draw, "now")
		for i, kind := range AssetTypes {
			createdAt := s.now.Add(-time.Duration(rapid.IntRange(0, 100).Draw(draw, "hours ago")) * time.Hour)
			a := storedAsset{Card: Card{ID: ident.ID{15: byte(i + 1)}, AssetType: kind}, createdAt: createdAt}
			s.store.book(owner).assets = append(s.store.book(owner).assets, a)
		}
		var past []Event
		for _, e := range rapid.SliceOf(occurrence(t)).Draw(draw, "events") {
			if !e.At.After(s.now) {
				past = append(past, e)
			}
		}
		s.store.book(owner).keep(past)
		z := in(t, rapid.SampledFrom(zones).Draw(draw, "zone"))
		a := Ask{TZ: z.String(), Range: rapid.SampledFrom(Presets).Draw(draw, "range"), Filter: Filter{
			Channels:   rapid.SliceOfN(rapid.SampledFrom(Channels), 0, 2).Draw(draw, "channels"),
			AssetTypes: rapid.SliceOfN(rapid.SampledFrom(AssetTypes), 0, 2).Draw(draw, "types"),
		}}
		if rapid.Bool().Draw(draw, "instants") {
			r := span(t).Draw(draw, "span")
			a.Range, a.Start, a.End = "", r.Start.Format(time.RFC3339Nano), r.End.Format(time.RFC3339Nano)
		}
		requireAgreement(t, draw, s, a)
	})
}

func requireAgreement(t *testing.T, draw *rapid.T, s *scene, a Ask) {
	stats := s.stats(StatsAsk{Ask: a, By: rapid.SampledFrom(Dimensions).Draw(draw, "by")})
	requireGroupsAddUp(t, stats)
	for _, f := range stats.Metrics {
		requireHonest(draw, f)
	}
	chart := s.chart(ChartAsk{Ask: a, Metrics: Metrics, Compare: true})
	requireTotalsAreSums(draw, chart)
	for _, total := range chart.Totals {
		figure := of(stats.Metrics, total.Metric).Value
		if figure.Money != nil {
			total.Value.Money = total.Value.Money.padded(figure.Money)
		}
		require.Equal(draw, figure, total.Value, total.Metric)
	}
	for _, m := range RankedMetrics {
		q := TopAsk{Ask: a, Metric: m, Limit: rapid.IntRange(1, 3).Draw(draw, "limit")}
		if m == Revenue {
			q.Currency = "EUR"
		}
		requireListAndOthersAreTotal(draw, s.top(q), of(stats.Metrics, m).Value)
	}
}
