package postgres

import (
	"context"
	"errors"
	"slices"

	"vitrine/core/bulk"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"

	"github.com/jackc/pgx/v5"
)

// Insert implements gallery.Repository.
func (s *Assets) Insert(ctx context.Context, owner ident.Owner, assets []gallery.Asset, key idempotency.Key) (gallery.Inserted, error) {
	var results bulk.Results
	receipt, err := s.db.once(ctx, owner, key, func(tx session, b *pgx.Batch) (idempotency.Receipt, error) {
		homes, err := findHomes(ctx, tx, owner, assets, assets)
		if err != nil {
			return idempotency.Receipt{}, err
		}
		var settled []gallery.Asset
		results, settled, err = settleAll(assets, homes)
		if err != nil {
			return idempotency.Receipt{}, err
		}
		if err := addAssets(ctx, tx, b, owner, settled); err != nil {
			return idempotency.Receipt{}, err
		}
		return results.Receipt()
	})
	if err == nil && receipt.Replayed {
		results, err = bulk.DecodeResults(receipt.Results)
	}
	return gallery.Inserted{Results: results, Replayed: receipt.Replayed}, err
}

// settleAll settles the assets one after the other, and keeps those that may live where they want to.
func settleAll(assets []gallery.Asset, homes *homes) (bulk.Results, []gallery.Asset, error) {
	results := make(bulk.Results, len(assets))
	settled := make([]gallery.Asset, 0, len(assets))
	for i, a := range assets {
		results[i].ID = a.ID
		switch err := homes.settle(&a); {
		case err == nil:
			settled = append(settled, a)
		case !errors.As(err, &results[i].Fault):
			return nil, nil, err
		}
	}
	return results, settled, nil
}

// addAssets writes the rows of new assets, and what their projects derive from them.
func addAssets(ctx context.Context, tx session, b *pgx.Batch, owner ident.Owner, assets []gallery.Asset) error {
	if len(assets) == 0 {
		return nil
	}
	var long []gallery.Asset
	changes := projectChanges{}
	for _, a := range assets {
		if _, whole := excerptRow(a); !whole {
			long = append(long, a)
		}
		changes.add(nil, &a)
	}
	if err := copyRows(ctx, tx, "assets", assetCopyColumns, assets, func(a gallery.Asset) []any {
		return assetCopyRow(owner, a)
	}); err != nil {
		return err
	}
	if err := copyRows(ctx, tx, "asset_texts", textCopyColumns, long, func(a gallery.Asset) []any {
		return []any{string(owner), a.ID, a.Prompt, a.OriginalPrompt, a.NegativePrompt, a.Content}
	}); err != nil {
		return err
	}
	queueTerms(b, owner, assets)
	changes.queue(b, owner)
	return nil
}

// copyRows adds rows by COPY.
func copyRows[T any](ctx context.Context, tx session, table string, columns []string, rows []T, values func(T) []any) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromSlice(len(rows), func(i int) ([]any, error) {
		return values(rows[i]), nil
	}))
	return err
}

var textCopyColumns = []string{"owner_id", "asset_id", "prompt", "original_prompt", "negative_prompt", "content"}

var assetCopyColumns = []string{
	"owner_id", "id", "project_id", "type", "title", "tags", "labels", "favorite", "position", "prompt", "content",
	"prompt_cut", "content_cut", "format", "language", "url", "thumbnail_url", "mime_type", "size_bytes", "width", "height", "duration_ms", "scene", "orientation",
	"provider", "model", "seed", "parent_id", "source_id", "created_at", "updated_at", "deleted_at", "version",
}

func assetCopyRow(owner ident.Owner, a gallery.Asset) []any {
	a, truncated := a.Excerpt()
	return []any{
		string(owner), a.ID, a.ProjectID, string(a.Type), a.Title, tagArray(a.Tags), labels(a), a.Favorite, a.Position, a.Prompt,
		a.Content, slices.Contains(truncated, "prompt"), slices.Contains(truncated, "content"), string(a.Format), a.Language, a.URL, a.ThumbnailURL, a.MimeType, a.SizeBytes, a.Width, a.Height, a.DurationMS,
		string(a.Scene), string(a.Orientation()), a.Provider, a.Model, a.Seed, a.ParentID, a.SourceID, a.CreatedAt, a.UpdatedAt,
		a.DeletedAt, a.Version,
	}
}
