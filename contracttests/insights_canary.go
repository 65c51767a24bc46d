package contracttests

import (
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
)

var insightsCanary = []clause{
	{name: "Tenancy/Insights/NothingOfAnotherOwnerShows", must: addsUp, holds: figuresAreUnmoved},
	{name: "Tenancy/Insights/AForeignAssetIsUnknown", must: "those of the owner, the trash included", holds: foreignAssets},
	{name: "Tenancy/Insights/IDsAndOrdersAreTheOwners", must: "unique to the owner", holds: foreignEvents},
	{name: "Tenancy/Insights/AForeignProjectIsEmpty", must: "none where it is absent or foreign", holds: foreignProjectCounts},
}

// told is everything that the ports tell of an owner.
func (m *market) told() (told []any) {
	m.Helper()
	all := []insights.Axis{eon}
	for _, by := range append(insights.Dimensions, "") {
		for _, project := range m.homes {
			f := insights.Filter{ProjectID: &project}
			told = append(told, m.figures(insights.Question{Filter: f, By: by, Events: all, Assets: all, Projects: all}))
		}
		told = append(told, m.figures(insights.Question{By: by, Events: all, Assets: all, Projects: all}))
	}
	for _, metric := range insights.RankedMetrics {
		q := insights.RankQuery{Span: ever, Metric: metric, Currency: "EUR", MinDenominator: 1, Limit: 100}
		told = append(told, m.rank(q))
		q.Filter.Channels = insights.Channels[:2]
		q.Span.End = noon
		told = append(told, m.rank(q))
	}
	oldest, err := m.Catalog.Oldest(m.ctx, m.owner, 100)
	m.ok(err)
	return append(told, m.cards(m.assets...), oldest, m.compare(ever.Start, false))
}

// figuresAreUnmoved lets another owner have the same, and more. No answer may change by it.
func figuresAreUnmoved(s *scene) {
	m := s.market(1)
	before := m.told()
	theirs := s.stranger().market(1)
	theirs.plantDay(noon, theirs.assets[0], insights.Counts{Views: 1000})
	theirs.plantDay(noon, m.assets[0], insights.Counts{Views: 1000})
	theirs.planted(noon.Truncate(insights.Quarter), insights.Counts{Views: 1000})
	s.same("what is told", before, m.told(), alike)
	for range 4 {
		theirs.compare(ever.Start, true)
	}
	s.same("what is told after the other's repair", before, m.told(), alike)
	m.addsUp()
}

func foreignAssets(s *scene) {
	stranger := s.stranger()
	theirs := stranger.poster()
	j := s.journal()
	s.same("accepted", 0, j.happened(s.event(insights.View, theirs, noon)).Accepted)
	s.same("cards", 0, len(s.cards(theirs)))
	s.same("what is there", insights.Counts{}, s.counts(ever.Start, ever.End), alike)
	s.same("what the other has", insights.Counts{}, stranger.counts(ever.Start, ever.End), alike)
}

// foreignEvents sends the same ids and orders for two owners.
func foreignEvents(s *scene) {
	stranger := s.stranger()
	both := []*journal{s.journal(), stranger.journal()}
	view, sale := s.newID(), s.newID()
	for _, j := range both {
		lamp := j.poster()
		events := []insights.NewEvent{j.event(insights.View, lamp, noon), j.purchase(insights.Conversion, lamp, noon, "1", "EUR", 100)}
		events[0].ID, events[1].ID = view.String(), sale.String()
		s.same("accepted", 2, j.happened(events...).Accepted)
		s.same("accepted again", 0, j.happened(events...).Accepted)
	}
	for _, j := range both {
		j.addsUp()
	}
}

// foreignProjectCounts asks for the figures of another owner's project, and of one that nobody has.
func foreignProjectCounts(s *scene) {
	stranger := s.stranger()
	p := stranger.project("Lamp")
	theirs := stranger.framed(gallery.Image, &p.ID)
	stranger.journal().happened(stranger.event(insights.View, theirs, noon))
	j := s.journal()
	j.happened(s.event(insights.View, s.poster(), noon))
	for _, id := range []ident.ID{p.ID, s.newID()} {
		f := insights.Filter{ProjectID: &id}
		all := []insights.Axis{eon}
		r := s.figures(insights.Question{Filter: f, Events: all, Assets: all})
		s.same("figures", reading{First: j.record().first()}, r, alike)
		s.same("assets", 0, len(s.rank(insights.RankQuery{Span: ever, Filter: f, Metric: insights.Views, Limit: 1}).Rows))
	}
}
