package search

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// These tests read documents the two other ways engines do, naively, and
// compare with Match.

// tsvector is a document as PostgreSQL holds it: what stands at each position.
type tsvector map[int]lexeme

type lexeme struct {
	terms  []string
	weight Weight
}

func newTSVector(d Document) tsvector {
	v := tsvector{}
	for _, p := range d.Postings() {
		for _, place := range p.Places {
			l := v[place.Position()]
			v[place.Position()] = lexeme{append(l.terms, p.Term), place.Weight()}
		}
	}
	return v
}

// best is the highest weight with the sequence, or false.
func (v tsvector) best(a Alternative) (best Weight, ok bool) {
	for position, l := range v {
		matches := true
		for i, s := range a.Slots {
			matches = matches && slices.ContainsFunc(v[position+i].terms, s.matches)
		}
		if matches && (!ok || l.weight > best) {
			best, ok = l.weight, true
		}
	}
	return best, ok
}

// values is a document as Elasticsearch holds it: field values split by white
// space, with a gap between them.
type values map[Weight][][]string

func newValues(d Document) values {
	v := values{}
	for _, w := range Weights {
		for _, s := range d.Segments(w) {
			v[w] = append(v[w], strings.Fields(strings.Join(s, " ")))
		}
	}
	return v
}

func (v values) best(a Alternative) (best Weight, ok bool) {
	for _, w := range Weights {
		for _, terms := range v[w] {
			for i := range len(terms) - len(a.Slots) + 1 {
				matches := true
				for j, s := range a.Slots {
					matches = matches && s.matches(terms[i+j])
				}
				if matches {
					return w, true
				}
			}
		}
	}
	return 0, false
}

// judge evaluates the tree with an engine's reading of alternatives.
func judge(q Query, best func(Alternative) (Weight, bool)) (score int, ok bool) {
	for _, c := range q.Clauses {
		points := 0
		for _, a := range c.Alternatives {
			if w, ok := best(a); ok {
				points = max(points, w.Points(a.Half))
			}
		}
		if (points > 0) == c.Excluded {
			return 0, false
		}
		score += points
	}
	return score, true
}

// satisfies says whether the document has a term for each of the needs.
func satisfies(d Document, needs [][]Slot) bool {
	for _, need := range needs {
		if !slices.ContainsFunc(d.Postings(), func(p Posting) bool {
			return slices.ContainsFunc(need, func(s Slot) bool { return s.matches(p.Term) })
		}) {
			return false
		}
	}
	return true
}

// pieces are what random texts and queries are made of, few enough to meet.
var pieces = []string{
	"red", "shoe", "shoes", "ax", "4021", "ax-4021", "ax4021", "ax-4", "e-mail", "email", "wi-f",
	"运", "动", "运动", "鞋", "ux设计", "é", "🔥", "1", "9:16", "(red shoe:1.3)", "(", ":1)", "-", "--", `"`, "*", ",", " ", " ", " ", " ",
}

func drawText(t *rapid.T, name string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, most).Draw(t, name), "")
}

func drawAsset(t *rapid.T) asset {
	return asset{
		Title:   drawText(t, "title", 6),
		Tags:    []string{drawText(t, "first tag", 3), drawText(t, "second tag", 3)},
		Prompt:  drawText(t, "prompt", 30),
		Content: drawText(t, "content", 12),
	}
}

func TestEnginesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := NewDocument(drawAsset(t).fields())
		q := Parse(drawText(t, "query", 6))
		score, ok := q.Match(d)
		if s, o := judge(q, newTSVector(d).best); o != ok || o && s != score {
			t.Fatalf("%q: PostgreSQL reads %d %v, want %d %v", notation(q), s, o, score, ok)
		}
		if s, o := judge(q, newValues(d).best); o != ok || o && s != score {
			t.Fatalf("%q: Elasticsearch reads %d %v, want %d %v", notation(q), s, o, score, ok)
		}
		if ok && !satisfies(d, q.Needs()) {
			t.Fatalf("%q matches, but its needs are not met", notation(q))
		}
	})
}

// With occurrences left out, too, the readings agree.
func TestEnginesAgreeBeyondLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		filler := strings.Repeat("red shoe ", rapid.IntRange(250, 258).Draw(t, "filler"))
		row := drawAsset(t)
		row.Tags = append([]string{filler}, row.Tags...)
		d := NewDocument(row.fields())
		q := Parse(drawText(t, "query", 6))
		score, ok := q.Match(d)
		if s, o := judge(q, newTSVector(d).best); o != ok || o && s != score {
			t.Fatalf("%q: PostgreSQL reads %d %v, want %d %v", notation(q), s, o, score, ok)
		}
		if s, o := judge(q, newValues(d).best); o != ok || o && s != score {
			t.Fatalf("%q: Elasticsearch reads %d %v, want %d %v", notation(q), s, o, score, ok)
		}
	})
}

// A row that matches shows why, as long as all of its text is there.
func TestMatchesAreHighlighted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fields := drawAsset(t).fields()
		q := Parse(drawText(t, "query", 6))
		_, ok := q.Match(NewDocument(fields))
		if marked := len(q.Highlight(fields)) > 0; ok && marked == q.Empty() {
			t.Fatalf("%q matches, highlights: %v", notation(q), marked)
		}
	})
}
