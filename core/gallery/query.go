package gallery

import (
	"fmt"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"
)

// Keys of the orders of a list.
const (
	ByCreated   = "created_at"
	ByRelevance = "relevance"
	ByPosition  = "position"
)

// Newest is the default order.
var Newest = page.Order{By: ByCreated, Desc: true}

// Orders are all orders a list can be read in. Anything that is not here cannot be sorted by.
var Orders = []page.Order{Newest, {By: ByCreated}, {By: ByRelevance, Desc: true}, {By: ByPosition}}

// DateOrders are the orders that fences can be drawn along.
var DateOrders = Orders[:2]

// Facets of a count.
const (
	FacetType        = "type"
	FacetTag         = "tag"
	FacetModel       = "model"
	FacetFormat      = "format"
	FacetScene       = "scene"
	FacetOrientation = "orientation"
	FacetProject     = "project_id"
)

// Facets are all facets. Anything that is not here cannot be counted by.
var Facets = []string{FacetType, FacetTag, FacetModel, FacetFormat, FacetScene, FacetOrientation, FacetProject}

// MaxBuckets is how many values the facet lists.
func MaxBuckets(facet string) int {
	if facet == FacetProject {
		return 20
	}
	return 50
}

// NoProject is the value of FacetProject that stands for assets without one.
const NoProject = "none"

// Filter says which assets belong to a list. Its members narrow it together; several values of one member mean any of
// them. The zero Filter is all live assets.
type Filter struct {
	Q             string       // as typed
	Text          search.Query // what Q means; made by Normalize, and corrected by the service
	Types         []Type
	Project       *ident.ID // only those of the project
	WithoutHome   bool      // only those of no project
	Tags          []string
	Favorite      *bool
	Orientations  []Orientation
	Formats       []Format
	Scenes        []Scene
	Models        []string
	CreatedAfter  *time.Time // inclusive
	CreatedBefore *time.Time // exclusive
	Trashed       bool       // the trash instead of what is live
}

// Normalize reads Q and puts the values of each member in order, so that two spellings of one filter are the same.
func (f Filter) Normalize() Filter {
	f.Text = search.Parse(f.Q)
	f.Types = page.Distinct(f.Types)
	f.Tags = page.Distinct(f.Tags)
	f.Orientations = page.Distinct(f.Orientations)
	f.Formats = page.Distinct(f.Formats)
	f.Scenes = page.Distinct(f.Scenes)
	f.Models = page.Distinct(f.Models)
	return f
}

// Without is the filter less the member that a facet counts by.
func (f Filter) Without(facet string) Filter {
	switch facet {
	case FacetType:
		f.Types = nil
	case FacetTag:
		f.Tags = nil
	case FacetModel:
		f.Models = nil
	case FacetFormat:
		f.Formats = nil
	case FacetScene:
		f.Scenes = nil
	case FacetOrientation:
		f.Orientations = nil
	case FacetProject:
		f.Project, f.WithoutHome = nil, false
	}
	return f
}

// canonical is one text for one meaning; cursors are bound to it.
func (f Filter) canonical() string {
	return fmt.Sprintf("%q %q %s %t %q %s %q %q %q %q %s %s %t", f.Q, f.Types, page.Optional(f.Project), f.WithoutHome, f.Tags,
		page.Optional(f.Favorite), f.Orientations, f.Formats, f.Scenes, f.Models, page.Optional(f.CreatedAfter), page.Optional(f.CreatedBefore), f.Trashed)
}

// Query is a filter, an order and the window of the list to read.
type Query struct {
	Filter Filter
	Order  page.Order
	Window page.Window
}

// Listing is a question for a page. Order's zero value is the default order.
type Listing struct {
	Filter     Filter
	Order      page.Order
	Limit      int
	Cursor     string
	Highlights bool // mark what Q matched
}

// normalize makes the query of l and binds its cursors to the owner. It fails with "invalid-parameter" for an order
// that the filter does not allow, and with "invalid-cursor".
func (l Listing) normalize(owner ident.Owner) (Query, page.Fingerprint, error) {
	if l.Order == (page.Order{}) {
		l.Order = Newest
	}
	switch {
	case l.Order.By == ByRelevance && l.Filter.Q == "":
		return Query{}, page.Fingerprint{}, fault.BadParameter("sort", "not_applicable", "relevance needs a search text in q.")
	case l.Order.By == ByPosition && l.Filter.Project == nil:
		return Query{}, page.Fingerprint{}, fault.BadParameter("sort", "not_applicable", "position needs one project_id.")
	}
	q := Query{Filter: l.Filter.Normalize(), Order: l.Order}
	bound := page.Bind(string(owner), "assets", q.Filter.canonical(), l.Order.String())
	if q.Order.By == ByRelevance && q.Filter.Text.Empty() {
		q.Order = Newest
	}
	window, err := page.Open(l.Cursor, l.Limit, bound)
	q.Window = window
	return q, bound, err
}

// Key is the place of a row in the query's order.
func (q Query) Key(r Row) page.Key {
	k := page.Key{ID: r.Asset.ID}
	switch q.Order.By {
	case ByPosition:
		k.Rank = int64(r.Asset.Position)
	case ByRelevance:
		k.Rank, k.Time = int64(r.Score), r.Asset.CreatedAt.UnixMilli()
	default:
		k.Time = r.Asset.CreatedAt.UnixMilli()
	}
	return k
}
