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

// inPages compares walks from each end, at every limit, with the reference.
func (s *scene) inPages(all []projects.Project, q projects.Query) {
	s.Helper()
	for _, backward := range []bool{false, true} {
		q.Window = page.Window{Limit: page.MaxLimit, Backward: backward}
		want := rowKeys(q, listed(all, q))
		for limit := range len(want) + 1 {
			q.Window.Limit = limit + 1
			if got := rowKeys(q, s.walk(q)); !slices.Equal(want, got) {
				s.Fatalf("%s, backward %t, in pages of %d: want\n%s\ngot\n%s",
					q.Order, backward, limit+1, titled(all, want), titled(all, got))
			}
		}
	}
}

// rowKeys are the places of rows; equal places are the same row with the same key, score included.
func rowKeys(q projects.Query, rows []projects.Row) (keys []page.Key) {
	for _, row := range rows {
		key := q.Key(row)
		key.Rank = int64(row.Score)
		keys = append(keys, key)
	}
	return keys
}

// titled shows places with the titles of their projects.
func titled(all []projects.Project, keys []page.Key) (text string) {
	for _, key := range keys {
		i := slices.IndexFunc(all, func(p projects.Project) bool { return p.ID == key.ID })
		title := "(no project of the owner)"
		if i >= 0 {
			title = all[i].Title
		}
		text += "  " + key.ID.String() + " " + title + "\n"
	}
	return text
}

// listFromAnyRow opens a window at every row of a list, with the row and without it.
func listFromAnyRow(s *scene) {
	all := s.populate()
	for _, order := range projects.Orders {
		s.step(order.String(), func(s *scene) {
			q := whole(projects.Filter{Q: "lamp"}, order)
			for _, row := range listed(all, q) {
				s.fromKey(all, q, q.Key(row))
			}
		})
	}
}

// fromKey compares the windows that begin at a place with the reference.
func (s *scene) fromKey(all []projects.Project, q projects.Query, key page.Key) {
	s.Helper()
	for _, backward := range []bool{false, true} {
		for _, inclusive := range []bool{false, true} {
			q.Window = page.Window{Limit: 3, From: &key, Inclusive: inclusive, Backward: backward}
			s.same("the window", listed(all, q), s.list(q), asListed)
		}
	}
}

// listFromAGoneRow opens windows at places beside those of rows, where no row is.
func listFromAGoneRow(s *scene) {
	all := s.populate()
	for _, order := range projects.Orders {
		q := whole(projects.Filter{Q: "lamp"}, order)
		rows := listed(all, q)
		for _, row := range []projects.Row{rows[0], rows[len(rows)/2], rows[len(rows)-1]} {
			for _, key := range beside(order, q.Key(row)) {
				s.fromKey(all, q, key)
			}
		}
	}
}

// beside are places next to the key, each by one member that the order uses.
func beside(order page.Order, key page.Key) (keys []page.Key) {
	add := func(move func(*page.Key)) {
		moved := key
		move(&moved)
		keys = append(keys, moved)
	}
	add(func(k *page.Key) { k.ID = ident.ID{} })
	add(func(k *page.Key) { k.ID[15]++ })
	if order.By == projects.ByTitle {
		add(func(k *page.Key) { k.Text = "" })
		add(func(k *page.Key) { k.Text += "!" })
		return keys
	}
	add(func(k *page.Key) { k.Time-- })
	add(func(k *page.Key) { k.Time++ })
	if order.By == projects.ByRelevance {
		add(func(k *page.Key) { k.Rank-- })
		add(func(k *page.Key) { k.Rank++ })
	}
	return keys
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
