package projects

import (
	"context"

	"vitrine/core/bulk"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// What holds of every method of every port:
//
//   - A row that is absent and a row of another owner must both be fault.NotFound.
//   - Values that go in or come out are copies; the receiver owns them.
//   - A method that fails must have changed nothing.
//   - An ended context ends the call with the context's error.
//   - With a key, the receipt must be written in the transaction of the effect, unless it is empty. A key that has a receipt must return
//     that receipt, replayed, and change nothing; idempotency.Key.Replay judges it. A key whose first request is still
//     running must fail with idempotency.InProgress, at once.
//   - Projects and assets are one consistency boundary: after each method a project's counts and cover are those of its
//     assets (docs/adr/0005).

// Repository keeps projects.
type Repository interface {
	// Insert adds a project that has no assets. An id that exists must be fault.Conflict.
	Insert(ctx context.Context, owner ident.Owner, p Project, key idempotency.Key) (idempotency.Receipt, error)

	// Find returns the project, in the trash too.
	Find(ctx context.Context, owner ident.Owner, id ident.ID) (Project, error)

	// Update locks the projects of ids, which are distinct, applies change to each in the order given, and writes what
	// changed, all in one transaction. The results must be one for each id, in that order. A fault that change returns is
	// the result of that project alone, which must stay as it was; any other error ends the call. change may run again and must have no effect of its own. It must not change the id, the
	// creation or what is derived from assets.
	//
	// Where change sets DeletedAt, the live assets of the project must go to the trash with it, with the same time and
	// their version raised; where it clears DeletedAt, exactly those must come back.
	Update(ctx context.Context, owner ident.Owner, ids []ident.ID, key idempotency.Key, change func(*Project) error) (Updated, error)

	// Copy makes a project out of source, in one transaction: make is given the source and a test for titles that the
	// owner's projects have, those in the trash included. Two copies at once must not be told that the same title is
	// free. A fault that make returns must end the call. With assets, the source's live assets are copied as they are,
	// but for: new ids from c.NewID, called in the order of the source's ids; the new project; SourceID; no favourites;
	// version 1; UpdatedAt of the copy's creation.
	Copy(ctx context.Context, owner ident.Owner, source ident.ID, c Copying, key idempotency.Key) (idempotency.Receipt, error)

	// Purge removes a project and all of its assets for good, if check, given the project, returns nil.
	Purge(ctx context.Context, owner ident.Owner, id ident.ID, check func(Project) error) error
}

// Updated is what an Update did.
type Updated struct {
	Results  bulk.Results
	Projects []Project // as written, one a result; the zero Project where the result has a fault. Nil when replayed
	Replayed bool
}

// Copying says how to make a copy.
type Copying struct {
	Assets bool
	Make   func(source Project, taken func(title string) bool) (Project, error)
	NewID  ident.Source
}

// Row is a project of a list with its relevance, which is 0 in every other order.
type Row struct {
	Project Project
	Score   int
}

// Finder finds projects among many.
type Finder interface {
	// List must return the rows of the query's window in walking order, at most Window.Rows() of them: the projects of
	// the owner that match the filter, ordered by the query's order and then by id in the same direction, from the
	// window's key on. Titles are compared by search.SortKey, byte by byte. Relevance is Query.Match's score of the
	// project's document, ties by creation and id, newest first. A row of a list need not have its timeline.
	List(ctx context.Context, owner ident.Owner, q Query) ([]Row, error)

	// Count must count the projects that match the filter, and for each facet the values among the projects that match
	// the filter without the facet's own member, by count (highest first), then by value (byte by byte), at most
	// MaxBuckets. Where more than limit rows match, the total is page.AtLeast and that facet nil.
	Count(ctx context.Context, owner ident.Owner, f Filter, facets []string, limit int64) (page.Counts, error)
}
