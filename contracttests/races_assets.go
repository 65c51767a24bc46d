package contracttests

import (
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

var assetRaces = []clause{
	{
		name:  "Race/AssetsLineUpAndCount",
		must:  "positions follow the order given",
		holds: raceOfAssets,
	},
	{
		name:  "Race/NoLiveAssetInATrashedProject",
		must:  "Projects and assets are one consistency boundary",
		holds: raceOfTrashAndInsert,
	},
	{
		name:  "Race/MovesKeepBothCounts",
		must:  followsAssets,
		holds: raceOfMoves,
	},
}

func raceOfAssets(s *scene) {
	p := s.project("Lamp")
	assets := make([]gallery.Asset, racers)
	for i := range assets {
		assets[i] = s.picture(&p.ID)
	}
	s.allOK(race(func(i int) error {
		_, err := s.Assets.Insert(s.ctx, s.owner, assets[i:i+1], noKey)
		return err
	}))
	seen := map[int]bool{}
	for _, a := range assets {
		seen[s.asset(a.ID).Position] = true
	}
	s.same("different positions", racers, len(seen))
	s.same("the counts", projects.Counts{Image: racers}, s.find(p.ID).Assets)
}

// raceOfTrashAndInsert trashes and restores a project while assets come in. At the end, each asset that came in is where
// its project is.
func raceOfTrashAndInsert(s *scene) {
	p := s.project("Lamp")
	assets := make([]gallery.Asset, racers)
	for i := range assets {
		assets[i] = s.picture(&p.ID)
	}
	in := make([]bool, racers)
	s.allOK(race(func(i int) error {
		inserted, err := s.Assets.Insert(s.ctx, s.owner, assets[i:i+1], noKey)
		if err != nil {
			return err
		}
		in[i] = inserted.Results[0].Fault == nil
		_, err = s.Projects.Update(s.ctx, s.owner, []ident.ID{p.ID}, noKey, func(p *projects.Project) error {
			switch {
			case p.Trashed() && i%2 == 1:
				p.DeletedAt = nil
			case !p.Trashed() && i%2 == 0:
				p.DeletedAt = ptr(minute(i))
			}
			return nil
		})
		return err
	}))
	got := s.find(p.ID)
	var came []gallery.Asset
	for i, a := range assets {
		if !in[i] {
			continue
		}
		a = s.asset(a.ID)
		s.same("the asset is in the trash like its project", got.Trashed(), a.Trashed())
		came = append(came, a)
	}
	s.same("the counts", projects.Counts{Image: int64(len(came))}, got.Assets)
}

// raceOfMoves moves assets to and fro between two projects.
func raceOfMoves(s *scene) {
	p, q := s.project("Lamp"), s.project("Chair")
	a, b := s.picture(&p.ID), s.picture(&q.ID)
	s.put(a, b)
	s.allOK(race(func(i int) error {
		ids := []ident.ID{a.ID, b.ID}
		if i%2 == 1 {
			slices.Reverse(ids)
		}
		_, err := s.Assets.Update(s.ctx, s.owner, ids, noKey, func(a *gallery.Asset) error {
			if home := *a.ProjectID; home == p.ID {
				moveLast(&q.ID)(a)
			} else {
				moveLast(&p.ID)(a)
			}
			return nil
		})
		return err
	}))
	assets := s.assets([]ident.ID{a.ID, b.ID})
	for _, id := range []ident.ID{p.ID, q.ID} {
		got := s.find(id)
		s.same("the project", derived(got, assets), got)
	}
}
