package index

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// How many documents a copy is filled with at once, and how often that is tried.
const (
	fillSize  = 1000
	fillTries = 6
)

// fill writes all that the record has. What changes meanwhile comes through the outbox, and versions see to it that the newer
// one stays, whichever comes last. It goes on where an earlier one ended.
func (k *Keeper[D]) fill(ctx context.Context, c Registered, progress func(int)) error {
	writer, at := k.Engine.Indexer(c.Copy), c.Filled
	for {
		changes, end, err := k.Stock.After(ctx, at, fillSize)
		if err != nil {
			return err
		}
		if len(changes) == 0 {
			return writer.Refresh(ctx)
		}
		if err := k.put(ctx, writer, changes); err != nil {
			return err
		}
		at = end
		if err := k.Registry.Filled(ctx, c.ID, at); err != nil {
			return err
		}
		progress(len(changes))
	}
}

// put writes changes, more slowly while there is pressure. What the copy refuses goes to the outbox, which shows it.
func (k *Keeper[D]) put(ctx context.Context, writer Indexer[D], changes []Change[D]) error {
	var outcomes []Outcome
	var err error
	for try, pause := 0, rest; ; try, pause = try+1, 2*pause {
		if outcomes, err = writer.Write(ctx, changes); err == nil {
			break
		}
		if try == fillTries {
			return err
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	var refused []Change[D]
	for i, o := range outcomes {
		if o.Verdict != Done {
			refused = append(refused, changes[i])
		}
	}
	if len(refused) == 0 {
		return nil
	}
	return k.Stock.Mark(ctx, refused)
}

// ErrShort is returned where a new copy turned out to lack more than a tenth of what the record has.
var ErrShort = errors.New("the new index lacks more than a tenth of the documents, so it is not used")

// prove compares the filled copy with the record, which counts in another way than the walk. A walk that ended too early is
// begun anew next time; what else the copy lacks comes through the outbox.
func (k *Keeper[D]) prove(ctx context.Context, c Copy) error {
	comparison := k.against(c)
	r, flawed, err := comparison.all(ctx, func(Report) {})
	if err != nil {
		return err
	}
	if over(r.Absent, r.Recorded) {
		short := fmt.Errorf("%w: %d of %d", ErrShort, r.Absent, r.Recorded)
		return errors.Join(short, k.Registry.Filled(ctx, c.ID, ""))
	}
	return mend(ctx, k.Stock, comparison, flawed, func(int) {})
}
