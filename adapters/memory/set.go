package memory

import (
	"iter"
	"sort"

	"vitrine/core/page"

	"github.com/tidwall/btree"
)

// set keeps rows in one order. It must not change while it is walked.
type set[T any] struct {
	tree *btree.BTreeG[*row[T]]
	at   int            // which of a row's places the order goes by
	last btree.PathHint // where a row was added last: the next one mostly belongs beside it
}

func newSet[T any](at int) *set[T] {
	before := func(a, b *row[T]) bool { return compareKeys(a.places[at], b.places[at]) < 0 }
	return &set[T]{tree: btree.NewBTreeGOptions(before, btree.Options{NoLocks: true}), at: at}
}

func (s *set[T]) add(r *row[T])    { s.tree.SetHint(r, &s.last) }
func (s *set[T]) remove(r *row[T]) { s.tree.Delete(r) }
func (s *set[T]) len() int         { return s.tree.Len() }

// walk gives the rows within the bounds, in the order or, descending, against it.
func (s *set[T]) walk(in bounds, descending bool) iter.Seq[*row[T]] {
	if descending {
		return func(yield func(*row[T]) bool) { s.descend(in, yield) }
	}
	return func(yield func(*row[T]) bool) { s.ascend(in, yield) }
}

func (s *set[T]) ascend(in bounds, yield func(*row[T]) bool) {
	visit := func(r *row[T]) bool { return !in.tooHigh(r.places[s.at]) && yield(r) }
	if in.low == nil {
		s.tree.Scan(visit)
		return
	}
	s.tree.Ascend(s.probe(*in.low), visit)
}

func (s *set[T]) descend(in bounds, yield func(*row[T]) bool) {
	visit := func(r *row[T]) bool {
		k := r.places[s.at]
		return in.tooHigh(k) || !in.tooLow(k) && yield(r) // the row at the high bound itself is passed over
	}
	if in.high == nil {
		s.tree.Reverse(visit)
		return
	}
	s.tree.Descend(s.probe(*in.high), visit)
}

// size is how many rows lie within the bounds.
func (s *set[T]) size(in bounds) int {
	from, to := 0, s.len()
	if in.low != nil {
		from = s.rank(*in.low)
	}
	if in.high != nil {
		to = s.rank(*in.high)
	}
	return max(0, to-from)
}

// rank is how many rows lie before the place.
func (s *set[T]) rank(k page.Key) int {
	return sort.Search(s.len(), func(i int) bool {
		r, _ := s.tree.GetAt(i)
		return compareKeys(r.places[s.at], k) >= 0
	})
}

// probe stands for a row at the place.
func (s *set[T]) probe(k page.Key) *row[T] {
	places := make([]page.Key, s.at+1)
	places[s.at] = k
	return &row[T]{places: places}
}
