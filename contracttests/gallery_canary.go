package contracttests

import (
	"slices"

	"vitrine/core/gallery"
)

const ofTheOwner = "the assets of the owner that match the filter"

var galleryCanary = []clause{
	{name: "Tenancy/Gallery/NothingOfAnotherOwnerShows", must: ofTheOwner, holds: canaryIsUnseen},
	{name: "Tenancy/Gallery/AForeignProjectIsEmpty", must: ofTheOwner, holds: foreignProjectIsEmpty},
	{name: "Tenancy/Gallery/ARowsPlaceMayBeForeign", must: ofTheOwner, holds: assetWindowsFromForeignRows},
}

// galleryReads are all ways to read of the gallery, by the method: what each tells about many questions.
var galleryReads = map[string]func(*scene, exhibits) []any{
	"Repository.Find": func(s *scene, e exhibits) (told []any) {
		for _, a := range e.all {
			told = append(told, s.asset(a.ID))
		}
		return told
	},
	"Finder.List": func(s *scene, e exhibits) (told []any) {
		for _, q := range e.queries() {
			told = append(told, s.listAssets(q))
		}
		return told
	},
	"Finder.Count": func(s *scene, e exhibits) (told []any) {
		for _, q := range e.queries() {
			for _, limit := range []int64{5, plenty} {
				told = append(told, s.countAssets(q.Filter, gallery.Facets, limit))
			}
		}
		return told
	},
	"Finder.Fences": func(s *scene, e exhibits) (told []any) {
		for _, q := range e.queries() {
			if slices.Contains(gallery.DateOrders, q.Order) {
				told = append(told, s.fences(q, 2))
			}
		}
		return told
	},
	"Vocabulary.Similar": func(s *scene, _ exhibits) (told []any) {
		for _, word := range []string{"lamp", "lamq", "shoos", "wqrm", "canary", "canery"} {
			told = append(told, s.similar(word))
		}
		return told
	},
	"Service.List": func(s *scene, e exhibits) (told []any) {
		for _, l := range e.guesses() {
			entries, corrections := s.listing(l)
			told = append(told, entries, corrections)
		}
		return told
	},
	"Service.Around": func(s *scene, e exhibits) (told []any) {
		for _, l := range e.guesses() {
			for _, a := range e.all {
				listed, err := s.exhibition(fixed(noon)).Around(s.ctx, s.owner, l, a.ID)
				told = append(told, listed, faultText(err))
			}
		}
		return told
	},
	"Service.Count": func(s *scene, e exhibits) (told []any) {
		for _, l := range e.guesses() {
			counts, err := s.exhibition(fixed(noon)).Count(s.ctx, s.owner, l.Filter, gallery.Facets)
			told = append(told, counts, faultText(err))
		}
		return told
	},
	"Service.Fences": func(s *scene, e exhibits) (told []any) {
		for _, l := range e.guesses() {
			fences, err := s.exhibition(fixed(noon)).Fences(s.ctx, s.owner, l, 2)
			told = append(told, fences, faultText(err))
		}
		return told
	},
}

// queries are every narrowing in every order.
func (e exhibits) queries() (queries []gallery.Query) {
	for _, n := range append(e.narrowings(), narrowing{narrow: func(*gallery.Filter) {}}) {
		var f gallery.Filter
		n.narrow(&f)
		for _, order := range assetOrders(f) {
			queries = append(queries, wholeGallery(f, order))
		}
	}
	return queries
}

// guesses are listings whose texts the owner, or the canary, has, or nobody.
func (e exhibits) guesses() (listings []gallery.Listing) {
	for _, q := range []string{"lamp", "lqmp", "warm shoos", "canary", "canery", "lamp canary", "lamq", "nothinglikeit"} {
		listings = append(listings, gallery.Listing{Filter: gallery.Filter{Q: q}, Limit: 3})
	}
	return listings
}

// canaryIsUnseen lets another owner have the same, and every word that would be found, or be proposed, or keep one from
// being corrected. No answer may change by it.
func canaryIsUnseen(s *scene) {
	e := s.populateGallery()
	before := map[string][]any{}
	for name, read := range galleryReads {
		before[name] = read(s, e)
	}
	stranger := s.stranger()
	theirs := stranger.populateGallery()
	stranger.titles("canary", "lqmp", "lamq", "lqmps", "shoos", "shoot", "wqrm", "canary lamp", "warm shoos", "nothinglikeit")
	stranger.changeAsset(theirs.all[1].ID, func(a *gallery.Asset) { a.Tags, a.Model = []string{"canary"}, "canary" })
	for name, read := range galleryReads {
		s.same("what "+name+" tells", before[name], read(s, e))
	}
}

// foreignProjectIsEmpty asks for the assets of another owner's project.
func foreignProjectIsEmpty(s *scene) {
	s.populateGallery()
	theirs := s.stranger().populateGallery()
	for _, f := range []gallery.Filter{{}, {Q: "lamp"}, {Trashed: true}} {
		f.Project = &theirs.homes[0]
		for _, order := range assetOrders(f) {
			s.same("the number of rows", 0, len(s.listAssets(wholeGallery(f, order))))
		}
		s.same("the total", int64(0), s.countAssets(f, nil, plenty).Total.Value)
		s.same("the total of the fences", int64(0), s.fences(wholeGallery(f, gallery.Newest), 1).Total)
	}
}

// assetWindowsFromForeignRows begins at the place of another owner's asset, which is a place like any other.
func assetWindowsFromForeignRows(s *scene) {
	e := s.populateGallery()
	theirs := s.stranger().populateGallery()
	q := wholeGallery(gallery.Filter{}, gallery.Newest)
	mine := s.assetList(e.all, q)
	for _, a := range theirs.all {
		mine.fromKey(s, q.Key(gallery.Row{Asset: a}))
	}
}
