package postgres

import (
	"context"
	"fmt"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/jackc/pgx/v5"
)

// AssetStock implements index.Stock.
type AssetStock struct {
	db *DB
}

var _ index.Stock[gallery.Asset] = (*AssetStock)(nil)

// NewAssetStock makes the stock of db's assets.
func NewAssetStock(db *DB) *AssetStock { return &AssetStock{db: db} }

// After implements index.Stock: a walk along the primary key.
func (s *AssetStock) After(ctx context.Context, at index.Place, n int) ([]index.Change[gallery.Asset], index.Place, error) {
	const find = `
		SELECT a.owner_id, ` + assetColumns + `, ` + textColumns + ` FROM ` + fullAssetTables + `
		WHERE (a.owner_id, a.id) > ($1, $2) ORDER BY a.owner_id, a.id LIMIT $3`
	var found []struct {
		Owner string `db:"owner_id"`
		fullAssetRow
	}
	owner, id, err := placeOf(at)
	if err != nil {
		return nil, at, err
	}
	if err := s.db.sql.SelectContext(ctx, &found, find, owner, id, n); err != nil {
		return nil, at, translate(err)
	}
	changes := make([]index.Change[gallery.Asset], len(found))
	for i := range found {
		changes[i] = gallery.ToIndex(ident.Owner(found[i].Owner), found[i].asset())
		at = index.Place(changes[i].ID + found[i].Owner)
	}
	return changes, at, nil
}

// placeOf reads a place, which is the id and the owner of an asset.
func placeOf(at index.Place) (owner string, id ident.ID, err error) {
	if at == "" {
		return "", ident.ID{}, nil
	}
	const idLength = 36
	if len(at) <= idLength {
		return "", ident.ID{}, fmt.Errorf("%q is no place", at)
	}
	id, err = ident.ParseID(string(at[:idLength]))
	return string(at[idLength:]), id, err
}

// Mark implements index.Stock.
func (s *AssetStock) Mark(ctx context.Context, changes []index.Change[gallery.Asset]) error {
	const mark = `
		INSERT INTO search_dirty (owner_id, asset_id, version)
		SELECT owner_id, asset_id, version FROM unnest($1::text[], $2::text[]::uuid[], $3::bigint[]) AS k (owner_id, asset_id, version)
		ORDER BY owner_id, asset_id
		ON CONFLICT (owner_id, asset_id) DO UPDATE SET
			version = greatest(search_dirty.version, excluded.version), due_at = now(), attempts = 0, error = ''`
	owners, ids, versions := keysOf(changes)
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, mark, owners, ids, versions)
		return err
	})
}
