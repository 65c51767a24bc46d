package memory

import (
	"context"

	"vitrine/core/page"
)

// hit is a row of an answer and its place in the order asked for.
type hit[T any] struct {
	row   *row[T]
	place page.Key
}

// list finds the rows of a window, in walking order.
func (t *table[T]) list(ctx context.Context, l listing) ([]hit[T], error) {
	s := t.shelf(l.trashed)
	p := s.shortest(l.question)
	at := t.schema.order(l.order.By)
	if at < 0 { // an order that depends on the question
		return gather(ctx, p, l, func(r *row[T], score int) page.Key { return t.schema.place(l.order.By, r.value, score) })
	}
	along := s.orders[at]
	if at == creation && len(p.sets) == 1 {
		along = p.sets[0]
	}
	// Where answers are frequent, a walk fills the window at once. If it has seen as many rows as the path has and is not
	// through, answers are rare, and the path is the way to them.
	hits, through, err := walk(ctx, along, l, p.size)
	if through || err != nil {
		return hits, err
	}
	return gather(ctx, p, l, func(r *row[T], _ int) page.Key { return r.places[at] })
}

// walk goes along a set that has the order asked for, past as many rows as most says. It is through when the window is
// full or the set has ended.
func walk[T any](ctx context.Context, along *set[T], l listing, most int) (hits []hit[T], through bool, err error) {
	in := windowBounds(l.window, l.order).and(l.within)
	if along.at == creation {
		in = in.and(l.created)
	}
	seen := 0
	for r := range along.walk(in, l.window.Descending(l.order)) {
		if seen++; ended(ctx, seen) {
			return nil, false, ctx.Err()
		}
		if seen > most {
			return nil, false, nil
		}
		if _, ok := r.answers(l.question); !ok {
			continue
		}
		if hits = append(hits, hit[T]{r, r.places[along.at]}); len(hits) == l.window.Rows() {
			break
		}
	}
	return hits, true, nil
}

// gather takes all rows of a path and keeps the first ones of the window. place tells where a row stands, given the
// score of its text.
func gather[T any](ctx context.Context, p path[T], l listing, place func(*row[T], int) page.Key) ([]hit[T], error) {
	in := windowBounds(l.window, l.order)
	first := selection[T]{limit: l.window.Rows(), descending: l.window.Descending(l.order)}
	err := p.answers(ctx, l.question, func(r *row[T], score int) bool {
		if at := place(r, score); in.hold(at) {
			first.add(hit[T]{r, at})
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	return first.cut(), nil
}
