package memory

import (
	"context"

	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// Projects implements projects.Repository and projects.Finder.
type Projects struct {
	db *DB
}

var (
	_ projects.Repository = (*Projects)(nil)
	_ projects.Finder     = (*Projects)(nil)
)

// NewProjects makes the store of projects in db.
func NewProjects(db *DB) *Projects { return &Projects{db: db} }

// Insert implements projects.Repository.
func (s *Projects) Insert(ctx context.Context, owner ident.Owner, p projects.Project, key idempotency.Key) (idempotency.Receipt, error) {
	return s.db.once(ctx, owner, key, func(h *holding) (idempotency.Receipt, func(), error) {
		fresh, err := h.newProject(p)
		return idempotency.Receipt{Resource: p.ID}, func() { h.projects.put(p.ID, fresh) }, err
	})
}

// newProject is the project as a new one is kept: a copy that has no assets yet.
func (h *holding) newProject(p projects.Project) (projects.Project, error) {
	if _, ok := h.projects.rows[p.ID]; ok {
		return projects.Project{}, exists()
	}
	p = p.Clone()
	p.Assets, p.Cover = projects.Counts{}, nil
	return p, nil
}

// exists is the fault of an id that is there already.
func exists() error { return fault.New(fault.Conflict, fault.CodeConflict, "This exists already.") }

// Find implements projects.Repository.
func (s *Projects) Find(ctx context.Context, owner ident.Owner, id ident.ID) (p projects.Project, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		var ok bool
		if p, ok = h.projects.find(id); !ok {
			return fault.Absent()
		}
		return nil
	})
	return p, err
}

// Purge implements projects.Repository.
func (s *Projects) Purge(ctx context.Context, owner ident.Owner, id ident.ID, check func(projects.Project) error) error {
	return s.db.write(ctx, owner, func(h *holding) (func(), error) {
		p, ok := h.projects.find(id)
		if !ok {
			return nil, fault.Absent()
		}
		return func() { h.purge(id) }, check(p)
	})
}

func (h *holding) purge(id ident.ID) {
	for _, a := range h.contentsOf(id) {
		h.take(a)
	}
	h.projects.remove(id)
}
