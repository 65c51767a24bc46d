package postgres

import (
	"context"

	"vitrine/core/gallery"
	"vitrine/core/ident"
)

// Assets implements gallery.Repository, gallery.Finder, gallery.Vocabulary and gallery.Reader.
type Assets struct {
	db *DB
}

var (
	_ gallery.Repository = (*Assets)(nil)
	_ gallery.Finder     = (*Assets)(nil)
	_ gallery.Vocabulary = (*Assets)(nil)
	_ gallery.Reader     = (*Assets)(nil)
)

// NewAssets makes the store of assets in db.
func NewAssets(db *DB) *Assets { return &Assets{db: db} }

// Find implements gallery.Repository.
func (s *Assets) Find(ctx context.Context, owner ident.Owner, id ident.ID) (gallery.Asset, error) {
	const find = `SELECT ` + assetColumns + `, ` + textColumns + ` FROM ` + fullAssetTables + ` WHERE a.owner_id = $1 AND a.id = $2`
	var row fullAssetRow
	if err := s.db.sql.GetContext(ctx, &row, find, owner, id); err != nil {
		return gallery.Asset{}, translate(err)
	}
	return row.asset(), nil
}
