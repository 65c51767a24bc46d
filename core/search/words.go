package search

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// Which words have a joined form: 2 to maxJoinedParts parts, at most
// maxJoinedLength characters as written (folded, binders counted).
const (
	maxJoinedParts  = 4
	maxJoinedLength = 32
)

// part is one part of a written word: bytes [from, to) of the folded text.
type part struct {
	from, to int
	kind     kind
}

func (p part) hasLetter() bool { return p.kind != digits && p.kind != emoji }

// word is a written word.
type word struct {
	parts    []part // in order, at least one
	from, to int    // the whole of it, an emoji's skin tone included
	address  bool   // it belongs to a URL or an e-mail address
}

// joins says whether the word is also known by its parts written together.
func (w word) joins(text string) bool {
	if w.address || len(w.parts) < 2 || len(w.parts) > maxJoinedParts {
		return false
	}
	for i, p := range w.parts[1:] {
		if p.kind == digits && w.parts[i].kind == digits {
			return false
		}
	}
	return slices.ContainsFunc(w.parts, part.hasLetter) &&
		utf8.RuneCountInString(text[w.from:w.to]) <= maxJoinedLength
}

// words gives the written words of a folded text. The parts of a word are
// valid only until the next one.
func words(text string) iter.Seq[word] {
	return func(yield func(word) bool) {
		s := scanner{text: text, addresses: newAddresses(text)}
		for s.skip() {
			if !yield(s.word()) {
				return
			}
		}
	}
}

// scanner reads a folded text from at on.
type scanner struct {
	text      string
	at        int
	parts     []part
	addresses addresses
}

// skip goes to where the next word begins, if there is one.
func (s *scanner) skip() bool {
	for s.at < len(s.text) {
		c, _, size := classAt(s.text[s.at:])
		if c.beginsWord() {
			return true
		}
		s.at += size
	}
	return false
}

// word reads the word that begins here.
func (s *scanner) word() word {
	w := word{from: s.at, address: s.addresses.has(s.at)}
	s.parts = s.parts[:0]
	if c, _, size := classAt(s.text[s.at:]); c == pictograph || c == regional {
		s.emoji(c, size)
	} else {
		s.bound()
	}
	w.parts, w.to = s.parts, s.at
	return w
}

// emoji reads one character, or the two halves of a flag, and goes beyond a
// skin tone, which belongs to the word but is no part of it.
func (s *scanner) emoji(first class, size int) {
	p := part{from: s.at, to: s.at + size, kind: emoji}
	next, _, size := classAt(s.text[p.to:])
	s.at = p.to
	switch {
	case first == regional && next == regional:
		p.to += size
		s.at = p.to
	case next == skinTone:
		s.at += size
	}
	s.parts = append(s.parts, p)
}

// bound reads parts as long as something binds the next one to the last.
func (s *scanner) bound() {
	open := 0 // where the run of Latin letters and digits began that may go on
	for {
		p := s.run()
		if !p.kind.alternates() {
			s.merge(open)
			open = len(s.parts) + 1
		}
		s.parts = append(s.parts, p)
		size, more := s.binding(p.kind)
		if size > 0 || !more {
			s.merge(open)
			open = len(s.parts)
		}
		if !more {
			return
		}
		s.at += size
	}
}

// merge makes one part of a run from the part open on in which Latin letters
// and digits alternate too often: a hash is no word of many parts.
func (s *scanner) merge(open int) {
	if len(s.parts)-open <= maxJoinedParts {
		return
	}
	to := s.parts[len(s.parts)-1].to
	s.parts = append(s.parts[:open], part{from: s.parts[open].from, to: to, kind: mixed})
}

// run reads one part: digits, or the letters of one script with their marks.
func (s *scanner) run() part {
	p := part{from: s.at, kind: digits}
	c, r, size := classAt(s.text[s.at:])
	if c == letter {
		p.kind = kindOf(r)
	}
	for p.takes(c, r) {
		s.at += size
		c, r, size = classAt(s.text[s.at:])
	}
	p.to = s.at
	return p
}

// takes says whether a character goes on in the run. Letters common to all
// scripts go with any, and the first other one decides.
func (p *part) takes(c class, r rune) bool {
	switch {
	case p.kind == digits:
		return c == digit
	case c != letter:
		return c == mark
	}
	k := kindOf(r)
	if p.kind == common {
		p.kind = k
	}
	return k == p.kind || k == common
}

// binding says whether what follows a part of the given kind binds the next
// one to it, and how many bytes lie between: exactly one binder, or none where
// letters meet digits or another script.
func (s *scanner) binding(last kind) (size int, more bool) {
	c, _, size := classAt(s.text[s.at:])
	switch c {
	case letter, digit:
		return 0, true
	case binder, digitBinder:
		next, _, _ := classAt(s.text[s.at+size:])
		if c == digitBinder {
			return size, last == digits && next == digit
		}
		return size, next == letter || next == digit
	default:
		return 0, false
	}
}
