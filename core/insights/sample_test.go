package insights

import (
	"context"
	"slices"
	"testing"
	"time"

	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// sampled is a scene of an owner who has assets and no event.
func sampled(t testing.TB) *scene {
	t.Helper()
	s := sceneWith(t, Rules{Retention: 400 * day, Sample: true})
	for i := range 9 {
		s.asset(AssetTypes[i%3], "2026-11-20T00:00:00Z")
	}
	return s
}

func TestASampleSaysSoAndHasEverything(t *testing.T) {
	s := sampled(t)
	stats := s.stats(StatsAsk{Ask: Ask{Range: "90d"}, By: ByChannel})
	require.Equal(t, SourceSample, stats.Source)
	for _, f := range stats.Metrics {
		if f.Metric.fromEvents() {
			require.Empty(t, f.Value.Reason, f.Metric)
		}
	}
	require.Positive(t, of(stats.Metrics, Conversions).Value.Count)
	require.Positive(t, of(stats.Metrics, Revenue).Value.Money[sampleCurrency])
	require.Equal(t, int64(9), of(stats.Metrics, AssetsCreated).Value.Count, "the record is real")
	require.Equal(t, SourceSample, s.chart(ChartAsk{}).Source)
	top := s.top(TopAsk{})
	require.Equal(t, SourceSample, top.Source)
	require.NotEmpty(t, top.Items)
	require.Equal(t, "Lamp", top.Items[0].Asset.DisplayTitle)
}

// TestASampleIsTheSameForEver pins figures: whoever changes them changes what people have seen.
func TestASampleIsTheSameForEver(t *testing.T) {
	asset := ident.ID{15: 7}
	d := instant(t, "2026-11-20T00:00:00Z")
	var sum Counts
	var first visit
	for v := range sampleVisits(owner, d, asset) {
		if sum.IsZero() {
			first = v
		}
		sum.Add(v.counts)
	}
	require.Equal(t, Counts{Impressions: 15, Views: 8, Clicks: 1}, sum)
	require.Equal(t, instant(t, "2026-11-20T12:17:12Z"), first.at)
	require.Equal(t, Amazon, first.channel)
}

func TestASampleFollowsFromOwnerDayAndAsset(t *testing.T) {
	visits := func(o ident.Owner, d string, asset byte) (all []visit) {
		for v := range sampleVisits(o, date(t, d), ident.ID{15: asset}) {
			all = append(all, v)
		}
		return all
	}
	one := visits("ana", "2026-11-20", 1)
	require.Equal(t, one, visits("ana", "2026-11-20", 1))
	require.NotEqual(t, one, visits("bob", "2026-11-20", 1))
	require.NotEqual(t, one, visits("ana", "2026-11-21", 1))
	require.NotEqual(t, one, visits("ana", "2026-11-20", 2))
}

func TestEveryVisitOfASampleLiesInItsDayAndGoesStepByStep(t *testing.T) {
	rapid.Check(t, func(draw *rapid.T) {
		d := earliest.AddDate(0, 0, rapid.IntRange(0, 30_000).Draw(draw, "day"))
		asset := ident.ID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(draw, "asset"))
		for v := range sampleVisits(ident.Owner(rapid.String().Draw(draw, "owner")), d, asset) {
			require.True(draw, Span{d, d.Add(day)}.Contains(v.at))
			require.Contains(draw, Channels, v.channel)
			steps := []int64{v.counts.Impressions, v.counts.Views, v.counts.Clicks, v.counts.Conversions, v.counts.Refunds}
			require.True(draw, slices.IsSortedFunc(steps, func(a, b int64) int { return int(b - a) }), steps)
			require.Equal(draw, int64(1), v.counts.Impressions)
		}
	})
}

