package search

import "testing"

// asset is the text of a row in the fields of an asset.
type asset struct {
	Title                     string
	Tags                      []string
	Prompt, Original, Content string
}

func (a asset) fields() []Field {
	return []Field{
		{Name: "title", Weight: WeightA, Texts: []string{a.Title}},
		{Name: "tags", Weight: WeightB, Texts: a.Tags, List: true},
		{Name: "prompt", Weight: WeightC, Texts: []string{a.Prompt}, Prompt: true},
		{Name: "original_prompt", Weight: WeightD, Texts: []string{a.Original}, Prompt: true},
		{Name: "content", Weight: WeightD, Texts: []string{a.Content}},
	}
}

func TestMatch(t *testing.T) {
	type matchCase struct {
		Rule, Query string
		asset
		Score *int // none: no match
	}
	for _, c := range golden[matchCase](t, "match.json") {
		score, ok := Parse(c.Query).Match(NewDocument(c.fields()))
		switch {
		case ok != (c.Score != nil):
			t.Errorf("%s: %q matches: %v", c.Rule, c.Query, ok)
		case ok && score != *c.Score:
			t.Errorf("%s: %q scores %d, want %d", c.Rule, c.Query, score, *c.Score)
		}
	}
}
