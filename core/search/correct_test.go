package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCorrectable(t *testing.T) {
	for word, want := range map[string]bool{
		"shoe": true, "лампа": true, "αθηνα": true, "oeuf": true,
		"sho": false, "": false, "lamp2": false, "1234": false, "e-mail": false, "red shoe": false,
		"运动鞋子": false, "שלום": false, "ˑˑˑˑ": false,
	} {
		if got := Correctable(word); got != want {
			t.Errorf("Correctable(%q) = %v", word, got)
		}
	}
}

// What is not proposable is never near a word that may be corrected.
func TestProposable(t *testing.T) {
	for term, want := range map[string]bool{
		"red": true, "лам": true, "lamp2": true, "o'h": true, "re": false, "": false, "2lamp": false, "运动鞋": false, "ˑˑˑ": false,
	} {
		if got := Proposable(term); got != want {
			t.Errorf("Proposable(%q) = %v", term, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[aж]{4,9}`).Draw(t, "word")
		term := rapid.StringMatching(`[aж2运]{1,9}`).Draw(t, "term")
		near := Distance(word, term, MaxEdits(word)) <= MaxEdits(word)
		if near && !Proposable(term) {
			t.Fatalf("%q is near %q", term, word)
		}
	})
}

func TestMaxEdits(t *testing.T) {
	for word, want := range map[string]int{"shoe": 1, "walnuts": 1, "overcoat": 2, "кроссовк": 2, "лампочк": 1} {
		if got := MaxEdits(word); got != want {
			t.Errorf("MaxEdits(%q) = %d, want %d", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	type distanceCase struct {
		Rule, A, B  string
		Limit, Want int
	}
	for _, c := range golden[distanceCase](t, "distance.json") {
		if got := Distance(c.A, c.B, c.Limit); got != c.Want {
			t.Errorf("%s: Distance(%q, %q, %d) = %d, want %d", c.Rule, c.A, c.B, c.Limit, got, c.Want)
		}
	}
	long := strings.Repeat("a", 100)
	if got := Distance(long, long+"b", 2); got != 1 {
		t.Errorf("distance of texts longer than a term = %d, want 1", got)
	}
}

// Few edits give a small distance, whichever way it is measured.
func TestDistanceOfEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := []rune(rapid.StringMatching(`[a-cж]{2,12}`).Draw(t, "word"))
		edited := append([]rune{}, word...)
		edits := rapid.IntRange(0, 3).Draw(t, "edits")
		for range edits {
			i := rapid.IntRange(1, len(edited)).Draw(t, "at")
			switch kind := rapid.IntRange(0, 3).Draw(t, "kind"); {
			case kind == 0:
				edited = append(edited[:i], append([]rune{'x'}, edited[i:]...)...)
			case i == len(edited):
			case kind == 1:
				edited[i] = 'y'
			case kind == 2 && i+1 < len(edited) && edits == 1:
				edited[i], edited[i+1] = edited[i+1], edited[i]
			case kind == 3 && len(edited) > 2:
				edited = append(edited[:i], edited[i+1:]...)
			}
		}
		a, b := string(word), string(edited)
		d := Distance(a, b, 3)
		if d > edits {
			t.Fatalf("Distance(%q, %q) = %d after %d edits", a, b, d, edits)
		}
		if back := Distance(b, a, 3); back != d {
			t.Fatalf("Distance(%q, %q) = %d, but %d the other way", a, b, d, back)
		}
		if (d == 0) != (a == b) {
			t.Fatalf("Distance(%q, %q) = %d", a, b, d)
		}
	})
}

func TestNearest(t *testing.T) {
	type nearestCase struct {
		Rule, Word string
		Candidates map[string]int
		Want       []string
	}
	for _, c := range golden[nearestCase](t, "nearest.json") {
		var candidates []Candidate
		for term, live := range c.Candidates {
			candidates = append(candidates, Candidate{term, live})
		}
		if diff := cmp.Diff(c.Want, Nearest(c.Word, candidates)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Rule, diff)
		}
	}
}

func TestCorrect(t *testing.T) {
	type correctCase struct {
		Rule, Query string
		Corrections []Correction
		Want        []string
	}
	for _, c := range golden[correctCase](t, "correct.json") {
		q := Parse(c.Query)
		before := notation(q)
		if diff := cmp.Diff(c.Want, notation(q.Correct(c.Corrections))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Rule, diff)
		}
		if diff := cmp.Diff(before, notation(q)); diff != "" {
			t.Errorf("%s: the query itself changed:\n%s", c.Rule, diff)
		}
	}
}

func TestCorrectedScoresHalf(t *testing.T) {
	d := NewDocument([]Field{{Weight: WeightA, Texts: []string{"Red shoe"}}})
	q := Parse("red shoos").Correct([]Correction{{From: "shoos", To: []string{"shoes"}}})
	if score, ok := q.Match(d); !ok || score != 16+8 {
		t.Errorf("score %d, %v; want 24", score, ok)
	}
}
