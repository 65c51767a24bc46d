package memory

import (
	"context"
	"errors"

	"vitrine/core/bulk"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
)

// Insert implements gallery.Repository.
func (s *Assets) Insert(ctx context.Context, owner ident.Owner, assets []gallery.Asset, key idempotency.Key) (gallery.Inserted, error) {
	results, replayed, err := s.db.onceEach(ctx, owner, key, func(h *holding) (bulk.Results, func(), error) {
		results, settled, err := h.settleAll(assets)
		if err != nil {
			return nil, nil, err
		}
		return results, func() { h.putAll(settled) }, h.fresh(settled)
	})
	return gallery.Inserted{Results: results, Replayed: replayed}, err
}

// settleAll settles copies of the assets, one after the other, and gives those that may live where they want to.
func (h *holding) settleAll(assets []gallery.Asset) (bulk.Results, []kept, error) {
	homes := newHomes(h, true)
	results := make(bulk.Results, len(assets))
	settled := make([]kept, 0, len(assets))
	for i, a := range assets {
		results[i].ID = a.ID
		a = a.Clone()
		switch err := homes.settle(&a); {
		case err == nil:
			settled = append(settled, kept{Asset: a})
		case !errors.As(err, &results[i].Fault):
			return nil, nil, err
		}
	}
	return results, settled, nil
}

// fresh fails where an asset has an id that exists, or the id of another one.
func (h *holding) fresh(assets []kept) error {
	seen := make(map[ident.ID]bool, len(assets))
	for _, a := range assets {
		if _, ok := h.assets.rows[a.ID]; ok || seen[a.ID] {
			return exists()
		}
		seen[a.ID] = true
	}
	return nil
}

func (h *holding) putAll(assets []kept) {
	for _, a := range assets {
		h.put(a)
	}
}
