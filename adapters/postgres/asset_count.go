package postgres

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/jackc/pgx/v5"
)

// facetValues are the columns of each facet that has one value a row.
var facetValues = map[string]string{
	gallery.FacetType:        "a.type",
	gallery.FacetModel:       "a.model",
	gallery.FacetFormat:      "a.format",
	gallery.FacetScene:       "a.scene",
	gallery.FacetOrientation: "a.orientation",
	gallery.FacetProject:     "coalesce(a.project_id::text, '" + gallery.NoProject + "')",
}

// Count implements gallery.Finder. All numbers are of one snapshot. Facets that count the same rows are counted in one
// pass.
func (s *Assets) Count(
	ctx context.Context, owner ident.Owner, f gallery.Filter, facets []string, limit int64,
) (counts page.Counts, err error) {
	err = s.db.snapshot(ctx, func(tx pgx.Tx) error {
		n, err := countAssets(ctx, tx, owner, f, limit)
		counts = page.Counts{Total: page.TotalOf(n, limit)}
		if err != nil || len(facets) == 0 {
			return err
		}
		counts.Facets = make(map[string][]page.Bucket, len(facets))
		for _, pass := range passes(f, facets) {
			if err := pass.count(ctx, tx, owner, n, limit, counts.Facets); err != nil {
				return err
			}
		}
		return nil
	})
	return counts, err
}

// facetPass is one look at the rows of a filter, and the facets it counts.
type facetPass struct {
	filter gallery.Filter
	facets []string
	whole  bool // the filter is the one of the total
}

// passes puts facets together that ignore nothing, since those count the rows of the total.
func passes(f gallery.Filter, facets []string) (list []facetPass) {
	shared := facetPass{filter: f, whole: true}
	for _, facet := range facets {
		if !filteredBy(f, facet) {
			shared.facets = append(shared.facets, facet)
			continue
		}
		list = append(list, facetPass{filter: f.Without(facet), facets: []string{facet}})
	}
	if len(shared.facets) > 0 {
		list = append(list, shared)
	}
	return list
}

// filteredBy reports whether the filter has the member that the facet counts by.
func filteredBy(f gallery.Filter, facet string) bool {
	return map[string]bool{
		gallery.FacetType:        len(f.Types) > 0,
		gallery.FacetTag:         len(f.Tags) > 0,
		gallery.FacetModel:       len(f.Models) > 0,
		gallery.FacetFormat:      len(f.Formats) > 0,
		gallery.FacetScene:       len(f.Scenes) > 0,
		gallery.FacetOrientation: len(f.Orientations) > 0,
		gallery.FacetProject:     f.Project != nil || f.WithoutHome,
	}[facet]
}

// count fills in the facets of the pass; each is nil where more than limit rows would have to be counted.
func (p facetPass) count(
	ctx context.Context, tx pgx.Tx, owner ident.Owner, total, limit int64, to map[string][]page.Bucket,
) (err error) {
	if !p.whole {
		if total, err = countAssets(ctx, tx, owner, p.filter, limit); err != nil {
			return err
		}
	}
	if total > limit {
		for _, facet := range p.facets {
			to[facet] = nil
		}
		return nil
	}
	single := slices.DeleteFunc(slices.Clone(p.facets), func(f string) bool { return f == gallery.FacetTag })
	if err := countValues(ctx, tx, owner, p.filter, single, to); err != nil {
		return err
	}
	if len(single) < len(p.facets) {
		return countTags(ctx, tx, owner, p.filter, to)
	}
	return nil
}

// countAssets counts up to one more than limit.
func countAssets(ctx context.Context, tx pgx.Tx, owner ident.Owner, f gallery.Filter, limit int64) (n int64, err error) {
	where := assetConditions(owner, f)
	statement := fmt.Sprintf(`SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT %s) c`,
		countedTables(f, false), where, where.args.add(limit+1))
	err = tx.QueryRow(ctx, statement, plannedFor(where.args)...).Scan(&n)
	return n, err
}

// countedTables are the tables of a count; row says that columns of the row are needed.
func countedTables(f gallery.Filter, row bool) string {
	switch {
	case f.Text.Empty():
		return "assets a"
	case row:
		return "asset_terms t JOIN assets a ON a.owner_id = t.owner_id AND a.id = t.asset_id"
	default:
		return assetSource(f, page.Order{})
	}
}

// countValues groups by several columns in one pass over the rows.
func countValues(
	ctx context.Context, tx pgx.Tx, owner ident.Owner, f gallery.Filter, facets []string, to map[string][]page.Bucket,
) error {
	if len(facets) == 0 {
		return nil
	}
	columns, sets := make([]string, len(facets)), make([]string, len(facets))
	for i, facet := range facets {
		columns[i] = fmt.Sprintf(`%s COLLATE "C" AS v%d`, facetValues[facet], i)
		sets[i] = fmt.Sprintf("(v%d)", i)
		to[facet] = []page.Bucket{}
	}
	names := strings.ReplaceAll(strings.ReplaceAll(strings.Join(sets, ", "), "(", ""), ")", "")
	where := assetConditions(owner, f)
	statement := fmt.Sprintf(`
		WITH counted AS (
			SELECT grouping(%[1]s) AS facet, coalesce(%[1]s) AS value, count(*) AS n
			FROM (SELECT %[2]s FROM %[3]s WHERE %[4]s) r GROUP BY GROUPING SETS (%[5]s))
		SELECT facet, value, n FROM (
			SELECT *, row_number() OVER (PARTITION BY facet ORDER BY n DESC, value) AS rank FROM counted WHERE value <> '') c
		WHERE rank <= %[6]s ORDER BY facet, rank`,
		names, strings.Join(columns, ", "), countedTables(f, true), where, strings.Join(sets, ", "), where.args.add(most(facets)))
	rows, err := tx.Query(ctx, statement, plannedFor(where.args)...)
	if err != nil {
		return err
	}
	var group int
	var bucket page.Bucket
	_, err = pgx.ForEachRow(rows, []any{&group, &bucket.Value, &bucket.Count}, func() error {
		facet := facets[groupIndex(group, len(facets))]
		if len(to[facet]) < gallery.MaxBuckets(facet) {
			to[facet] = append(to[facet], bucket)
		}
		return nil
	})
	return err
}

// most is how many values any of the facets lists.
func most(facets []string) (n int) {
	for _, facet := range facets {
		n = max(n, gallery.MaxBuckets(facet))
	}
	return n
}

// groupIndex says which of n columns a row of grouping sets counts by: GROUPING has a bit for each column, the first
// highest, which is 0 for that one alone.
func groupIndex(grouping, n int) int {
	for i := range n {
		if grouping&(1<<(n-1-i)) == 0 {
			return i
		}
	}
	return 0
}

// countTags counts the tags of the rows.
func countTags(ctx context.Context, tx pgx.Tx, owner ident.Owner, f gallery.Filter, to map[string][]page.Bucket) error {
	where := assetConditions(owner, f)
	statement := fmt.Sprintf(`
		SELECT tag COLLATE "C" AS value, count(*) FROM %s, unnest(a.tags) AS tag WHERE %s
		GROUP BY value ORDER BY count(*) DESC, value LIMIT %s`,
		countedTables(f, true), where, where.args.add(gallery.MaxBuckets(gallery.FacetTag)))
	rows, err := tx.Query(ctx, statement, plannedFor(where.args)...)
	if err != nil {
		return err
	}
	to[gallery.FacetTag], err = pgx.CollectRows(rows, pgx.RowToStructByPos[page.Bucket])
	return err
}
