package contracttests

import (
	"vitrine/core/gallery"
	"vitrine/core/page"
	"vitrine/core/search"
)

const (
	correcting     = "Where the first page would be empty, misspelt words are corrected, and the corrections hold for the whole walk."
	countsAsListed = "It counts what List shows: with the corrections that it would make."
	marksCursors   = "Fence is one mark: the list read from Cursor (empty for the beginning) starts at row Ordinal, created at that time."
)

// These clauses hold gallery.Service over the store to its word: what it says rests on several ports that must agree.
var galleryCorrected = []clause{
	{name: "Gallery/Corrected/ListsCountsAndFencesAgree", must: countsAsListed, holds: correctedAlike},
	{name: "Gallery/Corrected/OnlyWhatIsMisspelt", must: correcting, holds: correctedOnlyWords},
	{
		name:  "Gallery/Corrected/AWordIsMisspeltWhenNoLiveAssetHasIt",
		must:  "A word is misspelt when no live asset of the owner has it.",
		holds: correctedWithoutLiveAssets,
	},
	{name: "Gallery/Corrected/CursorsCarryCorrections", must: correcting, holds: correctionsInCursors},
	{name: "Gallery/Fences/CursorsBeginAtTheirRows", must: marksCursors, holds: fencesBeginAtTheirRows},
}

// listing reads everything that a listing shows, page by page.
func (s *scene) listing(l gallery.Listing) (entries []gallery.Entry, corrections []search.Correction) {
	s.Helper()
	s.settle(s)
	for {
		listed, err := s.exhibition(fixed(noon)).List(s.ctx, s.owner, l)
		s.ok(err)
		entries = append(entries, listed.Page.Items...)
		if corrections = listed.Corrections; listed.Page.Next == "" {
			return entries, corrections
		}
		l.Cursor = listed.Page.Next
	}
}

// misspelt are queries over an exhibits' words, with what they are corrected to.
var misspelt = []struct {
	q           string
	corrections []search.Correction
}{
	{"lamp", nil},
	{"lqmp", []search.Correction{{From: "lqmp", To: []string{"lamp"}}}},
	{"Lqmp wqrm", []search.Correction{{From: "Lqmp", To: []string{"lamp"}}, {From: "wqrm", To: []string{"warm"}}}},
	{"warm shoos", []search.Correction{{From: "shoos", To: []string{"shoes"}}}},
	{"lqmp -take", []search.Correction{{From: "lqmp", To: []string{"lamp"}}}},
	{"lamp nothinglikeit", nil},
	{`"lqmp"`, nil},
	{"-lqmp lamp", nil},
}

// correctedAlike asks lists, counts and fences for the same, with and without other members.
func correctedAlike(s *scene) {
	e := s.populateGallery()
	for _, m := range misspelt {
		s.step(m.q, func(s *scene) {
			for _, n := range append(e.firsts(), narrowing{narrow: func(*gallery.Filter) {}}) {
				f := gallery.Filter{}
				if n.narrow(&f); n.member != "text" {
					f.Q = m.q
					s.agreeOn(e, f, m.corrections)
				}
			}
		})
	}
}

// agreeOn expects the corrected list in every order, its counts and its fences.
func (s *scene) agreeOn(e exhibits, f gallery.Filter, corrections []search.Correction) {
	s.Helper()
	q := wholeGallery(f, gallery.Newest)
	asTyped := len(listedAssets(e.all, q))
	q.Filter.Text = q.Filter.Text.Correct(corrections)
	for _, order := range assetOrders(f) {
		q.Order = order
		entries, got := s.listing(gallery.Listing{Filter: f, Order: order, Limit: 5})
		var rows []gallery.Row
		for _, entry := range entries {
			rows = append(rows, entry.Row)
		}
		s.same("the corrections", corrections, got)
		s.same("the rows", listedAssets(e.all, q), rows)
	}
	s.same("as typed it finds nothing, or nothing was corrected", true, asTyped == 0 || len(corrections) == 0)
	service := s.exhibition(fixed(noon))
	counts, err := service.Count(s.ctx, s.owner, f, gallery.Facets)
	s.ok(err)
	s.same("the counts", countedAssets(e.all, q.Filter, gallery.Facets, plenty), counts)
	for _, q.Order = range gallery.DateOrders {
		fences, err := service.Fences(s.ctx, s.owner, gallery.Listing{Filter: f, Order: q.Order, Limit: 1}, 4)
		s.ok(err)
		want := fenced(e.all, q, 4)
		s.same("the fences", []int64{want.Every, want.Total, int64(len(want.Marks))},
			[]int64{fences.Every, fences.Total, int64(len(fences.Fences))})
	}
}

