package contracttests

import (
	"slices"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

const lists = "List must return the rows of the query's window in walking order, at most Window.Rows() of them: " +
	"the projects of the owner that match the filter, ordered by the query's order and then by id in the same direction, " +
	"from the window's key on."

var projectsList = []clause{
	{name: "Projects/List/EveryFilterInEveryOrderAtEveryLimit", must: lists, holds: listInPages},
	{name: "Projects/List/FromAnyRow", must: lists, holds: listFromAnyRow},
	{name: "Projects/List/FromWhereNoRowIsAnyMore", must: lists, holds: listFromAGoneRow},
	{name: "Projects/List/OfNothingIsEmpty", must: lists, holds: listOfNothing},
	{
		name:  "Projects/List/TitlesByTheirSortKey",
		must:  "Titles are compared by search.SortKey, byte by byte.",
		holds: listByTitle,
	},
	{
		name:  "Projects/List/RelevanceIsTheScoreOfMatch",
		must:  "Relevance is Query.Match's score of the project's document, ties by creation and id, newest first.",
		holds: listByRelevance,
	},
	{
		name:  "Projects/List/FollowsEveryEditOfText",
		must:  "the projects of the owner that match the filter",
		holds: listFollowsEdits,
	},
	{
		name:  "Projects/List/RowsAreWhole",
		must:  "A row of a list need not have its timeline.",
		holds: listRowsAreWhole,
	},
}

// listInPages walks every list from each end with every limit from 1 to one more than there are rows.
func listInPages(s *scene) {
	all := s.populate()
	for _, question := range slices.Concat(questions(), inTheTrash(questions())) {
		s.step(question.name, func(s *scene) {
			for _, order := range orders(question.filter) {
				s.inPages(all, whole(question.filter, order))
			}
		})
	}
}

// projectList is the list of a query beside what the projects say it should be.
func (s *scene) projectList(all []projects.Project, q projects.Query) list[projects.Row] {
	at := func(w page.Window) projects.Query { q.Window = w; return q }
	return list[projects.Row]{
		order: q.Order,
		got:   func(w page.Window) []projects.Row { return s.list(at(w)) },
		want:  func(w page.Window) []projects.Row { return listed(all, at(w)) },
		key:   q.Key,
		title: func(id ident.ID) string {
			for _, p := range all {
				if p.ID == id {
					return p.Title
				}
			}
			return "(no project of the owner)"
		},
	}
}

// inPages compares walks from each end, at every limit, with the reference.
func (s *scene) inPages(all []projects.Project, q projects.Query) {
	s.Helper()
	s.projectList(all, q).inPages(s)
}

// listFromAnyRow opens a window at every row of a list, with the row and without it.
func listFromAnyRow(s *scene) {
	all := s.populate()
	for _, order := range projects.Orders {
		s.step(order.String(), func(s *scene) {
			s.projectList(all, whole(projects.Filter{Q: "lamp"}, order)).fromEveryRow(s)
		})
	}
}

// listFromAGoneRow opens windows at places beside those of rows, where no row is.
func listFromAGoneRow(s *scene) {
	all := s.populate()
	for _, order := range projects.Orders {
		s.projectList(all, whole(projects.Filter{Q: "lamp"}, order)).besideRows(s)
	}
}

func listOfNothing(s *scene) {
	for _, order := range projects.Orders {
		s.same("the number of rows", 0, len(s.list(whole(projects.Filter{Q: "lamp"}, order))))
	}
}

// listByTitle holds an order against a table made by hand, so that it does not rest on the reference.
func listByTitle(s *scene) {
	titles := []string{ // in their order
		"2 lamps", "A lamp", "apple", "Éclair", "ﬁlm", "Lamp", "lamp 10", "Lamp 2", "ÖL", "Zebra", "Ωmega", "ランプ", "灯",
	}
	for _, i := range []int{7, 3, 11, 0, 9, 5, 1, 12, 4, 2, 8, 6, 10} {
		s.project(titles[i])
	}
	q := whole(projects.Filter{}, page.Order{By: projects.ByTitle})
	s.same("the titles", titles, titlesOf(s.list(q)))
	q.Order.Desc = true
	slices.Reverse(titles)
	s.same("the titles downwards", titles, titlesOf(s.list(q)))
}

func titlesOf(rows []projects.Row) (titles []string) {
	for _, row := range rows {
		titles = append(titles, row.Project.Title)
	}
	return titles
}

// listByRelevance expects the field that is worth more first, and among equals the newest.
func listByRelevance(s *scene) {
	for i, p := range []projects.Project{
		{Title: "Brief", Brief: "a teapot"},
		{Title: "Description", Description: "A teapot."},
		{Title: "Tag", Tags: []string{"teapot"}},
		{Title: "Teapot"},
		{Title: "Teapot too"},
		{Title: "Nothing"},
	} {
		d := s.draft(p.Title)
		d.Brief, d.Description, d.Tags, d.CreatedAt = p.Brief, p.Description, p.Tags, minute(i)
		s.add(d)
	}
	q := whole(projects.Filter{Q: `"teapot"`}, page.Order{By: projects.ByRelevance, Desc: true})
	s.same("the titles", []string{"Teapot too", "Teapot", "Tag", "Description", "Brief"}, titlesOf(s.list(q)))
}

// listFollowsEdits looks for each text after it was written, changed and taken away.
func listFollowsEdits(s *scene) {
	p := s.project("amber")
	found := func(q string) bool { return len(s.everything(projects.Filter{Q: q})) == 1 }
	edit := func(f func(*projects.Project)) { s.change(p.ID, f) }
	s.same("found by its title", true, found("amber"))
	edit(func(p *projects.Project) { p.Title = "birch" })
	s.same("found by its old title", false, found("amber"))
	s.same("found by its new title", true, found("birch"))
	edit(func(p *projects.Project) { p.Tags = []string{"cedar"} })
	s.same("found by a tag", true, found("cedar"))
	edit(func(p *projects.Project) { p.Description = "dune" })
	s.same("found by its description", true, found("dune cedar birch"))
	edit(func(p *projects.Project) { p.Tags, p.Description = nil, "" })
	s.same("found by what it has no more", false, found("cedar") || found("dune"))
	s.trash(p.ID, minute(1))
	s.same("found in the trash", false, found("birch"))
	s.restore(p.ID)
	s.same("found after its restore", true, found("birch"))
}

func listRowsAreWhole(s *scene) {
	p := s.add(s.specimen())
	s.put(s.specimens(&p.ID, nil)...)
	rows := s.everything(projects.Filter{})
	s.same("the number of rows", 1, len(rows))
	s.same("the row", projects.Row{Project: s.find(p.ID)}, rows[0], asListed)
}
