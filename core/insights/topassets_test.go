package insights

import (
	"slices"
	"testing"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

// requireListAndOthersAreTotal checks a list against the figure that stats give for the same question.
func requireListAndOthersAreTotal(t require.TestingT, top TopAssets, figure Value) {
	require.Equal(t, figure.Unknown(), top.Reason != "")
	ratio := top.MinDenominator > 0
	if ratio || figure.Unknown() {
		require.Nil(t, top.Total)
		require.Nil(t, top.Others)
		for _, item := range top.Items {
			require.Nil(t, item.Share)
			requireNumber(t, item.Value.Ratio.Value())
		}
		return
	}
	sum := *top.Others
	for i, item := range top.Items {
		sum += item.Value.Count
		requireNumber(t, item.Share)
		require.NotZero(t, item.Value.Count)
		require.Equal(t, i+1, item.Rank)
	}
	require.Equal(t, *top.Total, sum)
	want := figure.Count
	if top.Metric == Revenue {
		want = figure.Money[top.Currency]
	}
	require.Equal(t, want, *top.Total)
}

// ids are those of the list, in order.
func ids(top TopAssets) (all []ident.ID) {
	for _, item := range top.Items {
		all = append(all, item.Asset.ID)
	}
	return all
}

func TestTopAssetsComeHighestFirstAndEqualOnesById(t *testing.T) {
	s := newScene(t)
	var assets []ident.ID
	for range 4 {
		assets = append(assets, s.asset(Image, "2026-11-01T00:00:00Z"))
	}
	at := "2026-11-20T10:00:00Z"
	s.happened(View, assets[0], at)
	s.happened(View, assets[1], at, at, at)
	s.happened(View, assets[2], at)
	got := s.top(TopAsk{})
	require.Equal(t, Views, got.Metric)
	require.Equal(t, []ident.ID{assets[1], assets[0], assets[2]}, ids(got), "one without a view is not in the list")
	require.Equal(t, Value{Count: 3}, got.Items[0].Value)
	require.Equal(t, number(0.6), got.Items[0].Share)
	require.Equal(t, [2]int64{5, 0}, [2]int64{*got.Total, *got.Others})
	require.Equal(t, "Lamp", got.Items[0].Asset.DisplayTitle)

	short := s.top(TopAsk{Limit: 1})
	require.Equal(t, []ident.ID{assets[1]}, ids(short))
	require.Equal(t, [2]int64{5, 2}, [2]int64{*short.Total, *short.Others})
}

func TestADeletedAssetStaysInHistory(t *testing.T) {
	s := newScene(t)
	trashed := s.asset(Image, "2026-11-01T00:00:00Z", func(a *storedAsset) { a.Deleted = true })
	purged := s.asset(Video, "2026-11-01T00:00:00Z")
	s.happened(View, trashed, "2026-11-20T10:00:00Z")
	s.happened(View, purged, "2026-11-20T10:00:00Z")
	b := s.store.book(owner)
	b.assets = slices.DeleteFunc(b.assets, func(a storedAsset) bool { return a.ID == purged })

	got := s.top(TopAsk{})
	require.Equal(t, Card{ID: trashed, AssetType: Image, DisplayTitle: "Lamp", Deleted: true}, got.Items[0].Asset)
	require.Equal(t, Card{ID: purged, AssetType: Video, Deleted: true}, got.Items[1].Asset, "only its id and type are known")
}

func TestRatiosAreRankedAboveALeastDenominator(t *testing.T) {
	s := newScene(t)
	b := s.store.book(owner)
	add := func(asset ident.ID, clicks, impressions int) {
		for i := range clicks + impressions {
			e := Event{Type: Impression, At: s.now.Add(-time.Hour), AssetID: asset, AssetType: Image, Channel: Direct}
			if i < clicks {
				e.Type = Click
			}
			b.keep([]Event{e})
		}
	}
	lucky, good, same, idle := s.id(), s.id(), s.id(), s.id()
	add(lucky, 1, 1)
	add(good, 10, 100)
	add(same, 20, 200)
	add(idle, 0, 300)

	got := s.top(TopAsk{Metric: CTR})
	require.Equal(t, int64(DefaultMinDenominator), got.MinDenominator)
	require.Equal(t, []ident.ID{good, same}, ids(got), "equal ratios fall to the id")
	require.Equal(t, Value{Ratio: Fraction{10, 100}}, got.Items[0].Value)
	require.Nil(t, got.Items[0].Share)
	require.Nil(t, got.Total)
	require.Nil(t, got.Others)
	require.Empty(t, got.Reason)

	one := int64(1)
	require.Equal(t, []ident.ID{lucky, good, same}, ids(s.top(TopAsk{Metric: CTR, MinDenominator: &one})))
}

func TestRevenueIsRankedInOneCurrency(t *testing.T) {
	s := newScene(t)
	rich, poor, other := s.asset(Image, "2026-11-01T00:00:00Z"), s.asset(Image, "2026-11-01T00:00:00Z"), s.asset(Image, "2026-11-01T00:00:00Z")
	at := "2026-11-20T10:00:00Z"
	s.send(
		s.purchase(Conversion, rich, at, "1", "EUR", 300),
		s.purchase(Refund, poor, at, "2", "EUR", 100),
		s.purchase(Conversion, other, at, "3", "USD", 900),
	)
	got := s.top(TopAsk{Metric: Revenue, Currency: "EUR"})
	require.Equal(t, []ident.ID{rich, poor}, ids(got))
	require.Equal(t, []*float64{number(1.5), number(-0.5)}, []*float64{got.Items[0].Share, got.Items[1].Share})
	require.Equal(t, int64(200), *got.Total)

	lost := s.top(TopAsk{Metric: Revenue, Currency: "EUR", Ask: Ask{Filter: Filter{Channels: []Channel{Shopify}}}, Limit: 1})
	require.Equal(t, int64(-100), *lost.Others)
}

func TestAShareNeedsATotalAboveZero(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-11-01T00:00:00Z")
	s.send(s.purchase(Refund, lamp, "2026-11-20T10:00:00Z", "1", "EUR", 100))
	got := s.top(TopAsk{Metric: Revenue, Currency: "EUR"})
	require.Equal(t, int64(-100), *got.Total)
	require.Nil(t, got.Items[0].Share)
}

func TestBadQuestionsForTopAssetsAreNamed(t *testing.T) {
	s := newScene(t)
	none, some := int64(0), int64(5)
	for _, c := range []struct {
		name string
		ask  TopAsk
		want []string
	}{
		{"revenue of no currency", TopAsk{Metric: Revenue}, []string{"currency " + InvalidCurrency}},
		{"a currency that is none", TopAsk{Metric: Revenue, Currency: "eur"}, []string{"currency " + InvalidCurrency}},
		{"a currency of views", TopAsk{Currency: "EUR"}, []string{"currency " + content.NotApplicable}},
		{"a denominator of views", TopAsk{MinDenominator: &some}, []string{"min_denominator " + content.NotApplicable}},
		{"a denominator of none", TopAsk{Metric: CTR, MinDenominator: &none}, []string{"min_denominator " + content.OutOfRange}},
		{
			"everything at once",
			TopAsk{Currency: "EUR", MinDenominator: &some, Ask: Ask{Range: "1y"}},
			[]string{"currency " + content.NotApplicable, "min_denominator " + content.NotApplicable, "range " + content.Unknown},
		},
	} {
		_, err := s.TopAssets(t.Context(), owner, time.UTC, c.ask)
		require.Equal(t, fault.CodeInvalidParameter, fault.Of(err).Code, c.name)
		require.Equal(t, c.want, fields(err), c.name)
	}
}

func TestAListOfTheUnknownSaysWhy(t *testing.T) {
	s := newScene(t)
	require.Equal(t, ReasonNoData, s.top(TopAsk{}).Reason)
	require.Equal(t, SourceNone, s.top(TopAsk{}).Source)
	lamp := s.asset(Image, "2026-11-01T00:00:00Z")
	s.happened(View, lamp, "2026-11-20T10:00:00Z")
	for reason, a := range map[Reason]Ask{
		ReasonNoData: ask("2026-11-01", "2026-11-03", ""),
		ReasonFuture: ask("2026-12-01", "2026-12-03", ""),
	} {
		got := s.top(TopAsk{Ask: a})
		require.Equal(t, reason, got.Reason)
		require.Empty(t, got.Items)
		require.Nil(t, got.Total)
	}
}
