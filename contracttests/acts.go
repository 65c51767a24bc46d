package contracttests

import (
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// project adds a draft.
func (s *scene) project(title string) projects.Project {
	s.Helper()
	return s.add(s.draft(title))
}

// add inserts the project.
func (s *scene) add(p projects.Project) projects.Project {
	s.Helper()
	_, err := s.Projects.Insert(s.ctx, s.owner, p, noKey)
	s.ok(err)
	return p
}

// put inserts assets, none of which may be refused.
func (s *scene) put(assets ...gallery.Asset) {
	s.Helper()
	inserted, err := s.Assets.Insert(s.ctx, s.owner, assets, noKey)
	s.ok(err)
	s.done(inserted.Results)
}

func (s *scene) find(id ident.ID) projects.Project {
	s.Helper()
	p, err := s.Projects.Find(s.ctx, s.owner, id)
	s.ok(err)
	return p
}

func (s *scene) asset(id ident.ID) gallery.Asset {
	s.Helper()
	a, err := s.Assets.Find(s.ctx, s.owner, id)
	s.ok(err)
	return a
}

// change applies f to one project, and gives what the store says it wrote.
func (s *scene) change(id ident.ID, f func(*projects.Project)) projects.Project {
	s.Helper()
	u := s.update([]ident.ID{id}, func(p *projects.Project) error { f(p); return nil })
	s.done(u.Results)
	return u.Projects[0]
}

// update applies f to projects, each of which may be refused.
func (s *scene) update(ids []ident.ID, f func(*projects.Project) error) projects.Updated {
	s.Helper()
	u, err := s.Projects.Update(s.ctx, s.owner, ids, noKey, f)
	s.ok(err)
	return u
}

// changeAsset applies f to one asset, and gives what the store says it wrote.
func (s *scene) changeAsset(id ident.ID, f func(*gallery.Asset)) gallery.Asset {
	s.Helper()
	u := s.updateAssets([]ident.ID{id}, func(a *gallery.Asset) error { f(a); return nil })
	s.done(u.Results)
	return u.Assets[0]
}

// updateAssets applies f to assets, each of which may be refused.
func (s *scene) updateAssets(ids []ident.ID, f func(*gallery.Asset) error) gallery.Updated {
	s.Helper()
	u, err := s.Assets.Update(s.ctx, s.owner, ids, noKey, f)
	s.ok(err)
	return u
}

// trash and restore are what the services do with DeletedAt.

func (s *scene) trash(id ident.ID, at time.Time) projects.Project {
	s.Helper()
	return s.change(id, func(p *projects.Project) { p.DeletedAt = &at; p.Version++ })
}

func (s *scene) restore(id ident.ID) {
	s.Helper()
	s.change(id, func(p *projects.Project) { p.DeletedAt = nil; p.Version++ })
}

func (s *scene) trashAsset(id ident.ID, at time.Time) gallery.Asset {
	s.Helper()
	return s.changeAsset(id, func(a *gallery.Asset) { a.DeletedAt = &at; a.Version++ })
}

func (s *scene) restoreAsset(id ident.ID) {
	s.Helper()
	s.changeAsset(id, func(a *gallery.Asset) { a.DeletedAt = nil; a.Version++ })
}
