package memory

import (
	"context"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// Cards implements insights.Catalog.
func (s *Insights) Cards(ctx context.Context, owner ident.Owner, ids []ident.ID) (cards []insights.Card, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		for _, id := range ids {
			if r, ok := h.assets.rows[id]; ok {
				cards = append(cards, cardOf(r.value))
			}
		}
		return nil
	})
	return cards, err
}

// Oldest implements insights.Catalog.
func (s *Insights) Oldest(ctx context.Context, owner ident.Owner, limit int) (cards []insights.Card, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		for r := range h.assets.live.orders[assetSchema.order(byID)].walk(bounds{}, false) {
			if len(cards) == limit {
				break
			}
			cards = append(cards, cardOf(r.value))
		}
		return nil
	})
	return cards, err
}

// cardOf is the asset as a card, which shares nothing with it.
func cardOf(k kept) insights.Card {
	a := k.Asset.Clone()
	return insights.Card{
		ID: a.ID, AssetType: insights.AssetType(a.Type), DisplayTitle: a.DisplayTitle(), ThumbnailURL: a.ThumbnailURL,
		ProjectID: a.ProjectID, Deleted: a.Trashed(),
	}
}
