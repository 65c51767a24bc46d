package contracttests

import (
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

const copiedAsTheyAre = "With assets, the source's live assets are copied as they are, but for: new ids from c.NewID, " +
	"called in the order of the source's ids; the new project; SourceID; no favourites; version 1; " +
	"UpdatedAt of the copy's creation."

var projectsCopy = []clause{
	{
		name:  "Projects/Copy/KeepsWhatMakeReturns",
		must:  "Copy makes a project out of source, in one transaction: make is given the source",
		holds: copyKeepsWhatMakeReturns,
	},
	{name: "Projects/Copy/TakesTheLiveAssetsAsTheyAre", must: copiedAsTheyAre, holds: copyTakesTheLiveAssets},
	{name: "Projects/Copy/AsksForIDsInOrder", must: copiedAsTheyAre, holds: copyAsksForIDsInOrder},
	{name: "Projects/Copy/WithoutAssetsHasNone", must: copiedAsTheyAre, holds: copyWithoutAssets},
	{name: "Projects/Copy/HasCountsAndCoverOfItsOwn", must: followsAssets, holds: copyHasCountsAndCover},
	{
		name:  "Projects/Copy/SharesNothingWithItsSource",
		must:  "Values that go in or come out are copies; the receiver owns them.",
		holds: copySharesNothing,
	},
	{
		name:  "Projects/Copy/KnowsTheTitlesThatAreTaken",
		must:  "a test for titles that the owner's projects have, those in the trash included",
		holds: copyKnowsTakenTitles,
	},
	{
		name:  "Projects/Copy/AFaultOfMakeEndsTheCall",
		must:  "A fault that make returns must end the call.",
		holds: copyWithAFault,
	},
	{
		name:  "Projects/Copy/AnUnknownSourceIsNotFound",
		must:  "A row that is absent and a row of another owner must both be fault.NotFound.",
		holds: copyOfAnUnknownSource,
	},
}

// maker is the closure of a Copy.
type maker = func(source projects.Project, taken func(string) bool) (projects.Project, error)

// copyOf copies a project with its assets.
func (s *scene) copyOf(source ident.ID, made maker) error {
	_, err := s.Projects.Copy(s.ctx, s.owner, source, projects.Copying{Assets: true, Make: made, NewID: s.newID}, noKey)
	return err
}

func copyKeepsWhatMakeReturns(s *scene) {
	source := s.add(s.specimen())
	made := s.specimen()
	made.Title, made.CreatedAt = "Made of it", minute(60)
	var given projects.Project
	receipt, err := s.Projects.Copy(s.ctx, s.owner, source.ID, projects.Copying{
		NewID: s.newID,
		Make: func(source projects.Project, _ func(string) bool) (projects.Project, error) {
			given = source
			return made, nil
		},
	}, noKey)
	s.ok(err)
	s.same("the source that make was given", source, given)
	s.same("the resource", made.ID, receipt.Resource)
	s.same("replayed", false, receipt.Replayed)
	s.same("the copy", made, s.find(made.ID))
	s.same("the source", source, s.find(source.ID))
}

// copyWith copies the source, with its assets, into a draft that is created at minute 60, and gives the draft and the
// ids that the copies got.
func (s *scene) copyWith(source ident.ID) (made projects.Project, ids []ident.ID) {
	s.Helper()
	made = s.draft("Made of it")
	made.CreatedAt, made.UpdatedAt = minute(60), minute(60)
	_, err := s.Projects.Copy(s.ctx, s.owner, source, projects.Copying{
		Assets: true,
		NewID: func() ident.ID {
			ids = append(ids, s.newID())
			return ids[len(ids)-1]
		},
		Make: func(projects.Project, func(string) bool) (projects.Project, error) {
			ids = nil // it may run again
			return made, nil
		},
	}, noKey)
	s.ok(err)
	return made, ids
}

func copyTakesTheLiveAssets(s *scene) {
	p, parent := s.project("Lamp"), s.picture(nil)
	s.put(parent)
	assets := s.specimens(&p.ID, &parent.ID)
	gone := s.picture(&p.ID)
	s.put(append(slices.Clone(assets), gone)...)
	s.trashAsset(gone.ID, minute(1))
	made, ids := s.copyWith(p.ID)
	s.same("the number of copies", len(assets), len(ids))
	for i, source := range assets {
		want := source.Clone()
		want.ID, want.ProjectID, want.SourceID = ids[i], &made.ID, &source.ID
		want.Favorite, want.Version, want.UpdatedAt = false, 1, minute(60)
		s.same("the copy", want, s.asset(ids[i]))
		s.same("its source", source, s.asset(source.ID))
	}
}

// copyAsksForIDsInOrder adds the assets in an order that neither their ids nor their positions follow.
func copyAsksForIDsInOrder(s *scene) {
	p := s.project("Lamp")
	a, b, c := s.placed(&p.ID, 2, "/a.png"), s.placed(&p.ID, 3, "/b.png"), s.placed(&p.ID, 1, "/c.png")
	s.put(c, a)
	s.put(b)
	_, ids := s.copyWith(p.ID)
	s.same("the number of copies", 3, len(ids))
	for i, source := range []gallery.Asset{a, b, c} {
		s.same("the source of the copy", source.ID, *s.asset(ids[i]).SourceID)
	}
}

func copyWithoutAssets(s *scene) {
	p := s.project("Lamp")
	s.put(s.specimens(&p.ID, nil)...)
	made := s.draft("Made of it")
	_, err := s.Projects.Copy(s.ctx, s.owner, p.ID, projects.Copying{
		NewID: s.newID,
		Make:  func(projects.Project, func(string) bool) (projects.Project, error) { return made, nil },
	}, noKey)
	s.ok(err)
	s.same("the copy", made, s.find(made.ID))
}

func copyHasCountsAndCover(s *scene) {
	p := s.project("Lamp")
	s.put(s.placed(&p.ID, 1, "/a.png"), s.prose(&p.ID, "words"))
	made := s.draft("Made of it")
	made.Assets, made.Cover = projects.Counts{Video: 7}, &projects.Picture{URL: "/invented.png"}
	s.ok(s.copyOf(p.ID, func(projects.Project, func(string) bool) (projects.Project, error) { return made, nil }))
	got := s.find(made.ID)
	s.same("the counts", projects.Counts{Image: 1, Text: 1}, got.Assets)
	s.same("the cover", &projects.Picture{URL: "/a.png", Width: 31, Height: 20}, got.Cover)
}

func copySharesNothing(s *scene) {
	p := s.add(s.specimen())
	assets := s.specimens(&p.ID, nil)
	s.put(assets...)
	before := s.holdings()
	made, ids := s.copyWith(p.ID)
	s.change(made.ID, spoil)
	s.changeAsset(ids[0], func(a *gallery.Asset) { a.Tags[0], a.Title = "spoiled", "spoiled" })
	s.trashAsset(ids[1], minute(61))
	s.trash(made.ID, minute(62))
	s.ok(s.Projects.Purge(s.ctx, s.owner, made.ID, func(projects.Project) error { return nil }))
	s.same("what there was before", before, s.holdings())
}

// copyKnowsTakenTitles asks about titles of copies of a title that is full of signs with a meaning in SQL patterns.
func copyKnowsTakenTitles(s *scene) {
	source := s.project(`50%_o\f Lamp`)
	stem := projects.CopyStem(source.Title)
	s.project(stem + ")")
	gone := s.project(stem + " 3)")
	s.trash(gone.ID, minute(1))
	s.project(`50xyoef Lamp (copy 4)`)
	s.project(stem + " 50) and more")
	s.stranger().project(stem + " 6)")
	want := map[string]bool{
		stem + ")": true, stem + " 3)": true,
		stem + " 2)": false, stem + " 4)": false, stem + " 50)": false, stem + " 6)": false, stem: false,
	}
	got := map[string]bool{}
	s.ok(s.copyOf(source.ID, func(_ projects.Project, taken func(string) bool) (projects.Project, error) {
		for title := range want {
			got[title] = taken(title)
		}
		return s.draft(projects.CopyTitle(source.Title, taken)), nil
	}))
	s.same("the titles that are taken", want, got)
	titles := map[string]int{}
	for _, row := range s.everything(projects.Filter{}) {
		titles[row.Project.Title]++
	}
	s.same("projects with the next free title", 1, titles[stem+" 2)"])
}

func copyWithAFault(s *scene) {
	p := s.project("Lamp")
	s.put(s.specimens(&p.ID, nil)...)
	before := s.holdings()
	for _, cause := range []error{errFault, errOnPurpose} {
		s.because(s.copyOf(p.ID, func(projects.Project, func(string) bool) (projects.Project, error) {
			return s.draft("Made of it"), cause
		}), cause)
	}
	s.same("what the owner has", before, s.holdings())
}

func copyOfAnUnknownSource(s *scene) {
	s.absent(s.copyOf(s.newID(), func(projects.Project, func(string) bool) (projects.Project, error) {
		s.Error("make was called without a source")
		return projects.Project{}, nil
	}))
}
