package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// seedTexts are the texts of all golden cases.
func seedTexts(f *testing.F) []string {
	texts := []string{englishPrompt, curlyPrompt, russianPrompt, japanesePrompt, "\xff\xfe\xe9ab", "a\u0300\u0301\u034f", strings.Repeat("か\u3099", 40), "は" + strings.Repeat("\u3099", 40), "\"ᅡ\"ᅡ", "ŉcYa"}
	for _, name := range []string{"fold.json", "terms.json", "places.json", "query.json"} {
		for _, c := range golden[map[string]any](f, name) {
			texts = append(texts, c["in"].(string))
		}
	}
	return texts
}

func FuzzTokens(f *testing.F) {
	for _, text := range seedTexts(f) {
		f.Add(text, false)
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, prompt bool) {
		checkFold(t, text)
		field := Field{Name: "text", Weight: WeightC, Texts: []string{text}, Prompt: prompt}
		checkTokens(t, field.fold(text, true), utf8.RuneCountInString(text))
		if len(text) > 2_000 {
			return // a row of this size holds all of the text
		}
		d := NewDocument([]Field{field})
		checkFindsItself(t, field, text, d)
	})
}

func checkFold(t *testing.T, text string) {
	once := Fold(text)
	if !utf8.ValidString(once) {
		t.Fatalf("Fold(%q) = %q is no UTF-8", text, once)
	}
	if again := Fold(once); again != once {
		t.Fatalf("Fold(%q) = %q, folded again %q", text, once, again)
	}
	if traced := fold(text, true).text; traced != once {
		t.Fatalf("Fold(%q) = %q, traced %q", text, once, traced)
	}
	if key := SortKey(text); len(key) > 200 || !strings.HasPrefix(once, key) || !utf8.ValidString(key) {
		t.Fatalf("SortKey(%q) = %q", text, key)
	}
}

// checkTokens checks that terms are terms and places are places, in order.
func checkTokens(t *testing.T, f folded, length int) {
	segment, start := 0, 0
	for tok := range tokens(f.text) {
		if tok.term == "" || len(tok.term) > MaxTermBytes || !utf8.ValidString(tok.term) {
			t.Fatalf("term %q of %q", tok.term, f.text)
		}
		for _, r := range tok.term {
			if c := classOf(r); !c.beginsWord() && c != mark {
				t.Fatalf("term %q of %q has %q", tok.term, f.text, r)
			}
		}
		p := f.place(tok.from, tok.to)
		if p.start < 0 || p.start >= p.end || p.end > length {
			t.Fatalf("term %q of %q stands at %v of %d", tok.term, f.text, p, length)
		}
		if tok.segment < segment || tok.segment > segment+1 || tok.segment == 0 && p.start < start {
			t.Fatalf("term %q of %q is out of order", tok.term, f.text)
		}
		segment, start = tok.segment, p.start
	}
}

// checkFindsItself checks that each word of a text, and the text as a phrase,
// finds the document made of it.
func checkFindsItself(t *testing.T, field Field, text string, d Document) {
	for w := range words(field.fold(text, false).text) {
		word := field.fold(text, false).text[w.from:w.to]
		q := Parse(word)
		if _, ok := q.Match(d); !ok || q.Empty() {
			t.Fatalf("%q, read as %q, does not find %q", word, notation(q), lexemes(d))
		}
		quoted := Parse(`"` + word + `"`)
		if _, ok := quoted.Match(d); !ok || quoted.Empty() {
			t.Fatalf("%q in quotes, read as %q, does not find %q", word, notation(quoted), lexemes(d))
		}
	}
	if !field.Prompt || strings.Contains(text, `"`) {
		return
	}
	if q := Parse(`"` + text + `"`); len(d.Postings()) > 0 {
		if _, ok := q.Match(d); !ok || q.Empty() {
			t.Fatalf("%q as a phrase, read as %q, does not find %q", text, notation(q), lexemes(d))
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range seedTexts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := Parse(text)
		if q.Empty() != (len(q.Needs()) == 0) {
			t.Fatalf("%q: %q has no positive clause", text, notation(q))
		}
		for i, c := range q.Clauses {
			checkClause(t, text, c)
			if c.Word != "" && c.Excluded {
				t.Fatalf("%q: clause %d is excluded and correctable", text, i)
			}
		}
		d := NewDocument([]Field{{Weight: WeightA, Texts: []string{text}}})
		if _, ok := q.Match(d); ok && !satisfies(d, q.Needs()) {
			t.Fatalf("%q: %q matches, its needs are not met", text, notation(q))
		}
	})
}

