package contracttests

import (
	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/ident"
)

const (
	likeProjects = "Update is to assets what projects.Repository.Update is to projects."
	resettles    = "Where change puts an asset into another project or behind the last, or brings it back from the trash, " +
		"Settle must be called after it, and its fault is the result of that asset."
	byItself = "An asset that change puts into the trash went there by itself: " +
		"the restore of its project must leave it there."
)

var galleryUpdate = []clause{
	{name: "Gallery/Update/WritesWhatChanged", must: likeProjects, holds: assetUpdateWrites},
	{
		name:  "Gallery/Update/ReturnsWhatItWrote",
		must:  "as written, one a result; the zero Asset where the result has a fault. Nil when replayed",
		holds: assetUpdateReturns,
	},
	{name: "Gallery/Update/ResultsFollowTheIDs", must: likeProjects, holds: assetUpdateResults},
	{name: "Gallery/Update/AFaultIsThatAssetsAlone", must: likeProjects, holds: assetUpdateWithAFault},
	{name: "Gallery/Update/AnotherErrorChangesNothing", must: likeProjects, holds: assetUpdateWithAnotherError},
	{name: "Gallery/Update/AMoveSettles", must: resettles, holds: assetMoveSettles},
	{
		name:  "Gallery/Update/AfterLastIsAPosition",
		must:  "gives one that goes AfterLast its position",
		holds: assetGoesLast,
	},
	{name: "Gallery/Update/AMoveThatCannotSettleIsAFault", must: resettles, holds: assetMoveFaults},
	{name: "Gallery/Update/ARestoreIntoATrashedProjectIsAFault", must: resettles, holds: assetRestoreFaults},
	{name: "Gallery/Update/MovesAtOnceLineUp", must: resettles, holds: assetMovesLineUp},
	{name: "Gallery/Update/ATrashedAssetStaysWhenItsProjectComesBack", must: byItself, holds: assetTrashedByItself},
}

// assetUpdates is one change for each group of members.
var assetUpdates = map[string]func(*gallery.Asset){
	"Edits": func(a *gallery.Asset) {
		a.Favorite = !a.Favorite
		a.UpdatedAt, a.Version = minute(50), a.Version+1
	},
	"Text": func(a *gallery.Asset) {
		a.Title, a.Tags, a.Content = "Ⅻ % _", []string{"b"}, long(gallery.ExcerptLength+9)
		a.UpdatedAt, a.Version = minute(51), a.Version+1
	},
	"ShortText": func(a *gallery.Asset) { a.Title, a.Tags, a.Content = "", nil, "short" },
	"Position":  func(a *gallery.Asset) { a.Position = 77 },
	"Home":      func(a *gallery.Asset) { a.ProjectID = nil },
	"Trash":     func(a *gallery.Asset) { a.DeletedAt, a.Version = ptr(minute(52)), a.Version+1 },
	"Nothing":   func(*gallery.Asset) {},
}

func assetUpdateWrites(s *scene) {
	for name, change := range assetUpdates {
		s.step(name, func(s *scene) {
			p := s.project("Lamp")
			a := s.specimens(&p.ID, nil)[2]
			a.Content = long(gallery.ExcerptLength + 1)
			s.put(a)
			s.changeAsset(a.ID, change)
			change(&a)
			s.same("the asset", a, s.asset(a.ID))
		})
	}
}

func assetUpdateReturns(s *scene) {
	p := s.project("Lamp")
	a := s.specimens(&p.ID, nil)[2]
	s.put(a)
	for _, change := range assetUpdates {
		written := s.changeAsset(a.ID, change)
		s.same("what was written", s.asset(a.ID), written)
	}
}

// bump raises the version, which shows how often an asset was changed.
func bump(a *gallery.Asset) error { a.Version++; return nil }

func assetUpdateResults(s *scene) {
	a, b := s.picture(nil), s.picture(nil)
	s.put(a, b)
	ids := []ident.ID{b.ID, s.newID(), a.ID}
	u := s.updateAssets(ids, bump)
	s.same("the ids of the results", ids, resultIDs(u.Results))
	s.absent(resultError(u.Results[1]))
	s.same("the asset of the fault", gallery.Asset{}, u.Assets[1])
	for _, i := range []int{0, 2} {
		s.ok(resultError(u.Results[i]))
		s.same("the asset of the result", s.asset(ids[i]), u.Assets[i])
	}
}

func assetUpdateWithAFault(s *scene) {
	p := s.project("Lamp")
	assets := s.specimens(&p.ID, nil)
	s.put(assets...)
	refused := assets[1].Clone()
	ids := []ident.ID{assets[0].ID, refused.ID, assets[2].ID}
	u := s.updateAssets(ids, func(a *gallery.Asset) error {
		a.Tags[0], a.Title, a.DeletedAt = "changed", "changed", ptr(minute(3))
		if a.ID == refused.ID {
			return errFault
		}
		return nil
	})
	s.faulty(resultError(u.Results[1]), fault.Conflict, fault.CodeInTrash)
	s.same("the refused asset", refused, s.asset(refused.ID))
	for _, id := range []ident.ID{assets[0].ID, assets[2].ID} {
		s.same("the others are in the trash", true, s.asset(id).Trashed())
	}
	s.same("the project", derived(p, s.assets(ids)), s.find(p.ID))
}

