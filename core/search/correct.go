package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of corrections.
const (
	minCorrected   = 4 // letters a word has at least to be corrected
	minTwoEdits    = 8 // letters from which on it may be two edits away
	maxCorrections = 5 // terms that replace it at most
)

// Correction says that a word was replaced, and by what.
type Correction struct {
	// From is the word as typed.
	From string
	// To are the terms it was replaced by, best first, 1 to 5.
	To []string
}

// Candidate is a term that may replace a misspelt word.
type Candidate struct {
	Term string
	// Live is in how many live rows of the owner the term occurs.
	Live int
}

// Correctable says whether a folded word of one part is of the sort that is
// corrected: 4 Latin, Greek or Cyrillic letters or more, and nothing else.
func Correctable(word string) bool {
	foreign := func(r rune) bool { return !unicode.IsLetter(r) || !kindOf(r).european() }
	return utf8.RuneCountInString(word) >= minCorrected && !strings.ContainsFunc(word, foreign)
}

// Proposable says whether a term may replace any word at all: it begins with a letter of those scripts, and has at most
// one character fewer than the shortest word that is corrected. Other terms are never near one.
func Proposable(term string) bool {
	first, _ := utf8.DecodeRuneInString(term)
	return kindOf(first).european() && unicode.IsLetter(first) && utf8.RuneCountInString(term) >= minCorrected-1
}

// MaxEdits is how many edits a term may be away from a word to replace it: one,
// and two from 8 letters on.
func MaxEdits(word string) int {
	if utf8.RuneCountInString(word) >= minTwoEdits {
		return 2
	}
	return 1
}

// Nearest gives the terms that replace a word (Clause.Word), out of candidates
// in any order: those that live, at the smallest distance that has any, at most
// 5, by number of live rows, then alphabetically (byte by byte). Each candidate
// is to be given once; those too far away do no harm.
func Nearest(word string, candidates []Candidate) []string {
	limit := MaxEdits(word)
	var near []Candidate
	for _, c := range candidates {
		d := Distance(word, c.Term, limit)
		if c.Live == 0 || d > limit {
			continue
		}
		if d < limit {
			near, limit = nil, d
		}
		near = append(near, c)
	}
	slices.SortFunc(near, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Live, a.Live), strings.Compare(a.Term, b.Term))
	})
	var terms []string
	for _, c := range near[:min(len(near), maxCorrections)] {
		terms = append(terms, c.Term)
	}
	return terms
}

// Correct gives the query with words replaced: each clause whose Word may be
// corrected and that was typed as a correction's From asks for its terms
// instead, each in plural and singular too, at half the score. Applying the
// same corrections to the same query text gives the same query, so a cursor
// need carry no more than them.
func (q Query) Correct(corrections []Correction) Query {
	clauses := slices.Clone(q.Clauses)
	for i, c := range clauses {
		at := slices.IndexFunc(corrections, func(r Correction) bool { return r.From == c.Typed })
		if c.Word != "" && at >= 0 && len(corrections[at].To) > 0 {
			clauses[i] = correctedClause(corrections[at].To)
		}
	}
	return Query{clauses}
}

// correctedClause asks for any of the terms, in plural or singular.
func correctedClause(terms []string) Clause {
	var list []string
	for _, t := range terms {
		list = append(list, inflections(t)...)
	}
	slices.Sort(list)
	return Clause{Alternatives: []Alternative{{Slots: []Slot{{Terms: slices.Compact(list)}}, Half: true}}}
}
