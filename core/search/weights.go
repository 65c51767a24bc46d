package search

import (
	"slices"
	"strings"
)

// Brackets that may hold a weighted stretch of a prompt: those that open, then
// those that close, in the same order.
const (
	brackets     = "([{<)]}>"
	bracketKinds = len(brackets) / 2
)

// withoutWeights blanks the numbers of a folded prompt that weigh words rather
// than tell something: what stands between the last colon inside brackets and
// their end, where the word before that colon has a letter. "(red shoe:1.3)"
// loses its number, "(aspect 9:16)" keeps both. Offsets stay as they are.
func withoutWeights(text string) string {
	if !strings.Contains(text, ":") || !strings.ContainsAny(text, brackets) {
		return text
	}
	var (
		depth [bracketKinds]int
		out   strings.Builder
		done  int // text is written out up to here: the end of the last weight
	)
	for i := 0; i < len(text); i++ {
		b := strings.IndexByte(brackets, text[i])
		if b < 0 {
			continue
		}
		open := &depth[b%bracketKinds]
		if b < bracketKinds {
			*open++
			continue
		}
		if *open == 0 {
			continue
		}
		*open--
		before, number := cutNumber(text[done:i])
		if number > 0 && weighs(before, done > 0) {
			out.WriteString(text[done : i-number])
			out.WriteString(strings.Repeat(" ", number))
			done = i
		}
	}
	out.WriteString(text[done:])
	return out.String()
}

// cutNumber splits off the number that ends s after a colon, spaces around it
// allowed: what stands before the colon, and how many bytes follow it.
func cutNumber(s string) (before string, number int) {
	rest := strings.TrimRight(s, " ")
	signed := strings.TrimRight(rest, "0123456789.")
	if !strings.ContainsAny(rest[len(signed):], "0123456789") {
		return "", 0
	}
	unsigned := strings.TrimRight(signed, "+-")
	if len(signed)-len(unsigned) > 1 {
		return "", 0
	}
	before, colon := strings.CutSuffix(strings.TrimRight(unsigned, " "), ":")
	if !colon {
		return "", 0
	}
	return before, len(s) - len(before) - len(":")
}

// weighs says whether a number after this text and a colon is a weight: the
// last word of the text has a letter. A bracket that opens ends the search;
// where only signs follow an earlier weight, that one's word is the word.
func weighs(before string, weighed bool) bool {
	before = strings.TrimRightFunc(before, func(r rune) bool { return !classOf(r).beginsWord() && !opens(r) })
	if before == "" {
		return weighed
	}
	start := strings.LastIndexFunc(before, func(r rune) bool { return classOf(r) == separator })
	letters := false
	for w := range words(before[max(start, 0):]) {
		letters = slices.ContainsFunc(w.parts, part.hasLetter)
	}
	return letters
}

func opens(r rune) bool { return strings.ContainsRune(brackets[:bracketKinds], r) }
