package contracttests

import (
	"maps"

	"vitrine/core/gallery"
	"vitrine/core/page"
	"vitrine/core/search"
)

// matchingAssets are the assets that belong to the filter, as lists show them.
func matchingAssets(all []gallery.Asset, f gallery.Filter) (rows []gallery.Row) {
	for _, a := range all {
		if !assetBelongs(a, f) {
			continue
		}
		if score, said := assetSays(a, f); said {
			short, truncated := a.Excerpt()
			rows = append(rows, gallery.Row{Asset: short, Truncated: truncated, Score: score})
		}
	}
	return rows
}

// assetSays judges the text, which costs much more than the rest.
func assetSays(a gallery.Asset, f gallery.Filter) (score int, said bool) {
	if f.Text.Empty() {
		return 0, true
	}
	return f.Text.Match(a.Document())
}

// assetBelongs judges everything but the text.
func assetBelongs(a gallery.Asset, f gallery.Filter) bool {
	return a.Trashed() == f.Trashed &&
		anyOf(f.Types, a.Type) &&
		anyOf(f.Tags, a.Tags...) &&
		anyOf(f.Models, a.Model) &&
		anyOf(f.Formats, a.Format) &&
		anyOf(f.Scenes, a.Scene) &&
		anyOf(f.Orientations, a.Orientation()) &&
		(f.Project == nil || a.ProjectID != nil && *f.Project == *a.ProjectID) &&
		(!f.WithoutHome || a.ProjectID == nil) &&
		(f.Favorite == nil || *f.Favorite == a.Favorite) &&
		(f.CreatedAfter == nil || !a.CreatedAt.Before(*f.CreatedAfter)) &&
		(f.CreatedBefore == nil || a.CreatedAt.Before(*f.CreatedBefore))
}

// listedAssets is the answer to a list query.
func listedAssets(all []gallery.Asset, q gallery.Query) []gallery.Row {
	rows := matchingAssets(all, q.Filter)
	if q.Order.By != gallery.ByRelevance {
		for i := range rows {
			rows[i].Score = 0
		}
	}
	return windowed(rows, q.Order, q.Window, q.Key)
}

// countedAssets is the answer to a count.
func countedAssets(all []gallery.Asset, f gallery.Filter, facets []string, limit int64) page.Counts {
	counts := page.Counts{Total: page.TotalOf(int64(len(matchingAssets(all, f))), limit)}
	for _, facet := range facets {
		if counts.Facets == nil {
			counts.Facets = map[string][]page.Bucket{}
		}
		values := func(r gallery.Row) []string { return assetFacetValues(r.Asset, facet) }
		counts.Facets[facet] = buckets(matchingAssets(all, f.Without(facet)), values, limit, gallery.MaxBuckets(facet))
	}
	return counts
}

// assetFacetValues are what an asset counts for. One without a value counts for nothing, unless that has a name.
func assetFacetValues(a gallery.Asset, facet string) []string {
	var value string
	switch facet {
	case gallery.FacetTag:
		return a.Tags
	case gallery.FacetType:
		value = string(a.Type)
	case gallery.FacetModel:
		value = a.Model
	case gallery.FacetFormat:
		value = string(a.Format)
	case gallery.FacetScene:
		value = string(a.Scene)
	case gallery.FacetOrientation:
		value = string(a.Orientation())
	case gallery.FacetProject:
		value = gallery.NoProject
		if a.ProjectID != nil {
			value = a.ProjectID.String()
		}
	}
	if value == "" {
		return nil
	}
	return []string{value}
}

// fenced is the answer to a question for fences.
func fenced(all []gallery.Asset, q gallery.Query, every int64) page.Fences {
	q.Window = page.Window{Limit: len(all)}
	rows := listedAssets(all, q)
	total := int64(len(rows))
	f := page.Fences{Every: page.Spacing(total, every), Total: total, Marks: []page.Key{}}
	for i := int64(0); i < total; i += f.Every {
		f.Marks = append(f.Marks, q.Key(rows[i]))
	}
	return f
}

// similar are the terms of live assets near a word, by the term.
func similar(all []gallery.Asset, word string) map[string]search.Candidate {
	limit, near := search.MaxEdits(word), map[string]search.Candidate{}
	for _, a := range all {
		if a.Trashed() {
			continue
		}
		for _, p := range a.Document().Postings() {
			if search.Distance(word, p.Term, limit) <= limit {
				near[p.Term] = search.Candidate{Term: p.Term, Live: near[p.Term].Live + 1}
			}
		}
	}
	return near
}

// nearest are the candidates that no other is nearer than.
func nearest(word string, candidates map[string]search.Candidate) map[string]search.Candidate {
	limit := search.MaxEdits(word)
	distance := func(term string) int { return search.Distance(word, term, limit) }
	for term := range candidates {
		limit = min(limit, distance(term))
	}
	candidates = maps.Clone(candidates)
	maps.DeleteFunc(candidates, func(term string, _ search.Candidate) bool { return distance(term) > limit })
	return candidates
}
