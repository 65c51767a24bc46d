package memory

import (
	"vitrine/core/gallery"
	"vitrine/core/ident"
)

// homes are the places that the assets of one call name, with the positions that the call has given away.
type homes struct {
	holding *holding
	fresh   bool             // the assets are new, so their parents must exist
	last    map[ident.ID]int // by project
}

func newHomes(h *holding, fresh bool) *homes {
	return &homes{holding: h, fresh: fresh, last: map[ident.ID]int{}}
}

// settle gives the asset its home, which knows of it from then on.
func (s *homes) settle(a *gallery.Asset) error {
	home := s.of(a)
	if err := a.Settle(home); err != nil {
		return err
	}
	if a.ProjectID != nil {
		s.last[*a.ProjectID] = max(home.Last, a.Position)
	}
	return nil
}

func (s *homes) of(a *gallery.Asset) gallery.Home {
	home := gallery.Home{Last: -1}
	if s.fresh && a.ParentID != nil {
		_, ok := s.holding.assets.rows[*a.ParentID]
		home.NoParent = !ok
	}
	if a.ProjectID == nil {
		return home
	}
	p, ok := s.holding.projects.rows[*a.ProjectID]
	if !ok {
		home.NoProject = true
		return home
	}
	home.Trashed = p.value.Trashed()
	if last, ok := s.last[*a.ProjectID]; ok {
		home.Last = last
	} else {
		home.Last = s.holding.lastPosition(*a.ProjectID)
	}
	return home
}
