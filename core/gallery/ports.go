package gallery

import (
	"context"

	"vitrine/core/bulk"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"
)

// What holds of every method of every port is written at the ports of core/projects.

// Repository keeps assets.
type Repository interface {
	// Insert adds the assets, in one transaction. The results must be one for each asset, in that order. A fault that
	// Settle returns is the result of that asset alone, and the others must be added; positions follow the order given.
	// An id that exists must be fault.Conflict of the whole call.
	Insert(ctx context.Context, owner ident.Owner, assets []Asset, key idempotency.Key) (Inserted, error)

	// Find returns the asset in full, in the trash too.
	Find(ctx context.Context, owner ident.Owner, id ident.ID) (Asset, error)

	// Update is to assets what projects.Repository.Update is to projects. Where change puts an asset into another
	// project or behind the last, or brings it back from the trash, Settle must be called after it, and its fault is the
	// result of that asset. An
	// asset that change puts into the trash went there by itself: the restore of its project must leave it there.
	Update(ctx context.Context, owner ident.Owner, ids []ident.ID, key idempotency.Key, change func(*Asset) error) (Updated, error)
}

// Inserted is what an Insert did.
type Inserted struct {
	Results  bulk.Results
	Replayed bool
}

// Updated is what an Update did.
type Updated struct {
	Results  bulk.Results
	Assets   []Asset // as written, one a result; the zero Asset where the result has a fault. Nil when replayed
	Replayed bool
}

// Row is an asset of a list: its excerpt, the names of the members that were shortened, and its relevance, which is 0 in
// every other order.
type Row struct {
	Asset     Asset
	Truncated []string
	Score     int
}

// Finder finds assets among many.
type Finder interface {
	// List must return the rows of the query's window in walking order, at most Window.Rows() of them: the assets of the
	// owner that match the filter, ordered by the query's order and then by id in the same direction, from the window's
	// key on. Relevance is Query.Match's score of the asset's document, ties by creation and id, newest first.
	List(ctx context.Context, owner ident.Owner, q Query) ([]Row, error)

	// Count must count the assets that match the filter, and for each facet the values among the assets that match the
	// filter without the facet's own member, by count (highest first), then by value (byte by byte), at most MaxBuckets.
	// Assets that have no value do not count for a facet, but for FacetProject, where they are NoProject. Where more than
	// limit rows match, the total is page.AtLeast and that facet nil.
	Count(ctx context.Context, owner ident.Owner, f Filter, facets []string, limit int64) (page.Counts, error)

	// Fences must mark the list that the query's filter and order give, which is one of DateOrders, every
	// page.Spacing(total, every) rows, all of one snapshot. The window is not looked at.
	Fences(ctx context.Context, owner ident.Owner, q Query, every int64) (page.Fences, error)
}

// Vocabulary knows the words of an owner's assets.
type Vocabulary interface {
	// Similar must return the terms of the owner's live assets that are at most search.MaxEdits(word) away from word by
	// search.Distance, each once with the number of live assets that have it. It may leave out those that are further away
	// than others it returns. The word is one that search.Correctable accepts.
	Similar(ctx context.Context, owner ident.Owner, word string) ([]search.Candidate, error)
}

// Searcher finds assets by their text in an index beside the record, which may be behind it.
type Searcher interface {
	// Search must return the places of the rows that Finder.List returns for the query, as Query.Key gives them.
	Search(ctx context.Context, owner ident.Owner, q Query) ([]page.Key, error)

	// Count must count as Finder.Count does.
	Count(ctx context.Context, owner ident.Owner, f Filter, facets []string, limit int64) (page.Counts, error)
}

// Reader reads the rows that an index has found.
type Reader interface {
	// ByIDs must return those of the owner's assets that have one of the ids, in any order, as Finder.List returns them. What
	// is absent or foreign is left out.
	ByIDs(ctx context.Context, owner ident.Owner, ids []ident.ID) ([]Row, error)
}
