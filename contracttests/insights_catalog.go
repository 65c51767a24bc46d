package contracttests

import (
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
)

var insightsCatalog = []clause{
	{
		name:  "Insights/Cards/OfAssetsThatExist",
		must:  "Cards must give the assets that exist, the trash included, in any order.",
		holds: cardsOfAssets,
	},
	{
		name:  "Insights/Cards/AreCopies",
		must:  "Values that go in or come out are copies; the receiver owns them.",
		holds: cardsAreCopies,
	},
	{
		name:  "Insights/Oldest/ByIDFromTheLowest",
		must:  "Oldest must give the live assets with the lowest ids, in that order, at most limit.",
		holds: oldestByID,
	},
}

// cardOf is the asset as a card.
func cardOf(a gallery.Asset) insights.Card {
	return insights.Card{
		ID: a.ID, AssetType: insights.AssetType(a.Type), DisplayTitle: a.DisplayTitle(), ThumbnailURL: a.ThumbnailURL,
		ProjectID: a.ProjectID, Deleted: a.Trashed(),
	}
}

func cardsOfAssets(s *scene) {
	p, doomed := s.project("Lamp"), s.project("Doomed")
	assets := s.specimens(&p.ID, nil)
	named := s.picture(nil)
	named.Prompt = "a (red shoe:1.3), warm light, from above"
	gone, purged := s.picture(&p.ID), s.picture(&doomed.ID)
	s.put(append(assets, named, gone, purged)...)
	s.trashAsset(gone.ID, minute(1))
	s.purge(doomed.ID)
	want := map[ident.ID]insights.Card{}
	ids := []ident.ID{s.newID(), purged.ID}
	for _, a := range append(assets, named, gone) {
		want[a.ID] = cardOf(s.asset(a.ID))
		ids = append(ids, a.ID)
	}
	s.same("the cards", want, s.cards(ids...))
	s.same("the cards of none", 0, len(s.cards()))
	s.same("the cards of the absent", 0, len(s.cards(purged.ID, s.newID())))
}

func cardsAreCopies(s *scene) {
	p := s.project("Lamp")
	id := s.framed(gallery.Image, &p.ID)
	for range 2 {
		card := s.cards(id)[id]
		s.same("the project", p.ID, *card.ProjectID)
		*card.ProjectID = s.newID()
	}
}

// oldestByID has assets whose ids and times of creation run against each other.
func oldestByID(s *scene) {
	var want []insights.Card
	for i := range 7 {
		id := s.framed(gallery.Types[i%3], nil, func(a *gallery.Asset) { a.CreatedAt = minute(-i) })
		if i == 2 {
			s.trashAsset(id, minute(1))
			continue
		}
		want = append(want, cardOf(s.asset(id)))
	}
	slices.SortFunc(want, func(a, b insights.Card) int { return compareIDs(a.ID, b.ID) })
	for limit := range len(want) + 2 {
		cards, err := s.Catalog.Oldest(s.ctx, s.owner, limit)
		s.ok(err)
		s.same("the oldest", want[:min(limit, len(want))], cards, alike)
	}
}
