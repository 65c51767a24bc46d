package gallery

import (
	"context"
	"time"

	"vitrine/core/ident"
)

// Change is an asset that an index has still to learn of, as it is now.
type Change struct {
	Owner   ident.Owner
	ID      ident.ID
	Version int64  // of the asset; an older one must never replace a newer one
	Asset   *Asset // nil: the asset is gone
}

// Verdict is what became of a change.
type Verdict uint8

// The verdicts. The zero value is what is right for a change that nobody has judged.
const (
	Kept   Verdict = iota // not written: to be tried again
	Done                  // written, or the index had this version or a newer one
	Parked                // refused for what it holds: only another version may fare better
)

// Outcome is a verdict, and for what is not Done the reason, if the index gave one.
type Outcome struct {
	Verdict Verdict
	Err     error
}

// Outbox keeps what an index has still to learn.
type Outbox interface {
	// Lease must give at most n changes that are due, with the assets as they are after it. No other lease gives them for as
	// long as patience, unless they change again.
	Lease(ctx context.Context, n int, patience time.Duration) ([]Change, error)

	// Settle must forget the changes that are Done, unless the asset has changed since. What is Kept must be due again later,
	// the later the more often it was tried, and what is Parked only when the asset changes. Both stay pending.
	Settle(ctx context.Context, changes []Change, outcomes []Outcome) error
}

// Indexer writes changes into an index.
type Indexer interface {
	// Write must say what became of each change, in their order. An error says that something is Kept, and why.
	Write(ctx context.Context, changes []Change) ([]Outcome, error)

	// Refresh must make visible to searches what was written before.
	Refresh(ctx context.Context) error
}
