package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/rangetable"
)

// class is what a character of a folded text does to a written word.
type class uint8

const (
	separator   class = iota // ends the word
	letter                   // belongs to it
	digit                    // belongs to it
	mark                     // belongs to it after a letter, else separates
	binder                   // binds two parts of any kind
	digitBinder              // binds two numbers
	pictograph               // a word of its own
	regional                 // half of a flag; a whole one is a word of its own
	skinTone                 // belongs to the emoji before it, else separates
)

// beginsWord says whether a written word may begin with such a character.
func (c class) beginsWord() bool {
	return c == letter || c == digit || c == pictograph || c == regional
}

// asciiClasses holds the classes of the characters nearly all text is made of.
var asciiClasses = newASCIIClasses()

func newASCIIClasses() (classes [utf8.RuneSelf]class) {
	for c := 'a'; c <= 'z'; c++ {
		classes[c] = letter
	}
	for c := '0'; c <= '9'; c++ {
		classes[c] = digit
	}
	for _, c := range "-_.'" {
		classes[c] = binder
	}
	for _, c := range ":," {
		classes[c] = digitBinder
	}
	return classes
}

// otherClasses holds the classes of all other characters; the first table that
// has one decides. Two of the apostrophes are letters to Unicode. Letter
// numbers (Nl) are letters: 〇 is written within Han.
var otherClasses = []struct {
	table *unicode.RangeTable
	class class
}{
	{rangetable.New('‘', '’', '\u02bb', '\u02bc'), binder},
	{rangetable.Merge(unicode.L, unicode.Nl), letter},
	{unicode.M, mark},
	{rangetable.New('\U0001F3FB', '\U0001F3FC', '\U0001F3FD', '\U0001F3FE', '\U0001F3FF'), skinTone},
	{unicode.Regional_Indicator, regional},
	{pictographs, pictograph},
}

func classOf(r rune) class {
	if r < utf8.RuneSelf {
		return asciiClasses[r]
	}
	for _, c := range otherClasses {
		if unicode.Is(c.table, r) {
			return c.class
		}
	}
	return separator
}

// classAt gives the class of the first character of s, and its length in
// bytes; an empty text separates.
func classAt(s string) (c class, r rune, size int) {
	if s == "" {
		return separator, utf8.RuneError, 0
	}
	if s[0] < utf8.RuneSelf {
		return asciiClasses[s[0]], rune(s[0]), 1
	}
	r, size = utf8.DecodeRuneInString(s)
	return classOf(r), r, size
}
