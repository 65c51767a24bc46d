package memory

import (
	"errors"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/ident"
)

// copied is a value that gives copies of itself which share nothing with it.
type copied[T any] interface {
	Clone() T
}

// staged is a change of many that is not in effect yet.
type staged[T copied[T]] struct {
	results bulk.Results
	written []T // one a result; the zero value where the result has a fault
}

// stage applies change to a copy of each row of ids, in that order; find gives the copies. A fault is the result of its
// row alone, and any other error ends the stage.
func stage[T copied[T]](ids []ident.ID, find func(ident.ID) (T, bool), change func(*T) error) (staged[T], error) {
	s := staged[T]{results: make(bulk.Results, len(ids)), written: make([]T, len(ids))}
	for i, id := range ids {
		result := &s.results[i]
		result.ID = id
		v, ok := find(id)
		if !ok {
			result.Fault = fault.Absent()
			continue
		}
		switch err := change(&v); {
		case err == nil:
			s.written[i] = v.Clone() // change may have kept v
		case !errors.As(err, &result.Fault):
			return staged[T]{}, err
		}
	}
	return s, nil
}

// commit hands out a copy of each row that came out.
func (s staged[T]) commit(put func(ident.ID, T)) {
	for i, result := range s.results {
		if result.Fault == nil {
			put(result.ID, s.written[i].Clone())
		}
	}
}
