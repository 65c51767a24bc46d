package contracttests

import (
	"fmt"

	"vitrine/core/page"
	"vitrine/core/projects"
)

// filter draws a filter by one member, or by none.
func (g *game) filter() projects.Filter {
	f := projects.Filter{Trashed: g.rng.IntN(5) == 0}
	switch g.rng.IntN(6) {
	case 0:
		f.Statuses = some(g.rng, projects.Statuses, 3)
	case 1:
		f.Types = some(g.rng, projects.Types, 2)
	case 2:
		f.Tags = some(g.rng, vocabulary, 3)
	case 3:
		f.Favorite, f.CreatedAfter = maybe(g.rng, true), maybe(g.rng, minute(g.rng.IntN(40)))
	case 4:
		f.Q = pick(g.rng, vocabulary)
	}
	return f
}

// list reads three pages onwards and one back, each by the cursor of the one before.
func (g *game) list() move {
	l := projects.Listing{Filter: g.filter(), Order: pick(g.rng, projects.Orders), Limit: 1 + g.rng.IntN(5)}
	return move{fmt.Sprintf("list %+v", l), func(p *player) (any, error) {
		var pages []page.Page[projects.Project]
		for len(pages) < 4 {
			got, err := p.projects.List(p.ctx, p.owner, l)
			pages = append(pages, got)
			if err != nil {
				return pages, err
			}
			if l.Cursor = got.Next; l.Cursor == "" || len(pages) == 3 {
				l.Cursor = got.Prev
			}
			if l.Cursor == "" {
				break
			}
		}
		l.Cursor = ""
		return pages, nil
	}}
}

func (g *game) count() move {
	f := g.filter()
	return move{fmt.Sprintf("count %+v", f), func(p *player) (any, error) {
		return p.projects.Count(p.ctx, p.owner, f, projects.Facets)
	}}
}
