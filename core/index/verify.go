package index

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"vitrine/core/ident"
)

// Verifier compares the copy that is searched with the record, and repairs it. It is safe for concurrent use.
type Verifier[D any] struct {
	Ports[D]
	clock ident.Clock
	last  atomic.Pointer[Verified]
}

// NewVerifier makes a verifier over the same ports as a keeper.
func NewVerifier[D any](p Ports[D], clock ident.Clock) *Verifier[D] {
	return &Verifier[D]{Ports: p, clock: clock}
}

// Repair says what a verification may do about flaws.
type Repair uint8

// The repairs.
const (
	NoRepair Repair = iota // nothing: it only compares
	Careful                // mend, but remove no more than a tenth of the copy's documents
	Forced                 // mend, however much that removes
)

// Errors of a verification. With any other one something could not be asked.
var (
	ErrNoIndex = errors.New("there is no index to compare: none is searched, or not the registered one, or not of this version's schema")
	ErrBrake   = errors.New("the repair would remove more than a tenth of the index's documents")
)

// Verified is when a copy was last compared as a whole, and what was found then.
type Verified struct {
	Report
	At time.Time
}

// Last gives the last comparison by this verifier, nil before the first.
func (v *Verifier[D]) Last() *Verified { return v.last.Load() }

// Verify compares, and then hands to the outbox what may and can be mended: whoever drains that sees it done. It compares
// first and repairs afterwards, so that ErrBrake has changed nothing. The report is of how the copy was before; with ErrBrake it
// is complete as well. told learns of it while it grows, the number of documents marked included. A verification that was
// interrupted does no harm, and another one finds the rest.
func (v *Verifier[D]) Verify(ctx context.Context, repair Repair, told func(Report)) (Report, error) {
	used, registered, err := v.inUse(ctx)
	if err != nil {
		return Report{}, err
	}
	if !registered || used.Schema != v.Engine.Schema() {
		return Report{}, ErrNoIndex
	}
	c := v.against(used)
	r, flawed, err := c.all(ctx, told)
	if err != nil {
		return r, err
	}
	v.last.Store(&Verified{Report: r, At: v.clock.Now()})
	if repair == NoRepair {
		return r, nil
	}
	if n := r.Flaws[Surplus]; repair != Forced && over(n, r.Documents) {
		return r, fmt.Errorf("%w: %d of %d", ErrBrake, n, r.Documents)
	}
	err = mend(ctx, v.Stock, c, flawed, func(n int) {
		r.Marked += int64(n)
		told(r)
	})
	return r, err
}

// against compares a copy with the record.
func (p Ports[D]) against(c Copy) comparison {
	return comparison{record: p.Stock, copied: p.Engine.Inventory(c)}
}

// mend hands the flaws of the owners' documents to the outbox, but those that a write would not mend.
func mend[D any](ctx context.Context, stock Stock[D], c comparison, owners []ident.Owner, marked func(int)) error {
	for _, owner := range owners {
		err := c.owner(ctx, owner, func(s stretch) error {
			changes := mending[D](owner, s.wrong)
			if len(changes) == 0 {
				return nil
			}
			if err := stock.Mark(ctx, changes); err != nil {
				return err
			}
			marked(len(changes))
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// mending are the changes that mend. What is removed has to be newer than what stands there.
func mending[D any](owner ident.Owner, all []wrong) (changes []Change[D]) {
	for _, w := range all {
		switch w.flaw {
		case Missing, Stale:
			changes = append(changes, Change[D]{Owner: owner, ID: w.id, Version: w.recorded.Version})
		case Surplus:
			changes = append(changes, Change[D]{Owner: owner, ID: w.id, Version: w.copied.Version + 1})
		case Newer, Double:
		}
	}
	return changes
}
