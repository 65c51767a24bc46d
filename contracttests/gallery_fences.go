package contracttests

import (
	"fmt"
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/page"
)

const (
	fencing = "Fences must mark the list that the query's filter and order give, which is one of DateOrders, every " +
		"page.Spacing(total, every) rows, all of one snapshot."
	noWindow = "The window is not looked at."
)

var galleryFences = []clause{
	{name: "Gallery/Fences/EveryFilterInBothOrders", must: fencing, holds: fencesOfEveryFilter},
	{name: "Gallery/Fences/AtEveryDistance", must: fencing, holds: fencesAtEveryDistance},
	{name: "Gallery/Fences/TheWindowIsNotLookedAt", must: noWindow, holds: fencesWithoutWindow},
	{name: "Gallery/Fences/OfNothingAreNone", must: fencing, holds: fencesOfNothing},
	{name: "Gallery/Fences/AreOfOneSnapshot", must: fencing, holds: fencesWhileWriting},
}

func fencesOfEveryFilter(s *scene) {
	e := s.populateGallery()
	for _, question := range e.questions() {
		s.step(question.name, func(s *scene) {
			for _, order := range gallery.DateOrders {
				s.sameFences(e, wholeGallery(question.filter, order), 3)
			}
		})
	}
}

// sameFences compares marks with the reference.
func (s *scene) sameFences(e exhibits, q gallery.Query, every int64) {
	s.Helper()
	s.same(fmt.Sprintf("fences along %s every %d rows", q.Order, every), fenced(e.all, q, every), s.fences(q, every))
}

func fencesAtEveryDistance(s *scene) {
	e := s.populateGallery()
	for _, order := range gallery.DateOrders {
		for _, f := range []gallery.Filter{{}, {Q: "lamp"}} {
			for every := range int64(len(e.all)) + 1 {
				s.sameFences(e, wholeGallery(f, order), every+1)
			}
			s.sameFences(e, wholeGallery(f, order), page.MaxSpacing)
		}
	}
}

func fencesWithoutWindow(s *scene) {
	e := s.populateGallery()
	for _, order := range gallery.DateOrders {
		q := wholeGallery(gallery.Filter{}, order)
		want := s.fences(q, 2)
		for _, row := range listedAssets(e.all, q) {
			key := q.Key(row)
			q.Window = page.Window{Limit: 1, From: &key, Backward: !q.Window.Backward}
			s.same("the fences", want, s.fences(q, 2))
		}
	}
}

func fencesOfNothing(s *scene) {
	for _, f := range []gallery.Filter{{}, {Trashed: true}, {Q: "lamp"}} {
		s.same("the fences", page.Fences{Every: page.MinSpacing, Marks: []page.Key{}},
			s.fences(wholeGallery(f, gallery.Newest), page.MinSpacing))
	}
}

// fencesWhileWriting adds assets and trashes them while it reads: each answer must agree with itself.
func fencesWhileWriting(s *scene) {
	const every = 3
	s.put(s.picture(nil))
	q := wholeGallery(gallery.Filter{}, gallery.Newest)
	s.allOK(race(func(i int) error {
		if i%2 == 0 {
			return s.flicker()
		}
		f, err := s.AssetFinder.Fences(s.ctx, s.owner, q, every)
		if err != nil {
			return err
		}
		if marks := (f.Total + every - 1) / every; f.Every != every || marks != int64(len(f.Marks)) {
			return fmt.Errorf("%d rows have %d marks every %d", f.Total, len(f.Marks), f.Every)
		}
		if !slices.IsSortedFunc(f.Marks, func(a, b page.Key) int { return compareKeys(b, a) }) {
			return fmt.Errorf("the marks are not in order: %v", f.Marks)
		}
		return nil
	}))
}

// flicker adds four assets at once and puts them into the trash at once.
func (s *scene) flicker() error {
	assets := []gallery.Asset{s.picture(nil), s.picture(nil), s.picture(nil), s.picture(nil)}
	if _, err := s.Assets.Insert(s.ctx, s.owner, assets, noKey); err != nil {
		return err
	}
	_, err := s.Assets.Update(s.ctx, s.owner, assetIDs(assets), noKey, func(a *gallery.Asset) error {
		a.DeletedAt = ptr(noon)
		return nil
	})
	return err
}