func TestASampleObeysEveryRuleThatRealFiguresObey(t *testing.T) {
	s := sampled(t)
	rapid.Check(t, func(draw *rapid.T) {
		r := span(t).Draw(draw, "span")
		a := Ask{
			Start: r.Start.Format(time.RFC3339Nano), End: r.End.Format(time.RFC3339Nano),
			TZ:     rapid.SampledFrom([]string{"UTC", "Asia/Kathmandu", "America/New_York"}).Draw(draw, "zone"),
			Filter: Filter{Channels: rapid.SliceOfN(rapid.SampledFrom(Channels), 0, 2).Draw(draw, "channels")},
		}
		requireAgreement(t, draw, s, a)
		chart := s.chart(ChartAsk{Ask: a, Metrics: []Metric{Impressions, Clicks, Conversions}})
		for i := range chart.Buckets {
			impressions, clicks, conversions := chart.Series[0].Values[i], chart.Series[1].Values[i], chart.Series[2].Values[i]
			require.GreaterOrEqual(draw, impressions.Count, clicks.Count)
			require.GreaterOrEqual(draw, clicks.Count, conversions.Count)
		}
		require.NotContains(draw, chart.Warnings, WarnRatioAboveOne)
	})
}

func TestASampleGoesAsFarAsTheClock(t *testing.T) {
	s := sampled(t)
	today := s.chart(ChartAsk{Ask: Ask{Range: "today"}, Metrics: []Metric{Impressions}})
	require.Equal(t, InProgress, today.Buckets[13].State)
	require.Equal(t, Value{Reason: ReasonFuture}, today.Series[0].Values[14])
	s.now = s.now.Add(day)
	yesterday := s.chart(ChartAsk{Ask: ask("2026-11-22", "2026-11-23", ""), Interval: Hour, Metrics: []Metric{Impressions}})
	require.Equal(t, today.Series[0].Values[:13], yesterday.Series[0].Values[:13], "what was shown stays")
	require.Less(t, today.Series[0].Values[13].Count, yesterday.Series[0].Values[13].Count, "it was five past one")
}

func TestTheFirstRealEventEndsTheSample(t *testing.T) {
	s := sampled(t)
	asset := s.store.book(owner).assets[0].ID
	s.happened(View, asset, "2026-11-20T10:00:00Z")
	stats := s.stats(StatsAsk{Ask: Ask{Range: "90d"}})
	require.Equal(t, SourceReal, stats.Source)
	for m, want := range map[Metric]int64{Views: 1, Impressions: 0, Clicks: 0, Conversions: 0} {
		require.Equal(t, want, of(stats.Metrics, m).Value.Count, m)
	}
	top := s.top(TopAsk{Ask: Ask{Range: "90d"}})
	require.Equal(t, SourceReal, top.Source)
	require.Equal(t, []ident.ID{asset}, ids(top))
}

func TestASampleIsOfTheOldestLiveAssets(t *testing.T) {
	s := sceneWith(t, Rules{Retention: 400 * day, Sample: true})
	gone := s.asset(Image, "2026-11-20T00:00:00Z", func(a *storedAsset) { a.Deleted = true })
	for range sampleAssets + 5 {
		s.asset(Image, "2026-11-20T00:00:00Z")
	}
	top := s.top(TopAsk{Ask: Ask{Range: "90d"}, Limit: MaxTop})
	require.Len(t, top.Items, sampleAssets)
	require.NotContains(t, ids(top), gone)
}

func TestAnOwnerWithoutAssetsHasASampleOfZeros(t *testing.T) {
	s := sceneWith(t, Rules{Retention: 400 * day, Sample: true})
	stats := s.stats(StatsAsk{})
	require.Equal(t, SourceSample, stats.Source)
	require.Equal(t, Value{}, of(stats.Metrics, Views).Value)
}

func TestASampleGivesUpWithItsContext(t *testing.T) {
	s := sampled(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := s.Stats(ctx, owner, time.UTC, StatsAsk{Ask: ask("1980-01-01", "2063-01-01", "")})
	require.ErrorIs(t, err, context.Canceled)
	_, err = s.TopAssets(ctx, owner, time.UTC, TopAsk{Ask: ask("1980-01-01", "2063-01-01", "")})
	require.ErrorIs(t, err, context.Canceled)
}
