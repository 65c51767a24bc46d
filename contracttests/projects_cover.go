package contracttests

import (
	"fmt"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

const followsAssets = "after each method a project's counts and cover are those of its assets"

var projectsCover = []clause{
	{name: "Projects/Cover/IsTheFirstImageByPositionThenID", must: followsAssets, holds: coverIsTheFirstImage},
	{name: "Projects/Cover/PrefersTheThumbnail", must: followsAssets, holds: coverPrefersTheThumbnail},
	{name: "Projects/Cover/IsAVideosThumbnailWithoutImages", must: followsAssets, holds: coverOfVideos},
	{name: "Projects/Cover/FollowsEveryChangeOfAssets", must: followsAssets, holds: coverFollowsEveryChange},
	{name: "Projects/Cover/FollowsABulkChange", must: followsAssets, holds: coverFollowsABulkChange},
	{name: "Projects/Cover/IsThatOfTheListToo", must: followsAssets, holds: coverInLists},
	{name: "Projects/Cover/LeavesVersionAndTimes", must: followsAssets, holds: coverLeavesVersionAndTimes},
}

// placed is an image at a position; its address tells it from others.
func (s *scene) placed(project *ident.ID, position int, url string) gallery.Asset {
	a := s.picture(project)
	a.Position, a.URL, a.Width, a.Height = position, url, 30+position, 20
	return a
}

// film is a video at a position; without a thumbnail it is nothing to show.
func (s *scene) film(project *ident.ID, position int, thumbnail string) gallery.Asset {
	a := s.placed(project, position, "/film.mp4")
	a.Type, a.ThumbnailURL = gallery.Video, thumbnail
	return a
}

// prose is a text asset of the project.
func (s *scene) prose(project *ident.ID, text string) gallery.Asset {
	a := s.picture(project)
	a.Type, a.URL, a.Content = gallery.Text, "", text
	return a
}

func coverIsTheFirstImage(s *scene) {
	p := s.project("Lamp")
	late, first, tied := s.placed(&p.ID, 7, "/7.png"), s.placed(&p.ID, 2, "/first.png"), s.placed(&p.ID, 2, "/tied.png")
	s.put(tied, late, first, s.prose(&p.ID, "words"))
	s.same("the cover", &projects.Picture{URL: "/first.png", Width: 32, Height: 20}, s.find(p.ID).Cover)
	s.same("the counts", projects.Counts{Image: 3, Text: 1}, s.find(p.ID).Assets)
}

func coverPrefersTheThumbnail(s *scene) {
	p := s.project("Lamp")
	a := s.placed(&p.ID, 0, "/full.png")
	a.ThumbnailURL = "/small.png"
	s.put(a)
	s.same("the cover", "/small.png", s.find(p.ID).Cover.URL)
}

func coverOfVideos(s *scene) {
	p := s.project("Lamp")
	s.put(s.film(&p.ID, 0, ""))
	s.same("the cover", (*projects.Picture)(nil), s.find(p.ID).Cover)
	s.put(s.film(&p.ID, 2, "/second.png"), s.film(&p.ID, 1, "/first.png"))
	s.same("the cover", "/first.png", s.find(p.ID).Cover.URL)
	s.put(s.placed(&p.ID, 9, "/image.png"))
	s.same("the cover", "/image.png", s.find(p.ID).Cover.URL)
	s.same("the counts", projects.Counts{Image: 1, Video: 3}, s.find(p.ID).Assets)
}

// coverFollowsEveryChange compares after each change with what the assets themselves give.
func coverFollowsEveryChange(s *scene) {
	p, q := s.project("Lamp"), s.project("Chair")
	a, b, c := s.placed(&p.ID, 1, "/a.png"), s.placed(&p.ID, 2, "/b.png"), s.film(&p.ID, 0, "/c.png")
	d := s.prose(&p.ID, "words")
	all := []ident.ID{a.ID, b.ID, c.ID, d.ID}
	move := func(id ident.ID, to *ident.ID) func() {
		return func() { s.changeAsset(id, func(a *gallery.Asset) { a.ProjectID = to }) }
	}
	place := func(id ident.ID, position int) func() {
		return func() { s.changeAsset(id, func(a *gallery.Asset) { a.Position = position }) }
	}
	s.put(a, b, c, d)
	for i, change := range []func(){
		func() { s.trashAsset(a.ID, minute(1)) },
		func() { s.trashAsset(b.ID, minute(1)) },
		func() { s.restoreAsset(a.ID) },
		place(a.ID, 9),
		func() { s.restoreAsset(b.ID) },
		place(b.ID, 9),
		place(a.ID, 10),
		move(b.ID, &q.ID),
		move(c.ID, &q.ID),
		move(a.ID, nil),
		move(d.ID, &q.ID),
		move(b.ID, &p.ID),
		move(a.ID, &q.ID),
		func() {
			s.changeAsset(a.ID, func(a *gallery.Asset) { a.ProjectID, a.DeletedAt = &p.ID, ptr(minute(2)) })
		},
		func() { s.changeAsset(a.ID, func(a *gallery.Asset) { a.ProjectID, a.DeletedAt = &q.ID, nil }) },
	} {
		change()
		for _, id := range []ident.ID{p.ID, q.ID} {
			got := s.find(id)
			s.same(fmt.Sprintf("a project after change %d", i), derived(got, s.assets(all)), got)
		}
	}
}

func (s *scene) assets(ids []ident.ID) (assets []gallery.Asset) {
	s.Helper()
	for _, id := range ids {
		assets = append(assets, s.asset(id))
	}
	return assets
}

func coverFollowsABulkChange(s *scene) {
	p, q := s.project("Lamp"), s.project("Chair")
	a, b, c := s.placed(&p.ID, 1, "/a.png"), s.placed(&p.ID, 2, "/b.png"), s.placed(&q.ID, 3, "/c.png")
	s.put(a, b, c)
	u := s.updateAssets([]ident.ID{c.ID, a.ID}, func(a *gallery.Asset) error {
		if a.ProjectID = &p.ID; a.URL == "/a.png" {
			a.ProjectID = &q.ID
		}
		return nil
	})
	s.done(u.Results)
	s.same("one cover", "/b.png", s.find(p.ID).Cover.URL)
	s.same("the other cover", "/a.png", s.find(q.ID).Cover.URL)
	s.same("one's counts", projects.Counts{Image: 2}, s.find(p.ID).Assets)
	s.same("the other's counts", projects.Counts{Image: 1}, s.find(q.ID).Assets)
}

func coverInLists(s *scene) {
	p, q := s.project("Lamp"), s.project("Chair")
	s.put(s.placed(&p.ID, 1, "/a.png"), s.prose(&q.ID, "words"))
	for _, row := range s.everything(projects.Filter{}) {
		s.same("the project of the list", s.find(row.Project.ID), row.Project)
	}
}

func coverLeavesVersionAndTimes(s *scene) {
	p := s.add(s.specimen())
	a := s.placed(&p.ID, 1, "/a.png")
	s.put(a)
	s.trashAsset(a.ID, minute(70))
	s.same("the project", p, s.find(p.ID))
}
