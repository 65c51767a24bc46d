package postgres

import (
	"context"
	"fmt"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"

	"github.com/stretchr/testify/require"
)

// bigProject is a project of the heavy owner with a tenth of the assets.
var bigProject = ident.ID{0xb1}

// seedAssets gives the heavy owner n assets, one of them with a rare model, and a hundred others some.
func seedAssets(t *testing.T, db *DB, n int) {
	t.Helper()
	ctx := context.Background()
	const (
		project = `
			INSERT INTO projects (owner_id, id, title, title_key, description, tags, favorite, type, brief, source_image_url, status,
				created_at, updated_at, version)
			VALUES ($1, $2, '', '', '', '{}', false, 'image', '', '', 'draft', '2026-01-01', '2026-01-01', 1)`
		rows = `
			WITH made AS (
				INSERT INTO assets (owner_id, id, project_id, type, title, tags, labels, favorite, position, prompt, content, prompt_cut,
					content_cut, format, language, url, thumbnail_url, mime_type, size_bytes, width, height, duration_ms, scene,
					orientation, provider, model, seed, created_at, updated_at, deleted_at, version)
				SELECT $1, gen_random_uuid(), CASE WHEN i % 10 = 0 THEN $3::uuid END, (ARRAY['image', 'video', 'text'])[1 + i % 3],
					'Asset ' || i, ARRAY['common'], ARRAY['tag:common', 'model:' || CASE WHEN i = $2 / 2 THEN 'rare' ELSE 'flux' END],
					i % 50 = 0, i, '', '', false, false, '', '', '', '', '', 0, 0, 0, 0, '', '', '', 'flux', '',
					timestamptz '2026-01-01' + i * interval '1 minute', '2026-06-01',
					CASE WHEN i % 20 = 0 THEN timestamptz '2026-11-01' END, 1
				FROM generate_series(1, $2::int) i
				RETURNING owner_id, id, type, created_at, trashed, title)
			INSERT INTO asset_terms (owner_id, asset_id, type, created_at, trashed, terms)
			SELECT owner_id, id, type, created_at, trashed, array_to_tsvector(string_to_array(lower(title), ' ')) FROM made`
	)
	for i := range 101 {
		owner, count := string(heavy), n
		if i > 0 {
			owner, count = fmt.Sprintf("owner-%d", i), n/200
		}
		_, err := db.pool.Exec(ctx, project, owner, bigProject)
		require.NoError(t, err)
		_, err = db.pool.Exec(ctx, rows, owner, count, bigProject)
		require.NoError(t, err)
	}
	for _, table := range []string{"assets", "asset_terms"} {
		_, err := db.pool.Exec(ctx, "VACUUM ANALYZE "+table)
		require.NoError(t, err)
	}
}

func TestPlansOfAssetLists(t *testing.T) {
	db := open(t)
	seedAssets(t, db, 20_000)
	for _, row := range []struct {
		name   string
		filter gallery.Filter
		by     string
		index  string
	}{
		{"all", gallery.Filter{}, gallery.ByCreated, "assets_by_created"},
		{"trash", gallery.Filter{Trashed: true}, gallery.ByCreated, "assets_by_created"},
		{"type", gallery.Filter{Types: []gallery.Type{gallery.Video}}, gallery.ByCreated, "assets_by_type"},
		{"favorite", gallery.Filter{Favorite: yes()}, gallery.ByCreated, "assets_by_favorite"},
		{"project", gallery.Filter{Project: &bigProject}, gallery.ByCreated, "assets_by_project"},
		{"project", gallery.Filter{Project: &bigProject}, gallery.ByPosition, "assets_by_position"},
	} {
		for _, desc := range []bool{true, false} {
			for _, deep := range []bool{false, true} {
				q := gallery.Query{Filter: row.filter, Order: page.Order{By: row.by, Desc: desc}, Window: assetWindow(deep)}
				require.True(t, sameAssetPlanForAll(q), "the shape is one that is planned once")
				statement, args := listAssets(heavy, q)
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

func TestAssetPlansThatDependOnValues(t *testing.T) {
	db := open(t)
	seedAssets(t, db, 20_000)
	text := func(q string) gallery.Filter { return gallery.Filter{Text: search.Parse(q)} }
	for _, row := range []struct {
		name   string
		filter gallery.Filter
		index  string
		sorts  bool
	}{
		{"common model", gallery.Filter{Models: []string{"flux"}}, "assets_by_created", false},
		{"rare model", gallery.Filter{Models: []string{"rare"}}, "assets_by_label", true},
		{"common tag", gallery.Filter{Tags: []string{"common"}}, "assets_by_created", false},
		{"common word", text("asset "), "asset_terms_by_created", false},
		{"rare word", text("4711 "), "asset_terms_by_term", true},
	} {
		t.Run(row.name, func(t *testing.T) {
			statement, args := listAssets(heavy, gallery.Query{Filter: row.filter, Order: gallery.Newest, Window: assetWindow(false)})
			p := explain(t, db, "custom", statement, args[1:])
			require.Contains(t, p.indexes, row.index)
			require.Equal(t, row.sorts, p.sorts, "%+v", p)
		})
	}
}

func assetWindow(deep bool) page.Window {
	w := page.Window{Limit: page.DefaultLimit}
	if deep {
		w.From = &page.Key{Rank: 5000, Time: time.Date(2026, 1, 9, 0, 0, 0, 0, time.UTC).UnixMilli(), ID: ident.ID{7}}
	}
	return w
}
