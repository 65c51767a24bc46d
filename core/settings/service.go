package settings

import (
	"context"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/patch"
)

// Service is everything that can be done with settings. All rules are here; the port below only keeps.
type Service struct {
	repo  Repository
	newID ident.Source
	clock ident.Clock
}

// NewService makes the service.
func NewService(repo Repository, newID ident.Source, clock ident.Clock) *Service {
	return &Service{repo: repo, newID: newID, clock: clock}
}

// Find returns the owner's settings. Everyone has some: those of an owner who never changed any are the defaults with
// version 0, and reading them writes nothing.
func (s *Service) Find(ctx context.Context, owner ident.Owner) (Document, error) {
	return s.repo.Find(ctx, owner)
}

// Update applies a merge patch, all of it or nothing, and remembers what it changed. A patch that is wholly in effect
// already changes nothing, whatever the precondition; else, where that does not hold, the settings as they are come with
// the fault "precondition-failed". Without a precondition the patch always meets the settings as they are, so two
// changes of different members both win. The caller sees to it that the actor may do this; see Patch.NeedsPipeline.
//
// It fails with "validation-failed", naming every mistake, with "invalid-transition", and with "dependency-unavailable"
// for settings that a newer version of the program has stored.
func (s *Service) Update(ctx context.Context, owner ident.Owner, p Patch, m patch.Match, by Actor) (Document, error) {
	if err := p.Check(); err != nil {
		return Document{}, err
	}
	var current Document
	changed, err := s.repo.Update(ctx, owner, func(d *Document) (*Entry, error) {
		current = d.Clone()
		return s.patch(d, p, m, by)
	})
	if fault.Is(err, fault.Precondition) {
		return current, err
	}
	return changed, err
}

func (s *Service) patch(to *Document, p Patch, m patch.Match, by Actor) (*Entry, error) {
	now := s.clock.Now()
	next, err := p.apply(*to, now)
	if err != nil {
		return nil, err
	}
	changed := changes(*to, next)
	switch {
	case len(changed) == 0:
		return nil, nil
	case !m.Holds(to.Version):
		return nil, patch.Failed()
	}
	next.Version++
	*to = next
	return &Entry{ID: s.newID(), At: now, Actor: by, Changes: changed, Version: next.Version}, nil
}

// Audit answers a page of what was changed, newest first; limit is 1 to page.MaxLimit. It fails with "invalid-cursor".
func (s *Service) Audit(ctx context.Context, owner ident.Owner, limit int, cursor string) (page.Page[Entry], error) {
	bound := page.Bind(string(owner), "settings-audit")
	w, err := page.Open(cursor, limit, bound)
	if err != nil {
		return page.Page[Entry]{}, err
	}
	rows, err := s.repo.ListAudit(ctx, owner, w)
	if err != nil {
		return page.Page[Entry]{}, err
	}
	return page.Cut(rows, w, Entry.place, func(c page.Cursor) string { return c.Encode(bound) }), nil
}
