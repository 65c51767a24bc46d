package contracttests

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

// The reference answers every question by looking at all rows, one after the other. It is slow and plainly right, which
// is all that it is for.

// matching are the projects that belong to the filter.
func matching(all []projects.Project, f projects.Filter) (rows []projects.Row) {
	for _, p := range all {
		if belongs(p, f) {
			rows = append(rows, projects.Row{Project: p})
		}
	}
	return rows
}

func belongs(p projects.Project, f projects.Filter) bool {
	return p.Trashed() == f.Trashed &&
		anyOf(f.Statuses, p.Run.Status) &&
		anyOf(f.Types, p.Type) &&
		anyOf(f.Tags, p.Tags...) &&
		(f.Favorite == nil || *f.Favorite == p.Favorite) &&
		(f.CreatedAfter == nil || !p.CreatedAt.Before(*f.CreatedAfter)) &&
		(f.CreatedBefore == nil || p.CreatedAt.Before(*f.CreatedBefore)) &&
		says(p, f)
}

func says(p projects.Project, f projects.Filter) bool {
	if f.Text.Empty() {
		return true
	}
	_, ok := f.Text.Match(p.Document())
	return ok
}

// anyOf reports whether one of the values is wanted; no wish is any value.
func anyOf[T comparable](wanted []T, values ...T) bool {
	return len(wanted) == 0 || slices.ContainsFunc(values, func(v T) bool { return slices.Contains(wanted, v) })
}

// listed is the answer to a list query.
func listed(all []projects.Project, q projects.Query) []projects.Row {
	rows := matching(all, q.Filter)
	if q.Order.By == projects.ByRelevance {
		for i := range rows {
			rows[i].Score, _ = q.Filter.Text.Match(rows[i].Project.Document())
		}
	}
	return windowed(rows, q.Order, q.Window, q.Key)
}

// windowed are the rows of the window, in walking order.
func windowed[R any](rows []R, order page.Order, w page.Window, key func(R) page.Key) []R {
	walking := func(a, b page.Key) int {
		if w.Descending(order) {
			return compareKeys(b, a)
		}
		return compareKeys(a, b)
	}
	slices.SortFunc(rows, func(a, b R) int { return walking(key(a), key(b)) })
	if from := w.From; from != nil {
		rows = slices.DeleteFunc(rows, func(r R) bool {
			side := walking(key(r), *from)
			return side < 0 || side == 0 && !w.Inclusive
		})
	}
	return rows[:min(len(rows), w.Rows())]
}

func compareKeys(a, b page.Key) int {
	return cmp.Or(
		cmp.Compare(a.Rank, b.Rank), strings.Compare(a.Text, b.Text), cmp.Compare(a.Time, b.Time),
		bytes.Compare(a.ID[:], b.ID[:]),
	)
}

// counted is the answer to a count.
func counted(all []projects.Project, f projects.Filter, facets []string, limit int64) page.Counts {
	counts := page.Counts{Total: page.TotalOf(int64(len(matching(all, f))), limit)}
	for _, facet := range facets {
		if counts.Facets == nil {
			counts.Facets = map[string][]page.Bucket{}
		}
		values := func(r projects.Row) []string { return facetValues(r.Project, facet) }
		counts.Facets[facet] = buckets(matching(all, f.Without(facet)), values, limit, projects.MaxBuckets)
	}
	return counts
}

// buckets are the most frequent values of the rows; nil of more than limit rows.
func buckets[R any](rows []R, values func(R) []string, limit int64, most int) []page.Bucket {
	if int64(len(rows)) > limit {
		return nil
	}
	n := map[string]int64{}
	for _, row := range rows {
		for _, value := range values(row) {
			n[value]++
		}
	}
	counted := []page.Bucket{}
	for value, count := range n {
		counted = append(counted, page.Bucket{Value: value, Count: count})
	}
	slices.SortFunc(counted, func(a, b page.Bucket) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	return counted[:min(len(counted), most)]
}

func facetValues(p projects.Project, facet string) []string {
	switch facet {
	case projects.FacetStatus:
		return []string{string(p.Run.Status)}
	case projects.FacetType:
		return []string{string(p.Type)}
	default:
		return p.Tags
	}
}

// derived is the project with the counts and the cover that its assets give it.
func derived(p projects.Project, assets []gallery.Asset) projects.Project {
	var live []gallery.Asset
	for _, a := range assets {
		if a.ProjectID != nil && *a.ProjectID == p.ID && !a.Trashed() {
			live = append(live, a)
		}
	}
	p.Assets, p.Cover = tally(live), cover(live)
	return p
}

func tally(live []gallery.Asset) (n projects.Counts) {
	for _, a := range live {
		switch a.Type {
		case gallery.Image:
			n.Image++
		case gallery.Video:
			n.Video++
		case gallery.Text:
			n.Text++
		}
	}
	return n
}

// cover is the first image, else the thumbnail of the first video that has one.
func cover(live []gallery.Asset) *projects.Picture {
	slices.SortFunc(live, func(a, b gallery.Asset) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), compareIDs(a.ID, b.ID))
	})
	for _, kind := range []gallery.Type{gallery.Image, gallery.Video} {
		for _, a := range live {
			if a.Type != kind {
				continue
			}
			if url := coverURL(a); url != "" {
				return &projects.Picture{URL: url, Width: a.Width, Height: a.Height}
			}
		}
	}
	return nil
}

func coverURL(a gallery.Asset) string {
	if a.ThumbnailURL != "" || a.Type == gallery.Video {
		return a.ThumbnailURL
	}
	return a.URL
}

func compareIDs(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) }
