package memory

import (
	"context"
	"time"

	"vitrine/core/bulk"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// Update implements projects.Repository.
func (s *Projects) Update(
	ctx context.Context, owner ident.Owner, ids []ident.ID, key idempotency.Key, change func(*projects.Project) error,
) (projects.Updated, error) {
	var written []projects.Project
	results, replayed, err := s.db.onceEach(ctx, owner, key, func(h *holding) (bulk.Results, func(), error) {
		staged, err := stage(ids, h.projects.find, keepingDerived(change))
		written = staged.written
		return staged.results, func() { staged.commit(h.replaceProject) }, err
	})
	if err != nil {
		return projects.Updated{}, err
	}
	return projects.Updated{Results: results, Projects: written, Replayed: replayed}, nil
}

// keepingDerived is change, but for what the project derives from its assets.
func keepingDerived(change func(*projects.Project) error) func(*projects.Project) error {
	return func(p *projects.Project) error {
		before := p.Clone()
		err := change(p)
		p.Assets, p.Cover = before.Assets, before.Cover
		return err
	}
}

// replaceProject keeps what became of a project, whose assets follow it to the trash and back.
func (h *holding) replaceProject(id ident.ID, p projects.Project) {
	was := h.projects.rows[id].value.Trashed()
	h.projects.put(id, p)
	switch {
	case !was && p.Trashed():
		h.trashContents(id, *p.DeletedAt)
	case was && !p.Trashed():
		h.restoreContents(id)
	}
}

// trashContents takes the live assets of a project to the trash with it.
func (h *holding) trashContents(project ident.ID, at time.Time) {
	for _, a := range h.contentsOf(project) {
		if a.Trashed() {
			continue
		}
		next := a.Clone()
		next.DeletedAt, next.withProject = &at, true
		next.Version++
		h.put(next)
	}
}

// restoreContents brings back exactly those that went with the project.
func (h *holding) restoreContents(project ident.ID) {
	for _, a := range h.contentsOf(project) {
		if !a.withProject {
			continue
		}
		next := a.Clone()
		next.DeletedAt, next.withProject = nil, false
		next.Version++
		h.put(next)
	}
}
