package elastic

import (
	"context"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// aggregation is a number of rows, and the values among them.
type aggregation struct {
	Count  int64 `json:"doc_count"`
	Values struct {
		Buckets []struct {
			Key   string `json:"key"`
			Count int64  `json:"doc_count"`
		} `json:"buckets"`
	} `json:"values"`
}

// total is the name of the aggregation of all rows that the filter admits. No facet has it.
const total = "total"

// Count implements gallery.Searcher. All numbers come from one search, so they are of one moment. An owner's rows are in one
// shard, so the values that are listed are exact.
func (s *Assets) Count(
	ctx context.Context, owner ident.Owner, f gallery.Filter, facets []string, limit int64,
) (page.Counts, error) {
	var found answer
	if err := s.client.search(ctx, s.alias, owner, countsOf(owner, f, facets), &found); err != nil {
		return page.Counts{}, err
	}
	for _, name := range append([]string{total}, facets...) {
		if _, there := found.Aggregations[name]; !there {
			return page.Counts{}, translate(errGarbled)
		}
	}
	counts := page.Counts{Total: page.TotalOf(found.Aggregations[total].Count, limit)}
	if len(facets) > 0 {
		counts.Facets = make(map[string][]page.Bucket, len(facets))
	}
	for _, facet := range facets {
		counts.Facets[facet] = found.Aggregations[facet].buckets(limit)
	}
	return counts, nil
}

// countsOf writes the search for the counts. What no facet may ignore narrows the whole; the other members narrow each facet
// but their own.
func countsOf(owner ident.Owner, f gallery.Filter, facets []string) object {
	rows := about(owner, f)
	counts := object{total: object{"filter": all(rows.conditions(""))}}
	for _, facet := range facets {
		values := object{"field": facetFields[facet], "size": gallery.MaxBuckets(facet)}
		counts[facet] = object{
			"filter": all(rows.conditions(facet)), "aggs": object{"values": object{"terms": values}},
		}
	}
	return object{"query": rows.with(nil), "size": 0, "track_total_hits": false, "aggs": counts}
}

func all(conditions []object) object { return object{"bool": object{"filter": conditions}} }

// buckets are the values, nil where more than limit rows would have to be counted.
func (a aggregation) buckets(limit int64) []page.Bucket {
	if a.Count > limit {
		return nil
	}
	list := make([]page.Bucket, len(a.Values.Buckets))
	for i, b := range a.Values.Buckets {
		list[i] = page.Bucket{Value: b.Key, Count: b.Count}
	}
	return list
}
