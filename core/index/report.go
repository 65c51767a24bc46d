package index

import (
	"maps"

	"vitrine/core/ident"
)

// Report is what a comparison of a copy with the record has found. Documents that the copy has still to learn of are no flaws.
type Report struct {
	Owners    int
	Recorded  int64 // documents that the copy has to have
	Documents int64 // documents that it has
	Absent    int64 // of the recorded ones those that it has not, pending ones as well
	Flaws     map[Flaw]int64
	Examples  []Example // the first few flaws
	Marked    int64     // documents that were handed to the outbox, which mends them
}

// Example is a document with a flaw.
type Example struct {
	Owner ident.Owner
	ID    string
	Flaw  Flaw
}

// maxExamples is how many flaws a report tells in full.
const maxExamples = 20

// Drift is the number of flaws.
func (r Report) Drift() (n int64) {
	for count := range maps.Values(r.Flaws) {
		n += count
	}
	return n
}

// NeedsRebuild reports whether something is wrong that only a new copy is rid of.
func (r Report) NeedsRebuild() bool { return r.Flaws[Newer] > 0 || r.Flaws[Double] > 0 }

// sum adds the sums of an owner, nil where a side has no document, and says whose they are and whether they differ.
func (r *Report) sum(recorded, copied *Sum) (owner ident.Owner, differ bool) {
	r.Owners++
	var a, b Sum
	if recorded != nil {
		a, owner = *recorded, recorded.Owner
	}
	if copied != nil {
		b, owner = *copied, copied.Owner
	}
	r.Recorded += a.Documents
	r.Documents += b.Documents
	return owner, a != b
}

// add notes what is wrong in a stretch.
func (r *Report) add(owner ident.Owner, s stretch) {
	r.Absent += s.absent
	for _, w := range s.wrong {
		r.Flaws[w.flaw]++
		if len(r.Examples) < maxExamples {
			r.Examples = append(r.Examples, Example{Owner: owner, ID: w.id, Flaw: w.flaw})
		}
	}
}

// over reports whether n is more than a tenth of all: nobody loses so much by an accident of the index.
func over(n, all int64) bool { return 10*n > all }
