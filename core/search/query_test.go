package search

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	type parseCase struct {
		Rule, In string
		Want     []string
	}
	for _, c := range golden[parseCase](t, "query.json") {
		q := Parse(c.In)
		if diff := cmp.Diff(c.Want, notation(q)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.Rule, c.In, diff)
		}
		if q.Empty() != (len(c.Want) == 0) {
			t.Errorf("%s: Empty() = %v", c.Rule, q.Empty())
		}
	}
}

func TestNeeds(t *testing.T) {
	var got [][]string
	for _, need := range Parse(`AX-4021 "red shoe" -blue sho`).Needs() {
		var slots []string
		for _, s := range need {
			slots = append(slots, s.notation())
		}
		got = append(got, slots)
	}
	want := [][]string{{"ax", "ax4021"}, {"4021", "ax4021"}, {"red"}, {"shoe"}, {"sho/shos", "sho*"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("needs (-want +got):\n%s", diff)
	}
}
