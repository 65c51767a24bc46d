package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
	"vitrine/core/search"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
)

const heavy ident.Owner = "heavy"

// seedProjects gives the heavy owner n projects and a hundred others some, with one failed project of the heavy owner
// and one with a rare tag, and lets PostgreSQL look at them.
func seedProjects(t *testing.T, db *DB, n int) {
	t.Helper()
	ctx := context.Background()
	const rows = `
		WITH made AS (
			INSERT INTO projects (owner_id, id, title, title_key, description, tags, favorite, type, brief, source_image_url,
				status, created_at, updated_at, deleted_at, version)
			SELECT $1, gen_random_uuid(), 'Project ' || i, 'project ' || i, '', ARRAY['common', 'tag' || i % 40], i % 50 = 0,
				(ARRAY['package', 'image', 'video', 'text'])[1 + i % 4], '', '',
				CASE WHEN i = $2 / 2 THEN 'failed' ELSE (ARRAY['draft', 'running', 'completed'])[1 + i % 3] END,
				timestamptz '2026-01-01' + i * interval '1 minute', timestamptz '2026-06-01' + i * 7 % 100003 * interval '1 minute',
				CASE WHEN i % 20 = 0 THEN timestamptz '2026-11-01' END, 1
			FROM generate_series(1, $2::int) i
			RETURNING owner_id, id, status, created_at, title)
		, states AS (
			INSERT INTO project_states (owner_id, project_id, status, stage, progress, timeline)
			SELECT owner_id, id, status, '', 0, '[]' FROM made)
		INSERT INTO project_terms (owner_id, project_id, created_at, terms)
		SELECT owner_id, id, created_at, array_to_tsvector(string_to_array(lower(title), ' ')) FROM made`
	_, err := db.pool.Exec(ctx, rows, string(heavy), n)
	require.NoError(t, err)
	for i := range 100 {
		_, err := db.pool.Exec(ctx, rows, fmt.Sprintf("owner-%d", i), n/200)
		require.NoError(t, err)
	}
	for _, statement := range []string{
		`UPDATE projects SET tags = '{rare}' WHERE owner_id = 'heavy' AND title = 'Project 777'`,
		`VACUUM ANALYZE projects`, `VACUUM ANALYZE project_states`, `VACUUM ANALYZE project_terms`,
	} {
		_, err := db.pool.Exec(ctx, statement)
		require.NoError(t, err)
	}
}

// plan is what PostgreSQL would do: the indexes it reads, and whether it sorts.
type plan struct {
	indexes []string
	sorts   bool
}

type planNode struct {
	Type  string     `json:"Node Type"`
	Index string     `json:"Index Name"`
	Plans []planNode `json:"Plans"`
}

func (p *plan) add(n planNode) {
	if n.Index != "" {
		p.indexes = append(p.indexes, n.Index)
	}
	p.sorts = p.sorts || strings.Contains(n.Type, "Sort")
	for _, child := range n.Plans {
		p.add(child)
	}
}

// explain plans a statement for its values ("custom") or for all values ("generic"), in a transaction that begins with
// settings.
func explain(t *testing.T, db *DB, mode, statement string, args []any, settings ...string) plan {
	t.Helper()
	ctx := context.Background()
	conn, err := db.pool.Acquire(ctx)
	require.NoError(t, err)
	defer conn.Release()
	marks := make([]string, len(args))
	for i := range args {
		marks[i] = fmt.Sprintf("$%d", i+1)
	}
	begin := []string{"BEGIN", "SET LOCAL plan_cache_mode = force_" + mode + "_plan"}
	for _, s := range slices.Concat(begin, settings, []string{"PREPARE explained AS " + statement}) {
		_, err := conn.Exec(ctx, s, pgx.QueryExecModeSimpleProtocol)
		require.NoError(t, err, s)
	}
	var out []byte
	execute := fmt.Sprintf("EXPLAIN (FORMAT JSON) EXECUTE explained(%s)", strings.Join(marks, ", "))
	require.NoError(t, conn.QueryRow(ctx, execute, append([]any{pgx.QueryExecModeSimpleProtocol}, plain(args)...)...).Scan(&out))
	for _, s := range []string{"DEALLOCATE explained", "ROLLBACK"} {
		_, err := conn.Exec(ctx, s)
		require.NoError(t, err)
	}

	var trees []struct {
		Plan planNode `json:"Plan"`
	}
	require.NoError(t, json.Unmarshal(out, &trees))
	var p plan
	p.add(trees[0].Plan)
	return p
}

