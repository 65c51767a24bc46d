package search

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	type foldCase struct{ Rule, In, Want string }
	for _, c := range golden[foldCase](t, "fold.json") {
		got := Fold(c.In)
		if got != c.Want {
			t.Errorf("%s: Fold(%q) = %q, want %q", c.Rule, c.In, got, c.Want)
		}
		if again := Fold(got); again != got {
			t.Errorf("%s: Fold(%q) = %q, want it unchanged", c.Rule, got, again)
		}
	}
}

// Every character on its own folds as the plain reading of the rules has it:
// the fast paths and the work on decomposed text change nothing.
func TestFoldEachCharacter(t *testing.T) {
	folding := func(s string) string {
		if r, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.Cherokee, r) {
			return strings.ToUpper(s) // package cases swaps the cases of this script
		}
		return cases.Fold().String(s)
	}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) || unicode.Is(trademarks, r) {
			continue
		}
		want := plainly(folding(norm.NFKC.String(string(r))))
		if got := Fold(string(r)); got != want {
			t.Errorf("Fold(%U) = %q, want %q", r, got, want)
		} else if again := Fold(got); again != got {
			t.Errorf("Fold(Fold(%U)) = %q, want %q", r, again, got)
		}
	}
}

// plainly applies what follows normalisation and case folding, rule by rule.
func plainly(s string) string {
	var b strings.Builder
	last := keepsMarks
	for _, r := range norm.NFD.String(s) {
		plain, listed := plainLetters[r]
		switch {
		case unicode.Is(invisible, r), isMark(r) && last.sheds(r):
		case isMark(r):
			b.WriteRune(r)
		case listed:
			b.WriteString(plain)
			last = baseOf([]rune(plain)[0])
		default:
			b.WriteRune(plainSign(r))
			last = baseOf(r)
		}
	}
	return norm.NFC.String(b.String())
}

func TestDigitsOfAnyScript(t *testing.T) {
	for _, zero := range []rune{'0', '٠', '۰', '०', '๐', '０', '𞥐', '𝟎', '𝟬'} {
		for value := range rune(10) {
			if got, want := Fold(string(zero+value)), string('0'+value); got != want {
				t.Errorf("Fold(%q) = %q, want %q", zero+value, got, want)
			}
		}
	}
}

func TestSortKey(t *testing.T) {
	long := strings.Repeat("a", 199)
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Éclair™", "eclair"},
		{long + "b", long + "b"},
		{long + "bc", long + "b"},
		{long + "ж", long},
		{strings.Repeat("Ж", 101), strings.Repeat("ж", 100)},
		{long[1:] + "鞋", long[1:]},
	} {
		if got := SortKey(c.in); got != c.want {
			t.Errorf("SortKey(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestTerms(t *testing.T) {
	type termsCase struct {
		Rule, In string
		Prompt   bool
		Want     [][]string
	}
	for _, c := range golden[termsCase](t, "terms.json") {
		if diff := cmp.Diff(c.Want, segmentsOf(c.In, c.Prompt)); diff != "" {
			t.Errorf("%s: terms of %q (-want +got):\n%s", c.Rule, c.In, diff)
		}
	}
}

func TestPlaces(t *testing.T) {
	type placesCase struct {
		Rule, In string
		Want     []string
	}
	for _, c := range golden[placesCase](t, "places.json") {
		if diff := cmp.Diff(c.Want, placesOf(c.In)); diff != "" {
			t.Errorf("%s: places in %q (-want +got):\n%s", c.Rule, c.In, diff)
		}
	}
	if diff := cmp.Diff([]string{"ab 2-4"}, placesOf("\xff\xe9ab")); diff != "" {
		t.Errorf("places after invalid bytes (-want +got):\n%s", diff)
	}
}
