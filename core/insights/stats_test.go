package insights

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestStatsOfARange(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-20T10:00:00Z")
	s.asset(Text, "2026-11-10T10:00:00Z")
	s.asset(Image, "2026-11-20T10:00:00Z", func(a *storedAsset) { a.copied = true })
	s.project("2026-11-20T10:00:00Z")
	s.happened(Impression, lamp, "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", "2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z")
	s.happened(Click, lamp, "2026-11-20T10:00:00Z", "2026-11-10T10:00:00Z")
	s.send(
		s.purchase(Conversion, lamp, "2026-11-20T11:00:00Z", "1001", "EUR", 12900),
		s.purchase(Conversion, lamp, "2026-11-10T11:00:00Z", "1000", "USD", 500),
		s.purchase(Refund, lamp, "2026-11-20T12:00:00Z", "1000", "USD", 500),
	)

	got := s.stats(StatsAsk{Ask: Ask{Range: "7d"}})
	require.Equal(t, s.now, got.AsOf)
	require.Equal(t, SourceReal, got.Source)
	require.Empty(t, got.Warnings)
	require.Empty(t, got.Groups)

	require.Equal(t, Figure{Metric: Impressions, Value: Value{Count: 4}, Change: Change{Reason: ReasonNoBaseline}}, of(got.Metrics, Impressions))
	require.Equal(t, Figure{
		Metric: Clicks, Value: Value{Count: 1}, Previous: Value{Count: 1}, Change: Change{Number: number(0)},
	}, of(got.Metrics, Clicks))
	require.Equal(t, Figure{
		Metric:   CTR,
		Value:    Value{Ratio: Fraction{1, 4}},
		Previous: Value{Reason: "no_impressions", Ratio: Fraction{1, 0}},
		Change:   Change{Reason: ReasonNoBaseline},
	}, of(got.Metrics, CTR))
	require.Equal(t, Figure{
		Metric: ConversionRate, Value: Value{Ratio: Fraction{1, 1}}, Previous: Value{Ratio: Fraction{1, 1}}, Change: Change{Number: number(0)},
	}, of(got.Metrics, ConversionRate))
	require.Equal(t, Value{Count: 1}, of(got.Metrics, Refunds).Value)
	require.Equal(t, Money{"EUR": 12900, "USD": -500}, of(got.Metrics, Revenue).Value.Money)
	require.Equal(t, Money{"EUR": 0, "USD": 500}, of(got.Metrics, Revenue).Previous.Money)
	require.Equal(t, map[Currency]*float64{"EUR": nil, "USD": number(-2)}, of(got.Metrics, Revenue).Change.Money)
	require.Equal(t, [2]int64{1, 1}, [2]int64{of(got.Metrics, AssetsCreated).Value.Count, of(got.Metrics, AssetsCreated).Previous.Count}, "copies aside")
	require.Equal(t, int64(1), of(got.Metrics, ProjectsCreated).Value.Count)
}

func TestFiltersNarrowWhatTheyCan(t *testing.T) {
	s := newScene(t)
	shelf := s.id()
	lamp := s.asset(Image, "2026-11-20T10:00:00Z", func(a *storedAsset) { a.ProjectID = &shelf })
	song := s.asset(Video, "2026-11-20T10:00:00Z")
	s.project("2026-11-20T10:00:00Z")
	s.happened(View, lamp, "2026-11-20T10:00:00Z")
	s.happened(View, song, "2026-11-20T10:00:00Z")
	elsewhere := s.event(View, song, "2026-11-20T10:00:00Z")
	elsewhere.Channel = string(Amazon)
	s.send(elsewhere)

	notApplicable := Value{Reason: ReasonNotApplicable}
	for name, c := range map[string]struct {
		filter           Filter
		views            int64
		assets, projects Value
	}{
		"none":         {Filter{}, 3, Value{Count: 2}, Value{Count: 1}},
		"a channel":    {Filter{Channels: []Channel{Amazon, Direct}}, 1, notApplicable, notApplicable},
		"a type":       {Filter{AssetTypes: []AssetType{Video}}, 2, Value{Count: 1}, notApplicable},
		"a project":    {Filter{ProjectID: &shelf}, 1, Value{Count: 1}, notApplicable},
		"both at once": {Filter{ProjectID: &shelf, AssetTypes: []AssetType{Video}}, 0, Value{}, notApplicable},
	} {
		got := s.stats(StatsAsk{Ask: Ask{Range: "7d", Filter: c.filter}})
		require.Equal(t, c.views, of(got.Metrics, Views).Value.Count, name)
		require.Equal(t, c.assets, of(got.Metrics, AssetsCreated).Value, name)
		require.Equal(t, c.projects, of(got.Metrics, ProjectsCreated).Value, name)
		if c.projects.Reason != "" {
			require.Equal(t, Change{Reason: ReasonNotApplicable}, of(got.Metrics, ProjectsCreated).Change, name)
		}
	}
	absent := s.id()
	require.Zero(t, of(s.stats(StatsAsk{Ask: Ask{Filter: Filter{ProjectID: &absent}}}).Metrics, Views).Value.Count)
}

