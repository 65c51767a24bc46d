package memory

import (
	"context"

	"vitrine/core/bulk"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
)

// Update implements gallery.Repository.
func (s *Assets) Update(
	ctx context.Context, owner ident.Owner, ids []ident.ID, key idempotency.Key, change func(*gallery.Asset) error,
) (gallery.Updated, error) {
	var written []gallery.Asset
	results, replayed, err := s.db.onceEach(ctx, owner, key, func(h *holding) (bulk.Results, func(), error) {
		staged, err := stage(ids, h.findAsset, settling(newHomes(h, false), change))
		written = staged.written
		return staged.results, func() { staged.commit(h.replaceAsset) }, err
	})
	if err != nil {
		return gallery.Updated{}, err
	}
	return gallery.Updated{Results: results, Assets: written, Replayed: replayed}, nil
}

// settling is change, and then a new home for an asset that needs one.
func settling(homes *homes, change func(*gallery.Asset) error) func(*gallery.Asset) error {
	return func(a *gallery.Asset) error {
		before := a.Clone()
		if err := change(a); err != nil || !rehoused(before, *a) {
			return err
		}
		return homes.settle(a)
	}
}

// rehoused reports whether the asset came into a project, back from the trash, or asks for a position.
func rehoused(from, to gallery.Asset) bool {
	moved := to.ProjectID != nil && !sameID(from.ProjectID, to.ProjectID)
	return moved || from.Trashed() && !to.Trashed() || to.Position == gallery.AfterLast
}

func sameID(a, b *ident.ID) bool { return a == b || a != nil && b != nil && *a == *b }

// replaceAsset keeps what became of an asset. One that went to the trash with its project has done so while it lies there.
func (h *holding) replaceAsset(id ident.ID, a gallery.Asset) {
	was := h.assets.rows[id].value
	stays := a.Trashed() && sameID(was.ProjectID, a.ProjectID)
	h.put(kept{Asset: a, withProject: was.withProject && stays})
}
