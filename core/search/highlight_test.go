package search

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHighlight(t *testing.T) {
	type highlightCase struct {
		Rule, Query string
		Corrections []Correction
		asset
		Want []string
	}
	for _, c := range golden[highlightCase](t, "highlight.json") {
		fields := c.fields()
		var got []string
		for _, h := range Parse(c.Query).Correct(c.Corrections).Highlight(fields) {
			got = append(got, describe(h, fields))
		}
		if diff := cmp.Diff(c.Want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Rule, diff)
		}
	}
}

// describe writes a highlight as "field[index] start-end text".
func describe(h Highlight, fields []Field) string {
	for _, f := range fields {
		if f.Name != h.Field {
			continue
		}
		name, item := f.Name, 0
		if h.Index != nil {
			item = *h.Index
			name = fmt.Sprintf("%s[%d]", name, item)
		}
		return fmt.Sprintf("%s %d-%d %s", name, h.Start, h.End, string([]rune(f.Texts[item])[h.Start:h.End]))
	}
	return "unknown field " + h.Field
}

func TestHighlightReadsTextsInFull(t *testing.T) {
	text := numbered(MaxPositions+100) + " shoe"
	got := Parse("shoe!").Highlight([]Field{{Name: "content", Texts: []string{text}}})
	if len(got) != 1 || got[0].End != len(text) {
		t.Errorf("highlights %v, want the last word", got)
	}
}
