package postgres

import (
	"context"
	"fmt"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"

	"github.com/jackc/pgx/v5"
)

// facetColumns are the values of each facet.
var facetColumns = map[string]string{
	projects.FacetStatus: "p.status",
	projects.FacetType:   "p.type",
	projects.FacetTag:    "unnest(p.tags)",
}

// Count implements projects.Finder. Each number is a statement of its own over one snapshot.
func (s *Projects) Count(
	ctx context.Context, owner ident.Owner, f projects.Filter, facets []string, limit int64,
) (counts page.Counts, err error) {
	err = s.db.snapshot(ctx, func(tx pgx.Tx) error {
		n, err := countProjects(ctx, tx, owner, f, limit)
		if err != nil || len(facets) == 0 {
			counts = page.Counts{Total: page.TotalOf(n, limit)}
			return err
		}
		counts = page.Counts{Total: page.TotalOf(n, limit), Facets: make(map[string][]page.Bucket, len(facets))}
		for _, facet := range facets {
			if counts.Facets[facet], err = countFacet(ctx, tx, owner, f.Without(facet), facet, limit); err != nil {
				return err
			}
		}
		return nil
	})
	return counts, err
}

// countProjects counts up to one more than limit.
func countProjects(ctx context.Context, tx pgx.Tx, owner ident.Owner, f projects.Filter, limit int64) (n int64, err error) {
	where := projectConditions(owner, f)
	statement := fmt.Sprintf(`SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT %s) c`,
		searched("projects p", f), where, where.args.add(limit+1))
	err = tx.QueryRow(ctx, statement, plannedFor(where.args)...).Scan(&n)
	return n, err
}

// countFacet groups by the facet's values; it gives nil where more than limit rows match.
func countFacet(
	ctx context.Context, tx pgx.Tx, owner ident.Owner, f projects.Filter, facet string, limit int64,
) ([]page.Bucket, error) {
	n, err := countProjects(ctx, tx, owner, f, limit)
	if err != nil || n > limit {
		return nil, err
	}
	where := projectConditions(owner, f)
	statement := fmt.Sprintf(`
		SELECT value, count(*) FROM (SELECT %s COLLATE "C" AS value FROM %s WHERE %s) v
		GROUP BY value ORDER BY count(*) DESC, value LIMIT %s`,
		facetColumns[facet], searched("projects p", f), where, where.args.add(projects.MaxBuckets))
	rows, err := tx.Query(ctx, statement, plannedFor(where.args)...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[page.Bucket])
}
