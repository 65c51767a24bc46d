package memory

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"vitrine/core/page"
)

// count counts the rows that answer the question, and for each facet the values among the rows that answer it without
// the facet's own field.
func (t *table[T]) count(ctx context.Context, q question, facets []string, limit int64) (page.Counts, error) {
	fields := make([]int, len(facets))
	for i, facet := range facets {
		if fields[i] = slices.Index(t.schema.facets, facet); fields[i] < 0 {
			return page.Counts{}, fmt.Errorf("nothing is counted by %q", facet)
		}
	}
	whole, err := t.tally(ctx, q, fields, limit)
	if err != nil {
		return page.Counts{}, err
	}
	counts := page.Counts{Total: page.TotalOf(whole.rows, limit), Facets: make(map[string][]page.Bucket, len(facets))}
	for i, field := range fields {
		rows := whole
		if len(q.wanted[field]) > 0 {
			if rows, err = t.tally(ctx, q.without(field), []int{field}, limit); err != nil {
				return page.Counts{}, err
			}
		}
		counts.Facets[facets[i]] = rows.buckets(field, limit, t.schema.most(facets[i]))
	}
	return counts, nil
}

// tally is a number of rows, and how often each value of some fields occurs among them.
type tally struct {
	rows   int64
	values []map[string]int64 // of each field of the schema; nil where it was not asked for
}

// tally ends at one row more than limit, where its values mean nothing.
func (t *table[T]) tally(ctx context.Context, q question, fields []int, limit int64) (tally, error) {
	n := tally{values: make([]map[string]int64, len(t.schema.fields))}
	for _, field := range fields {
		n.values[field] = map[string]int64{}
	}
	err := t.shelf(q.trashed).shortest(q).answers(ctx, q, func(r *row[T], _ int) bool {
		n.rows++
		for _, field := range fields {
			for _, value := range r.values[field] {
				n.values[field][value]++
			}
		}
		return n.rows <= limit
	})
	return n, err
}

// buckets are the most frequent values of the field, then those first in byte order. They are nil beyond the limit.
func (t tally) buckets(field int, limit int64, most int) []page.Bucket {
	if t.rows > limit {
		return nil
	}
	list := make([]page.Bucket, 0, len(t.values[field]))
	for value, n := range t.values[field] {
		list = append(list, page.Bucket{Value: value, Count: n})
	}
	slices.SortFunc(list, func(a, b page.Bucket) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	return list[:min(len(list), most)]
}
