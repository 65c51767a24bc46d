package search

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var weightLetters = map[string]Weight{"A": WeightA, "B": WeightB, "C": WeightC, "D": WeightD}

// lexemes gives postings nearly as PostgreSQL reads them: "term:1A,5B".
func lexemes(d Document) []string {
	list := []string{}
	for _, p := range d.Postings() {
		var places []string
		for _, place := range p.Places {
			places = append(places, place.String())
		}
		list = append(list, p.Term+":"+strings.Join(places, ","))
	}
	return list
}

// fieldValues gives the values of each weight as Elasticsearch gets them.
func fieldValues(d Document) map[string][]string {
	values := map[string][]string{}
	for _, w := range Weights {
		for _, s := range d.Segments(w) {
			values[w.String()] = append(values[w.String()], strings.Join(s, " "))
		}
	}
	return values
}

func TestNewDocument(t *testing.T) {
	type documentCase struct {
		Rule   string
		Fields []struct {
			Weight string
			Texts  []string
			Prompt bool
		}
		Postings []string
		Segments map[string][]string
	}
	for _, c := range golden[documentCase](t, "document.json") {
		var fields []Field
		for _, f := range c.Fields {
			fields = append(fields, Field{Weight: weightLetters[f.Weight], Texts: f.Texts, Prompt: f.Prompt})
		}
		d := NewDocument(fields)
		if diff := cmp.Diff(c.Postings, lexemes(d)); diff != "" {
			t.Errorf("%s: postings (-want +got):\n%s", c.Rule, diff)
		}
		if diff := cmp.Diff(c.Segments, fieldValues(d)); diff != "" {
			t.Errorf("%s: segments (-want +got):\n%s", c.Rule, diff)
		}
	}
}

// numbered gives the words w1 to wn: one part each, none twice, since in each
// the digits are spelled with letters.
func numbered(n int) string {
	var words []string
	for i := range n {
		words = append(words, "w"+strings.Map(func(r rune) rune { return r - '0' + 'a' }, strconv.Itoa(i+1)))
	}
	return strings.Join(words, " ")
}

func places(d Document, term string) string {
	for _, l := range lexemes(d) {
		if places, ok := strings.CutPrefix(l, term+":"); ok {
			return places
		}
	}
	return ""
}

func TestLimitOfPositions(t *testing.T) {
	title := Field{Weight: WeightA, Texts: []string{"title"}}
	// The prompt begins at position 1 + 4.
	prompt := func(words string) Field { return Field{Weight: WeightC, Texts: []string{words}} }
	for _, c := range []struct {
		name   string
		fields []Field
		term   string
		want   string
	}{
		{"the last position", []Field{prompt(numbered(15_999) + " last")}, "last", "16000C"},
		{"one beyond", []Field{prompt(numbered(16_000) + " last")}, "last", ""},
		{"a jump counts", []Field{title, prompt(numbered(15_995) + " last")}, "last", "16000C"},
		{"a jump counts, one beyond", []Field{title, prompt(numbered(15_996) + " last")}, "last", ""},
		{"a jump to the last position", []Field{prompt(numbered(15_996)), title}, "title", "16000A"},
		{"a jump beyond", []Field{prompt(numbered(15_997)), title}, "title", ""},
		{"a later short field does not fit either", []Field{prompt(numbered(16_001)), title}, "title", ""},
		{"the joined form at the edge", []Field{prompt(numbered(15_994) + " e-mail")}, "email", "16000C"},
		{"the joined form beyond", []Field{prompt(numbered(15_995) + " e-mail")}, "email", ""},
		{"a word fits in part", []Field{prompt(numbered(15_999) + " ax-cd")}, "ax", "16000C"},
		{"a word fits in part, the rest does not", []Field{prompt(numbered(15_999) + " ax-cd")}, "cd", ""},
	} {
		if got := places(NewDocument(c.fields), c.term); got != c.want {
			t.Errorf("%s: places of %q = %q, want %q", c.name, c.term, got, c.want)
		}
	}
}

func TestLimitOfOccurrences(t *testing.T) {
	text := strings.Repeat("red shoe ", 254) + "red x red y blue red"
	d := NewDocument([]Field{
		{Weight: WeightC, Texts: []string{text}},
		{Weight: WeightD, Texts: []string{"a red b"}},
	})
	reds := strings.Split(places(d, "red"), ",")
	if len(reds) != 255 || reds[254] != "509C" {
		t.Errorf("%d reds, the last at %s; want 255, the last at 509C", len(reds), reds[len(reds)-1])
	}
	// 509 red, 510 x, 511 (red), 512 y, 513 blue, 514 (red); 518 a, 519 (red), 520 b
	for term, want := range map[string]string{"x": "510C", "y": "512C", "blue": "513C", "a": "518D", "b": "520D"} {
		if got := places(d, term); got != want {
			t.Errorf("places of %q = %s, want %s: what is left out keeps its position", term, got, want)
		}
	}
	for query, want := range map[string]bool{
		`"red x"`: true, `"x y"`: false, `"x red y"`: false, `"y blue"`: true, `"a b"`: false,
	} {
		if _, ok := Parse(query).Match(d); ok != want {
			t.Errorf("%s matches: %v, want %v", query, ok, want)
		}
	}
	if diff := cmp.Diff([][]string{{"a"}, {"b"}}, d.Segments(WeightD)); diff != "" {
		t.Errorf("segments end where a term is left out (-want +got):\n%s", diff)
	}
}

func TestPlace(t *testing.T) {
	for _, w := range Weights {
		for _, position := range []int{1, 2, MaxPositions} {
			p := newPlace(position, w)
			if p.Position() != position || p.Weight() != w {
				t.Errorf("place %s: want position %d of weight %s", p, position, w)
			}
		}
	}
	if newPlace(1, WeightA) >= newPlace(2, WeightD) {
		t.Error("places compare by weight before position")
	}
}
