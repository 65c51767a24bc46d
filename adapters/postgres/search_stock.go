package postgres

import (
	"context"

	"vitrine/core/gallery"
	"vitrine/core/ident"

	"github.com/jackc/pgx/v5"
)

// After implements gallery.Stock: a walk along the primary key.
func (s *SearchRegistry) After(ctx context.Context, at gallery.Place, n int) ([]gallery.Change, error) {
	const find = `
		SELECT a.owner_id, ` + assetColumns + `, ` + textColumns + ` FROM ` + fullAssetTables + `
		WHERE (a.owner_id, a.id) > ($1, $2) ORDER BY a.owner_id, a.id LIMIT $3`
	var found []struct {
		Owner string `db:"owner_id"`
		fullAssetRow
	}
	if err := s.db.sql.SelectContext(ctx, &found, find, at.Owner, at.ID, n); err != nil {
		return nil, translate(err)
	}
	changes := make([]gallery.Change, len(found))
	for i := range found {
		a := found[i].asset()
		changes[i] = gallery.Change{Owner: ident.Owner(found[i].Owner), ID: a.ID, Version: a.Version, Asset: &a}
	}
	return changes, nil
}

// Mark implements gallery.Stock.
func (s *SearchRegistry) Mark(ctx context.Context, changes []gallery.Change) error {
	const mark = `
		INSERT INTO search_dirty (owner_id, asset_id, version)
		SELECT owner_id, asset_id, version FROM unnest($1::text[], $2::uuid[], $3::bigint[]) AS k (owner_id, asset_id, version)
		ORDER BY owner_id, asset_id
		ON CONFLICT (owner_id, asset_id) DO UPDATE SET
			version = greatest(search_dirty.version, excluded.version), due_at = now(), attempts = 0, error = ''`
	owners, ids, versions := keysOf(changes)
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, mark, owners, ids, versions)
		return err
	})
}
