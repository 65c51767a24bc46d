package contracttests

import (
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"
)

// wholeGallery is the list of a filter from its beginning, in the largest pages.
func wholeGallery(f gallery.Filter, order page.Order) gallery.Query {
	return gallery.Query{Filter: f.Normalize(), Order: order, Window: page.Window{Limit: page.MaxLimit}}
}

// listAssets reads one window.
func (s *scene) listAssets(q gallery.Query) []gallery.Row {
	s.Helper()
	s.settle(s)
	rows, err := s.AssetFinder.List(s.ctx, s.owner, q)
	s.ok(err)
	return rows
}

// assetList is the list of a query beside what the assets say it should be.
func (s *scene) assetList(all []gallery.Asset, q gallery.Query) list[gallery.Row] {
	at := func(w page.Window) gallery.Query { q.Window = w; return q }
	return list[gallery.Row]{
		order: q.Order,
		got:   func(w page.Window) []gallery.Row { return s.listAssets(at(w)) },
		want:  func(w page.Window) []gallery.Row { return listedAssets(all, at(w)) },
		key:   q.Key,
		title: func(id ident.ID) string {
			for _, a := range all {
				if a.ID == id {
					return a.DisplayTitle()
				}
			}
			return "(no asset of the owner)"
		},
	}
}

// everyAsset is all rows of a filter, newest first.
func (s *scene) everyAsset(f gallery.Filter) []gallery.Row {
	s.Helper()
	l := s.assetList(nil, wholeGallery(f, gallery.Newest))
	return l.walked(s, l.got, page.Window{Limit: page.MaxLimit})
}

func (s *scene) countAssets(f gallery.Filter, facets []string, limit int64) page.Counts {
	s.Helper()
	s.settle(s)
	counts, err := s.AssetFinder.Count(s.ctx, s.owner, f.Normalize(), facets, limit)
	s.ok(err)
	return counts
}

func (s *scene) fences(q gallery.Query, every int64) page.Fences {
	s.Helper()
	s.settle(s)
	fences, err := s.AssetFinder.Fences(s.ctx, s.owner, q, every)
	s.ok(err)
	return fences
}

// similar are the candidates by their terms, each of which may come once.
func (s *scene) similar(word string) map[string]search.Candidate {
	s.Helper()
	s.settle(s)
	candidates, err := s.Vocabulary.Similar(s.ctx, s.owner, word)
	s.ok(err)
	by := map[string]search.Candidate{}
	for _, c := range candidates {
		if _, twice := by[c.Term]; twice {
			s.Fatalf("%q is near %q twice", c.Term, word)
		}
		by[c.Term] = c
	}
	return by
}

// display is what lists, counts and fences of assets show.
type display struct {
	Live, Trash             []gallery.Row
	LiveCounts, TrashCounts page.Counts
	Fences                  page.Fences
}

func (s *scene) display() display {
	s.Helper()
	trash := gallery.Filter{Trashed: true}
	return display{
		Live: s.everyAsset(gallery.Filter{}), Trash: s.everyAsset(trash),
		LiveCounts:  s.countAssets(gallery.Filter{}, gallery.Facets, oracleCountLimit),
		TrashCounts: s.countAssets(trash, gallery.Facets, oracleCountLimit),
		Fences:      s.fences(wholeGallery(gallery.Filter{}, gallery.Newest), 3),
	}
}
