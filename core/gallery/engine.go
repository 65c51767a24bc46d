package gallery

import (
	"context"

	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/page"
)

// indexed reports whether an index is in charge of the filter. What asks for no text the record has at hand.
func (s *Service) indexed(f Filter) bool { return s.index != nil && !f.Text.Empty() }

// rows reads the rows of a query, and notes whether the answer is degraded.
func (s *Service) rows(ctx context.Context, owner ident.Owner, r *reading) ([]Row, error) {
	record := func() ([]Row, error) { return s.finder.List(ctx, owner, r.query) }
	if !s.indexed(r.query.Filter) {
		return record()
	}
	rows, degraded, err := index.Ask(ctx, s.index.guard, owner,
		func() ([]Row, error) { return s.index.List(ctx, owner, r.query) }, record)
	r.degraded = r.degraded || degraded
	return rows, err
}

// counts counts what rows shows.
func (s *Service) counts(ctx context.Context, owner ident.Owner, f Filter, facets []string) (page.Counts, error) {
	record := func() (page.Counts, error) { return s.finder.Count(ctx, owner, f, facets, s.countLimit) }
	if !s.indexed(f) {
		return record()
	}
	counts, degraded, err := index.Ask(ctx, s.index.guard, owner,
		func() (page.Counts, error) { return s.index.searcher.Count(ctx, owner, f, facets, s.countLimit) }, record)
	counts.Degraded = degraded
	return counts, err
}
