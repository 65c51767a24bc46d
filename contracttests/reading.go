package contracttests

import (
	"vitrine/core/page"
	"vitrine/core/projects"
)

// plenty is a count limit that no clause reaches.
const plenty = 1_000

// whole is the list of a filter from its beginning, in the largest pages.
func whole(f projects.Filter, order page.Order) projects.Query {
	return projects.Query{Filter: f.Normalize(), Order: order, Window: page.Window{Limit: page.MaxLimit}}
}

// list reads one window.
func (s *scene) list(q projects.Query) []projects.Row {
	s.Helper()
	s.settle(s)
	rows, err := s.ProjectFinder.List(s.ctx, s.owner, q)
	s.ok(err)
	return rows
}

// everything is all rows of a filter, newest first.
func (s *scene) everything(f projects.Filter) []projects.Row {
	s.Helper()
	l := s.projectList(nil, whole(f, projects.Newest))
	return l.walked(s, l.got, page.Window{Limit: page.MaxLimit})
}

func (s *scene) count(f projects.Filter, facets []string, limit int64) page.Counts {
	s.Helper()
	s.settle(s)
	counts, err := s.ProjectFinder.Count(s.ctx, s.owner, f.Normalize(), facets, limit)
	s.ok(err)
	return counts
}
