package contracttests

import (
	"fmt"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

const (
	centres = "Around answers the page that has the asset in its middle, with cursors both ways."
	outside = `It fails with "not-found" where the asset is not in the list.`
)

var galleryAround = []clause{
	{name: "Gallery/Around/TheNeighboursOfEveryRow", must: centres, holds: aroundEveryRow},
	{name: "Gallery/Around/CursorsLeadOn", must: centres, holds: aroundLeadsOn},
	{name: "Gallery/Around/OutsideTheQueryIsNotFound", must: outside, holds: aroundOutside},
}

// middles are listings of every order, with and without a text, one of which is misspelt.
func (e exhibits) middles() (listings []gallery.Listing) {
	for _, f := range []gallery.Filter{
		{}, {Trashed: true}, {Q: "lamp"}, {Q: "lqmp", Project: &e.homes[0]}, {Q: "warm lamp", Types: gallery.Types[1:]},
	} {
		for _, order := range assetOrders(f) {
			listings = append(listings, gallery.Listing{Filter: f, Order: order, Limit: page.MaxLimit})
		}
	}
	return listings
}

// aroundEveryRow compares the page around each row with that part of the list.
func aroundEveryRow(s *scene) {
	service := s.exhibition(fixed(noon))
	for _, l := range s.populateGallery().middles() {
		s.step(fmt.Sprint(l.Filter.Q, l.Filter.Trashed, l.Order), func(s *scene) {
			whole, corrections := s.listing(l)
			for i, row := range whole {
				for _, l.Limit = range []int{1, 2, 3, 7, page.MaxLimit} {
					got, err := service.Around(s.ctx, s.owner, l, row.Asset.ID)
					s.ok(err)
					before := (l.Limit - 1) / 2
					from, to := max(0, i-before), min(len(whole), i-before+l.Limit)
					what := fmt.Sprintf("of %d rows around row %d of %d", l.Limit, i, len(whole))
					s.same("the page "+what, whole[from:to], got.Page.Items)
					s.same("the corrections "+what, corrections, got.Corrections)
					s.same("a way back "+what, from > 0, got.Page.Prev != "")
					s.same("a way on "+what, to < len(whole), got.Page.Next != "")
				}
			}
		})
	}
}

// aroundLeadsOn follows both cursors of the pages around each row: together they are the whole list.
func aroundLeadsOn(s *scene) {
	service := s.exhibition(fixed(noon))
	for _, l := range s.populateGallery().middles() {
		whole, _ := s.listing(l)
		for i, row := range whole {
			l := l
			l.Limit = 1 + i%4
			middle, err := service.Around(s.ctx, s.owner, l, row.Asset.ID)
			s.ok(err)
			entries := middle.Page.Items
			for l.Cursor = middle.Page.Prev; l.Cursor != ""; {
				back, err := service.List(s.ctx, s.owner, l)
				s.ok(err)
				entries, l.Cursor = append(back.Page.Items, entries...), back.Page.Prev
			}
			if l.Cursor = middle.Page.Next; l.Cursor != "" {
				rest, _ := s.listing(l)
				entries = append(entries, rest...)
			}
			s.same("the whole list from its middle", whole, entries)
		}
	}
}

func aroundOutside(s *scene) {
	e := s.populateGallery()
	service := s.exhibition(fixed(noon))
	foreign := s.stranger().populateGallery()
	for _, l := range e.middles() {
		inside := map[ident.ID]bool{}
		whole, _ := s.listing(l)
		for _, row := range whole {
			inside[row.Asset.ID] = true
		}
		for _, id := range append(assetIDs(e.all), foreign.all[0].ID, s.newID()) {
			if !inside[id] {
				_, err := service.Around(s.ctx, s.owner, l, id)
				s.absent(err)
			}
		}
	}
}
