package gallery

import (
	"context"
	"slices"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/page"
)

// Index answers queries with a text from an index beside the record. What the index says is where rows are; the rows come
// from the record, so none is shown that is gone, foreign, or other than the query asks.
type Index struct {
	searcher Searcher
	reader   Reader
	guard    *index.Guard
}

// NewIndex makes the index out of the engine that searches, of the record that has the rows, and of who decides which of them
// answers.
func NewIndex(s Searcher, r Reader, g *index.Guard) *Index {
	return &Index{searcher: s, reader: r, guard: g}
}

// maxRefills is how often a page is filled up in place of hits that turned out to be none. An index with more of them in a
// row is not to be believed.
const maxRefills = 10

// List gives the rows of the query's window as Finder.List does.
func (x *Index) List(ctx context.Context, owner ident.Owner, q Query) ([]Row, error) {
	var rows []Row
	want := q.Window.Rows()
	for range maxRefills {
		places, err := x.searcher.Search(ctx, owner, q)
		if err != nil {
			return nil, err
		}
		found, err := x.read(ctx, owner, q, places)
		if err != nil {
			return nil, err
		}
		if rows = append(rows, found...); len(rows) >= want || len(places) < want {
			return rows[:min(len(rows), want)], nil
		}
		q.Window.From, q.Window.Inclusive = &places[len(places)-1], false
	}
	return nil, fault.Unreachable("search index", nil)
}

// read gives the rows at the places, in that order. A place where the record has no such row is passed over.
func (x *Index) read(ctx context.Context, owner ident.Owner, q Query, places []page.Key) ([]Row, error) {
	if len(places) == 0 {
		return nil, nil
	}
	ids := make([]ident.ID, len(places))
	for i, place := range places {
		ids[i] = place.ID
	}
	found, err := x.reader.ByIDs(ctx, owner, ids)
	if err != nil {
		return nil, err
	}
	byID := make(map[ident.ID]Row, len(found))
	for _, row := range found {
		byID[row.Asset.ID] = row
	}
	rows := make([]Row, 0, len(found))
	for _, place := range places {
		row, there := byID[place.ID]
		if q.Order.By == ByRelevance {
			row.Score = int(place.Rank)
		}
		if there && q.Key(row) == place && q.Filter.admits(row.Asset) {
			rows = append(rows, row)
			delete(byID, place.ID) // an index may have it twice
		}
	}
	return rows, nil
}

// admits reports whether the asset meets the filter in everything but its text.
func (f Filter) admits(a Asset) bool {
	return a.Trashed() == f.Trashed &&
		among(f.Types, a.Type) &&
		among(f.Tags, a.Tags...) &&
		among(f.Models, a.Model) &&
		among(f.Formats, a.Format) &&
		among(f.Scenes, a.Scene) &&
		among(f.Orientations, a.Orientation()) &&
		(f.Project == nil || a.ProjectID != nil && *f.Project == *a.ProjectID) &&
		(!f.WithoutHome || a.ProjectID == nil) &&
		(f.Favorite == nil || *f.Favorite == a.Favorite) &&
		(f.CreatedAfter == nil || !a.CreatedAt.Before(*f.CreatedAfter)) &&
		(f.CreatedBefore == nil || a.CreatedAt.Before(*f.CreatedBefore))
}

// among reports whether one of the values is wanted; without any wish all are.
func among[T comparable](wanted []T, values ...T) bool {
	return len(wanted) == 0 || slices.ContainsFunc(values, func(v T) bool { return slices.Contains(wanted, v) })
}

// ToIndex is what an index has to learn of an asset as it is.
func ToIndex(owner ident.Owner, a Asset) index.Change[Asset] {
	return index.Change[Asset]{Owner: owner, ID: a.ID.String(), Version: a.Version, Doc: &a}
}

// Check is a number that tells assets of an index apart that differ: an asset tells its states apart by its version. The id
// is in it, since as many versions 1 may be missing as there are too many. The sum over an owner's assets stays below 2^53
// as long as their versions together do below 2^33.
func Check(a Asset) int64 {
	const bits = 20 // the last of an id, which are random
	tail := int64(a.ID[13])<<16 | int64(a.ID[14])<<8 | int64(a.ID[15])
	return a.Version * (1 + tail&(1<<bits-1))
}
