package search

import (
	"iter"
	"slices"
	"strings"
)

// Match says whether a row matches, and with which score. It is the meaning of
// a query: each engine finds the rows it accepts and, sorted by relevance, in
// the order of its scores (ties fall to the newest row, then the id).
//
// Each positive clause scores its best alternative in its best field
// (Weight.Points), and scores add. The score counts only where ok is true; an
// empty query matches every row with 0.
func (q Query) Match(d Document) (score int, ok bool) {
	for _, c := range q.Clauses {
		points := c.points(d)
		if (points > 0) == c.Excluded {
			return 0, false
		}
		score += points
	}
	return score, true
}

// points gives the best that the clause scores, 0 where it does not match.
func (c Clause) points(d Document) int {
	best := 0
	for _, a := range c.Alternatives {
		if w, ok := a.match(d); ok {
			best = max(best, w.Points(a.Half))
		}
	}
	return best
}

// match says whether the document has the sequence, and the highest weight of
// a field that does.
func (a Alternative) match(d Document) (best Weight, ok bool) {
	for p := range d.matching(a.Slots[0]) {
		for _, place := range p.Places {
			if (!ok || place.Weight() > best) && d.follows(a.Slots[1:], place) {
				best, ok = place.Weight(), true
			}
		}
	}
	return best, ok
}

// follows says whether the slots match at the positions after place.
func (d Document) follows(slots []Slot, place Place) bool {
	for _, s := range slots {
		if place = place.next(); !d.has(s, place) {
			return false
		}
	}
	return true
}

// has says whether the slot matches a term at exactly that place.
func (d Document) has(s Slot, place Place) bool {
	for p := range d.matching(s) {
		if _, found := slices.BinarySearch(p.Places, place); found {
			return true
		}
	}
	return false
}

// matching gives the postings of the terms that the slot matches.
func (d Document) matching(s Slot) iter.Seq[Posting] {
	return func(yield func(Posting) bool) {
		if s.Prefix != "" {
			for _, p := range d.postings[d.search(s.Prefix):] {
				if !strings.HasPrefix(p.Term, s.Prefix) || !yield(p) {
					return
				}
			}
			return
		}
		for _, t := range s.Terms {
			if i := d.search(t); i < len(d.postings) && d.postings[i].Term == t && !yield(d.postings[i]) {
				return
			}
		}
	}
}

// search gives the index of the first posting whose term is not less than t.
func (d Document) search(t string) int {
	i, _ := slices.BinarySearchFunc(d.postings, t, func(p Posting, t string) int {
		return strings.Compare(p.Term, t)
	})
	return i
}
