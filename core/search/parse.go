package search

import "slices"

// Parse reads a query text. Nothing is an error: what is no syntax is text, and
// a text without any term gives an empty query.
//
// Syntax is a phrase in quotes and a "-" that excludes a word or phrase beside
// a positive one. Brackets are read as in prompts: "(red shoe:1.3)" asks for
// red and shoe.
func Parse(q string) Query {
	s := newSyntax(q)
	f := Field{Prompt: true}.fold(q, true)
	list := s.typedWords(f)
	positive := slices.ContainsFunc(list, func(w typedWord) bool { return !w.in.excluded })
	var query Query
	for len(list) > 0 {
		w, n := list[0], 1
		excluded := w.in.excluded && positive
		var c Clause
		if w.in.quoted {
			n = phraseLength(list)
			c = phraseClause(f.text, list[:n])
		} else {
			open := n == len(list) && !excluded && s.lastWordOpen(w.end)
			c = wordClause(f.text, w.word, open)
		}
		if !w.in.quoted && !excluded {
			c.Word, c.Typed = s.correctable(f.text, w)
		}
		c.Excluded = excluded
		query.Clauses = append(query.Clauses, c)
		list = list[n:]
	}
	return query
}

// typedWord is a written word of a query text.
type typedWord struct {
	word
	place         // where it was typed
	in    stretch // the stretch it belongs to
}

// typedWords gives the words of the text, each with its stretch.
func (s syntax) typedWords(f folded) []typedWord {
	var list []typedWord
	rest := s.stretches()
	for w := range words(f.text) {
		w.parts = slices.Clone(w.parts)
		at := f.place(w.from, w.to)
		for rest[0].end <= at.start {
			rest = rest[1:]
		}
		list = append(list, typedWord{w, at, rest[0]})
	}
	return list
}

// phraseLength is how many words at the head of the list share a stretch.
func phraseLength(list []typedWord) int {
	n := 1
	for n < len(list) && list[n].in == list[0].in {
		n++
	}
	return n
}

// correctable gives a word as folded and as typed where a typo may be
// corrected, and nothing otherwise.
func (s syntax) correctable(text string, w typedWord) (folded, typed string) {
	if len(w.parts) > 1 || !Correctable(text[w.from:w.to]) {
		return "", ""
	}
	return term(text[w.from:w.to]), string(s.text[w.start:w.end])
}
