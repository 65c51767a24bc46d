package memory

import (
	"slices"

	"vitrine/core/page"
	"vitrine/core/search"
)

// question is a filter in terms of a schema.
type question struct {
	trashed bool       // about the trash instead of what is live
	wanted  [][]string // of each field of the schema any of these values, sorted; none is all rows
	created bounds     // in the order of creation
	text    search.Query
}

// without is the question without what it wants of one field.
func (q question) without(field int) question {
	q.wanted = slices.Clone(q.wanted)
	q.wanted[field] = nil
	return q
}

// listing is a question for a window of the rows in an order.
type listing struct {
	question
	order  page.Order
	within bounds // of the order: no answer lies outside
	window page.Window
}

// answers reports whether the row belongs to the answer, and the score of its text.
func (r *row[T]) answers(q question) (score int, ok bool) {
	if !q.created.hold(r.places[creation]) {
		return 0, false
	}
	for i, wanted := range q.wanted {
		if len(wanted) > 0 && !overlap(r.values[i], wanted) {
			return 0, false
		}
	}
	return q.text.Match(r.document)
}

// overlap reports whether one of the values is among those wanted, which are sorted.
func overlap(values, wanted []string) bool {
	return slices.ContainsFunc(values, func(v string) bool {
		_, ok := slices.BinarySearch(wanted, v)
		return ok
	})
}
