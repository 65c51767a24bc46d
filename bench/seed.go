package main

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// projectRows are the rows of an owner, as large as real ones.
const projectRows = `
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

// seedProjects fills a database with one owner who has many projects, and many owners who have some.
func seedProjects(ctx context.Context, b *bed, url string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, projectRows, heavy, b.projects); err != nil {
		return err
	}
	for i := range b.owners {
		if _, err := conn.Exec(ctx, projectRows, fmt.Sprintf("owner-%d", i), 50); err != nil {
			return err
		}
	}
	_, err = conn.Exec(ctx, "CREATE SEQUENCE floor_version")
	return err
}
