package postgres

import (
	"context"
	"fmt"
	"strings"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/jackc/pgx/v5"
)

// assetFacet is where a facet finds its values.
type assetFacet struct {
	name  string // of the column
	value string // what is counted, of the column v; several for a row with several values
	many  bool   // it tends to have many different values
}

var assetFacets = map[string]assetFacet{
	gallery.FacetType:        {name: "a.type", value: "v"},
	gallery.FacetModel:       {name: "a.model", value: "v"},
	gallery.FacetFormat:      {name: "a.format", value: "v"},
	gallery.FacetScene:       {name: "a.scene", value: "v"},
	gallery.FacetOrientation: {name: "a.orientation", value: "v"},
	gallery.FacetProject:     {name: "a.project_id", value: "coalesce(v::text, '" + gallery.NoProject + "')", many: true},
	gallery.FacetTag:         {name: "a.tags", value: "unnest(v)", many: true},
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
	return countFacets(ctx, tx, owner, p.filter, p.facets, to)
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

// countFacets counts the values of all facets in one pass over the rows.
func countFacets(
	ctx context.Context, tx pgx.Tx, owner ident.Owner, f gallery.Filter, facets []string, to map[string][]page.Bucket,
) error {
	for _, facet := range facets {
		to[facet] = []page.Bucket{}
	}
	where := assetConditions(owner, f)
	rows, err := tx.Query(ctx, facetStatement(f, facets, where), plannedFor(where.args)...)
	if err != nil {
		return err
	}
	var i int
	var bucket page.Bucket
	_, err = pgx.ForEachRow(rows, []any{&i, &bucket.Value, &bucket.Count}, func() error {
		if facet := facets[i]; len(to[facet]) < gallery.MaxBuckets(facet) {
			to[facet] = append(to[facet], bucket)
		}
		return nil
	})
	return err
}

// facetStatement groups the rows, and counts each facet from the few groups. Facets with few values share a group, so
// that a row is put into three groups rather than seven; rows with the same tags are taken apart once.
func facetStatement(f gallery.Filter, facets []string, where *conditions) string {
	var few, sets, columns, counts []string
	for i, facet := range facets {
		c := assetFacets[facet]
		columns = append(columns, fmt.Sprintf("%s AS v%d, grouping(%[1]s) AS without%[2]d", c.name, i))
		counts = append(counts, fmt.Sprintf(`SELECT %d AS facet, value, sum(n) AS n FROM (
			SELECT %s AS value, n FROM (SELECT v%[1]d AS v, n FROM grouped WHERE without%[1]d = 0) g) r GROUP BY value`, i, c.value))
		if c.many {
			sets = append(sets, "("+c.name+")")
		} else {
			few = append(few, c.name)
		}
	}
	if len(few) > 0 {
		sets = append(sets, "("+strings.Join(few, ", ")+")")
	}
	return fmt.Sprintf(`
		WITH grouped AS (SELECT %s, count(*) AS n FROM %s WHERE %s GROUP BY GROUPING SETS (%s)), counted AS (%s)
		SELECT facet, value, n::bigint FROM (
			SELECT *, row_number() OVER (PARTITION BY facet ORDER BY n DESC, value COLLATE "C") AS rank FROM counted WHERE value <> '') c
		WHERE rank <= %s ORDER BY facet, rank`,
		strings.Join(columns, ", "), countedTables(f, true), where, strings.Join(sets, ", "),
		strings.Join(counts, " UNION ALL "), where.args.add(most(facets)))
}

// most is how many values any of the facets lists.
func most(facets []string) (n int) {
	for _, facet := range facets {
		n = max(n, gallery.MaxBuckets(facet))
	}
	return n
}
