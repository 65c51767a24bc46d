package contracttests

import (
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

// decoys are the other owner's rows. They look like those that clauses make, so that they show up wherever a statement
// forgets the owner.
type decoys struct {
	scene  *scene
	assets []ident.ID
	before holdings
}

func (s *scene) plantDecoys() decoys {
	s.Helper()
	d := decoys{scene: s.as(s.other)}
	lamp := d.scene.project("Lamp")
	gone := d.scene.project("Lamp (copy)")
	for _, home := range []*ident.ID{&lamp.ID, &gone.ID, nil} {
		a := d.scene.picture(home)
		d.scene.put(a)
		d.assets = append(d.assets, a.ID)
	}
	d.scene.trash(gone.ID, minute(1))
	d.before = d.scene.holdings(d.assets...)
	return d
}

func (d decoys) areUntouched() {
	d.scene.Helper()
	d.scene.same("rows of another owner", d.before, d.scene.holdings(d.assets...))
}

// holdings are rows of an owner as the ports show them.
type holdings struct {
	Projects []projects.Project
	Assets   []gallery.Asset
	Live     page.Counts
	Trash    page.Counts
}

// holdings reads all projects of the owner, and the assets that are named.
func (s *scene) holdings(assets ...ident.ID) (h holdings) {
	s.Helper()
	for _, f := range []projects.Filter{{}, {Trashed: true}} {
		for _, row := range s.everything(f) {
			h.Projects = append(h.Projects, s.find(row.Project.ID))
		}
	}
	for _, id := range assets {
		h.Assets = append(h.Assets, s.asset(id))
	}
	h.Live = s.count(projects.Filter{}, projects.Facets, plenty)
	h.Trash = s.count(projects.Filter{Trashed: true}, projects.Facets, plenty)
	return h
}
