package contracttests

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/insights"
)

const (
	addsUp      = "Read must add up the owner's events and creations over the spans of the question's axes."
	fromRollups = "Events must come from the rollups as far as whole grains reach (Filter.Grain, Span.Split), since single " +
		"events are forgotten, and from single events beside them."
	firstEver = "the start of the quarter hour of the owner's earliest event ever, whatever the question; nil without any"
	stopsAt   = "Sums must stop at the ends of int64 instead of going round, as Counts.Add does."
)

var insightsRead = []clause{
	{name: "Insights/Read/AddsUp", must: addsUp, holds: readAddsUp},
	{name: "Insights/Read/OfAnOwnerWhoHasNothing", must: addsUp, holds: readNothing},
	{name: "Insights/Read/NoAxesAndNoSpans", must: "A list of axes may be empty, and an axis may have no spans.", holds: readNoSpans},
	{name: "Insights/Read/WholeQuartersComeFromTheRollup", must: fromRollups, holds: readQuarters},
	{name: "Insights/Read/WholeDaysOfAProjectComeFromTheRollups", must: fromRollups, holds: readProjectDays},
	{name: "Insights/Read/First", must: firstEver, holds: readFirst},
	{name: "Insights/Read/CopiesAreNotCreated", must: "copies aside, the trash included", holds: readCopies},
	{name: "Insights/Read/StopsAtTheEndsOfInt64", must: stopsAt, holds: readSaturates},
}

// questions is how many random ones are asked of each market.
const marketQuestions = 60

// readAddsUp asks random questions about random events.
func readAddsUp(s *scene) {
	seeds, _ := s.oracleSize()
	for _, seed := range seeds {
		s.step("Seed"+strconv.FormatUint(seed, 10), func(s *scene) {
			m := s.stranger().market(seed)
			record := m.record()
			for range marketQuestions {
				q := insights.Question{
					Filter: m.filter(), By: pick(m.rng, append(insights.Dimensions, "")),
					Events: m.axes(), Assets: m.axes(), Projects: m.axes(),
				}
				s.same(fmt.Sprintf("the answer to %+v", q), record.read(q), m.figures(q), alike)
			}
			s.same("what Compare finds", insights.Drift{}, m.compare(ever.Start, false), alike)
		})
	}
}

func readNothing(s *scene) {
	all := []insights.Axis{eon}
	s.same("the answer", reading{}, s.figures(insights.Question{Events: all, Assets: all, Projects: all}), alike)
}

func readNoSpans(s *scene) {
	j, lamp := s.journal(), s.poster()
	s.project("Lamp")
	j.happened(s.event(insights.View, lamp, noon))
	none := []insights.Axis{nil, {}, {noon}, eon}
	q := insights.Question{Events: none, Assets: none, Projects: none}
	s.same("the answer", j.record().read(q), s.figures(q), alike)
	s.same("the answer to nothing", reading{First: ptr(noon.Truncate(insights.Quarter))}, s.figures(insights.Question{}), alike)
}

// planted puts views into the rollup of quarter hours that no event stands for.
func (s *scene) planted(at time.Time, c insights.Counts) {
	s.Helper()
	key := insights.QuarterKey{At: at, Channel: insights.Shopify, AssetType: insights.Image}
	s.plantRollup(insights.Rollup{Quarters: []insights.QuarterRow{{Key: key, Counts: c}}})
}

// readQuarters plants sums by which it is seen where an answer comes from.
func readQuarters(s *scene) {
	j, lamp := s.journal(), s.poster()
	start := noon.Truncate(insights.Quarter)
	j.happened(s.event(insights.View, lamp, start), s.event(insights.View, lamp, start.Add(insights.Quarter-time.Millisecond)))
	s.planted(start, insights.Counts{Views: 100})
	end := start.Add(insights.Quarter)
	for _, row := range []struct {
		name     string
		from, to time.Time
		want     int64
	}{
		{"the quarter hour", start, end, 100},
		{"a day around it", start.Add(-12 * time.Hour), start.Add(12 * time.Hour), 100},
		{"edges beside it", start.Add(-time.Millisecond), end.Add(time.Millisecond), 100},
		{"all but its last millisecond", start, end.Add(-time.Millisecond), 1},
		{"all but its first millisecond", start.Add(time.Millisecond), end.Add(insights.Quarter), 1},
		{"a part of it", start.Add(time.Minute), end.Add(-time.Minute), 0},
	} {
		s.same("views of "+row.name, row.want, s.counts(row.from, row.to).Views)
	}
}