func TestAnAnswerSaysItsFilterInOneForm(t *testing.T) {
	s := newScene(t)
	got := s.stats(StatsAsk{Ask: Ask{Filter: Filter{
		Channels: []Channel{OtherChannel, Shopify, OtherChannel}, AssetTypes: []AssetType{Text, Image},
	}}})
	require.Equal(t, Filter{Channels: []Channel{Shopify, OtherChannel}, AssetTypes: []AssetType{Image, Text}}, got.Filter)
}

func TestGroupsAddUpWhereTheMetricApplies(t *testing.T) {
	s := newScene(t)
	lamp, song := s.asset(Image, "2026-11-20T10:00:00Z"), s.asset(Video, "2026-11-20T10:00:00Z")
	s.project("2026-11-20T10:00:00Z")
	s.happened(Impression, lamp, "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z")
	s.happened(Click, lamp, "2026-11-20T10:00:00Z")
	elsewhere := s.event(Impression, song, "2026-11-20T10:00:00Z")
	elsewhere.Channel = string(TikTok)
	s.send(elsewhere, s.purchase(Conversion, song, "2026-11-20T11:00:00Z", "1", "EUR", 5))

	byChannel := s.stats(StatsAsk{Ask: Ask{Range: "7d"}, By: ByChannel})
	require.Equal(t, []string{"shopify", "amazon", "tiktok", "direct", "other"}, names(byChannel.Groups))
	requireGroupsAddUp(t, byChannel)
	require.Equal(t, Value{Ratio: Fraction{1, 2}}, of(byChannel.Groups[0].Metrics, CTR).Value)
	require.Equal(t, Value{Reason: "no_impressions"}, of(byChannel.Groups[1].Metrics, CTR).Value)
	for _, g := range byChannel.Groups {
		require.Equal(t, ReasonNotApplicable, of(g.Metrics, AssetsCreated).Value.Reason)
		require.Equal(t, ReasonNotApplicable, of(g.Metrics, ProjectsCreated).Value.Reason)
	}
	require.Equal(t, int64(2), of(byChannel.Metrics, AssetsCreated).Value.Count, "the whole has no channel to ask for")

	byType := s.stats(StatsAsk{Ask: Ask{Range: "7d"}, By: ByAssetType})
	require.Equal(t, []string{"image", "video", "text"}, names(byType.Groups))
	requireGroupsAddUp(t, byType)
	require.Equal(t, int64(1), of(byType.Groups[1].Metrics, AssetsCreated).Value.Count)

	filtered := s.stats(StatsAsk{Ask: Ask{Range: "7d", Filter: Filter{Channels: []Channel{TikTok}}}, By: ByChannel})
	require.Equal(t, []string{"tiktok"}, names(filtered.Groups))
	requireGroupsAddUp(t, filtered)
}

func names(groups []Group) (values []string) {
	for _, g := range groups {
		values = append(values, g.Value)
	}
	return values
}

