package index

import (
	"context"
	"time"

	"vitrine/core/ident"
)

// Change is a document that an index has still to learn of, as it is now.
type Change[D any] struct {
	Owner   ident.Owner
	ID      string // of the document; no two of an owner have the same
	Version int64  // an older one must never replace a newer one
	Doc     *D     // nil: the document is gone
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
type Outbox[D any] interface {
	// Lease must give at most n changes that are due, with the documents as they are after it. No other lease gives them for as
	// long as patience, unless they change again.
	Lease(ctx context.Context, n int, patience time.Duration) ([]Change[D], error)

	// Settle must forget the changes that are Done, unless the document has changed since. What is Kept must be due again later,
	// the later the more often it was tried, and what is Parked only when the document changes. Both stay pending.
	Settle(ctx context.Context, changes []Change[D], outcomes []Outcome) error
}

// Indexer writes changes into an index.
type Indexer[D any] interface {
	// Write must say what became of each change, in their order. An error says that something is Kept, and why.
	Write(ctx context.Context, changes []Change[D]) ([]Outcome, error)

	// Refresh must make visible to searches what was written before.
	Refresh(ctx context.Context) error
}