func assetUpdateWithAnotherError(s *scene) {
	p := s.project("Lamp")
	a, b := s.picture(&p.ID), s.picture(&p.ID)
	s.put(a, b)
	before := s.holdings()
	_, err := s.Assets.Update(s.ctx, s.owner, []ident.ID{a.ID, b.ID}, noKey, func(a *gallery.Asset) error {
		a.DeletedAt, a.ProjectID = ptr(minute(3)), nil
		if a.ID == b.ID {
			return errOnPurpose
		}
		return nil
	})
	s.because(err, errOnPurpose)
	s.same("what the owner has", before, s.holdings())
}

// moveLast puts an asset behind all others of a project.
func moveLast(to *ident.ID) func(*gallery.Asset) {
	return func(a *gallery.Asset) { a.ProjectID, a.Position = to, gallery.AfterLast }
}

func assetMoveSettles(s *scene) {
	p, q := s.project("Lamp"), s.project("Chair")
	there, gone, a := s.placed(&q.ID, 4, "/4.png"), s.placed(&q.ID, 8, "/8.png"), s.placed(&p.ID, 2, "/2.png")
	s.put(there, gone, a)
	s.trashAsset(gone.ID, minute(1))
	s.same("behind the last, the trash included", 9, s.changeAsset(a.ID, moveLast(&q.ID)).Position)
	s.same("the position as kept", 9, s.asset(a.ID).Position)
	s.same("out of any project", 0, s.changeAsset(a.ID, moveLast(nil)).Position)
	moved := s.changeAsset(a.ID, func(a *gallery.Asset) { a.ProjectID, a.Position = &q.ID, 6 })
	s.same("where it was put", 6, moved.Position)
}

// assetGoesLast puts an asset behind the others of the project that it is in already.
func assetGoesLast(s *scene) {
	p := s.project("Lamp")
	a, b := s.placed(&p.ID, 2, "/2.png"), s.placed(&p.ID, 5, "/5.png")
	s.put(a, b)
	s.same("the position", 6, s.changeAsset(a.ID, moveLast(&p.ID)).Position)
	s.same("the position as kept", 6, s.asset(a.ID).Position)
}

func assetMoveFaults(s *scene) {
	p, trash := s.project("Lamp"), s.project("Chair")
	s.trash(trash.ID, minute(1))
	foreign, unknown := s.stranger().project("Foreign"), s.newID()
	a := s.placed(&p.ID, 2, "/2.png")
	s.put(a)
	for _, row := range []struct {
		to   ident.ID
		kind fault.Kind
		code string
	}{
		{unknown, fault.Invalid, fault.CodeValidation},
		{foreign.ID, fault.Invalid, fault.CodeValidation},
		{trash.ID, fault.Conflict, fault.CodeInTrash},
	} {
		u := s.updateAssets([]ident.ID{a.ID}, func(a *gallery.Asset) error {
			a.ProjectID, a.Title = &row.to, "moved"
			return nil
		})
		s.faulty(resultError(u.Results[0]), row.kind, row.code)
		s.same("the asset of the fault", gallery.Asset{}, u.Assets[0])
		s.same("the asset", a, s.asset(a.ID))
	}
	s.same("the project", derived(p, []gallery.Asset{a}), s.find(p.ID))
}

func assetRestoreFaults(s *scene) {
	p := s.project("Lamp")
	alone, along := s.picture(&p.ID), s.picture(&p.ID)
	s.put(alone, along)
	s.trashAsset(alone.ID, minute(1))
	s.trash(p.ID, minute(2))
	before := s.holdings()
	u := s.updateAssets([]ident.ID{alone.ID, along.ID}, func(a *gallery.Asset) error {
		a.DeletedAt = nil
		return bump(a)
	})
	for _, r := range u.Results {
		s.faulty(resultError(r), fault.Conflict, fault.CodeInTrash)
	}
	s.same("what the owner has", before, s.holdings())
}

func assetMovesLineUp(s *scene) {
	p, q := s.project("Lamp"), s.project("Chair")
	a, b, c := s.picture(&p.ID), s.picture(&p.ID), s.picture(nil)
	s.put(a, b, c, s.placed(&q.ID, 2, "/2.png"))
	ids := []ident.ID{b.ID, c.ID, a.ID}
	u := s.updateAssets(ids, func(a *gallery.Asset) error { moveLast(&q.ID)(a); return nil })
	s.done(u.Results)
	for i, moved := range s.assets(ids) {
		s.same("the position", 3+i, moved.Position)
	}
}

// assetTrashedByItself puts one asset into the trash at the very time of its project.
func assetTrashedByItself(s *scene) {
	p := s.project("Lamp")
	alone, along := s.picture(&p.ID), s.picture(&p.ID)
	s.put(alone, along)
	alone = s.trashAsset(alone.ID, minute(2))
	s.trash(p.ID, minute(2))
	s.restore(p.ID)
	s.same("the asset that went by itself", alone, s.asset(alone.ID))
	s.same("the asset that went along is in the trash", false, s.asset(along.ID).Trashed())
}
