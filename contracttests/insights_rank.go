package contracttests

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
)

const (
	ranks = "Rank must give what RankQuery.Rank gives for the events of the span that the filter admits, added up by asset, " +
		"those purged since included."
	ranksDays = "Whole days of UTC must come from the rollups, as in Reader.Read."
)

var insightsRank = []clause{
	{name: "Insights/Rank/PutsAssetsInOrder", must: ranks, holds: rankInOrder},
	{name: "Insights/Rank/OfAnOwnerWhoHasNothing", must: ranks, holds: rankNothing},
	{name: "Insights/Rank/PurgedAssetsStay", must: "those purged since included", holds: rankPurged},
	{
		name:  "Insights/Rank/RatiosAreOrderedByTheirQuotient",
		must:  "Ratios compare by the quotient of their parts as float64, which is the same for equal ratios and in every engine.",
		holds: rankRatios,
	},
	{name: "Insights/Rank/WholeDaysComeFromTheRollups", must: ranksDays, holds: rankDays},
	{name: "Insights/Rank/StopsAtTheEndsOfInt64", must: stopsAt, holds: rankSaturates},
}

// rankInOrder asks random questions about random events.
func rankInOrder(s *scene) {
	seeds, _ := s.oracleSize()
	for _, seed := range seeds {
		s.step("Seed"+strconv.FormatUint(seed, 10), func(s *scene) {
			m := s.stranger().market(seed)
			record := m.record()
			for range marketQuestions {
				q := insights.RankQuery{
					Span: m.span(), Filter: m.filter(), Metric: pick(m.rng, insights.RankedMetrics),
					MinDenominator: 1 + m.rng.Int64N(3), Limit: 1 + m.rng.IntN(12),
				}
				if q.Metric == insights.Revenue {
					q.Currency = pick(m.rng, []insights.Currency{"EUR", "USD", "JPY", "XAU"})
				}
				s.same(fmt.Sprintf("the answer to %+v", q), record.rank(q), m.rank(q), alike)
			}
		})
	}
}

func rankNothing(s *scene) {
	for _, metric := range insights.RankedMetrics {
		q := insights.RankQuery{Span: ever, Metric: metric, MinDenominator: 1, Limit: 3}
		s.same("the answer", insights.Standing{}, s.rank(q), alike)
	}
}

func rankPurged(s *scene) {
	p := s.project("Lamp")
	purged, kept := s.framed(gallery.Video, &p.ID), s.framed(gallery.Image, nil)
	j := s.journal()
	j.happened(s.event(insights.View, purged, noon), s.event(insights.View, purged, minute(1)), s.event(insights.View, kept, noon))
	s.purge(p.ID)
	want := []insights.Ranked{{AssetID: purged, AssetType: insights.Video, Count: 2}, {AssetID: kept, AssetType: insights.Image, Count: 1}}
	for name, span := range map[string]insights.Span{"from rollups": ever, "from events": {Start: noon, End: minute(2)}} {
		q := insights.RankQuery{Span: span, Metric: insights.Views, Limit: 10}
		standing := s.rank(q)
		s.same("the rows "+name, want, standing.Rows)
		s.same("the total "+name, int64(3), standing.Total)
		q.Filter.ProjectID = &p.ID
		s.same("the rows of the purged project "+name, 0, len(s.rank(q).Rows))
	}
}

// plantDay puts sums of a day into both rollups of assets.
func (s *scene) plantDay(at time.Time, asset ident.ID, c insights.Counts) {
	s.Helper()
	key := insights.DayKey{Day: at.Truncate(insights.UTCDay), AssetID: asset}
	onShopify := key
	onShopify.Channel = insights.Shopify
	s.plantRollup(insights.Rollup{
		Days:        []insights.DayRow{{Key: key, AssetType: insights.Image, Counts: c}},
		ChannelDays: []insights.DayRow{{Key: onShopify, AssetType: insights.Image, Counts: c}},
	})
}

