package search

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// Highlight is a stretch of a text that a query matched.
type Highlight struct {
	// Field is the Field.Name.
	Field string
	// Index says which item of a list it is (Field.List), else nil.
	Index *int
	// Start and End are code points of the text as given, half open.
	Start, End int
}

// Highlight gives what the positive clauses match in the texts of a row, or in
// excerpts of them: whole written words, and in scripts without spaces the
// characters that match. Highlights come in the order of the fields, their
// texts and their places, and do not overlap. Texts are read in full, without
// the limits of a Document.
func (q Query) Highlight(fields []Field) []Highlight {
	var list []Highlight
	for _, f := range fields {
		for i, text := range f.Texts {
			for _, p := range q.matches(f.fold(text, true)) {
				h := Highlight{Field: f.Name, Start: p.start, End: p.end}
				if f.List {
					h.Index = &i
				}
				list = append(list, h)
			}
		}
	}
	return list
}

// matches gives the places in the original of a text that the query matches.
func (q Query) matches(f folded) []place {
	text := slices.Collect(tokens(f.text))
	var found []place
	for _, c := range q.Clauses {
		for _, a := range c.Alternatives {
			if c.Excluded {
				continue
			}
			for from, to := range a.matches(f.text, text) {
				found = append(found, f.place(from, to))
			}
		}
	}
	return united(found)
}

// matches gives the stretches of the folded text, in bytes, that the terms of
// each occurrence of the sequence cover.
func (a Alternative) matches(text string, list []token) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for i := range list {
			if !a.begins(list[i:]) {
				continue
			}
			for j, s := range a.Slots {
				if !yield(list[i+j].covered(text, s)) {
					return
				}
			}
		}
	}
}

// begins says whether the sequence matches the first tokens of the list.
func (a Alternative) begins(list []token) bool {
	if len(a.Slots) > len(list) || list[0].segment != list[len(a.Slots)-1].segment {
		return false
	}
	for i, s := range a.Slots {
		if !s.matches(list[i].term) {
			return false
		}
	}
	return true
}

func (s Slot) matches(term string) bool {
	if s.Prefix != "" {
		return strings.HasPrefix(term, s.Prefix)
	}
	return slices.Contains(s.Terms, term)
}

// covered gives the stretch of the folded text to show for a slot that matched
// the token. A prefix shows the whole word, but of scripts without spaces only
// as far as it goes.
func (t token) covered(text string, s Slot) (from, to int) {
	switch {
	case s.Prefix == "":
		return t.from, t.to
	case t.spaceless:
		return t.from, t.from + len(s.Prefix)
	case t.segment > 0:
		return t.from, t.from + reach(text[t.from:t.to], len(s.Prefix))
	}
	return t.from, t.to
}

// reach says how far into a written word with a joined form the first n bytes
// of that form go, a part that is a word counted whole.
func reach(text string, n int) int {
	for w := range words(text) {
		for i, p := range w.parts {
			n -= p.to - p.from
			if n > 0 {
				continue
			}
			if p.kind.spaceless() {
				return p.to + n
			}
			return w.unbroken(i)
		}
	}
	return len(text)
}

// united sorts places and merges those that overlap.
func united(list []place) []place {
	slices.SortFunc(list, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	n := 0
	for _, p := range list {
		if n > 0 && p.start < list[n-1].end {
			list[n-1].end = max(list[n-1].end, p.end)
			continue
		}
		list[n] = p
		n++
	}
	return list[:n]
}
