package memory

import (
	"context"

	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/ident"
)

// Assets implements gallery.Repository, gallery.Finder and gallery.Vocabulary.
type Assets struct {
	db *DB
}

var (
	_ gallery.Repository = (*Assets)(nil)
	_ gallery.Finder     = (*Assets)(nil)
	_ gallery.Vocabulary = (*Assets)(nil)
)

// NewAssets makes the store of assets in db.
func NewAssets(db *DB) *Assets { return &Assets{db: db} }

// Find implements gallery.Repository.
func (s *Assets) Find(ctx context.Context, owner ident.Owner, id ident.ID) (a gallery.Asset, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		var ok bool
		if a, ok = h.findAsset(id); !ok {
			return fault.Absent()
		}
		return nil
	})
	return a, err
}

// findAsset gives a copy of the asset.
func (h *holding) findAsset(id ident.ID) (gallery.Asset, bool) {
	a, ok := h.assets.find(id)
	return a.Asset, ok
}
