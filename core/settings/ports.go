package settings

import (
	"context"

	"vitrine/core/ident"
	"vitrine/core/page"
)

// Repository keeps documents and what was changed in them. What holds of every method of every port is written at the
// ports of core/projects, but that no owner is without settings: nothing here is ever fault.NotFound.
//
// A document at rest must be the JSON that Encode gives (white space and order of members aside), and what is read must be
// what Decode makes of it.
type Repository interface {
	// Find returns the owner's document, and the zero Document for an owner who has none. It must write nothing.
	Find(ctx context.Context, owner ident.Owner) (Document, error)

	// Update gives change the owner's document, the zero Document where there is none, and writes what change made of it
	// together with the entry that it returns, in one transaction. It returns the document as it is then. Where the entry
	// is nil, nothing must be written. An error of change or of Encode ends the call, and nothing must be written.
	//
	// Updates of one owner must take effect one after another, each on the document that the one before left, also when
	// several at once are the owner's first. Those of different owners must not wait for each other. change may run again
	// and must have no effect of its own; the entry of its last run counts.
	Update(ctx context.Context, owner ident.Owner, change func(*Document) (*Entry, error)) (Document, error)

	// ListAudit must return the entries of the window in walking order, at most w.Rows() of them: the owner's, by version,
	// the highest first (walking backward the lowest first), from the version in w.From.Rank on, that one itself only where
	// w.Inclusive. An owner without entries has an empty list. No method changes or deletes an entry.
	ListAudit(ctx context.Context, owner ident.Owner, w page.Window) ([]Entry, error)
}
