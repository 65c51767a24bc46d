package search

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// token is one occurrence of a term in a folded text.
type token struct {
	term string
	// segment is 0 for the text itself and counts up with each joined form.
	// Tokens of one segment stand at consecutive positions.
	segment int
	// from and to bound the bytes a highlight of the term covers: the written
	// word, or in scripts without spaces the characters of the term.
	from, to int
	// spaceless says that the term is made of characters, not of words.
	spaceless bool
}

// tokens gives the terms of a folded text in the order of the text, then the
// joined forms of its words, each a segment of its own.
func tokens(text string) iter.Seq[token] {
	return func(yield func(token) bool) {
		var parts, joined []token
		for w := range words(text) {
			parts = w.appendTerms(parts[:0], text)
			for _, t := range parts {
				if !yield(t) {
					return
				}
			}
			if w.joins(text) {
				joined = append(joined, token{
					term: term(w.join(text)), segment: len(joined) + 1, from: w.from, to: w.to,
				})
			}
		}
		for _, t := range joined {
			if !yield(t) {
				return
			}
		}
	}
}

// term cuts a text to the length of a term.
func term(s string) string { return cut(s, MaxTermBytes) }

// join writes the parts of the word together.
func (w word) join(text string) string {
	var b strings.Builder
	b.Grow(w.to - w.from)
	for _, p := range w.parts {
		b.WriteString(text[p.from:p.to])
	}
	return b.String()
}

// appendTerms adds the terms of the word's parts to list. A part is shown with
// all parts around it that no run of a script without spaces cuts off: in
// "iPhone14ケース" the word to show for 14 is "iPhone14".
func (w word) appendTerms(list []token, text string) []token {
	var from, to int
	for i, p := range w.parts {
		if p.kind.spaceless() {
			list = appendGrams(list, text, p)
			continue
		}
		if i == 0 || w.parts[i-1].kind.spaceless() {
			from, to = p.from, w.unbroken(i)
		}
		list = append(list, token{term: term(text[p.from:p.to]), from: from, to: to})
	}
	return list
}

// appendGrams adds the pairs of neighbouring characters of p, and its last
// character alone.
func appendGrams(list []token, text string, p part) []token {
	for at := p.from; at < p.to; {
		_, size := utf8.DecodeRuneInString(text[at:])
		_, second := utf8.DecodeRuneInString(text[at+size : p.to])
		end := at + size + second
		list = append(list, token{term: text[at:end], from: at, to: end, spaceless: true})
		at += size
	}
	return list
}

// unbroken gives where the stretch ends that begins with part i and that no run
// of a script without spaces cuts off. Part i is no such run.
func (w word) unbroken(i int) int {
	for j, p := range w.parts[i:] {
		if p.kind.spaceless() {
			return w.parts[i+j-1].to
		}
	}
	return w.to
}
