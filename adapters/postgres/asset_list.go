package postgres

import (
	"context"
	"fmt"
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// List implements gallery.Finder.
func (s *Assets) List(ctx context.Context, owner ident.Owner, q gallery.Query) ([]gallery.Row, error) {
	statement, args := listAssets(owner, q)
	var found []listedAsset
	if err := s.db.sql.SelectContext(ctx, &found, statement, args...); err != nil {
		return nil, translate(err)
	}
	return listedRows(found), nil
}

// listedAsset is a row of a list.
type listedAsset struct {
	assetRow
	PromptCut  bool `db:"prompt_cut"`
	ContentCut bool `db:"content_cut"`
	Score      int  `db:"score"`
}

func listedRows(found []listedAsset) []gallery.Row {
	rows := make([]gallery.Row, len(found))
	for i := range found {
		rows[i] = gallery.Row{Asset: found[i].asset(), Score: found[i].Score}
		if found[i].PromptCut {
			rows[i].Truncated = append(rows[i].Truncated, "prompt")
		}
		if found[i].ContentCut {
			rows[i].Truncated = append(rows[i].Truncated, "content")
		}
	}
	return rows
}

// listAssets writes the statement of a list; what listProjects says of plans holds here too.
func listAssets(owner ident.Owner, q gallery.Query) (string, []any) {
	where := assetConditions(owner, q.Filter)
	desc := q.Window.Descending(q.Order)
	if q.Filter.Text.Empty() {
		keys := assetKeys(q, "a", "a.id", "")
		keys.from(where, q.Window, desc)
		statement := fmt.Sprintf(`SELECT %s, a.prompt_cut, a.content_cut, 0 AS score FROM assets a WHERE %s ORDER BY %s LIMIT %s`,
			assetColumns, where, keys.orderBy(desc), where.args.add(q.Window.Rows()))
		if sameAssetPlanForAll(q) {
			return statement, where.args
		}
		return statement, plannedFor(where.args)
	}
	score := "0"
	if q.Order.By == gallery.ByRelevance {
		score = relevance(q.Filter.Text, "t.terms", &where.args)
	}
	keys := assetKeys(q, "t", "t.asset_id", score)
	keys.from(where, q.Window, desc)
	statement := fmt.Sprintf(`
		SELECT %s, a.prompt_cut, a.content_cut, score FROM (
			SELECT t.owner_id, t.asset_id, %s AS score, %s FROM %s WHERE %s ORDER BY %s LIMIT %s
		) t LEFT JOIN assets a ON a.owner_id = t.owner_id AND a.id = t.asset_id
		ORDER BY %s`,
		assetColumns, score, keys.columns(), assetSource(q.Filter, q.Order), where, keys.orderBy(desc),
		where.args.add(q.Window.Rows()), keys.named().orderBy(desc))
	return statement, plannedFor(where.args)
}

// sameAssetPlanForAll reports whether one index serves the list whatever the values are.
func sameAssetPlanForAll(q gallery.Query) bool {
	f := q.Filter
	members := min(len(f.Types), 2)
	for _, given := range []bool{f.Project != nil, f.Favorite != nil} {
		if given {
			members++
		}
	}
	other := len(f.Tags)+len(f.Models)+len(f.Formats)+len(f.Scenes)+len(f.Orientations) > 0 || f.WithoutHome ||
		f.CreatedAfter != nil || f.CreatedBefore != nil
	return !other && members <= 1
}

// assetSource are the tables of a search: the rows beside the terms only where something asks for them.
func assetSource(f gallery.Filter, o page.Order) string {
	const rows = " JOIN assets a ON a.owner_id = t.owner_id AND a.id = t.asset_id"
	if o.By == gallery.ByPosition || needsRow(f) {
		return "asset_terms t" + rows
	}
	return "asset_terms t"
}

// needsRow reports whether a filter looks at what the terms do not have beside them.
func needsRow(f gallery.Filter) bool {
	return f.Project != nil || f.WithoutHome || f.Favorite != nil ||
		len(f.Tags)+len(f.Models)+len(f.Formats)+len(f.Scenes)+len(f.Orientations) > 0
}

// assetConditions are the conditions of a filter, at t (asset_terms) where it has a text and at a (assets) else.
func assetConditions(owner ident.Owner, f gallery.Filter) *conditions {
	at := "a"
	if !f.Text.Empty() {
		at = "t"
	}
	c := ofOwner(owner, at)
	if f.Trashed {
		c.fixed(at + ".trashed")
	} else {
		c.fixed("NOT " + at + ".trashed")
	}
	oneOf(c, at+".type", f.Types)
	if f.CreatedAfter != nil {
		c.add(at+".created_at >= %s", *f.CreatedAfter)
	}
	if f.CreatedBefore != nil {
		c.add(at+".created_at < %s", *f.CreatedBefore)
	}
	if !f.Text.Empty() {
		c.add("t.terms @@ %s::text::tsquery", tsquery(f.Text))
	}
	rowConditions(c, f)
	return c
}

// rowConditions are those at the row itself.
func rowConditions(c *conditions, f gallery.Filter) {
	switch {
	case f.Project != nil:
		c.add("a.project_id = %s", *f.Project)
	case f.WithoutHome:
		c.fixed("a.project_id IS NULL")
	}
	switch {
	case f.Favorite == nil:
	case *f.Favorite:
		c.fixed("a.favorite")
	default:
		c.fixed("NOT a.favorite")
	}
	anyLabel(c, gallery.FacetTag, f.Tags)
	anyLabel(c, gallery.FacetModel, f.Models)
	anyLabel(c, gallery.FacetFormat, f.Formats)
	anyLabel(c, gallery.FacetScene, f.Scenes)
	anyLabel(c, gallery.FacetOrientation, f.Orientations)
}

func anyLabel[T ~string](c *conditions, facet string, values []T) {
	if len(values) == 0 {
		return
	}
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = label(facet, string(v))
	}
	slices.Sort(all)
	c.add("a.labels && %s", all)
}

// assetKeys are the columns of the query's order, at the table with the alias.
func assetKeys(q gallery.Query, alias, id, score string) keyset {
	last := keyColumn{id, keyID}
	created := keyColumn{alias + ".created_at", keyTime}
	switch q.Order.By {
	case gallery.ByPosition:
		return keyset{{"a.position", keyRank}, last}
	case gallery.ByRelevance:
		return keyset{{"(" + score + ")", keyRank}, created, last}
	default:
		return keyset{created, last}
	}
}