func checkClause(t *testing.T, text string, c Clause) {
	if len(c.Alternatives) == 0 {
		t.Fatalf("%q: a clause without alternatives", text)
	}
	if (c.Word != "") != (c.Typed != "") || c.Word != "" && !strings.Contains(Fold(c.Typed), c.Word) {
		t.Fatalf("%q: word %q typed as %q", text, c.Word, c.Typed)
	}
	for _, a := range c.Alternatives {
		if len(a.Slots) == 0 {
			t.Fatalf("%q: an alternative without slots", text)
		}
		for i, s := range a.Slots {
			if (s.Prefix != "") == (len(s.Terms) > 0) || s.Prefix != "" && i+1 < len(a.Slots) {
				t.Fatalf("%q: slot %d of %q", text, i, c.notation())
			}
			for _, term := range append([]string{s.Prefix}, s.Terms...) {
				if len(term) > MaxTermBytes || !utf8.ValidString(term) {
					t.Fatalf("%q: term %q", text, term)
				}
			}
			if slices.Contains(s.Terms, "") {
				t.Fatalf("%q: an empty term in %q", text, c.notation())
			}
		}
	}
}

func FuzzDistance(f *testing.F) {
	type distanceCase struct {
		Rule, A, B  string
		Limit, Want int
	}
	for _, c := range golden[distanceCase](f, "distance.json") {
		f.Add(c.A, c.B, uint8(c.Limit))
	}
	f.Fuzz(func(t *testing.T, a, b string, limit uint8) {
		most := int(limit % 4)
		got := Distance(a, b, most)
		if back := Distance(b, a, most); got != back {
			t.Fatalf("Distance(%q, %q, %d) = %d, the other way %d", a, b, most, got, back)
		}
		x, y := []rune(a), []rune(b)
		if len(x) > 40 || len(y) > 40 {
			return
		}
		want := most + 1
		if len(x) == 0 && len(y) == 0 || len(x) > 0 && len(y) > 0 && x[0] == y[0] {
			want = min(edits(x, y, most), most+1)
		}
		if got != want {
			t.Fatalf("Distance(%q, %q, %d) = %d, want %d", a, b, most, got, want)
		}
	})
}

// edits is the distance by trying everything, given up beyond limit.
func edits(x, y []rune, limit int) int {
	if limit < 0 {
		return 1
	}
	if len(x) == 0 || len(y) == 0 {
		return len(x) + len(y)
	}
	if x[0] == y[0] {
		return edits(x[1:], y[1:], limit)
	}
	best := 1 + min(edits(x[1:], y, limit-1), edits(x, y[1:], limit-1), edits(x[1:], y[1:], limit-1))
	if len(x) > 1 && len(y) > 1 && x[0] == y[1] && x[1] == y[0] {
		best = min(best, 1+edits(x[2:], y[2:], limit-1))
	}
	return best
}

func FuzzHighlight(f *testing.F) {
	for _, text := range seedTexts(f) {
		f.Add(text, text)
		f.Add("sho", text)
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		q := Parse(query)
		fields := []Field{{Name: "tags", List: true, Texts: []string{"x", text}}}
		length, index, end := utf8.RuneCountInString(text), 0, 0
		for _, h := range q.Highlight(fields) {
			if h.Index == nil || h.Field != "tags" || *h.Index < index {
				t.Fatalf("%q in %q: %+v", query, text, h)
			}
			if *h.Index > index {
				index, end = *h.Index, 0
			}
			if h.Start < end || h.Start >= h.End || index == 1 && h.End > length || index == 0 && h.End > 1 {
				t.Fatalf("%q in %q: %+v after %d", query, text, h, end)
			}
			end = h.End
		}
	})
}
