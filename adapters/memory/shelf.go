package memory

import "vitrine/core/search"

// shelf is an owner's rows of one kind, live or in the trash, in every order and under every value and term.
type shelf[T record[T]] struct {
	orders []*set[T]
	fields []*dictionary[T]
	terms  *dictionary[T]
}

func newShelf[T record[T]](s *schema[T]) *shelf[T] {
	sh := &shelf[T]{terms: &dictionary[T]{}}
	for at := range s.orders {
		sh.orders = append(sh.orders, newSet[T](at))
	}
	for range s.fields {
		sh.fields = append(sh.fields, &dictionary[T]{})
	}
	return sh
}

func (s *shelf[T]) add(r *row[T]) {
	for _, order := range s.orders {
		order.add(r)
	}
	for i, field := range s.fields {
		field.add(r, r.values[i])
	}
	s.terms.add(r, terms(r.document))
}

func (s *shelf[T]) remove(r *row[T]) {
	for _, order := range s.orders {
		order.remove(r)
	}
	for i, field := range s.fields {
		field.remove(r, r.values[i])
	}
	s.terms.remove(r, terms(r.document))
}

// change makes the row what next is, and files anew what differs. The creation is the same in both.
func (s *shelf[T]) change(r *row[T], next row[T]) {
	before := *r
	for at, order := range s.orders {
		if before.places[at] != next.places[at] {
			order.remove(r)
		}
	}
	*r = next
	for at, order := range s.orders {
		if before.places[at] != next.places[at] {
			order.add(r)
		}
	}
	for i, field := range s.fields {
		field.move(r, before.values[i], next.values[i])
	}
	if !before.value.SameText(next.value) {
		s.terms.move(r, terms(before.document), terms(next.document))
	}
}

// terms are the terms of the document in byte order.
func terms(d search.Document) []string {
	postings := d.Postings()
	list := make([]string, len(postings))
	for i, p := range postings {
		list[i] = p.Term
	}
	return list
}
