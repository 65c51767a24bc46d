package memory

import "slices"

// selection keeps the first of many hits, in a space that does not grow with them.
type selection[T any] struct {
	limit      int
	descending bool
	hits       []hit[T]
}

func (s *selection[T]) add(h hit[T]) {
	if s.hits = append(s.hits, h); len(s.hits) >= 8*s.limit {
		s.cut()
	}
}

// cut sorts the hits and lets go of what is beyond the limit.
func (s *selection[T]) cut() []hit[T] {
	slices.SortFunc(s.hits, func(a, b hit[T]) int {
		if s.descending {
			a, b = b, a
		}
		return compareKeys(a.place, b.place)
	})
	s.hits = s.hits[:min(s.limit, len(s.hits))]
	return s.hits
}
