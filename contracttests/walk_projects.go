package contracttests

import (
	"context"
	"fmt"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

var walks = []clause{
	{
		name:  "Walk/WhileOthersWrite",
		must:  lists,
		holds: func(s *scene) { s.walkWhileWriting(projects.Filter{}) },
	},
	{
		name:  "Walk/ThroughASearchWhileOthersWrite",
		must:  lists,
		holds: func(s *scene) { s.walkWhileWriting(projects.Filter{Q: "lamp"}) },
	},
	{
		name: "Walk/ThroughAFilterWhileOthersWrite",
		must: lists,
		holds: func(s *scene) {
			s.walkWhileWriting(projects.Filter{Types: []projects.Type{projects.Package}, Tags: []string{"oak", "ash"}})
		},
	},
}

func (s *scene) walkWhileWriting(f projects.Filter) {
	report, err := Walk{Rows: 120, Writers: 4, Limit: 7}.Projects(s.ctx, s.Backend, s.owner, f)
	s.ok(err)
	s.Logf("%d pages were read during %d writes", report.Pages, report.Writes)
}

// Projects walks through the projects of an owner who has nothing yet. It makes drafts that match the filter as long as
// that asks for packages, the tag "oak" and the word "lamp" at most. It fails when a project that was there all the time
// was not seen exactly once, or any other more than once.
func (w Walk) Projects(ctx context.Context, b Backend, owner ident.Owner, f projects.Filter) (WalkReport, error) {
	return w.run(ctx, &walkedProjects{backend: b, owner: owner, filter: f.Normalize(), newID: ids(process + scenes.Add(1))})
}

type walkedProjects struct {
	backend Backend
	owner   ident.Owner
	filter  projects.Filter
	newID   ident.Source
}

func (w *walkedProjects) insert(ctx context.Context, minutes int) (ident.ID, error) {
	p := projects.Project{
		ID: w.newID(), Title: "Lamp", Tags: []string{"oak"}, Type: projects.Package, Version: 1,
		CreatedAt: minute(minutes), UpdatedAt: minute(minutes), Run: projects.Run{Status: projects.Draft},
	}
	_, err := w.backend.Projects.Insert(ctx, w.owner, p, noKey)
	return p.ID, err
}

func (w *walkedProjects) visit(ctx context.Context, id ident.ID) error {
	return w.change(ctx, id, func(p *projects.Project) {
		if p.DeletedAt == nil {
			p.DeletedAt = ptr(noon)
		} else {
			p.DeletedAt = nil
		}
	})
}

func (w *walkedProjects) edit(ctx context.Context, id ident.ID, n int) error {
	return w.change(ctx, id, func(p *projects.Project) {
		p.Title = fmt.Sprintf("%d Lamp", n)
		p.Favorite, p.Run.Progress = n%2 == 0, n%100
		p.UpdatedAt = minute(n)
	})
}

func (w *walkedProjects) change(ctx context.Context, id ident.ID, edit func(*projects.Project)) error {
	u, err := w.backend.Projects.Update(ctx, w.owner, []ident.ID{id}, noKey, func(p *projects.Project) error {
		edit(p)
		p.Version++
		return nil
	})
	if err != nil {
		return err
	}
	return resultError(u.Results[0])
}

func (w *walkedProjects) list(ctx context.Context, window page.Window) (keys []page.Key, err error) {
	q := projects.Query{Filter: w.filter, Order: projects.Newest, Window: window}
	rows, err := w.backend.ProjectFinder.List(ctx, w.owner, q)
	for _, row := range rows {
		keys = append(keys, q.Key(row))
	}
	return keys, err
}
