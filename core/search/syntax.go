package search

import "unicode"

// stretch is a piece of a query text between signs of syntax, in code points.
type stretch struct {
	place
	quoted   bool
	excluded bool // has "-" in front
}

// syntax is a query text cut at its signs, as typed, before any folding.
type syntax struct {
	text      []rune
	openQuote int // where the quote stands that has no partner, or -1
}

func newSyntax(q string) syntax {
	s := syntax{text: []rune(q), openQuote: -1}
	for i, r := range s.text {
		if r != '"' {
			continue
		}
		if s.openQuote < 0 {
			s.openQuote = i
		} else {
			s.openQuote = -1
		}
	}
	return s
}

// stretches cuts the text. Quotes pair from left to right. A "-" excludes at
// the beginning, after white space or after a phrase, when directly followed by
// neither white space nor another "-"; it reaches to the end of the phrase, or
// to the next white space or phrase.
func (s syntax) stretches() []stretch {
	var list []stretch
	for i := 0; i < len(s.text); {
		if unicode.IsSpace(s.text[i]) {
			i++
			continue
		}
		var next stretch
		if next.excluded = s.excludes(i); next.excluded {
			i++
		}
		next.quoted = s.isQuote(i)
		if next.quoted {
			i++
		}
		next.start, next.end = i, s.end(i, next.quoted)
		list = append(list, next)
		i = next.end
		if next.quoted {
			i++
		}
	}
	return list
}

// isQuote says whether a quote with a partner stands at i.
func (s syntax) isQuote(i int) bool { return s.text[i] == '"' && i != s.openQuote }

// excludes says whether a "-" that excludes stands at i, where a stretch begins.
func (s syntax) excludes(i int) bool {
	return s.text[i] == '-' && i+1 < len(s.text) && s.text[i+1] != '-' && !unicode.IsSpace(s.text[i+1])
}

// end gives where the stretch that begins at i ends.
func (s syntax) end(i int, quoted bool) int {
	for i < len(s.text) && !s.isQuote(i) && (quoted || !unicode.IsSpace(s.text[i])) {
		i++
	}
	return i
}

// lastWordOpen says whether a last word that ends at code point end may still
// be being typed: only spaces or "*" follow, an ignored quote aside.
func (s syntax) lastWordOpen(end int) bool {
	for i := end; i < len(s.text); i++ {
		if r := s.text[i]; r != '*' && i != s.openQuote && !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}
