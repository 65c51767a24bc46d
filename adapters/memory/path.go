package memory

import (
	"context"
	"iter"
	"slices"
	"strings"

	"vitrine/core/search"
)

// path leads to every row that answers a question, and to others: it is the rows of all its sets, each of which is in
// the order of creation.
type path[T any] struct {
	sets []*set[T]
	size int // how many rows they have at most, so that paths can be compared
}

// shortest is the path with the fewest rows. That one member of the question is rare makes it short, whatever the
// others are.
func (s *shelf[T]) shortest(q question) path[T] {
	all := s.orders[creation]
	best := path[T]{sets: []*set[T]{all}, size: all.size(q.created)}
	for i, wanted := range q.wanted {
		if len(wanted) > 0 {
			best = best.or(s.fields[i].under(wanted))
		}
	}
	for _, need := range q.text.Needs() {
		best = best.or(s.having(need))
	}
	return best
}

// having gives the rows that have a term which one of the slots matches.
func (s *shelf[T]) having(need []search.Slot) iter.Seq2[string, *set[T]] {
	return func(yield func(string, *set[T]) bool) {
		for _, slot := range need {
			sets := s.terms.under(uncovered(slot.Terms, need))
			if slot.Prefix != "" {
				sets = s.terms.prefixed(slot.Prefix)
			}
			for word, rows := range sets {
				if !yield(word, rows) {
					return
				}
			}
		}
	}
}

// uncovered are the terms that no prefix among the slots matches as well, as it does the word that is still being typed.
func uncovered(terms []string, need []search.Slot) []string {
	return slices.DeleteFunc(slices.Clone(terms), func(term string) bool {
		return slices.ContainsFunc(need, func(s search.Slot) bool { return s.Prefix != "" && strings.HasPrefix(term, s.Prefix) })
	})
}

// or is the path through the sets where that is shorter. It looks at no more sets than it takes to see that it is not.
func (p path[T]) or(sets iter.Seq2[string, *set[T]]) path[T] {
	var other path[T]
	for _, rows := range sets {
		other.sets, other.size = append(other.sets, rows), other.size+rows.len()
		if other.size >= p.size {
			return p
		}
	}
	return other
}

// answers hands each row of the path that answers the question to take, with the score of its text, in no order, until
// take wants no more. It fails when ctx ends.
func (p path[T]) answers(ctx context.Context, q question, take func(r *row[T], score int) (more bool)) error {
	seen := 0
	for r := range p.rows(q.created) {
		if seen++; ended(ctx, seen) {
			return ctx.Err()
		}
		if score, ok := r.answers(q); ok && !take(r, score) {
			break
		}
	}
	return nil
}

// ended looks at the context now and then, since a look at each row would cost more than the row.
func ended(ctx context.Context, seen int) bool { return seen%1024 == 0 && ctx.Err() != nil }

// rows gives the rows of the path that were created within the bounds, each once, in no order.
func (p path[T]) rows(created bounds) iter.Seq[*row[T]] {
	if len(p.sets) == 1 {
		return p.sets[0].walk(created, false)
	}
	return func(yield func(*row[T]) bool) {
		seen := map[*row[T]]bool{}
		for _, rows := range p.sets {
			for r := range rows.walk(created, false) {
				if !seen[r] && !yield(r) {
					return
				}
				seen[r] = true
			}
		}
	}
}
