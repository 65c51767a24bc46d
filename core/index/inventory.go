package index

import (
	"context"

	"vitrine/core/ident"
)

// Inventory lists documents without what is in them: those that searches of a copy see, or those that a copy has to have.
type Inventory interface {
	// Sums must give the sums of at most n owners whose names come after the given one, "" for the first, in byte order. An
	// owner without documents is left out.
	Sums(ctx context.Context, after ident.Owner, n int) ([]Sum, error)

	// Entries must give at most n documents of the owner's whose ids come after the given one, "" for the first, in byte order,
	// and all or none that have the same id. n is at least 2.
	Entries(ctx context.Context, owner ident.Owner, after string, n int) ([]Entry, error)
}

// Sum is what all documents of an owner come to.
type Sum struct {
	Owner     ident.Owner
	Documents int64
	Check     int64 // the sum of their checks, below 2^53
}

// Entry is a document in an inventory.
type Entry struct {
	ID string
	// Version is the one that the copy compares writes by: a write of the same or of a newer one takes effect. The record's is
	// at least as new as any that it ever gave out for this document.
	Version int64
	// Check is not negative, and tells documents apart that have another id or hold something else: not surely, but so well
	// that the same sum over an owner's documents means the same documents.
	Check int64
}

// Ledger is the inventory of the record: what a copy has to have.
type Ledger interface {
	Inventory

	// Unlearnt must give those of the owner's ids that are pending: a change has been committed that searches of the copies may
	// not see yet. It answers for the moment of the question; the order is free.
	Unlearnt(ctx context.Context, owner ident.Owner, ids []string) ([]string, error)
}
