package contracttests

import (
	"fmt"

	"vitrine/core/gallery"
	"vitrine/core/page"
)

// mistyped are words of the vocabulary as people mistype them.
var mistyped = []string{"lmap", "shoee", "eclaire", "ranhc", "lamp shoz"}

// assetFilter draws a filter by one member, or by none, and a text now and then.
func (g *game) assetFilter() gallery.Filter {
	f := gallery.Filter{Trashed: g.rng.IntN(5) == 0}
	switch g.rng.IntN(8) {
	case 0:
		f.Types = some(g.rng, gallery.Types, 2)
	case 1:
		f.Tags = some(g.rng, vocabulary, 3)
	case 2:
		f.WithoutHome = true
	case 3, 4:
		id := g.project()
		f.Project = &id
	case 5:
		f.Favorite, f.CreatedAfter = maybe(g.rng, true), maybe(g.rng, minute(g.rng.IntN(40)))
	case 6:
		f.Orientations = some(g.rng, gallery.Orientations, 2)
	}
	switch g.rng.IntN(4) {
	case 0:
		f.Q = pick(g.rng, vocabulary)
	case 1:
		f.Q = pick(g.rng, mistyped)
	}
	return f
}

// assetListing draws a listing, which may be one that is refused.
func (g *game) assetListing(orders []page.Order) gallery.Listing {
	return gallery.Listing{
		Filter: g.assetFilter(), Order: pick(g.rng, orders), Limit: 1 + g.rng.IntN(5), Highlights: g.rng.IntN(2) == 0,
	}
}

// listAssets reads three pages onwards and one back, each by the cursor of the one before.
func (g *game) listAssets() move {
	first := g.assetListing(gallery.Orders)
	return move{fmt.Sprintf("list assets %+v", first), func(p *player) (any, error) {
		var pages []gallery.Listed
		for l := first; len(pages) < 4; {
			got, err := p.gallery.List(p.ctx, p.owner, l)
			pages = append(pages, got)
			if err != nil {
				return pages, err
			}
			if l.Cursor = got.Page.Next; l.Cursor == "" || len(pages) == 3 {
				l.Cursor = got.Page.Prev
			}
			if l.Cursor == "" {
				break
			}
		}
		return pages, nil
	}}
}

func (g *game) around() move {
	if len(g.assets) == 0 {
		return g.addAssets()
	}
	l, id := g.assetListing(gallery.Orders), g.drawn(g.assets)
	return move{fmt.Sprintf("around %s %+v", id, l), func(p *player) (any, error) {
		return p.gallery.Around(p.ctx, p.owner, l, id)
	}}
}

func (g *game) countAssets() move {
	f := g.assetFilter()
	return move{fmt.Sprintf("count assets %+v", f), func(p *player) (any, error) {
		return p.gallery.Count(p.ctx, p.owner, f, gallery.Facets)
	}}
}

func (g *game) fences() move {
	l, every := g.assetListing(gallery.DateOrders), 1+g.rng.Int64N(4)
	return move{fmt.Sprintf("fences every %d %+v", every, l), func(p *player) (any, error) {
		return p.gallery.Fences(p.ctx, p.owner, l, every)
	}}
}
