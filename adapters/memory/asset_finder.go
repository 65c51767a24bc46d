package memory

import (
	"context"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// List implements gallery.Finder.
func (s *Assets) List(ctx context.Context, owner ident.Owner, q gallery.Query) (rows []gallery.Row, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		hits, err := h.assets.list(ctx, assetListing(q))
		rows = make([]gallery.Row, 0, len(hits))
		for _, hit := range hits {
			short, truncated := hit.row.value.Excerpt()
			rows = append(rows, gallery.Row{Asset: short.Clone(), Truncated: truncated, Score: int(hit.place.Rank)})
		}
		return err
	})
	return rows, err
}

// Count implements gallery.Finder.
func (s *Assets) Count(
	ctx context.Context, owner ident.Owner, f gallery.Filter, facets []string, limit int64,
) (counts page.Counts, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		counts, err = h.assets.count(ctx, assetQuestion(f), facets, limit)
		return err
	})
	return counts, err
}

// Fences implements gallery.Finder.
func (s *Assets) Fences(ctx context.Context, owner ident.Owner, q gallery.Query, every int64) (f page.Fences, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		f, err = h.assets.fences(ctx, assetListing(q), every)
		return err
	})
	return f, err
}
