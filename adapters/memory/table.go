package memory

import (
	"iter"
	"slices"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"
)

// record is what a table keeps: an entity of core, which knows how it is searched and copied.
type record[T any] interface {
	copied[T]
	Trashed() bool
	Document() search.Document
	SameText(T) bool
}

// schema says how rows of one kind are found: it is all that differs between kinds.
type schema[T any] struct {
	orders []string // the keys of the orders that rows stand in; the first is the creation, which never changes
	place  func(by string, v T, score int) page.Key
	fields []func(T) []string     // the values that a row is filed under, field by field
	facets []string               // what counts call each of the fields
	most   func(facet string) int // how many values counts list
}

// order is which of the orders has the key; -1 is none.
func (s *schema[T]) order(by string) int { return slices.Index(s.orders, by) }

// creation is the first order of every schema.
const creation = 0

// row is a value with everything that it is filed under. What the value points to is never written to.
type row[T any] struct {
	value    T
	places   []page.Key // in each order of the schema
	values   [][]string // of each field of the schema, sorted
	document search.Document
}

// table is an owner's rows of one kind.
type table[T record[T]] struct {
	schema      *schema[T]
	rows        map[ident.ID]*row[T]
	live, trash *shelf[T]
}

func newTable[T record[T]](s *schema[T]) *table[T] {
	return &table[T]{schema: s, rows: map[ident.ID]*row[T]{}, live: newShelf(s), trash: newShelf(s)}
}

// shelf is where rows lie that are in the trash, or that are not.
func (t *table[T]) shelf(trashed bool) *shelf[T] {
	if trashed {
		return t.trash
	}
	return t.live
}

// all gives the rows within bounds of an order, live and in the trash, in no order.
func (t *table[T]) all(at int, in bounds) iter.Seq[*row[T]] {
	return func(yield func(*row[T]) bool) {
		for _, s := range []*shelf[T]{t.live, t.trash} {
			for r := range s.orders[at].walk(in, false) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// first gives the row that comes first of all within bounds of an order or, descending, last; nil without any.
func (t *table[T]) first(at int, in bounds, descending bool) (first *row[T]) {
	for _, s := range []*shelf[T]{t.live, t.trash} {
		for r := range s.orders[at].walk(in, descending) {
			if first == nil || (compareKeys(r.places[at], first.places[at]) < 0) != descending {
				first = r
			}
			break
		}
	}
	return first
}

// find gives a copy of the value.
func (t *table[T]) find(id ident.ID) (v T, ok bool) {
	r, ok := t.rows[id]
	if !ok {
		return v, false
	}
	return r.value.Clone(), true
}

// put adds the value, or replaces the one with its id. The table owns it from then on.
func (t *table[T]) put(id ident.ID, v T) {
	r, known := t.rows[id]
	if !known {
		r = t.row(v, v.Document())
		t.rows[id] = r
		t.shelf(v.Trashed()).add(r)
		return
	}
	document := r.document
	if !v.SameText(r.value) {
		document = v.Document()
	}
	next := t.row(v, document)
	from, to := t.shelf(r.value.Trashed()), t.shelf(v.Trashed())
	if from == to {
		to.change(r, *next)
		return
	}
	from.remove(r)
	*r = *next
	to.add(r)
}

// remove removes the row, if there is one.
func (t *table[T]) remove(id ident.ID) {
	if r, ok := t.rows[id]; ok {
		t.shelf(r.value.Trashed()).remove(r)
		delete(t.rows, id)
	}
}

func (t *table[T]) row(v T, d search.Document) *row[T] {
	r := &row[T]{
		value: v, document: d,
		places: make([]page.Key, len(t.schema.orders)), values: make([][]string, len(t.schema.fields)),
	}
	for at, by := range t.schema.orders {
		r.places[at] = t.schema.place(by, v, 0)
	}
	for i, values := range t.schema.fields {
		r.values[i] = distinct(values(v))
	}
	return r
}

// distinct are the words in byte order, each once.
func distinct(words []string) []string {
	words = slices.Clone(words)
	slices.Sort(words)
	return slices.Compact(words)
}
