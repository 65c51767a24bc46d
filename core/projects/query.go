package projects

import (
	"fmt"
	"time"

	"vitrine/core/fault"
	"vitrine/core/page"
	"vitrine/core/search"
)

// Keys of the orders of a list.
const (
	ByCreated   = "created_at"
	ByUpdated   = "updated_at"
	ByTitle     = "title"
	ByRelevance = "relevance"
)

// Newest is the default order.
var Newest = page.Order{By: ByCreated, Desc: true}

// Orders are all orders a list can be read in. Anything that is not here cannot be sorted by.
var Orders = []page.Order{
	Newest,
	{By: ByCreated},
	{By: ByUpdated, Desc: true},
	{By: ByUpdated},
	{By: ByTitle},
	{By: ByTitle, Desc: true},
	{By: ByRelevance, Desc: true},
}

// Facets of a count. Anything that is not here cannot be counted by.
const (
	FacetStatus = "status"
	FacetType   = "type"
	FacetTag    = "tag"
)

// Facets are all facets.
var Facets = []string{FacetStatus, FacetType, FacetTag}

// MaxBuckets is how many values a facet lists.
const MaxBuckets = 50

// Filter says which projects belong to a list. Its members narrow it together; several values of one member mean any
// of them. The zero Filter is all live projects.
type Filter struct {
	Q             string       // as typed
	Text          search.Query // what Q means; made by Normalize
	Statuses      []Status
	Types         []Type
	Tags          []string
	Favorite      *bool
	CreatedAfter  *time.Time // inclusive
	CreatedBefore *time.Time // exclusive
	Trashed       bool       // the trash instead of what is live
}

// Normalize reads Q and puts the values of each member in order, so that two spellings of one filter are the same.
func (f Filter) Normalize() Filter {
	f.Text = search.Parse(f.Q)
	f.Statuses = page.Distinct(f.Statuses)
	f.Types = page.Distinct(f.Types)
	f.Tags = page.Distinct(f.Tags)
	return f
}

// Without is the filter less the member that a facet counts by.
func (f Filter) Without(facet string) Filter {
	switch facet {
	case FacetStatus:
		f.Statuses = nil
	case FacetType:
		f.Types = nil
	case FacetTag:
		f.Tags = nil
	}
	return f
}

// canonical is one text for one meaning; cursors are bound to it.
func (f Filter) canonical() string {
	return fmt.Sprintf("%q %q %q %q %s %s %s %t", f.Q, f.Statuses, f.Types, f.Tags,
		page.Optional(f.Favorite), page.Optional(f.CreatedAfter), page.Optional(f.CreatedBefore), f.Trashed)
}

// Query is a filter, an order and the window of the list to read.
type Query struct {
	Filter Filter
	Order  page.Order
	Window page.Window
}

// Listing is a question for a page. Order's zero value is the default order.
type Listing struct {
	Filter Filter
	Order  page.Order
	Limit  int
	Cursor string
}

// normalize makes the query of l and binds its cursors to the scope. It fails with "invalid-parameter" for relevance
// without a text, and with "invalid-cursor".
func (l Listing) normalize(scope string) (Query, page.Fingerprint, error) {
	if l.Order == (page.Order{}) {
		l.Order = Newest
	}
	if l.Order.By == ByRelevance && l.Filter.Q == "" {
		return Query{}, page.Fingerprint{}, fault.BadParameter("sort", "not_applicable", "relevance needs a search text in q.")
	}
	q := Query{Filter: l.Filter.Normalize(), Order: l.Order}
	bound := page.Bind(scope, "projects", q.Filter.canonical(), l.Order.String())
	if q.Order.By == ByRelevance && q.Filter.Text.Empty() {
		q.Order = Newest
	}
	window, err := page.Open(l.Cursor, l.Limit, bound)
	q.Window = window
	return q, bound, err
}

// Key is the place of a row in the query's order.
func (q Query) Key(r Row) page.Key {
	k := page.Key{ID: r.Project.ID}
	switch q.Order.By {
	case ByTitle:
		k.Text = search.SortKey(r.Project.Title)
	case ByUpdated:
		k.Time = r.Project.UpdatedAt.UnixMilli()
	case ByRelevance:
		k.Rank, k.Time = int64(r.Score), r.Project.CreatedAt.UnixMilli()
	default:
		k.Time = r.Project.CreatedAt.UnixMilli()
	}
	return k
}
