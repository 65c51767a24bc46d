package contracttests

import (
	"vitrine/core/projects"
)

var tenancy = append(eachMethodForeign(),
	clause{
		name:  "Tenancy/ListsAndCountsAreTheOwners",
		must:  "the projects of the owner that match the filter",
		holds: listsAreTheOwners,
	},
	clause{
		name:  "Tenancy/ARowsPlaceMayBeForeign",
		must:  "the projects of the owner that match the filter",
		holds: windowsFromForeignRows,
	},
)

// eachMethodForeign gives one clause for each method that names rows.
func eachMethodForeign() (clauses []clause) {
	for _, m := range byID {
		clauses = append(clauses, clause{
			name:  "Tenancy/Foreign/" + m.name,
			must:  "A row that is absent and a row of another owner must both be fault.NotFound.",
			holds: func(s *scene) { foreignIsAbsent(s, m) },
		})
	}
	return clauses
}

// foreignIsAbsent calls the method upon another owner's rows and upon none: both must give the same answer.
func foreignIsAbsent(s *scene, m method) {
	stranger := s.stranger()
	theirs := stranger.ownRows()
	s.ownRows()
	before, ours := stranger.holdings(), s.holdings()
	foreign := m.call(s.ctx, s, theirs)
	absent := m.call(s.ctx, s, rows{s.newID(), s.newID()})
	s.absent(foreign)
	s.absent(absent)
	s.same("the answer for a foreign row", absent.Error(), foreign.Error())
	s.same("what the other owner has", before, stranger.holdings())
	s.same("what the owner has", ours, s.holdings())
}

// listsAreTheOwners gives two owners the same projects, all but their ids and one tag.
func listsAreTheOwners(s *scene) {
	stranger := s.stranger()
	all := s.populate()
	stranger.populate()
	stranger.tagged("canary")
	for _, question := range questions() {
		filter := question.filter.Normalize()
		q := whole(filter, projects.Newest)
		s.same(question.name, listed(all, q), s.list(q), asListed)
		s.same(question.name, counted(all, filter, projects.Facets, plenty), s.count(filter, projects.Facets, plenty))
	}
}

// windowsFromForeignRows begins at the place of another owner's row, which is a place like any other.
func windowsFromForeignRows(s *scene) {
	all := s.populate()
	stranger := s.stranger()
	theirs := stranger.populate()
	q := whole(projects.Filter{}, projects.Newest)
	mine := s.projectList(all, q)
	for _, p := range theirs {
		mine.fromKey(s, q.Key(projects.Row{Project: p}))
	}
}
