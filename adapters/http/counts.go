package http

import "vitrine/core/page"

// countsJSON is the answer of a count. Facets are absent where none was asked for, and null beyond the count limit.
type countsJSON struct {
	Total    totalJSON                `json:"total"`
	Facets   map[string]*[]bucketJSON `json:"facets,omitzero"`
	Degraded []string                 `json:"degraded,omitzero"`
}

type totalJSON struct {
	Value    int64         `json:"value"`
	Relation page.Relation `json:"relation"`
}

type bucketJSON struct {
	Value string `json:"value"`
	Count int64  `json:"count"`
}

func countsOf(c page.Counts, facets []string) countsJSON {
	shown := countsJSON{Total: totalJSON(c.Total), Degraded: without("search", c.Degraded)}
	if len(facets) == 0 {
		return shown
	}
	shown.Facets = make(map[string]*[]bucketJSON, len(facets))
	for _, facet := range facets {
		shown.Facets[facet] = bucketsOf(c.Facets[facet])
	}
	return shown
}

func bucketsOf(buckets []page.Bucket) *[]bucketJSON {
	if buckets == nil {
		return nil
	}
	shown := make([]bucketJSON, len(buckets))
	for i, b := range buckets {
		shown[i] = bucketJSON(b)
	}
	return &shown
}
