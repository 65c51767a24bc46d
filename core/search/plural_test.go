package search

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestInflections(t *testing.T) {
	type pluralCase struct {
		In   string
		Want []string
	}
	for _, c := range golden[pluralCase](t, "plural.json") {
		if diff := cmp.Diff(c.Want, inflections(c.In)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.In, diff)
		}
	}
}

// Singular is the exact inverse of plural: each word is found from its plural
// and finds it.
func TestInflectionsGoBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z]{3,12}(s|x|z|ch|sh|y|e|ie|ss)?`).Draw(t, "word")
		for _, form := range inflections(word)[1:] {
			if plural(word) != form && plural(form) != word {
				t.Fatalf("%q stands for %q, which is neither its plural nor its singular", word, form)
			}
		}
		found := false
		for _, form := range inflections(plural(word)) {
			found = found || form == word
		}
		if !found {
			t.Fatalf("%q does not find %q", plural(word), word)
		}
	})
}
