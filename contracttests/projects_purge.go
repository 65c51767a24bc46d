package contracttests

import (
	"vitrine/core/ident"
	"vitrine/core/projects"
)

const purges = "Purge removes a project and all of its assets for good, if check, given the project, returns nil."

var projectsPurge = []clause{
	{name: "Projects/Purge/RemovesTheProjectAndItsAssets", must: purges, holds: purgeRemoves},
	{name: "Projects/Purge/RemovesNothingElse", must: purges, holds: purgeRemovesNothingElse},
	{name: "Projects/Purge/ARefusedCheckChangesNothing", must: purges, holds: purgeRefused},
	{name: "Projects/Purge/AnUnknownIDIsNotFound", must: purges, holds: purgeOfAnUnknownID},
}

// purge removes the project whatever its state.
func (s *scene) purge(id ident.ID) {
	s.Helper()
	s.ok(s.Projects.Purge(s.ctx, s.owner, id, func(projects.Project) error { return nil }))
}

func purgeRemoves(s *scene) {
	for _, trashedFirst := range []bool{true, false} {
		p := s.add(s.specimen())
		assets := s.specimens(&p.ID, nil)
		gone := s.picture(&p.ID)
		s.put(append(assets, gone)...)
		s.trashAsset(gone.ID, minute(1))
		if trashedFirst {
			s.trash(p.ID, minute(2))
		}
		s.purge(p.ID)
		_, err := s.Projects.Find(s.ctx, s.owner, p.ID)
		s.absent(err)
		for _, a := range append(assets, gone) {
			_, err := s.Assets.Find(s.ctx, s.owner, a.ID)
			s.absent(err)
		}
		s.same("what the owner has", s.stranger().holdings(), s.holdings())
	}
}

// purgeRemovesNothingElse keeps a copy of the project, and an asset that was made from one of its assets.
func purgeRemovesNothingElse(s *scene) {
	p, neighbour := s.project("Lamp"), s.project("Chair")
	parent := s.picture(&p.ID)
	s.put(parent)
	child, homeless := s.picture(&neighbour.ID), s.picture(nil)
	child.ParentID = &parent.ID
	s.put(child, homeless)
	s.copyWith(p.ID)
	s.trash(p.ID, minute(1))
	before := s.holdings()
	s.purge(p.ID)
	after := s.holdings()
	s.same("the live projects", before.Live, after.Live)
	s.same("the live assets", before.Gallery.Live, after.Gallery.Live)
	s.same("their counts", before.Gallery.LiveCounts, after.Gallery.LiveCounts)
	s.same("the trash", display{}.Trash, after.Gallery.Trash)
}

func purgeRefused(s *scene) {
	p := s.add(s.specimen())
	assets := s.specimens(&p.ID, nil)
	s.put(assets...)
	before := s.holdings()
	var given projects.Project
	err := s.Projects.Purge(s.ctx, s.owner, p.ID, func(p projects.Project) error {
		given = p
		return errFault
	})
	s.because(err, errFault)
	s.same("the project that check was given", before.Projects[0], given)
	s.same("what the owner has", before, s.holdings())
}

func purgeOfAnUnknownID(s *scene) {
	s.absent(s.Projects.Purge(s.ctx, s.owner, s.newID(), func(projects.Project) error {
		s.Error("check was called without a project")
		return nil
	}))
}
