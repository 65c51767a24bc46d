package index

import (
	"context"
	"errors"
	"time"

	"vitrine/core/ident"
)

// How much a relay takes at once, for how long, and how often it makes what it wrote visible. Taken changes are in memory
// with all their texts. A lease outlasts the slowest write and refresh.
const (
	leaseSize    = 200
	leaseTime    = 2 * time.Minute
	visibleEvery = time.Second
	giveBackTime = 5 * time.Second
)

// Relay carries changes from the record to the index. Each worker has its own; many may work at the same outbox.
type Relay[D any] struct {
	outbox    Outbox[D]
	indexer   Indexer[D]
	clock     ident.Clock
	written   []Change[D] // but not yet visible
	confirmed time.Time
}

// NewRelay makes a relay.
func NewRelay[D any](o Outbox[D], i Indexer[D], clock ident.Clock) *Relay[D] {
	return &Relay[D]{outbox: o, indexer: i, clock: clock, confirmed: clock()}
}

// Drain carries all changes that are due, and makes them visible. It ends at the first that has to be kept, with the reason;
// what it took and could not bring to an end is given back then.
func (r *Relay[D]) Drain(ctx context.Context) error {
	for {
		n, err := r.carry(ctx)
		if err == nil && (n == 0 || r.clock().Sub(r.confirmed) >= visibleEvery) {
			err = r.confirm(ctx)
		}
		if err != nil {
			return errors.Join(err, r.giveBack(ctx))
		}
		if n == 0 {
			return nil
		}
	}
}

// carry writes the changes of one lease, and says how many there were. No transaction is open meanwhile: an edit of the same
// documents waits for nothing.
func (r *Relay[D]) carry(ctx context.Context) (int, error) {
	changes, err := r.outbox.Lease(ctx, leaseSize, leaseTime)
	if err != nil || len(changes) == 0 {
		return 0, err
	}
	outcomes, err := r.indexer.Write(ctx, changes)
	var left []Change[D]
	var reasons []Outcome
	for i, o := range outcomes {
		if o.Verdict == Done {
			r.written = append(r.written, changes[i])
		} else {
			left, reasons = append(left, changes[i]), append(reasons, o)
		}
	}
	return len(changes), errors.Join(err, r.settle(ctx, left, reasons))
}

// confirm makes visible what was written, and only then forgets it.
func (r *Relay[D]) confirm(ctx context.Context) error {
	r.confirmed = r.clock()
	if len(r.written) == 0 {
		return nil
	}
	if err := r.indexer.Refresh(ctx); err != nil {
		return err
	}
	outcomes := make([]Outcome, len(r.written))
	for i := range outcomes {
		outcomes[i].Verdict = Done
	}
	err := r.settle(ctx, r.written, outcomes)
	r.written = nil
	return err
}

// giveBack lets others have what this relay holds. Writing it again does no harm.
func (r *Relay[D]) giveBack(ctx context.Context) error {
	err := r.settle(ctx, r.written, make([]Outcome, len(r.written)))
	r.written = nil
	return err
}

// settle tells the outbox, also while the server is ending.
func (r *Relay[D]) settle(ctx context.Context, changes []Change[D], outcomes []Outcome) error {
	if len(changes) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), giveBackTime)
	defer cancel()
	return r.outbox.Settle(ctx, changes, outcomes)
}

// How long a relay rests between two rounds: after failures longer each time.
const (
	rest    = 500 * time.Millisecond
	maxRest = 10 * time.Second
)

// Run drains until the context ends. It tells failed of each round that came to an end too early.
func (r *Relay[D]) Run(ctx context.Context, failed func(error)) {
	pause := rest
	for {
		err := r.Drain(ctx)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			failed(err)
			pause = min(2*pause, maxRest)
		} else {
			pause = rest
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return
		}
	}
}
