package search

import (
	"strings"
	"unicode/utf8"
)

// addressEnds are the characters that end a URL or an e-mail address in running
// text, white space included.
const addressEnds = " \t\n\r\f\v\"<>()[]{},;|"

// addresses knows which words of a text belong to a URL or an e-mail address.
// Words have to be asked for in the order of the text.
type addresses struct {
	text  string
	until int  // up to here the answer is known
	found bool // and this is it
}

// newAddresses settles at once the texts that have no address at all.
func newAddresses(text string) addresses {
	a := addresses{text: text}
	if !strings.Contains(text, "@") && !strings.Contains(text, "://") && !strings.Contains(text, "www.") {
		a.until = len(text)
	}
	return a
}

// has says whether the word that begins at byte at belongs to an address.
func (a *addresses) has(at int) bool {
	if at >= a.until {
		a.until = len(a.text)
		if n := strings.IndexAny(a.text[at:], addressEnds); n >= 0 {
			a.until = at + n
		}
		a.found = isAddress(a.text[at:a.until])
	}
	return a.found
}

// isAddress judges a stretch of text that begins with a word: a URL has a
// scheme or begins with "www.", an e-mail address has an "@" within.
func isAddress(s string) bool {
	if strings.HasPrefix(s, "www.") || strings.Contains(s, "://") {
		return true
	}
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '@' && inWord(s[i-1]) && inWord(s[i+1]) {
			return true
		}
	}
	return false
}

// inWord says whether a byte belongs to a letter or digit; beyond ASCII the
// guess is yes.
func inWord(b byte) bool {
	return b >= utf8.RuneSelf || asciiClasses[b] == letter || asciiClasses[b] == digit
}
