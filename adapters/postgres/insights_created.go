package postgres

import (
	"fmt"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
)

// queueAssetsCreated counts the assets created in each span, copies aside.
func queueAssetsCreated(b *pgx.Batch, owner ident.Owner, q insights.Question, cells *[]insights.CreatedCell) {
	parts := unparted(q.Assets)
	if parts.empty() {
		return
	}
	statement, args := assetsCreated(owner, q, parts)
	queueCreated(b, statement, args, cells)
}

func assetsCreated(owner ident.Owner, q insights.Question, parts stretches) (string, []any) {
	where := ofOwner(owner, "a")
	where.fixed("a.source_id IS NULL")
	oneOf(where, "a.type", q.Filter.AssetTypes)
	if q.Filter.ProjectID != nil {
		where.add("a.project_id = %s AND a.trashed = ANY ('{false,true}')", *q.Filter.ProjectID)
	}
	group, grouped := "''", ""
	if q.By == insights.ByAssetType {
		group, grouped = "a.type", "GROUP BY a.type"
	}
	return fmt.Sprintf(`
		SELECT s.axis, s.span, created.* FROM %s CROSS JOIN LATERAL (
			SELECT %s, count(*) FROM assets a
			WHERE %s AND a.created_at >= s.since AND a.created_at < s.until %s) created`,
		parts.table(where), group, where, grouped), where.args
}

// queueProjectsCreated counts the projects created in each span.
func queueProjectsCreated(b *pgx.Batch, owner ident.Owner, q insights.Question, cells *[]insights.CreatedCell) {
	parts := unparted(q.Projects)
	if parts.empty() {
		return
	}
	statement, args := projectsCreated(owner, parts)
	queueCreated(b, statement, args, cells)
}

func projectsCreated(owner ident.Owner, parts stretches) (string, []any) {
	where := ofOwner(owner, "p")
	where.fixed("p.trashed = ANY ('{false,true}')") // so that the index has its second column
	return fmt.Sprintf(`
		SELECT s.axis, s.span, '', created.n FROM %s CROSS JOIN LATERAL (
			SELECT count(*) AS n FROM projects p
			WHERE %s AND p.created_at >= s.since AND p.created_at < s.until) created`,
		parts.table(where), where), where.args
}

func queueCreated(b *pgx.Batch, statement string, args []any, cells *[]insights.CreatedCell) {
	var c insights.CreatedCell
	eachRow(b.Queue(statement, args...), []any{&c.Cell.Axis, &c.Cell.Span, &c.Cell.Group, &c.Created}, func() {
		*cells = append(*cells, c)
	})
}
