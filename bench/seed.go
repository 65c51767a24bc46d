package main

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// seedProjects are the rows of an owner, as large as real ones.
const seedProjects = `
	WITH made AS (
		INSERT INTO projects (owner_id, id, title, title_key, description, tags, favorite, type, brief, source_image_url,
			status, created_at, updated_at, version)
		SELECT $1, gen_random_uuid(), 'Walnut lamp, edition ' || i, 'walnut lamp, edition ' || i,
			'Warm light for a desk or a shelf, made of oiled walnut and brass; edition ' || i,
			ARRAY['lamp', 'walnut', 'tag' || i % 40], i % 50 = 0, (ARRAY['package', 'image', 'video', 'text'])[1 + i % 4],
			'Show the lamp on a desk in the evening, the light on, a book beside it. Calm, warm, no people. Number ' || i,
			'https://cdn.example/source/' || i || '.jpg', (ARRAY['draft', 'running', 'completed', 'failed'])[1 + i % 4],
			timestamptz '2025-05-01' + i * interval '7 minutes', timestamptz '2026-06-01' + i * 7 % 100003 * interval '1 minute', 1
		FROM generate_series(1, $2::int) i
		RETURNING owner_id, id, status, created_at, title)
	, states AS (
		INSERT INTO project_states (owner_id, project_id, status, stage, progress, timeline, images, videos, texts, cover_url,
			cover_width, cover_height)
		SELECT owner_id, id, status, '', 0, '[]', 12, 2, 4, 'https://cdn.example/cover/' || id || '.jpg', 1024, 1024 FROM made)
	INSERT INTO project_terms (owner_id, project_id, created_at, terms)
	SELECT owner_id, id, created_at, array_to_tsvector(string_to_array(lower(title), ' ')) FROM made`

// seed fills the database: one owner with many projects, many owners with some.
func (b *bed) seed(ctx context.Context, o options) error {
	begin := time.Now()
	conn, err := pgx.Connect(ctx, b.url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, seedProjects, heavy, o.projects); err != nil {
		return err
	}
	for i := range o.owners {
		if _, err := conn.Exec(ctx, seedProjects, fmt.Sprintf("owner-%d", i), 50); err != nil {
			return err
		}
	}
	if _, err := conn.Exec(ctx, "CREATE SEQUENCE floor_version"); err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, "VACUUM ANALYZE"); err != nil {
		return err
	}
	fmt.Printf("seeded %d projects of one owner and 50 of each of %d others in %s\n", o.projects, o.owners, time.Since(begin).Round(time.Second))
	return nil
}
