package search

// Query is what a query text asks for: rows that match every clause that is not
// excluded, and none that is. The zero value asks for nothing and matches all.
// Queries are values; nobody writes to their slices.
type Query struct {
	Clauses []Clause
}

// Clause is one word or phrase of a query.
type Clause struct {
	// Alternatives are the ways to match, at least one.
	Alternatives []Alternative
	// Excluded says that rows matching the clause are left out. A query with an
	// excluded clause has a positive one too.
	Excluded bool
	// Word is the folded word where a typo may be corrected, else empty: see
	// Correctable. It is to be corrected if no live term of the owner matches
	// any alternative.
	Word string
	// Typed is the word as typed, set together with Word.
	Typed string
}

// Alternative is a sequence of slots, at least one, that match terms at
// consecutive positions.
type Alternative struct {
	Slots []Slot
	// Half says that a match scores half: it is one by prefix, or corrected.
	Half bool
}

// Slot matches one term: any of Terms, or each that begins with Prefix. Exactly
// one of both is set. Only the last slot of an alternative has a Prefix.
type Slot struct {
	Terms  []string
	Prefix string
}

// Empty says whether the query has no term: it then counts as not given.
func (q Query) Empty() bool { return len(q.Clauses) == 0 }

// Needs gives what an index needs to find candidates: a row that matches has
// for each need a term that one of the need's slots matches. (The i-th need of
// a clause takes the i-th slot of each alternative, or its last one.) The
// reverse does not hold: Match judges adjacency, order and exclusion.
func (q Query) Needs() [][]Slot {
	var needs [][]Slot
	for _, c := range q.Clauses {
		if c.Excluded {
			continue
		}
		for i := range c.longest() {
			var need []Slot
			for _, a := range c.Alternatives {
				need = append(need, a.Slots[min(i, len(a.Slots)-1)])
			}
			needs = append(needs, need)
		}
	}
	return needs
}

// longest is how many slots the longest alternative has.
func (c Clause) longest() int {
	n := 0
	for _, a := range c.Alternatives {
		n = max(n, len(a.Slots))
	}
	return n
}