// plain are arguments that can be written as literals.
func plain(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case ident.ID:
			out[i] = a.String()
		case []string:
			out[i] = arrayOf(a, strconv.Quote)
		case []bool:
			out[i] = arrayOf(a, strconv.FormatBool)
		case []ident.ID:
			out[i] = arrayOf(a, ident.ID.String)
		case []int:
			out[i] = arrayOf(a, strconv.Itoa)
		case []time.Time:
			out[i] = arrayOf(a, func(at time.Time) string { return at.Format(time.RFC3339Nano) })
		default:
			out[i] = a
		}
	}
	return out
}

func arrayOf[T any](values []T, text func(T) string) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = text(v)
	}
	return "{" + strings.Join(texts, ",") + "}"
}

func yes() *bool { v := true; return &v }

// TestPlansOfLists names for each list shape the index that must serve it. What one index orders must not be sorted,
// whether PostgreSQL plans for the values or for all values.
func TestPlansOfLists(t *testing.T) {
	db := open(t)
	seedProjects(t, db, 20_000)
	status := func(s projects.Status) projects.Filter { return projects.Filter{Statuses: []projects.Status{s}} }
	trash := projects.Filter{Trashed: true}
	for _, row := range []struct {
		name   string
		filter projects.Filter
		by     string
		index  string
	}{
		{"all", projects.Filter{}, projects.ByCreated, "projects_by_created"},
		{"all", projects.Filter{}, projects.ByUpdated, "projects_by_updated"},
		{"all", projects.Filter{}, projects.ByTitle, "projects_by_title"},
		{"trash", trash, projects.ByCreated, "projects_by_created"},
		{"trash", trash, projects.ByTitle, "projects_by_title"},
		{"status", status(projects.Running), projects.ByCreated, "projects_by_status"},
		{"rare status", status(projects.Failed), projects.ByCreated, "projects_by_status"},
		{"type", projects.Filter{Types: []projects.Type{projects.Video}}, projects.ByCreated, "projects_by_type"},
		{"favorite", projects.Filter{Favorite: yes()}, projects.ByCreated, "projects_by_favorite"},
	} {
		for _, desc := range []bool{true, false} {
			for _, deep := range []bool{false, true} {
				q := projects.Query{Filter: row.filter, Order: page.Order{By: row.by, Desc: desc}, Window: window(deep)}
				require.True(t, samePlanForAll(q), "the shape is one that is planned once")
				statement, args := listProjects(heavy, q)
				for _, mode := range []string{"custom", "generic"} {
					t.Run(fmt.Sprintf("%s by %s deep=%t %s", row.name, q.Order, deep, mode), func(t *testing.T) {
						p := explain(t, db, mode, statement, args)
						require.Contains(t, p.indexes, row.index)
						require.False(t, p.sorts, "%+v", p)
					})
				}
			}
		}
	}
}

// TestPlansThatDependOnValues holds what is planned anew each time to the better of two paths: a common value walks the
// order, a rare one goes to its few rows and sorts those.
func TestPlansThatDependOnValues(t *testing.T) {
	db := open(t)
	seedProjects(t, db, 20_000)
	for _, row := range []struct {
		name   string
		filter projects.Filter
		by     string
		index  string
		sorts  bool
	}{
		{"common status", projects.Filter{Statuses: []projects.Status{projects.Running}}, projects.ByUpdated, "projects_by_updated", false},
		{"rare status", projects.Filter{Statuses: []projects.Status{projects.Failed}}, projects.ByUpdated, "projects_by_status", true},
		{"common type", projects.Filter{Types: []projects.Type{projects.Video}}, projects.ByTitle, "projects_by_title", false},
		{"common tag", projects.Filter{Tags: []string{"common"}}, projects.ByCreated, "projects_by_created", false},
		{"common tag", projects.Filter{Tags: []string{"common"}}, projects.ByTitle, "projects_by_title", false},
		{"rare tag", projects.Filter{Tags: []string{"rare"}}, projects.ByUpdated, "projects_by_tag", true},
		{"common word", projects.Filter{Text: search.Parse("project ")}, projects.ByCreated, "project_terms_by_created", false},
		{"rare word", projects.Filter{Text: search.Parse("4711 ")}, projects.ByCreated, "project_terms_by_term", true},
	} {
		t.Run(row.name+" by "+row.by, func(t *testing.T) {
			q := projects.Query{Filter: row.filter, Order: page.Order{By: row.by, Desc: true}, Window: window(false)}
			require.False(t, samePlanForAll(q), "the shape is one that is planned each time")
			statement, args := listProjects(heavy, q)
			p := explain(t, db, "custom", statement, args[1:])
			require.Contains(t, p.indexes, row.index)
			require.Equal(t, row.sorts, p.sorts, "%+v", p)
		})
	}
}

func window(deep bool) page.Window {
	w := page.Window{Limit: page.DefaultLimit}
	if deep {
		w.From = &page.Key{Text: "project 15", Time: time.Date(2026, 1, 9, 0, 0, 0, 0, time.UTC).UnixMilli(), ID: ident.ID{7}}
	}
	return w
}
