package contracttests

import (
	"fmt"
	"slices"
	"strings"

	"vitrine/core/gallery"
	"vitrine/core/page"
	"vitrine/core/search"
)

// answers fails the case unless list, count and fences all answer as judged.
func (g *goldenGallery) answers(s *scene, judged judgedAssets) {
	listing, want := g.listing(judged), g.expected(judged)
	var entries []gallery.Entry
	for _, limit := range []int{3, page.DefaultLimit, page.MaxLimit} {
		listing.Limit = limit
		entries = g.walk(s, listing, judged.Corrections)
		s.same(fmt.Sprintf("the keys in pages of %d", limit), want, g.keysOf(entries))
	}
	for _, e := range entries {
		if lines, given := judged.Highlights[g.keys[e.Asset.ID]]; given {
			s.same("the highlights", lines, marked(e))
		}
	}
	counts, err := g.service.Count(s.ctx, s.owner, listing.Filter, nil)
	s.ok(err)
	s.same("the count", page.Total{Value: int64(len(want)), Relation: page.Exact}, counts.Total)
	if slices.Contains(gallery.DateOrders, listing.Order) {
		g.fences(s, listing, want)
	}
}

// listing is the question.
func (g *goldenGallery) listing(j judgedAssets) gallery.Listing {
	f := gallery.Filter{
		Q: j.Q, Types: j.Type, Tags: j.Tag, Favorite: j.Favorite, Orientations: j.Orientation, Formats: j.Format,
		Scenes: j.Scene, Models: j.Model, CreatedAfter: j.CreatedAfter, CreatedBefore: j.CreatedBefore,
		Trashed: j.Trashed, WithoutHome: j.Project == gallery.NoProject,
	}
	if id, ok := g.projects[j.Project]; ok {
		f.Project = &id
	}
	return gallery.Listing{Filter: f, Order: j.order(), Highlights: true}
}

// expected are the keys of the answer.
func (g *goldenGallery) expected(judged judgedAssets) []string {
	if !judged.All {
		return append([]string{}, judged.Expect...)
	}
	keys := make([]string, len(g.live))
	for i, a := range g.live {
		keys[i] = g.keys[a.ID]
	}
	if judged.order().Desc {
		slices.Reverse(keys)
	}
	return keys
}

func (g *goldenGallery) keysOf(entries []gallery.Entry) []string {
	keys := make([]string, len(entries))
	for i, e := range entries {
		keys[i] = g.keys[e.Asset.ID]
	}
	return keys
}

// walk reads the list page by page to its end, and back to its beginning, which must be the same. Every page must tell the
// corrections.
func (g *goldenGallery) walk(s *scene, l gallery.Listing, corrections []search.Correction) []gallery.Entry {
	s.Helper()
	read := func(cursor string) page.Page[gallery.Entry] {
		s.Helper()
		l.Cursor = cursor
		listed, err := g.service.List(s.ctx, s.owner, l)
		s.ok(err)
		s.same("the corrections", corrections, listed.Corrections)
		return listed.Page
	}
	p := read("")
	there := slices.Clone(p.Items)
	for p.Next != "" {
		p = read(p.Next)
		there = append(there, p.Items...)
	}
	back := slices.Clone(p.Items)
	for p.Prev != "" {
		p = read(p.Prev)
		back = append(slices.Clone(p.Items), back...)
	}
	s.same("the way back", g.keysOf(there), g.keysOf(back))
	return there
}

// fences draws fences along the list, and reads it from each.
func (g *goldenGallery) fences(s *scene, l gallery.Listing, want []string) {
	s.Helper()
	const every = 10
	drawn, err := g.service.Fences(s.ctx, s.owner, l, every)
	s.ok(err)
	s.same("the total of the fences", int64(len(want)), drawn.Total)
	s.same("the number of fences", (len(want)+every-1)/every, len(drawn.Fences))
	l.Limit = 1
	for i, f := range drawn.Fences {
		l.Cursor = f.Cursor
		listed, err := g.service.List(s.ctx, s.owner, l)
		s.ok(err)
		s.same("the row at a fence", want[i*every:][:1], g.keysOf(listed.Page.Items))
	}
}

// marked are the texts of a listed asset that have highlights, each behind the name of its field ("title", "tags[0]"),
// with « and » around what matched.
func marked(e gallery.Entry) []string {
	lines := []string{}
	for _, field := range e.Asset.SearchFields() {
		for i, text := range field.Texts {
			name := field.Name
			if field.List {
				name = fmt.Sprintf("%s[%d]", name, i)
			}
			elsewhere := func(h search.Highlight) bool { return h.Field != field.Name || h.Index != nil && *h.Index != i }
			if here := slices.DeleteFunc(slices.Clone(e.Highlights), elsewhere); len(here) > 0 {
				lines = append(lines, name+": "+withMarks([]rune(text), here))
			}
		}
	}
	return lines
}

func withMarks(text []rune, list []search.Highlight) string {
	var b strings.Builder
	at := 0
	for _, h := range list {
		b.WriteString(string(text[at:h.Start]) + "«" + string(text[h.Start:h.End]) + "»")
		at = h.End
	}
	return b.String() + string(text[at:])
}
