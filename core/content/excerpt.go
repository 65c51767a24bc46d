package content

import (
	"strings"
	"unicode"
)

// Limits that projects and assets share, in code points.
const (
	MaxTitle  = 300
	MaxPrompt = 10_000
	// TitleWords is how much of a brief or prompt stands in for a missing title.
	TitleWords = 60
)

// Excerpt gives the first words of s as one line of at most limit code points, and whether anything was left out. It
// ends at the end of a word; a first word that is too long, or a script without spaces, is cut where the limit falls.
func Excerpt(s string, limit int) (line string, cut bool) {
	line = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if !Visible(line) {
		return "", false
	}
	head, cut := Head(line, limit)
	if !cut {
		return line, false
	}
	if line[len(head)] != ' ' {
		if i := strings.LastIndexByte(head, ' '); i > 0 {
			head = head[:i]
		}
	}
	return strings.TrimRight(head, " "), true
}

// Head gives the first limit code points of s as they are, and whether anything was left out.
func Head(s string, limit int) (head string, cut bool) {
	n := 0
	for i := range s {
		if n == limit {
			return s[:i], true
		}
		n++
	}
	return s, false
}
