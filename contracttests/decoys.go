package contracttests

import (
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
	"vitrine/core/settings"
)

// decoys are the other owner's rows. They look like those that clauses make, so that they show up wherever a statement
// forgets the owner.
type decoys struct {
	scene  *scene
	before holdings
}

func (s *scene) plantDecoys() decoys {
	s.Helper()
	d := decoys{scene: s.as(s.other)}
	lamp := d.scene.project("Lamp")
	gone := d.scene.project("Lamp (copy)")
	for _, home := range []*ident.ID{&lamp.ID, &gone.ID, nil} {
		a := d.scene.picture(home)
		a.Title = "Lamp"
		d.scene.put(a)
	}
	d.scene.trash(gone.ID, minute(1))
	d.scene.choose(settings.Tone, "casual")
	d.scene.soldOut(noon)
	d.before = d.scene.holdings()
	return d
}

func (d decoys) areUntouched() {
	d.scene.Helper()
	d.scene.same("rows of another owner", d.before, d.scene.holdings())
}

// holdings are all rows of an owner as the ports show them.
type holdings struct {
	Projects    []projects.Project
	Assets      []gallery.Asset
	Live, Trash page.Counts
	Gallery     display
	Settings    settings.Document
	Audit       []settings.Entry
	Books       books
}

func (s *scene) holdings() (h holdings) {
	s.Helper()
	for _, f := range []projects.Filter{{}, {Trashed: true}} {
		for _, row := range s.everything(f) {
			h.Projects = append(h.Projects, s.find(row.Project.ID))
		}
	}
	h.Gallery = s.display()
	for _, row := range slices.Concat(h.Gallery.Live, h.Gallery.Trash) {
		h.Assets = append(h.Assets, s.asset(row.Asset.ID))
	}
	h.Live = s.count(projects.Filter{}, projects.Facets, plenty)
	h.Trash = s.count(projects.Filter{Trashed: true}, projects.Facets, plenty)
	h.Settings, h.Audit = s.document(), s.audit()
	h.Books = s.books()
	return h
}
