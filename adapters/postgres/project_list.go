package postgres

import (
	"context"
	"fmt"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

// List implements projects.Finder.
func (s *Projects) List(ctx context.Context, owner ident.Owner, q projects.Query) ([]projects.Row, error) {
	statement, args := listProjects(owner, q)
	var found []struct {
		projectRow
		Score int `db:"score"`
	}
	if err := s.db.sql.SelectContext(ctx, &found, statement, args...); err != nil {
		return nil, translate(err)
	}
	rows := make([]projects.Row, len(found))
	for i := range found {
		rows[i] = projects.Row{Project: found[i].project(), Score: found[i].Score}
	}
	return rows, nil
}

// listProjects writes the statement of a list. The states are joined to the rows of the page alone, and from outside: an
// inner join would make PostgreSQL sort the page again, although every project has its state. A statement whose plan
// depends on the values runs in a mode that plans for them, since a plan for all values is ruinous for a rare tag or a
// common word.
func listProjects(owner ident.Owner, q projects.Query) (string, []any) {
	where := projectConditions(owner, q.Filter)
	score := "0"
	if q.Order.By == projects.ByRelevance {
		score = relevance(q.Filter.Text, "t.terms", &where.args)
	}
	keys := projectKeys(q, score)
	desc := q.Window.Descending(q.Order)
	keys.from(where, q.Window, desc)
	statement := fmt.Sprintf(`
		SELECT %s, score FROM (
			SELECT p.*, %s AS score, %s FROM %s WHERE %s ORDER BY %s LIMIT %s
		) p LEFT JOIN project_states s ON s.owner_id = p.owner_id AND s.project_id = p.id
		ORDER BY %s`,
		projectColumns, score, keys.columns(), searched("projects p", q.Filter), where, keys.orderBy(desc),
		where.args.add(q.Window.Rows()), keys.named().orderBy(desc))
	if samePlanForAll(q) {
		return statement, where.args
	}
	return statement, plannedFor(where.args)
}

// samePlanForAll reports whether one index serves the list whatever the values are: its order alone, or its order behind
// one value of one member.
func samePlanForAll(q projects.Query) bool {
	f := q.Filter
	members := min(len(f.Statuses), 2) + min(len(f.Types), 2)
	if f.Favorite != nil {
		members++
	}
	simple := f.Text.Empty() && len(f.Tags) == 0 && f.CreatedAfter == nil && f.CreatedBefore == nil
	return simple && (members == 0 || members == 1 && q.Order.By == projects.ByCreated)
}

// searched adds the terms of p (projects) where the filter has a text.
func searched(tables string, f projects.Filter) string {
	if f.Text.Empty() {
		return tables
	}
	return tables + ` JOIN project_terms t ON t.owner_id = p.owner_id AND t.project_id = p.id`
}

// projectConditions are the conditions of a filter.
func projectConditions(owner ident.Owner, f projects.Filter) *conditions {
	c := ofOwner(owner, "p")
	if f.Trashed {
		c.fixed("p.trashed")
	} else {
		c.fixed("NOT p.trashed")
	}
	oneOf(c, "p.status", f.Statuses)
	oneOf(c, "p.type", f.Types)
	if len(f.Tags) > 0 {
		c.add("p.tags && %s", f.Tags)
	}
	switch {
	case f.Favorite == nil:
	case *f.Favorite:
		c.fixed("p.favorite")
	default:
		c.fixed("NOT p.favorite")
	}
	if f.CreatedAfter != nil {
		c.add("p.created_at >= %s", *f.CreatedAfter)
	}
	if f.CreatedBefore != nil {
		c.add("p.created_at < %s", *f.CreatedBefore)
	}
	if !f.Text.Empty() {
		c.add("t.terms @@ %s::text::tsquery", tsquery(f.Text))
	}
	return c
}

// projectKeys are the columns of the query's order. A search walks the order of its own table.
func projectKeys(q projects.Query, score string) keyset {
	id := keyColumn{"p.id", keyID}
	created := keyColumn{"p.created_at", keyTime}
	if !q.Filter.Text.Empty() {
		id.name, created.name = "t.project_id", "t.created_at"
	}
	switch q.Order.By {
	case projects.ByTitle:
		return keyset{{"p.title_key", func(k page.Key) any { return k.Text }}, id}
	case projects.ByUpdated:
		return keyset{{"p.updated_at", keyTime}, id}
	case projects.ByRelevance:
		return keyset{{"(" + score + ")", keyRank}, created, id}
	default:
		return keyset{created, id}
	}
}
