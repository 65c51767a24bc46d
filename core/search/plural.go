package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// minInflected is how many letters a word has at least that also stands for
// its plural or singular.
const minInflected = 3

// inflections gives the terms a word stands for: itself, its plural, and each
// word whose plural it is, in this order; only itself where it is no Latin word
// of 3 letters or more. The rule of plurals is English spelling without
// exceptions, and its inverse is exact: "boxes" is the plural of "box" and of
// "boxe", "glass" is that of nothing.
func inflections(word string) []string {
	list := []string{term(word)}
	if utf8.RuneCountInString(word) < minInflected || strings.ContainsFunc(word, notLatin) {
		return list
	}
	add := func(form string) {
		if form = term(form); !slices.Contains(list, form) {
			list = append(list, form)
		}
	}
	add(plural(word))
	for _, e := range endings {
		stem, ok := strings.CutSuffix(word, e.plural)
		if singular := stem + e.singular; ok && plural(singular) == word {
			add(singular)
		}
	}
	return list
}

func notLatin(r rune) bool { return kindOf(r) != latin }

// endings are the ways a plural may end, and the singular with it.
var endings = []struct{ plural, singular string }{
	{"s", ""},
	{"es", ""},
	{"ies", "y"},
}

// plural gives the regular plural of a word: consonant + y gives ies; s, x, z,
// ch and sh take es; all else takes s.
func plural(word string) string {
	if stem, ok := strings.CutSuffix(word, "y"); ok && endsInConsonant(stem) {
		return stem + "ies"
	}
	for _, hiss := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(word, hiss) {
			return word + "es"
		}
	}
	return word + "s"
}

func endsInConsonant(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && !strings.ContainsRune("aeiou", r)
}