// readProjectDays plants different sums in the two rollups of days.
func readProjectDays(s *scene) {
	p := s.project("Lamp")
	lamp := s.framed(gallery.Video, &p.ID)
	start := noon.Truncate(insights.UTCDay)
	j := s.journal()
	j.happened(s.event(insights.View, lamp, noon))
	day := insights.DayKey{Day: start, AssetID: lamp}
	onShopify := day
	onShopify.Channel = insights.Shopify
	s.plantRollup(insights.Rollup{
		Days:        []insights.DayRow{{Key: day, AssetType: insights.Video, Counts: insights.Counts{Views: 10}}},
		ChannelDays: []insights.DayRow{{Key: onShopify, AssetType: insights.Video, Counts: insights.Counts{Views: 7}}},
	})
	views := func(from, to time.Time, by insights.Dimension, channels ...insights.Channel) int64 {
		r := s.figures(insights.Question{
			Filter: insights.Filter{ProjectID: &p.ID, Channels: channels}, By: by, Events: []insights.Axis{{from, to}},
		})
		return r.Events[insights.Cell{Group: by.Group(insights.Shopify, insights.Video)}].Views
	}
	end := start.Add(insights.UTCDay)
	s.same("views of the day", int64(10), views(start, end, ""))
	s.same("views of the day by type", int64(10), views(start.Add(-time.Hour), end.Add(time.Hour), insights.ByAssetType))
	s.same("views of the day by channel", int64(7), views(start, end, insights.ByChannel))
	s.same("views of the day on a channel", int64(7), views(start, end, "", insights.Shopify))
	s.same("views of the day on another", int64(0), views(start, end, "", insights.Amazon))
	s.same("views of less than the day", int64(1), views(start, end.Add(-time.Millisecond), ""))
}

// readFirst asks about times and filters that have no event.
func readFirst(s *scene) {
	j, lamp := s.journal(), s.poster()
	nobodys := insights.Question{Filter: insights.Filter{ProjectID: new(s.newID()), Channels: []insights.Channel{insights.Amazon}}}
	query := insights.RankQuery{Span: insights.Span{Start: noon, End: noon}, Filter: nobodys.Filter, Metric: insights.Views, Limit: 1}
	for _, at := range []time.Time{minute(0), minute(500), minute(-70), minute(-69), minute(-100_000)} {
		j.happened(s.event(insights.Click, lamp, at))
		want := j.record().first()
		s.same("the first of a reading", want, s.figures(nobodys).First)
		s.same("the first of a standing", want, s.rank(query).First)
	}
}

func readCopies(s *scene) {
	p := s.project("Lamp")
	source := s.framed(gallery.Image, &p.ID)
	s.framed(gallery.Image, &p.ID, func(a *gallery.Asset) { a.SourceID = &source })
	s.trashAsset(s.framed(gallery.Text, &p.ID), minute(1))
	s.trash(s.project("Shoe").ID, minute(1))
	q := insights.Question{By: insights.ByAssetType, Assets: []insights.Axis{eon}, Projects: []insights.Axis{eon}}
	s.same("what was created", reading{
		Assets:   map[insights.Cell]int64{{Group: "image"}: 1, {Group: "text"}: 1},
		Projects: map[insights.Cell]int64{{}: 2},
	}, s.figures(q), alike)
}

// readSaturates plants sums near the ends: a row that events raise beyond, and rows that are beyond together.
func readSaturates(s *scene) {
	j, lamp := s.journal(), s.poster()
	start := noon.Truncate(insights.Quarter)
	next := start.Add(insights.Quarter)
	s.planted(start, nearTheEnds())
	sell := func(at time.Time) {
		order := s.newID().String()
		j.happened(
			s.purchase(insights.Conversion, lamp, at, order, "EUR", 100), s.purchase(insights.Refund, lamp, at, order, "USD", 100),
			s.event(insights.View, lamp, at), s.event(insights.View, lamp, at),
		)
	}
	sell(start)
	s.same("the sum of a row", atTheEnds(1), s.counts(start, next))
	s.planted(next, nearTheEnds())
	s.same("the sum of rows", atTheEnds(1), s.counts(start, next.Add(insights.Quarter)))
	sell(next.Add(insights.Quarter))
	edge := next.Add(insights.Quarter + time.Minute)
	s.same("the sum of rows and events", atTheEnds(2), s.counts(start, edge))
}

// nearTheEnds are sums that little is missing from, and atTheEnds those that they come to with n purchases.
func nearTheEnds() insights.Counts {
	return insights.Counts{
		Views:   math.MaxInt64 - 1,
		Revenue: insights.Money{"EUR": math.MaxInt64 - 50, "USD": math.MinInt64 + 50},
	}
}

func atTheEnds(n int64) insights.Counts {
	return insights.Counts{
		Views: math.MaxInt64, Conversions: n, Refunds: n,
		Revenue: insights.Money{"EUR": math.MaxInt64, "USD": math.MinInt64},
	}
}
