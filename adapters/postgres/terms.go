package postgres

import (
	"strings"

	"vitrine/core/search"
)

// vector writes a document as the text of a tsvector: 'term':1A,5B. A term holds no quote and no backslash, so it needs
// no escaping.
func vector(d search.Document) string {
	var b strings.Builder
	for i, p := range d.Postings() {
		if i > 0 {
			b.WriteByte(' ')
		}
		quote(&b, p.Term)
		for j, place := range p.Places {
			if j == 0 {
				b.WriteByte(':')
			} else {
				b.WriteByte(',')
			}
			b.WriteString(place.String())
		}
	}
	return b.String()
}

// tsquery writes a query as the text of a tsquery; no dictionary and no parser of text is involved.
func tsquery(q search.Query) string {
	var b strings.Builder
	for i, c := range q.Clauses {
		if i > 0 {
			b.WriteString(" & ")
		}
		if c.Excluded {
			b.WriteByte('!')
		}
		writeAlternatives(&b, c.Alternatives, "")
	}
	return b.String()
}

// writeAlternatives writes those that match in fields of the weights, or in any where weights is empty.
func writeAlternatives(b *strings.Builder, alternatives []search.Alternative, weights string) {
	b.WriteByte('(')
	for i, a := range alternatives {
		if i > 0 {
			b.WriteString(" | ")
		}
		for j, s := range a.Slots {
			if j > 0 {
				b.WriteString(" <-> ")
			}
			writeSlot(b, s, weights)
		}
	}
	b.WriteByte(')')
}

func writeSlot(b *strings.Builder, s search.Slot, weights string) {
	if s.Prefix != "" {
		quote(b, s.Prefix)
		b.WriteString(":*" + weights)
		return
	}
	b.WriteByte('(')
	for i, term := range s.Terms {
		if i > 0 {
			b.WriteString(" | ")
		}
		quote(b, term)
		if weights != "" {
			b.WriteString(":" + weights)
		}
	}
	b.WriteByte(')')
}

func quote(b *strings.Builder, term string) {
	b.WriteByte('\'')
	b.WriteString(term)
	b.WriteByte('\'')
}
