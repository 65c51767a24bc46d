package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// golden reads the cases of testdata/name. A member that the case does not know
// fails, so a misspelt one cannot pass unseen.
func golden[T any](t testing.TB, name string) []T {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var cases []T
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&cases); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return cases
}

// The notation of queries in golden files, a string for each clause:
//
//	ax 4021/4022      slots, each with its terms
//	sho*              a slot that is a prefix
//	a | b             alternatives
//	½ sho*            an alternative that scores half
//	-…                an excluded clause
//	… ~Shoos          correctable, typed as that
func notation(q Query) []string {
	list := []string{}
	for _, c := range q.Clauses {
		list = append(list, c.notation())
	}
	return list
}

func (c Clause) notation() string {
	var alternatives []string
	for _, a := range c.Alternatives {
		var slots []string
		for _, s := range a.Slots {
			slots = append(slots, s.notation())
		}
		n := strings.Join(slots, " ")
		if a.Half {
			n = "½ " + n
		}
		alternatives = append(alternatives, n)
	}
	n := strings.Join(alternatives, " | ")
	if c.Excluded {
		n = "-" + n
	}
	if c.Word != "" {
		n += " ~" + c.Typed
	}
	return n
}

func (s Slot) notation() string {
	if s.Prefix != "" {
		return s.Prefix + "*"
	}
	return strings.Join(s.Terms, "/")
}

// segmentsOf gives the terms of a text, segment by segment.
func segmentsOf(text string, prompt bool) [][]string {
	segments := [][]string{}
	for t := range tokens(Field{Prompt: prompt}.fold(text, false).text) {
		if t.segment == len(segments) {
			segments = append(segments, nil)
		}
		segments[t.segment] = append(segments[t.segment], t.term)
	}
	return segments
}

// placesOf gives the terms of a text with what a highlight of each covers.
func placesOf(text string) []string {
	list := []string{}
	f := fold(text, true)
	for t := range tokens(f.text) {
		p := f.place(t.from, t.to)
		list = append(list, fmt.Sprintf("%s %d-%d", t.term, p.start, p.end))
	}
	return list
}
