package postgres

import (
	"context"

	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
	"vitrine/core/search"

	"github.com/jackc/pgx/v5"
)

// Copy implements projects.Repository.
func (s *Projects) Copy(
	ctx context.Context, owner ident.Owner, source ident.ID, c projects.Copying, key idempotency.Key,
) (idempotency.Receipt, error) {
	return s.db.once(ctx, owner, key, func(tx session, b *pgx.Batch) (idempotency.Receipt, error) {
		found, err := lockProjects(ctx, tx, owner, []ident.ID{source})
		if err != nil {
			return idempotency.Receipt{}, err
		}
		original, ok := found[source]
		if !ok {
			return idempotency.Receipt{}, fault.Absent()
		}
		taken, err := copyTitles(ctx, tx, owner, original.Title)
		if err != nil {
			return idempotency.Receipt{}, err
		}
		made, err := c.Make(original, func(title string) bool { return taken[title] })
		if err != nil {
			return idempotency.Receipt{}, err
		}
		if err := queueInsert(b, owner, made); err != nil || !c.Assets {
			return idempotency.Receipt{Resource: made.ID}, err
		}
		return idempotency.Receipt{Resource: made.ID}, copyAssets(ctx, tx, b, owner, original.ID, made, c.NewID)
	})
}

// copyTitles are the titles of the owner that a copy must not take. It keeps out other copies with the same stem until
// the transaction ends.
func copyTitles(ctx context.Context, tx session, owner ident.Owner, title string) (map[string]bool, error) {
	const (
		lock = `SELECT pg_advisory_xact_lock(hashtextextended($2, hashtextextended($1, 1)))`
		find = `
			SELECT title FROM projects
			WHERE owner_id = $1 AND trashed = ANY ('{false,true}') AND title_key >= $2 AND title_key < $3`
	)
	stem := projects.CopyStem(title)
	if _, err := tx.Exec(ctx, lock, owner, stem); err != nil {
		return nil, err
	}
	// Keys are cut at a length, so a long stem's own key begins the range, and nothing that begins with it sorts after
	// its key followed by the highest byte that UTF-8 has.
	first := search.SortKey(stem)
	rows, err := tx.Query(ctx, find, owner, first, first+"\U0010FFFF")
	if err != nil {
		return nil, err
	}
	titles, err := pgx.CollectRows(rows, pgx.RowTo[string])
	taken := make(map[string]bool, len(titles))
	for _, t := range titles {
		taken[t] = true
	}
	return taken, err
}

// copyAssets copies the live assets of a project into a new one: all as they are, but for id, project and source; the
// same media and the source's time of creation, no favourites.
func copyAssets(
	ctx context.Context, tx session, b *pgx.Batch, owner ident.Owner, from ident.ID, to projects.Project, newID ident.Source,
) error {
	const (
		find   = `SELECT id FROM assets WHERE owner_id = $1 AND project_id = $2 AND NOT trashed ORDER BY id`
		assets = `
			INSERT INTO assets (owner_id, id, project_id, type, title, tags, labels, favorite, position, prompt, content, prompt_cut, content_cut, format,
				language, url, thumbnail_url, mime_type, size_bytes, width, height, duration_ms, scene, orientation, provider,
				model, seed, parent_id, source_id, created_at, updated_at, version)
			SELECT owner_id, fresh, $2, type, title, tags, labels, false, position, prompt, content, prompt_cut, content_cut, format,
				language, url, thumbnail_url, mime_type, size_bytes, width, height, duration_ms, scene, orientation, provider,
				model, seed, parent_id, id, created_at, $3, 1
			FROM assets JOIN unnest($4::uuid[], $5::uuid[]) AS pair (old, fresh) ON id = old
			WHERE owner_id = $1`
		texts = `
			INSERT INTO asset_texts (owner_id, asset_id, prompt, original_prompt, negative_prompt, content)
			SELECT owner_id, fresh, prompt, original_prompt, negative_prompt, content
			FROM asset_texts JOIN unnest($2::uuid[], $3::uuid[]) AS pair (old, fresh) ON asset_id = old
			WHERE owner_id = $1`
		terms = `
			INSERT INTO asset_terms (owner_id, asset_id, type, created_at, trashed, terms)
			SELECT owner_id, fresh, type, created_at, false, terms
			FROM asset_terms JOIN unnest($2::uuid[], $3::uuid[]) AS pair (old, fresh) ON asset_id = old
			WHERE owner_id = $1`
		state = `
			UPDATE project_states s SET images = o.images, videos = o.videos, texts = o.texts,
				cover_url = o.cover_url, cover_width = o.cover_width, cover_height = o.cover_height
			FROM project_states o
			WHERE s.owner_id = $1 AND s.project_id = $2 AND o.owner_id = $1 AND o.project_id = $3`
	)
	rows, err := tx.Query(ctx, find, owner, from)
	if err != nil {
		return err
	}
	old, err := pgx.CollectRows(rows, pgx.RowTo[ident.ID])
	if err != nil {
		return err
	}
	fresh := make([]ident.ID, len(old))
	for i := range fresh {
		fresh[i] = newID()
	}
	b.Queue(assets, owner, to.ID, to.CreatedAt, old, fresh)
	b.Queue(texts, owner, old, fresh)
	b.Queue(terms, owner, old, fresh)
	b.Queue(state, owner, to.ID, from)
	return nil
}
