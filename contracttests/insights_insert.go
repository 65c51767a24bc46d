package contracttests

import (
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
)

const (
	judges = "Insert must judge the events of the batch as Facts.Judge does with the facts of the owner, and in one transaction " +
		"keep what is accepted and add Roll of exactly that to the rollups; its report is Batch.Report."
	replaysReports = "With a key, the receipt is that of the report, and a replay must return the first report (DecodeReport)."
)

var insightsInsert = []clause{
	{name: "Insights/Insert/EachEventIsJudgedByItself", must: judges, holds: insertJudges},
	{name: "Insights/Insert/WhatIsAcceptedIsKnownToTheNext", must: judges, holds: insertKnows},
	{name: "Insights/Insert/AnOrderCountsOnce", must: judges, holds: insertCountsOrdersOnce},
	{name: "Insights/Insert/AnAssetInTheTrashIsKnown", must: judges, holds: insertOnTrashed},
	{name: "Insights/Insert/APurgedAssetIsUnknown", must: judges, holds: insertOnPurged},
	{name: "Insights/Insert/KeepsTheMillisecond", must: "The time of an event is its At.", holds: insertKeepsTime},
	{name: "Insights/Insert/WithoutAnEventIsReported", must: "A batch without events must be reported too.", holds: insertNothing},
	{name: "Insights/Insert/AReplayIsTheFirstReport", must: replaysReports, holds: insertReplays},
	{name: "Insights/Insert/WithoutEffectMayBeTriedAgain", must: replaysReports, holds: insertWithoutEffect},
	{
		name:  "Insights/Insert/EventsAreCopies",
		must:  "Values that go in or come out are copies; the receiver owns them.",
		holds: eventsAreCopies,
	},
}

func insertJudges(s *scene) {
	j, lamp := s.journal(), s.poster()
	view := s.event(insights.View, lamp, noon)
	other := view
	other.Channel = string(insights.Amazon)
	malformed := s.event("glance", lamp, noon)
	report := j.happened(view, s.event(insights.Click, s.newID(), noon), malformed, view, other, s.event(insights.Impression, lamp, noon))
	s.same("the numbers", [3]int{2, 1, 3}, [3]int{report.Accepted, report.Duplicate, report.Rejected})
	j.addsUp()

	for _, again := range [][]insights.NewEvent{{other}, {view}, {other, view, s.event(insights.View, lamp, noon)}} {
		j.happened(again...)
		j.addsUp()
	}
}

// insertKnows sends each event twice within its batch, and every batch twice.
func insertKnows(s *scene) {
	j, lamp := s.journal(), s.poster()
	var batch []insights.NewEvent
	for i, kind := range insights.EventTypes {
		e := s.event(kind, lamp, minute(i))
		if kind == insights.Conversion || kind == insights.Refund {
			e = s.purchase(kind, lamp, minute(i), "1001", "EUR", 12_900)
		}
		batch = append(batch, e, e)
	}
	s.same("accepted", len(insights.EventTypes), j.happened(batch...).Accepted)
	s.same("accepted of what was sent again", 0, j.happened(batch...).Accepted)
	j.addsUp()
}

