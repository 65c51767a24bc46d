package contracttests

import (
	"vitrine/core/gallery"
)

var galleryFind = []clause{
	{
		name:  "Gallery/Find/AnUnknownIDIsNotFound",
		must:  "A row that is absent and a row of another owner must both be fault.NotFound.",
		holds: assetUnknown,
	},
	{
		name:  "Gallery/Find/InTheTrashToo",
		must:  "Find returns the asset in full, in the trash too.",
		holds: assetInTheTrash,
	},
	{
		name:  "Gallery/Values/AreCopies",
		must:  "Values that go in or come out are copies; the receiver owns them.",
		holds: assetsAreCopies,
	},
}

func assetUnknown(s *scene) {
	_, err := s.Assets.Find(s.ctx, s.owner, s.newID())
	s.absent(err)
}

func assetInTheTrash(s *scene) {
	a := s.specimens(nil, nil)[0]
	s.put(a)
	s.trashAsset(a.ID, minute(9))
	s.same("the asset", trashed(a, 9), s.asset(a.ID))
}

// assetsAreCopies spoils every value that goes in or comes out, and expects the store not to notice.
func assetsAreCopies(s *scene) {
	p := s.project("Lamp")
	given := s.specimens(&p.ID, nil)
	s.put(given...)
	id := given[0].ID
	want := given[0].Clone()
	spoilAsset(&given[0])
	s.same("the asset", want, s.asset(id))

	found := s.asset(id)
	spoilAsset(&found)

	var lent *gallery.Asset
	written := s.changeAsset(id, func(a *gallery.Asset) { lent = a })
	spoilAsset(&written)
	spoilAsset(lent)
	s.same("the asset", want, s.asset(id))
}

// spoilAsset writes into everything that a copy must not share.
func spoilAsset(a *gallery.Asset) {
	for i := range a.Tags {
		a.Tags[i] = "spoiled"
	}
	a.ProjectID[0]++
	if a.SourceID != nil {
		a.SourceID[0]++
	}
	if a.DeletedAt != nil {
		*a.DeletedAt = minute(99)
	}
}
