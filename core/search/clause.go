package search

import (
	"slices"
	"unicode/utf8"
)

// How many characters the last part, or the joined form, of a query's last
// word has at least that also matches as a prefix.
const (
	minPrefix       = 2
	minJoinedPrefix = 3
)

// phraseClause asks for the parts of the words exactly, in order.
func phraseClause(text string, phrase []typedWord) Clause {
	var parts []part
	for _, w := range phrase {
		parts = append(parts, w.parts...)
	}
	exact := sequence(text, parts)
	list := []Alternative{{Slots: exact}}
	if prefix := parts[len(parts)-1].prefix(text, false); prefix != "" {
		list = append(list, Alternative{Slots: withLast(exact, Slot{Prefix: prefix}), Half: true})
	}
	return Clause{Alternatives: list}
}

// wordClause asks for a word: its parts, adjacent and in order, or its joined
// form; the last part in plural or singular, too; and where the word is open,
// for what begins like it.
func wordClause(text string, w word, open bool) Clause {
	exact := sequence(text, w.parts)
	last := w.parts[len(w.parts)-1]
	endings := []string{text[last.from:last.to]}
	if last.kind == latin {
		endings = inflections(endings[0])
		exact = withLast(exact, Slot{Terms: endings})
	}
	list := []Alternative{{Slots: exact}}
	var joined string
	if w.joins(text) {
		joined = w.join(text)
		list = append(list, Alternative{Slots: []Slot{{Terms: joinedForms(joined, last, endings)}}})
	}
	if prefix := last.prefix(text, open); prefix != "" {
		list = append(list, Alternative{Slots: withLast(exact, Slot{Prefix: prefix}), Half: true})
	}
	if open && utf8.RuneCountInString(joined) >= minJoinedPrefix {
		list = append(list, Alternative{Slots: []Slot{{Prefix: term(joined)}}, Half: true})
	}
	return Clause{Alternatives: list}
}

// sequence gives the slots of adjacent parts. A run of a script without spaces
// is its pairs of characters, and its last character only where something has
// to follow it.
func sequence(text string, parts []part) []Slot {
	var slots []Slot
	asked := word{parts: parts} // where it stands does not matter here
	for _, t := range asked.appendTerms(nil, text) {
		slots = append(slots, Slot{Terms: []string{t.term}})
	}
	last := parts[len(parts)-1]
	if last.kind.spaceless() && last.length(text) > 1 {
		slots = slots[:len(slots)-1]
	}
	return slots
}

// withLast gives a copy of the slots with another last one.
func withLast(slots []Slot, last Slot) []Slot {
	return append(slices.Clone(slots[:len(slots)-1]), last)
}

// length is how many characters the part has.
func (p part) length(text string) int { return utf8.RuneCountInString(text[p.from:p.to]) }

// prefix gives what a last part matches as a prefix, or nothing: one character
// of a script without spaces does anywhere, since it may be the first of a
// pair; of a longer run every pair is a term already.
func (p part) prefix(text string, open bool) string {
	n := p.length(text)
	switch {
	case p.kind.spaceless() && n == 1,
		open && !p.kind.spaceless() && p.kind != emoji && n >= minPrefix:
		return term(text[p.from:p.to])
	}
	return ""
}

// joinedForms gives the joined form with each ending of its last part.
func joinedForms(joined string, last part, endings []string) []string {
	stem := joined[:len(joined)-(last.to-last.from)]
	var list []string
	for _, e := range endings {
		list = append(list, term(stem+e))
	}
	return slices.Compact(list) // equal where the cut fell before the ending
}
