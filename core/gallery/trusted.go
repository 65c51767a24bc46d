package gallery

import (
	"context"
	"errors"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// Trusted implements Searcher in front of another one: with an index that is not sound it has no answer.
type Trusted struct {
	searcher Searcher
	keeper   *Keeper
}

// Trust makes the searcher answer only while the keeper finds the index sound.
func Trust(s Searcher, k *Keeper) *Trusted { return &Trusted{searcher: s, keeper: k} }

var errUnsound = errors.New("the index is not there, or not the registered one")

// Search implements Searcher.
func (t *Trusted) Search(ctx context.Context, owner ident.Owner, q Query) ([]page.Key, error) {
	if !t.keeper.Sound() {
		return nil, fault.Unreachable("search index", errUnsound)
	}
	return t.searcher.Search(ctx, owner, q)
}

// Count implements Searcher.
func (t *Trusted) Count(ctx context.Context, owner ident.Owner, f Filter, facets []string, limit int64) (page.Counts, error) {
	if !t.keeper.Sound() {
		return page.Counts{}, fault.Unreachable("search index", errUnsound)
	}
	return t.searcher.Count(ctx, owner, f, facets, limit)
}
