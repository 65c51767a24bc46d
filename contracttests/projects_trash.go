package contracttests

import (
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

const (
	goesAlong = "Where change sets DeletedAt, the live assets of the project must go to the trash with it, " +
		"with the same time and their version raised"
	comesBack = "where it clears DeletedAt, exactly those must come back"
)

var projectsTrash = []clause{
	{name: "Projects/Trash/TakesTheLiveAssets", must: goesAlong, holds: trashTakesTheLiveAssets},
	{name: "Projects/Trash/TakesNoOtherAssets", must: goesAlong, holds: trashTakesNoOtherAssets},
	{name: "Projects/Restore/BringsBackWhatWentAlong", must: comesBack, holds: restoreBringsBack},
	{name: "Projects/Restore/LeavesWhatWentBefore", must: comesBack, holds: restoreLeavesWhatWentBefore},
	{name: "Projects/Restore/LeavesWhatWentBetween", must: comesBack, holds: restoreLeavesWhatWentBetween},
	{name: "Projects/Restore/OfOneOfManyTrashedAtOnce", must: comesBack, holds: restoreOfOneOfMany},
	{
		name:  "Projects/Trash/CountsAndCoverStay",
		must:  "In the trash they are those that a restore would bring back.",
		holds: trashKeepsCountsAndCover,
	},
	{
		name:  "Projects/Trash/AFaultTakesNoAssets",
		must:  "A fault that change returns is the result of that project alone, which must stay as it was",
		holds: trashWithAFault,
	},
}

// trashed and restored are what an asset becomes with its project.

func trashed(a gallery.Asset, after int) gallery.Asset {
	a.DeletedAt, a.Version = ptr(minute(after)), a.Version+1
	return a
}

func restored(a gallery.Asset) gallery.Asset {
	a.DeletedAt, a.Version = nil, a.Version+1
	return a
}

func trashTakesTheLiveAssets(s *scene) {
	p := s.project("Lamp")
	assets := s.specimens(&p.ID, nil)
	s.put(assets...)
	s.trash(p.ID, minute(9))
	for _, a := range assets {
		s.same("the asset", trashed(a, 9), s.asset(a.ID))
	}
}

func trashTakesNoOtherAssets(s *scene) {
	p, neighbour := s.project("Lamp"), s.project("Chair")
	elsewhere, homeless := s.picture(&neighbour.ID), s.picture(nil)
	s.put(s.picture(&p.ID), elsewhere, homeless)
	s.trash(p.ID, minute(9))
	for _, id := range []ident.ID{elsewhere.ID, homeless.ID} {
		s.same("an asset of another project", false, s.asset(id).Trashed())
	}
	s.same("the neighbour's assets", projects.Counts{Image: 1}, s.find(neighbour.ID).Assets)
}

func restoreBringsBack(s *scene) {
	p := s.project("Lamp")
	assets := s.specimens(&p.ID, nil)
	s.put(assets...)
	s.trash(p.ID, minute(9))
	s.restore(p.ID)
	for _, a := range assets {
		s.same("the asset", restored(trashed(a, 9)), s.asset(a.ID))
	}
}

// restoreLeavesWhatWentBefore puts one asset into the trash at an earlier time and one at the very time of the project.
func restoreLeavesWhatWentBefore(s *scene) {
	p := s.project("Lamp")
	early, sameTime, along := s.picture(&p.ID), s.picture(&p.ID), s.picture(&p.ID)
	s.put(early, sameTime, along)
	early, sameTime = s.trashAsset(early.ID, minute(5)), s.trashAsset(sameTime.ID, minute(9))
	s.trash(p.ID, minute(9))
	for _, a := range []gallery.Asset{early, sameTime} {
		s.same("an asset that was in the trash already", a, s.asset(a.ID))
	}
	s.restore(p.ID)
	for _, a := range []gallery.Asset{early, sameTime} {
		s.same("an asset that went by itself", a, s.asset(a.ID))
	}
	s.same("the asset that went along", false, s.asset(along.ID).Trashed())
	s.same("the counts", projects.Counts{Image: 1}, s.find(p.ID).Assets)
}

// restoreLeavesWhatWentBetween lets an asset go along once, come back, and then go by itself.
func restoreLeavesWhatWentBetween(s *scene) {
	p := s.project("Lamp")
	a, b := s.picture(&p.ID), s.picture(&p.ID)
	s.put(a, b)
	s.trash(p.ID, minute(1))
	s.restore(p.ID)
	a = s.trashAsset(a.ID, minute(2))
	s.trash(p.ID, minute(3))
	s.restore(p.ID)
	s.same("the asset that went by itself", a, s.asset(a.ID))
	s.same("the asset that went along twice", false, s.asset(b.ID).Trashed())

	s.restoreAsset(a.ID)
	s.trash(p.ID, minute(4))
	s.restore(p.ID)
	s.same("the asset that now went along", false, s.asset(a.ID).Trashed())
}

func restoreOfOneOfMany(s *scene) {
	p, q := s.project("Lamp"), s.project("Chair")
	a, b := s.picture(&p.ID), s.picture(&q.ID)
	s.put(a, b)
	u := s.update([]ident.ID{p.ID, q.ID}, func(p *projects.Project) error {
		p.DeletedAt = ptr(minute(3))
		return nil
	})
	s.done(u.Results)
	s.restore(p.ID)
	s.same("the asset of the restored project", restored(trashed(s.firstPosition(a), 3)), s.asset(a.ID))
	s.same("the asset of the other", trashed(s.firstPosition(b), 3), s.asset(b.ID))
}

// firstPosition is the asset as the first of its project.
func (s *scene) firstPosition(a gallery.Asset) gallery.Asset {
	a.Position = 0
	return a
}

func trashKeepsCountsAndCover(s *scene) {
	p := s.project("Lamp")
	gone := s.picture(&p.ID)
	s.put(append(s.specimens(&p.ID, nil), gone)...)
	s.trashAsset(gone.ID, minute(1))
	want := s.find(p.ID)
	s.trash(p.ID, minute(9))
	want.DeletedAt, want.Version = ptr(minute(9)), want.Version+1
	s.same("the project in the trash", want, s.find(p.ID))
	s.restore(p.ID)
	want.DeletedAt, want.Version = nil, want.Version+1
	s.same("the project restored", want, s.find(p.ID))
}

func trashWithAFault(s *scene) {
	p := s.project("Lamp")
	assets := s.specimens(&p.ID, nil)
	s.put(assets...)
	s.update([]ident.ID{p.ID}, func(p *projects.Project) error {
		p.DeletedAt = ptr(minute(3))
		return errFault
	})
	for _, a := range assets {
		s.same("the asset", a, s.asset(a.ID))
	}
}