// correctedOnlyWords has a query that finds nothing for another reason than its spelling.
func correctedOnlyWords(s *scene) {
	s.titles("red lamp", "blue shoe", "blue shoo")
	for _, q := range []string{"lamp shoe", "lamp shoo", "lamp", "xyzzyx"} {
		_, corrections := s.listing(gallery.Listing{Filter: gallery.Filter{Q: q}, Limit: 5})
		s.same("the corrections of "+q, 0, len(corrections))
	}
	_, corrections := s.listing(gallery.Listing{Filter: gallery.Filter{Q: "lamp shoa"}, Limit: 5})
	s.same("the corrections", []search.Correction{{From: "shoa", To: []string{"shoe", "shoo"}}}, corrections)
}

// correctedWithoutLiveAssets has the misspelt word in the trash alone, and the right one there later.
func correctedWithoutLiveAssets(s *scene) {
	all := s.titles("shoes", "shoos")
	live, trash := gallery.Filter{Q: "shoos "}, gallery.Filter{Q: "shoas ", Trashed: true}
	corrections := func(f gallery.Filter) []search.Correction {
		_, corrections := s.listing(gallery.Listing{Filter: f, Limit: 5})
		return corrections
	}
	s.same("the corrections of a word that lives", 0, len(corrections(live)))
	s.trashAsset(all[1].ID, minute(1))
	s.same("the corrections of a word of the trash",
		[]search.Correction{{From: "shoos", To: []string{"shoes"}}}, corrections(live))
	s.same("the corrections in the trash", 0, len(corrections(trash)))
	s.trashAsset(all[0].ID, minute(1))
	s.same("the corrections to what lies in the trash", 0, len(corrections(live)))
}

// correctionsInCursors adds an asset that has the misspelt word after the first page: the walk goes on as it began.
func correctionsInCursors(s *scene) {
	s.titles("shoes", "shoes", "shoes", "shoes", "shoes")
	service := s.exhibition(fixed(noon))
	l := gallery.Listing{Filter: gallery.Filter{Q: "shoos"}, Limit: 2}
	s.settle(s)
	first, err := service.List(s.ctx, s.owner, l)
	s.ok(err)
	fences, err := service.Fences(s.ctx, s.owner, l, 2)
	s.ok(err)
	around, err := service.Around(s.ctx, s.owner, l, first.Page.Items[1].Asset.ID)
	s.ok(err)
	s.titles("shoos")
	s.settle(s)
	for name, cursor := range map[string]string{
		"the next page": first.Page.Next, "a fence": fences.Fences[1].Cursor, "around": around.Page.Next,
	} {
		l.Cursor = cursor
		for l.Cursor != "" {
			listed, err := service.List(s.ctx, s.owner, l)
			s.ok(err)
			s.same("corrections from "+name, first.Corrections, listed.Corrections)
			for _, entry := range listed.Page.Items {
				s.same("a title from "+name, "shoes", entry.Asset.Title)
			}
			l.Cursor = listed.Page.Next
		}
	}
	l.Cursor = ""
	fresh, err := service.List(s.ctx, s.owner, l)
	s.ok(err)
	s.same("a walk that begins now", 1, len(fresh.Page.Items))
}

// fencesBeginAtTheirRows opens each fence and walks from there, to the end.
func fencesBeginAtTheirRows(s *scene) {
	s.populateGallery()
	service := s.exhibition(fixed(noon))
	for _, f := range []gallery.Filter{{}, {Q: "lamp"}, {Q: "lqmp"}, {Types: gallery.Types[:1], Trashed: true}} {
		for _, order := range gallery.DateOrders {
			l := gallery.Listing{Filter: f, Order: order, Limit: page.MaxLimit}
			whole, _ := s.listing(l)
			fences, err := service.Fences(s.ctx, s.owner, l, 3)
			s.ok(err)
			s.same("the total", int64(len(whole)), fences.Total)
			for i, fence := range fences.Fences {
				s.same("the ordinal", int64(3*i), fence.Ordinal)
				s.same("the time", whole[fence.Ordinal].Asset.CreatedAt, fence.CreatedAt)
				s.same("a fence has a cursor but at the beginning", i > 0, fence.Cursor != "")
				l.Cursor = fence.Cursor
				rest, _ := s.listing(l)
				s.same("the rows from the fence on", whole[fence.Ordinal:], rest)
			}
		}
	}
}
