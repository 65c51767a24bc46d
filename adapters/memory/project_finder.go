package memory

import (
	"context"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

// List implements projects.Finder. Its rows have no timeline.
func (s *Projects) List(ctx context.Context, owner ident.Owner, q projects.Query) (rows []projects.Row, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		hits, err := h.projects.list(ctx, listing{question: projectQuestion(q.Filter), order: q.Order, window: q.Window})
		rows = make([]projects.Row, 0, len(hits))
		for _, hit := range hits {
			p := hit.row.value
			p.Run.Timeline = nil
			rows = append(rows, projects.Row{Project: p.Clone(), Score: int(hit.place.Rank)})
		}
		return err
	})
	return rows, err
}

// Count implements projects.Finder.
func (s *Projects) Count(
	ctx context.Context, owner ident.Owner, f projects.Filter, facets []string, limit int64,
) (counts page.Counts, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		counts, err = h.projects.count(ctx, projectQuestion(f), facets, limit)
		return err
	})
	return counts, err
}
