package contracttests

import (
	"fmt"
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// home draws the project of an asset, or none.
func (g *game) home() *ident.ID {
	if g.rng.IntN(4) == 0 {
		return nil
	}
	id := g.project()
	return &id
}

func nameOf(home *ident.ID) string {
	if home == nil {
		return "no project"
	}
	return home.String()
}

// addAssets inserts up to three, each of any type, at any position, in any project.
func (g *game) addAssets() move {
	var drafts []gallery.Asset
	text := "add"
	for range 1 + g.rng.IntN(3) {
		a := gallery.Asset{
			ProjectID: g.home(), Type: pick(g.rng, gallery.Types), Title: g.text(), Tags: page.Distinct(some(g.rng, vocabulary, 2)),
			Prompt: g.text(), Favorite: g.rng.IntN(2) == 0, Position: g.rng.IntN(4) - 1, Version: 1,
		}
		if a.Type == gallery.Text {
			a.Content = g.text()
		} else {
			a.URL, a.Width, a.Height = "/"+g.text(), g.rng.IntN(3), g.rng.IntN(3)
			a.ThumbnailURL = pick(g.rng, []string{"", "/small"})
		}
		drafts = append(drafts, a)
		text += fmt.Sprintf(" %s at %d in %s;", a.Type, a.Position, nameOf(a.ProjectID))
	}
	return g.keyed(text, func(p *player, key idempotency.Key) (any, error) {
		assets := make([]gallery.Asset, len(drafts))
		for i, a := range drafts {
			a = a.Clone()
			a.ID, a.CreatedAt, a.UpdatedAt = p.newID(), p.now, p.now
			assets[i] = a
		}
		inserted, err := p.Assets.Insert(p.ctx, p.owner, assets, key)
		return []any{faultTexts(inserted.Results), inserted.Replayed}, err
	})
}

// distinct are the ids, each once.
func distinct(ids []ident.ID) []ident.ID {
	slices.SortFunc(ids, compareIDs)
	return slices.Compact(ids)
}

// changeAssets does one thing to up to three assets, as the service would.
func (g *game) changeAssets() move {
	if len(g.assets) == 0 {
		return g.addAssets()
	}
	ids := distinct([]ident.ID{g.drawn(g.assets), g.drawn(g.assets), pick(g.rng, g.assets)})
	home, position, title := g.home(), g.rng.IntN(4)-1, g.text()
	kinds := map[string]func(*player, *gallery.Asset) error{
		"trash": func(p *player, a *gallery.Asset) error {
			if !a.Trashed() {
				a.DeletedAt, a.Version = ptr(p.now), a.Version+1
			}
			return nil
		},
		"restore": func(_ *player, a *gallery.Asset) error {
			if a.Trashed() {
				a.DeletedAt, a.Version = nil, a.Version+1
			}
			return nil
		},
		"move": whileLive(func(a *gallery.Asset) {
			if nameOf(a.ProjectID) != nameOf(home) {
				a.ProjectID, a.Position = home, position
			}
		}),
		"edit": whileLive(func(a *gallery.Asset) { a.Title, a.Favorite = title, !a.Favorite }),
	}
	kind := pick(g.rng, []string{"trash", "restore", "move", "edit"})
	text := fmt.Sprintf("%s %s, to %d in %s", kind, ids, position, nameOf(home))
	return g.keyed(text, func(p *player, key idempotency.Key) (any, error) {
		u, err := p.Assets.Update(p.ctx, p.owner, ids, key, func(a *gallery.Asset) error { return kinds[kind](p, a) })
		return []any{faultTexts(u.Results), u.Replayed}, err
	})
}

// whileLive is an edit, which what lies in the trash refuses.
func whileLive(edit func(*gallery.Asset)) func(*player, *gallery.Asset) error {
	return func(p *player, a *gallery.Asset) error {
		if a.Trashed() {
			return errFault
		}
		edit(a)
		a.UpdatedAt, a.Version = p.now, a.Version+1
		return nil
	}
}