// requireGroupsAddUp checks every metric, now and before, against the sum of the groups.
func requireGroupsAddUp(t testing.TB, s Stats) {
	t.Helper()
	for i, whole := range s.Metrics {
		for side, read := range map[string]func(Figure) Value{
			"value":    func(f Figure) Value { return f.Value },
			"previous": func(f Figure) Value { return f.Previous },
		} {
			sum := Value{Reason: read(whole).Reason}
			applies := true
			for _, g := range s.Groups {
				part := read(g.Metrics[i])
				applies = applies && part.Reason != ReasonNotApplicable
				sum.Count += part.Count
				sum.Ratio.Numerator += part.Ratio.Numerator
				sum.Ratio.Denominator += part.Ratio.Denominator
				for currency, minor := range part.Money {
					if sum.Money == nil {
						sum.Money = Money{}
					}
					sum.Money[currency] += minor
				}
			}
			if applies {
				if read(whole).Money != nil {
					sum.Money = sum.Money.padded(read(whole).Money)
				}
				require.Equal(t, read(whole), sum, "%s of %s", side, whole.Metric)
			}
		}
	}
}

func TestZeroAndUnknownAreNotTheSame(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-10T00:00:00Z")
	s.happened(View, lamp, "2026-11-18T10:00:00Z")
	for _, c := range []struct {
		name                  string
		ask                   Ask
		views, assets, before Reason
	}{
		{"before the first event", ask("2026-11-10", "2026-11-12", ""), ReasonNoData, "", ReasonNoData},
		{"up to its quarter hour", ask("2026-11-10T00:00:00Z", "2026-11-18T10:00:00Z", ""), ReasonNoData, "", ReasonNoData},
		{"with it", ask("2026-11-16", "2026-11-19", ""), "", "", ReasonNoData},
		{"after it, with none of its own", ask("2026-11-20", "2026-11-21", ""), "", "", ""},
		{"not begun", ask("2026-11-25", "2026-11-26", ""), ReasonFuture, ReasonFuture, ReasonFuture},
		{"nothing", ask("2026-11-20", "2026-11-20", ""), "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := s.stats(StatsAsk{Ask: c.ask})
			require.Equal(t, c.views, of(got.Metrics, Views).Value.Reason)
			require.Equal(t, c.assets, of(got.Metrics, AssetsCreated).Value.Reason)
			require.Equal(t, c.before, of(got.Metrics, Views).Previous.Reason)
			for _, f := range got.Metrics {
				requireHonest(t, f)
			}
		})
	}
}

func TestWithoutAnyEventThereIsNoSource(t *testing.T) {
	s := newScene(t)
	s.asset(Image, "2026-11-20T00:00:00Z")
	got := s.stats(StatsAsk{})
	require.Equal(t, SourceNone, got.Source)
	for _, f := range got.Metrics {
		if f.Metric.fromEvents() {
			require.Equal(t, Value{Reason: ReasonNoData}, f.Value, f.Metric)
			require.Equal(t, ReasonNoData, f.Change.Reason, f.Metric)
		}
	}
	require.Equal(t, int64(1), of(got.Metrics, AssetsCreated).Value.Count)
}

func TestARatioAboveOneIsSaid(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-10T00:00:00Z")
	s.happened(Impression, lamp, "2026-11-20T23:59:59Z", "2026-11-18T23:59:59Z")
	s.happened(Click, lamp, "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z")
	require.Equal(t, []Warning{WarnRatioAboveOne}, s.stats(StatsAsk{Ask: ask("2026-11-20", "2026-11-21", "")}).Warnings)
	require.Equal(t, []Warning{WarnRatioAboveOne}, s.stats(StatsAsk{Ask: ask("2026-11-21", "2026-11-22", "")}).Warnings, "in the period before")
	require.Empty(t, s.stats(StatsAsk{Ask: ask("2026-11-18", "2026-11-21", "")}).Warnings)
}

func TestOwnersNeverMix(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-10T00:00:00Z")
	s.happened(View, lamp, "2026-11-20T10:00:00Z")
	got, err := s.Stats(t.Context(), "bob", time.UTC, StatsAsk{})
	require.NoError(t, err)
	require.Equal(t, SourceNone, got.Source)
	require.Zero(t, of(got.Metrics, AssetsCreated).Value.Count)
}
