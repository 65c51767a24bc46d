package memory

import (
	"context"
	"slices"

	"vitrine/core/page"
)

// fences marks the answers to the question along the order of creation. The window is not looked at.
func (t *table[T]) fences(ctx context.Context, l listing, every int64) (page.Fences, error) {
	var rows []*row[T]
	err := t.shelf(l.trashed).shortest(l.question).answers(ctx, l.question, func(r *row[T], _ int) bool {
		rows = append(rows, r)
		return true
	})
	if err != nil {
		return page.Fences{}, err
	}
	// It costs little where the path was one set, and had them in order.
	slices.SortFunc(rows, func(a, b *row[T]) int { return compareKeys(a.places[creation], b.places[creation]) })
	if l.order.Desc {
		slices.Reverse(rows)
	}
	total := int64(len(rows))
	f := page.Fences{Every: page.Spacing(total, every), Total: total, Marks: []page.Key{}}
	for at := int64(0); at < total; at += f.Every {
		f.Marks = append(f.Marks, rows[at].places[creation])
	}
	return f, nil
}
