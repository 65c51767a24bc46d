package postgres

import (
	"context"
	"errors"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/search"

	"github.com/jackc/pgx/v5"
)

// Update implements gallery.Repository.
func (s *Assets) Update(
	ctx context.Context, owner ident.Owner, ids []ident.ID, key idempotency.Key, change func(*gallery.Asset) error,
) (gallery.Updated, error) {
	var u gallery.Updated
	receipt, err := s.db.once(ctx, owner, key, func(tx session, b *pgx.Batch) (idempotency.Receipt, error) {
		before, err := lockAssets(ctx, tx, owner, ids)
		if err != nil {
			return idempotency.Receipt{}, err
		}
		work := assetChange{before: before, after: make(map[ident.ID]gallery.Asset, len(before))}
		if u, err = work.run(ctx, tx, owner, ids, change); err != nil {
			return idempotency.Receipt{}, err
		}
		work.queue(b, owner)
		return u.Results.Receipt()
	})
	if err != nil {
		return gallery.Updated{}, err
	}
	if receipt.Replayed {
		u.Replayed, u.Assets = true, nil
		u.Results, err = bulk.DecodeResults(receipt.Results)
	}
	return u, err
}

// lockAssets reads the assets of ids for a change, in the order of their ids.
func lockAssets(ctx context.Context, tx session, owner ident.Owner, ids []ident.ID) (map[ident.ID]gallery.Asset, error) {
	const lock = `
		SELECT ` + assetColumns + `, ` + textColumns + ` FROM ` + fullAssetTables + `
		WHERE a.owner_id = $1 AND a.id = ANY ($2)
		ORDER BY a.id FOR NO KEY UPDATE OF a`
	rows, err := tx.Query(ctx, lock, owner, ids)
	if err != nil {
		return nil, err
	}
	locked, err := pgx.CollectRows(rows, pgx.RowToStructByName[fullAssetRow])
	found := make(map[ident.ID]gallery.Asset, len(locked))
	for _, row := range locked {
		found[ident.ID(row.ID)] = row.asset()
	}
	return found, err
}

// assetChange is one change of many assets: as they were, and as they came out.
type assetChange struct {
	before, after map[ident.ID]gallery.Asset
}

// run applies change to each of ids, in that order, and then settles those that came into a project or back from the
// trash.
func (w assetChange) run(
	ctx context.Context, tx session, owner ident.Owner, ids []ident.ID, change func(*gallery.Asset) error,
) (gallery.Updated, error) {
	u := gallery.Updated{Results: make(bulk.Results, len(ids)), Assets: make([]gallery.Asset, len(ids))}
	var moved []gallery.Asset
	for i, id := range ids {
		u.Results[i].ID = id
		a, ok := w.before[id]
		if !ok {
			u.Results[i].Fault = fault.Absent()
			continue
		}
		a = a.Clone()
		switch err := change(&a); {
		case err == nil && rehoused(w.before[id], a):
			moved = append(moved, a)
			w.after[id] = a
		case err == nil:
			w.after[id] = a
		case !errors.As(err, &u.Results[i].Fault):
			return gallery.Updated{}, err
		}
	}
	homes, err := findHomes(ctx, tx, owner, moved, nil)
	if err != nil {
		return gallery.Updated{}, err
	}
	return u, w.finish(&u, homes)
}

// rehoused reports whether the asset came into a project or back from the trash.
func rehoused(from, to gallery.Asset) bool {
	moved := to.ProjectID != nil && (from.ProjectID == nil || *from.ProjectID != *to.ProjectID)
	return moved || from.Trashed() && !to.Trashed() || to.Position == gallery.AfterLast
}

// finish settles the assets that need it and notes what came out.
func (w assetChange) finish(u *gallery.Updated, homes *homes) error {
	for i := range u.Results {
		result := &u.Results[i]
		a, changed := w.after[result.ID]
		if !changed {
			continue
		}
		if rehoused(w.before[result.ID], a) {
			if err := homes.settle(&a); err != nil {
				delete(w.after, result.ID)
				if !errors.As(err, &result.Fault) {
					return err
				}
				continue
			}
		}
		w.after[result.ID], u.Assets[i] = a, a.Clone()
	}
	return nil
}

// queue writes what differs, in the order of the ids, and then what the projects derive from it.
func (w assetChange) queue(b *pgx.Batch, owner ident.Owner) {
	changes := projectChanges{}
	for _, id := range sortedIDs(w.after) {
		from, to := w.before[id], w.after[id]
		if queueAsset(b, owner, from, to); covers(from, to) {
			changes.add(&from, &to)
		}
	}
	queueWords(b, owner, w.newTexts())
	changes.queue(b, owner)
}

// newTexts are the documents of assets whose text differs.
func (w assetChange) newTexts() (texts []search.Document) {
	for id, to := range w.after {
		if !w.before[id].SameText(to) {
			texts = append(texts, to.Document())
		}
	}
	return texts
}

// covers reports whether the change is one that counts and covers follow.
func covers(from, to gallery.Asset) bool {
	return from.Trashed() != to.Trashed() || from.Position != to.Position || !sameID(from.ProjectID, to.ProjectID)
}

func sameID(a, b *ident.ID) bool { return a == b || a != nil && b != nil && *a == *b }

func queueAsset(b *pgx.Batch, owner ident.Owner, from, to gallery.Asset) {
	const (
		row = `
			UPDATE assets SET project_id = $3, title = $4, tags = $5, labels = $6, favorite = $7, position = $8, content = $9,
				content_cut = $10, updated_at = $11, deleted_at = $12, with_project = false, version = $13
			WHERE owner_id = $1 AND id = $2`
		trashed = `UPDATE asset_terms SET trashed = $3 WHERE owner_id = $1 AND asset_id = $2`
		terms   = `UPDATE asset_terms SET terms = $3::text::tsvector WHERE owner_id = $1 AND asset_id = $2`
		texts   = `
			INSERT INTO asset_texts (owner_id, asset_id, prompt, original_prompt, negative_prompt, content)
			VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (owner_id, asset_id) DO UPDATE SET content = excluded.content`
	)
	if from.Version == to.Version && from.UpdatedAt.Equal(to.UpdatedAt) && from.SameEdits(to) && from.Trashed() == to.Trashed() {
		return
	}
	short, whole := excerptRow(to)
	b.Queue(row, owner, to.ID, to.ProjectID, to.Title, tagArray(to.Tags), labels(to), to.Favorite, to.Position,
		short.Content, short.Content != to.Content, to.UpdatedAt, to.DeletedAt, to.Version)
	if from.Trashed() != to.Trashed() {
		b.Queue(trashed, owner, to.ID, to.Trashed())
	}
	if !from.SameText(to) {
		b.Queue(terms, owner, to.ID, vector(to.Document()))
	}
	if _, was := excerptRow(from); from.Content != to.Content && (!was || !whole) {
		b.Queue(texts, owner, to.ID, to.Prompt, to.OriginalPrompt, to.NegativePrompt, to.Content)
	}
}