func insertCountsOrdersOnce(s *scene) {
	j, lamp, shoe := s.journal(), s.poster(), s.poster()
	sold := func(asset ident.ID, order string, edit ...func(*insights.NewEvent)) insights.NewEvent {
		e := s.purchase(insights.Conversion, asset, noon, order, "EUR", 100)
		for _, change := range edit {
			change(&e)
		}
		return e
	}
	onAmazon := func(e *insights.NewEvent) { e.Channel = string(insights.Amazon) }
	back := func(e *insights.NewEvent) { e.Type = string(insights.Refund) }
	s.same("accepted", 1, j.happened(sold(lamp, "1"), sold(lamp, "1")).Accepted)
	s.same("accepted", 3, j.happened(sold(lamp, "1"), sold(lamp, "1", onAmazon), sold(shoe, "1"), sold(lamp, "2"), sold(lamp, "2")).Accepted)
	s.same("accepted refunds", 2, j.happened(sold(lamp, "1", back), sold(lamp, "1", back)).Accepted)
	s.same("accepted with what needs quoting", 2, j.happened(sold(lamp, `it's 50%_\`), sold(lamp, "灯 \U0010FFFF")).Accepted)
	j.addsUp()
}

func insertOnTrashed(s *scene) {
	j, lamp := s.journal(), s.poster()
	s.trashAsset(lamp, minute(1))
	s.same("accepted", 1, j.happened(s.event(insights.View, lamp, noon)).Accepted)
	j.addsUp()
}

// insertOnPurged also sends an event again that was counted while its asset was there.
func insertOnPurged(s *scene) {
	j, p := s.journal(), s.project("Lamp")
	a := s.picture(&p.ID)
	s.put(a)
	before := s.event(insights.View, a.ID, noon)
	j.happened(before)
	s.purge(p.ID)
	report := j.happened(before, s.event(insights.View, a.ID, noon))
	s.same("the numbers", [3]int{0, 1, 1}, [3]int{report.Accepted, report.Duplicate, report.Rejected})
	s.same("views", int64(1), s.counts(ever.Start, ever.End).Views)
}

// insertKeepsTime parts events that are a millisecond apart.
func insertKeepsTime(s *scene) {
	j, lamp := s.journal(), s.poster()
	edge := noon.Truncate(insights.UTCDay)
	axis := insights.Axis{edge.Add(-2 * time.Millisecond)}
	for i := range 4 {
		at := edge.Add(time.Duration(i-2) * time.Millisecond)
		j.happened(s.event(insights.View, lamp, at))
		axis = append(axis, at.Add(time.Millisecond))
	}
	j.addsUp()
	for i := range axis.Len() {
		s.same("views of a millisecond", int64(1), s.counts(axis[i], axis[i+1]).Views)
	}
}

func insertNothing(s *scene) {
	j := s.journal()
	report := j.happened(s.event("glance", s.poster(), noon))
	s.same("rejected", 1, report.Rejected)
	j.addsUp()
}

func insertReplays(s *scene) {
	j, lamp := s.journal(), s.poster()
	view := s.event(insights.View, lamp, noon)
	batch, first, err := s.post(s.ctx, keyFor("one"), s.event("glance", lamp, noon), view, view, s.event(insights.Click, s.newID(), noon))
	s.ok(err)
	s.same("the report", j.judged(batch), first, alike)
	_, again, err := s.post(s.ctx, keyFor("one"), s.event(insights.Click, lamp, noon))
	s.ok(err)
	first.Replayed = true
	s.same("the replayed report", first, again, alike)
	j.addsUp()
}

// insertWithoutEffect uses the key of a batch of which nothing was accepted for another one.
func insertWithoutEffect(s *scene) {
	j, lamp := s.journal(), s.poster()
	batch, report, err := s.post(s.ctx, keyFor("one"), s.event(insights.View, s.newID(), noon))
	s.ok(err)
	s.same("the report", j.judged(batch), report, alike)
	batch, report, err = s.post(s.ctx, keyFor("another"), s.event(insights.View, lamp, noon))
	s.ok(err)
	s.same("the next report", j.judged(batch), report, alike)
	j.addsUp()
}

// eventsAreCopies spoils a batch once it was given, and every sum that comes out.
func eventsAreCopies(s *scene) {
	j, lamp := s.journal(), s.poster()
	batch, _, err := s.post(s.ctx, noKey, s.purchase(insights.Conversion, lamp, noon, "1", "EUR", 100))
	s.ok(err)
	order := *batch.Events[0].Order
	j.judged(batch)
	*batch.Events[0].Order = insights.Order{ExternalID: "2", Currency: "USD", ValueMinor: 7}
	j.accepted[0].Order = &order
	for range 2 {
		q := insights.Question{Events: []insights.Axis{{minute(-60), minute(60)}}}
		r, err := s.Reader.Read(s.ctx, s.owner, q)
		s.ok(err)
		*r.First = noon
		r.Events[0].Counts.Revenue["EUR"] = 7
	}
	j.addsUp()
	s.same("accepted of the same order", 0, j.happened(s.purchase(insights.Conversion, lamp, noon, "1", "EUR", 100)).Accepted)
	s.same("accepted of another", 1, j.happened(s.purchase(insights.Conversion, lamp, noon, "2", "USD", 7)).Accepted)
	j.addsUp()
}

// framed adds an asset of a type to a project.
func (s *scene) framed(kind gallery.Type, project *ident.ID, edit ...func(*gallery.Asset)) ident.ID {
	s.Helper()
	a := s.picture(project)
	a.Type = kind
	if kind == gallery.Text {
		a.URL, a.Content = "", "A lamp."
	}
	for _, change := range edit {
		change(&a)
	}
	s.put(a)
	return a.ID
}
