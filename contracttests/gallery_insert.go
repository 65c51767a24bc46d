package contracttests

import (
	"fmt"
	"strings"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

const settles = "A fault that Settle returns is the result of that asset alone, and the others must be added"

var galleryInsert = []clause{
	{
		name:  "Gallery/Insert/KeepsEveryMember",
		must:  "Insert adds the assets, in one transaction.",
		holds: assetsKeepEveryMember,
	},
	{
		name:  "Gallery/Insert/KeepsTheLongestTexts",
		must:  "Limits of an asset: texts in code points, sizes in pixels, bytes or milliseconds.",
		holds: assetsKeepTheLongestTexts,
	},
	{
		name:  "Gallery/Insert/KeepsBareAssets",
		must:  "a member that belongs to another type is zero",
		holds: assetsKeepTheLeast,
	},
	{
		name:  "Gallery/Insert/ResultsFollowTheAssets",
		must:  "The results must be one for each asset, in that order.",
		holds: insertedResultsFollowTheAssets,
	},
	{
		name:  "Gallery/Insert/OfNoAssetsIsNoMistake",
		must:  "The results must be one for each asset, in that order.",
		holds: insertedNothing,
	},
	{name: "Gallery/Insert/AFaultIsThatAssetsAlone", must: settles, holds: insertedFaultsAreAlone},
	{
		name:  "Gallery/Insert/AParentInTheTrashWillDo",
		must:  "the asset is new and names a parent that is absent or foreign",
		holds: insertedUnderATrashedParent,
	},
	{
		name:  "Gallery/Insert/PositionsFollowTheOrderGiven",
		must:  "positions follow the order given",
		holds: insertedPositions,
	},
	{
		name:  "Gallery/Insert/APositionFollowsTheTrashToo",
		must:  "the highest position of the project's assets, those in the trash included; -1 without any",
		holds: insertedAfterTheTrash,
	},
	{
		name:  "Gallery/Insert/AnExistingIDIsAConflictOfTheCall",
		must:  "An id that exists must be fault.Conflict of the whole call.",
		holds: insertedTwice,
	},
}

func assetsKeepEveryMember(s *scene) {
	p, parent := s.project("Lamp"), s.picture(nil)
	s.put(parent)
	assets := s.specimens(&p.ID, &parent.ID)
	s.put(assets...)
	for _, a := range assets {
		s.same("the asset", a, s.asset(a.ID))
	}
}

func assetsKeepTheLongestTexts(s *scene) {
	a, b := s.prose(nil, long(gallery.MaxContent)), s.prose(nil, words(gallery.MaxContent))
	a.Position, b.Position = 0, gallery.MaxPosition
	a.Title, a.Seed = long(content.MaxTitle), long(gallery.MaxSeed)
	a.Provider, a.Model = long(gallery.MaxWord), long(gallery.MaxWord)
	a.Prompt, a.OriginalPrompt, a.NegativePrompt = words(content.MaxPrompt), long(content.MaxPrompt), long(content.MaxPrompt)
	c := s.picture(nil)
	c.Position, c.URL = 1, "https://cdn.example/"+strings.Repeat("x", content.MaxLink-20)
	c.SizeBytes, c.Width, c.Height = gallery.MaxSize, gallery.MaxDimension, gallery.MaxDimension
	d := s.film(nil, 2, c.URL)
	d.DurationMS, d.MimeType = gallery.MaxDuration, strings.Repeat("m", gallery.MaxMimeType)
	for _, asset := range []gallery.Asset{a, b, c, d} {
		s.put(asset)
		s.same("the asset", asset, s.asset(asset.ID))
	}
}

// assetsKeepTheLeast has texts that just fit a list's excerpt, and such that do not: stores may keep them apart.
func assetsKeepTheLeast(s *scene) {
	bare := s.picture(nil)
	bare.Position = 0
	assets := []gallery.Asset{bare}
	for _, n := range []int{0, 1, gallery.ExcerptLength, gallery.ExcerptLength + 1} {
		text := s.prose(nil, long(n))
		text.Position = 0
		prompted := s.picture(nil)
		prompted.Position, prompted.Prompt = 0, long(n)
		assets = append(assets, text, prompted)
	}
	negative, original := s.picture(nil), s.picture(nil)
	negative.Position, negative.NegativePrompt = 0, "blur"
	original.Position, original.OriginalPrompt = 0, "shoe"
	assets = append(assets, negative, original)
	s.put(assets...)
	for _, a := range assets {
		s.same("the asset", a, s.asset(a.ID))
	}
}

func insertedResultsFollowTheAssets(s *scene) {
	p := s.project("Lamp")
	a, b, c := s.picture(&p.ID), s.picture(nil), s.prose(&p.ID, "words")
	inserted, err := s.Assets.Insert(s.ctx, s.owner, []gallery.Asset{c, a, b}, noKey)
	s.ok(err)
	s.done(inserted.Results)
	s.same("the ids of the results", []ident.ID{c.ID, a.ID, b.ID}, resultIDs(inserted.Results))
	s.same("replayed", false, inserted.Replayed)
}

// insertedNothing is what is left of a batch in which every item was refused before; its retry is a replay nevertheless.
func insertedNothing(s *scene) {
	for _, replayed := range []bool{false, true} {
		inserted, err := s.Assets.Insert(s.ctx, s.owner, nil, keyFor("one"))
		s.ok(err)
		s.same("the number of results", 0, len(inserted.Results))
		s.same("replayed", replayed, inserted.Replayed)
	}
}

// insertedFaultsAreAlone puts every asset that cannot be settled between two that can.
func insertedFaultsAreAlone(s *scene) {
	home, trash := s.project("Lamp"), s.project("Chair")
	foreignParent := s.picture(nil)
	strange := s.stranger()
	foreign := strange.project("Foreign")
	strange.put(foreignParent)
	s.trash(trash.ID, minute(1))
	unknown := s.newID()

	assets := []gallery.Asset{
		s.picture(&home.ID), s.picture(&unknown), s.picture(&foreign.ID), s.picture(&trash.ID), s.picture(&home.ID),
		s.picture(&home.ID), s.picture(&home.ID),
	}
	assets[4].ParentID, assets[5].ParentID = &unknown, &foreignParent.ID
	inserted, err := s.Assets.Insert(s.ctx, s.owner, assets, noKey)
	s.ok(err)
	s.same("the ids of the results", 7, len(inserted.Results))
	for i, pointer := range map[int]string{1: "/project_id", 2: "/project_id", 4: "/parent_id", 5: "/parent_id"} {
		f := inserted.Results[i].Fault
		s.faulty(resultError(inserted.Results[i]), fault.Invalid, fault.CodeValidation)
		s.same("what is wrong", pointer, f.Fields[0].Name)
	}
	s.faulty(resultError(inserted.Results[3]), fault.Conflict, fault.CodeInTrash)
	for i, a := range assets {
		_, err := s.Assets.Find(s.ctx, s.owner, a.ID)
		s.same(fmt.Sprintf("asset %d was added", i), inserted.Results[i].Fault == nil, err == nil)
	}
	s.same("the position of the second good one", 1, s.asset(assets[6].ID).Position)
	s.same("the counts", projects.Counts{Image: 2}, s.find(home.ID).Assets)
	s.same("the counts in the trash", projects.Counts{}, s.find(trash.ID).Assets)
}

func insertedUnderATrashedParent(s *scene) {
	parent := s.picture(nil)
	s.put(parent)
	s.trashAsset(parent.ID, minute(1))
	child := s.picture(nil)
	child.ParentID = &parent.ID
	s.put(child)
	s.same("the parent", parent.ID, *s.asset(child.ID).ParentID)
}

func insertedPositions(s *scene) {
	p, q := s.project("Lamp"), s.project("Chair")
	at := func(project *ident.ID, position int) gallery.Asset {
		a := s.picture(project)
		a.Position = position
		return a
	}
	last := gallery.AfterLast
	assets := []gallery.Asset{
		at(&p.ID, last), at(&q.ID, last), at(&p.ID, last), at(nil, last), at(&p.ID, 10), at(&p.ID, last), at(&p.ID, 3),
		at(&p.ID, last), at(nil, last), at(&q.ID, gallery.MaxPosition), at(&q.ID, last),
	}
	s.put(assets...)
	later := at(&p.ID, last)
	s.put(later)
	var got []int
	for _, a := range append(assets, later) {
		got = append(got, s.asset(a.ID).Position)
	}
	s.same("the positions", []int{0, 0, 1, 0, 10, 11, 3, 12, 0, gallery.MaxPosition, gallery.MaxPosition, 13}, got)
}

func insertedAfterTheTrash(s *scene) {
	p := s.project("Lamp")
	gone, next := s.picture(&p.ID), s.picture(&p.ID)
	gone.Position = 5
	s.put(gone)
	s.trashAsset(gone.ID, minute(1))
	s.put(next)
	s.same("the position", 6, s.asset(next.ID).Position)
}

func insertedTwice(s *scene) {
	p := s.project("Lamp")
	a := s.placed(&p.ID, 3, "/a.png")
	s.put(a)
	before := s.holdings()
	fresh, again := s.picture(&p.ID), s.prose(&p.ID, "other words")
	again.ID = a.ID
	for _, assets := range [][]gallery.Asset{{fresh, again}, {again, fresh}, {fresh, fresh}} {
		_, err := s.Assets.Insert(s.ctx, s.owner, assets, noKey)
		s.faulty(err, fault.Conflict, fault.CodeConflict)
		s.same("what the owner has", before, s.holdings())
		_, err = s.Assets.Find(s.ctx, s.owner, fresh.ID)
		s.absent(err)
	}
}
