package index

import (
	"context"
	"time"

	"vitrine/core/ident"
)

// Copy is one copy, in an engine, of what the record has to search.
type Copy struct {
	ID     ident.ID
	Name   string // in the engine; it may come back, an id does not
	Schema int    // what its documents look like; a later one has a higher number
}

// Place is where a walk through a stock stands; only the stock can read it. The zero Place is before all.
type Place string

// Engine makes copies.
type Engine[D any] interface {
	// Schema says what documents of this binary look like. A copy of an older schema has to be made anew.
	Schema() int

	// Create must make an empty copy that nobody searches.
	Create(ctx context.Context, id ident.ID, at time.Time) (Copy, error)

	// Has must report whether the copy is there.
	Has(ctx context.Context, c Copy) (bool, error)

	// Drop must delete the copy, also if it is not there.
	Drop(ctx context.Context, c Copy) error

	// Indexer gives a writer of the copy, for one worker. It must never make a copy that is not there.
	Indexer(c Copy) Indexer[D]

	Holdings
}

// Holdings tells what is in copies.
type Holdings interface {
	// Inventory lists what searches of the copy see. A part must never be given for the whole.
	Inventory(c Copy) Inventory
}

// Pointer says which copy is searched.
type Pointer interface {
	// InUse must give the copy that is searched, the zero Copy for none.
	InUse(ctx context.Context) (Copy, error)

	// Use must have the copy searched instead of any other, at once.
	Use(ctx context.Context, c Copy) error
}

// Registry is the record's list of copies that learn of every change.
type Registry interface {
	// Copies must give the registered copies, the oldest first, each with the place up to which it was filled.
	Copies(ctx context.Context) ([]Registered, error)

	// Register must have every change kept in the outbox from now on. What was committed when it returns, and is not in the
	// outbox, After gives.
	Register(ctx context.Context, c Copy) error

	// Unregister must undo that. With the last copy the outbox must be emptied; else what is Parked must be due again, since it
	// may be that copy alone that refused it.
	Unregister(ctx context.Context, id ident.ID) error

	// Filled must remember up to where the copy was filled.
	Filled(ctx context.Context, id ident.ID, at Place) error

	// Alone must run work unless another server is at it, and report whether it ran.
	Alone(ctx context.Context, work func(context.Context) error) (bool, error)
}

// Registered is a copy that learns of every change.
type Registered struct {
	Copy
	Filled Place
}

// Stock is all that the record has to be found.
type Stock[D any] interface {
	// After must give at most n documents of any owners that stand after the place, the owners in byte order, and the place of
	// the last. None are after the end.
	After(ctx context.Context, at Place, n int) ([]Change[D], Place, error)

	// Mark must put the changes into the outbox, as if they had just happened. Of each, owner, id and version count: the outbox
	// gives the document as it is when it is leased, and if there is none then, at least that version.
	Mark(ctx context.Context, changes []Change[D]) error

	Ledger
}