// rankRatios has ratios that differ and have one quotient, and others that whole numbers or few digits would not tell apart.
func rankRatios(s *scene) {
	const big = 1 << 53
	sums := map[ident.ID]insights.AssetSum{}
	for _, ratio := range [][2]int64{
		{big + 1, big}, {big, big}, {3, 3}, {big + 2, big}, {1, 3}, {2, 6}, {333_333, 1_000_000}, {1, 300}, {0, 9}, {2, 1}, {math.MaxInt64, 7},
	} {
		id := s.poster()
		c := insights.Counts{Clicks: ratio[0], Impressions: ratio[1]}
		s.plantDay(noon, id, c)
		sums[id] = insights.AssetSum{AssetType: insights.Image, Counts: c}
	}
	for _, least := range []int64{1, 3, 7, big + 1} {
		q := insights.RankQuery{Span: ever, Metric: insights.CTR, MinDenominator: least, Limit: 100}
		for _, channels := range [][]insights.Channel{nil, {insights.Shopify}} {
			q.Filter.Channels = channels
			want, _ := q.Rank(sums)
			s.same("the rows", want, s.rank(q).Rows, alike)
			s.same("the total", int64(0), s.rank(q).Total)
		}
	}
}

// rankDays plants sums by which it is seen where an answer comes from.
func rankDays(s *scene) {
	j, lamp := s.journal(), s.poster()
	j.happened(s.event(insights.View, lamp, noon))
	s.plantDay(noon, lamp, insights.Counts{Views: 10})
	start := noon.Truncate(insights.UTCDay)
	end := start.Add(insights.UTCDay)
	for _, row := range []struct {
		name     string
		from, to time.Time
		want     int64
	}{
		{"the day", start, end, 10},
		{"more than the day", start.Add(-time.Hour), end.Add(time.Hour), 10},
		{"all but its last millisecond", start, end.Add(-time.Millisecond), 1},
		{"all but its first millisecond", start.Add(time.Millisecond), end.Add(time.Hour), 1},
	} {
		for _, channels := range [][]insights.Channel{nil, {insights.Shopify}, {insights.Amazon}} {
			q := insights.RankQuery{
				Span: insights.Span{Start: row.from, End: row.to}, Filter: insights.Filter{Channels: channels},
				Metric: insights.Views, Limit: 1,
			}
			want := row.want
			if slices.Equal(channels, []insights.Channel{insights.Amazon}) {
				want = 0
			}
			s.same(fmt.Sprint("views of ", row.name, " on ", channels), want, s.rank(q).Total)
		}
	}
}

func rankSaturates(s *scene) {
	j, rich, poor := s.journal(), s.poster(), s.poster()
	s.plantDay(noon, rich, nearTheEnds())
	s.plantDay(noon.AddDate(0, 0, 1), rich, nearTheEnds())
	j.happened(
		s.purchase(insights.Conversion, rich, noon, "1", "EUR", 100), s.purchase(insights.Refund, rich, noon, "1", "USD", 100),
		s.purchase(insights.Conversion, poor, noon, "1", "EUR", 7), s.purchase(insights.Refund, poor, noon, "1", "USD", 7),
	)
	for currency, end := range atTheEnds(1).Revenue {
		for _, days := range []int{1, 2} {
			q := insights.RankQuery{
				Span:   insights.Span{Start: noon.Truncate(insights.UTCDay), End: noon.Truncate(insights.UTCDay).AddDate(0, 0, days)},
				Metric: insights.Revenue, Currency: currency, Limit: 10,
			}
			least := int64(7)
			if currency == "USD" {
				least = -7
			}
			want := []insights.Ranked{
				{AssetID: rich, AssetType: insights.Image, Count: end}, {AssetID: poor, AssetType: insights.Image, Count: least},
			}
			if currency == "USD" {
				slices.Reverse(want)
			}
			standing := s.rank(q)
			s.same("the rows", want, standing.Rows)
			s.same("the total", end, standing.Total)
		}
	}
}
