package contracttests

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

// Walk reads a list by creation, from both ends at once, while others write. Of every four projects three are there for
// the whole walk, while their titles change; one comes and goes; and new ones come in at any place.
type Walk struct {
	Rows    int // live projects at the beginning
	Writers int // callers that insert, rename, trash and restore without a pause
	Limit   int // rows of a page, 1 to page.MaxLimit
	Filter  projects.Filter
}

// WalkReport says how much happened during a walk.
type WalkReport struct {
	Pages, Writes int64
}

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
	report, err := Walk{Rows: 120, Writers: 4, Limit: 7, Filter: f}.Run(s.ctx, s.Backend, s.owner)
	s.ok(err)
	s.Logf("%d pages were read during %d writes", report.Pages, report.Writes)
}

// Run fills the owner, who must have nothing yet, with projects that match the filter as long as that asks for packages,
// the tag "oak" and the word "lamp" at most; and then walks. It fails when a project that was there all the time was not
// seen exactly once, or any other more than once.
func (w Walk) Run(ctx context.Context, b Backend, owner ident.Owner) (WalkReport, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	r := &walking{Walk: w, backend: b, owner: owner, newID: ids(process + scenes.Add(1)), wrote: make(chan struct{}, 1)}
	if err := r.together(w.Writers, func(i int) error { return r.fill(ctx, i) }); err != nil {
		return WalkReport{}, err
	}
	var writers sync.WaitGroup
	for i := range w.Writers {
		writers.Go(func() {
			if err := r.write(ctx, i); err != nil {
				stop(err)
			}
		})
	}
	err := r.together(2, func(i int) error { return r.read(ctx, i == 1) })
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	stop(errWalked)
	writers.Wait()
	return WalkReport{Pages: r.pages.Load(), Writes: r.writes.Load()}, err
}

// errWalked ends the writers when the readers are through.
var errWalked = errors.New("the walk is over")

// walking is a walk under way.
type walking struct {
	Walk
	backend       Backend
	owner         ident.Owner
	newID         ident.Source
	pages, writes atomic.Int64
	wrote         chan struct{} // holds a mark when something was written since it was taken out

	mu     sync.Mutex
	steady []ident.ID // there all the time
	guests []ident.ID // come and go
}

// together runs f n times at once and gives all errors.
func (w *walking) together(n int, f func(i int) error) error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { errs[i] = f(i) })
	}
	all.Wait()
	return errors.Join(errs...)
}

// fill inserts the writer's share of the projects. Three of them share each time of creation.
func (w *walking) fill(ctx context.Context, writer int) error {
	for i := writer; i < w.Rows; i += w.Writers {
		p := w.row(i / 3)
		if _, err := w.backend.Projects.Insert(ctx, w.owner, p, noKey); err != nil {
			return err
		}
		w.mu.Lock()
		if i%4 == 0 {
			w.guests = append(w.guests, p.ID)
		} else {
			w.steady = append(w.steady, p.ID)
		}
		w.mu.Unlock()
	}
	return nil
}

func (w *walking) row(minutes int) projects.Project {
	return projects.Project{
		ID: w.newID(), Title: "Lamp", Tags: []string{"oak"}, Type: projects.Package, Version: 1,
		CreatedAt: minute(minutes), UpdatedAt: minute(minutes), Run: projects.Run{Status: projects.Draft},
	}
}

// write goes round the four kinds of writes until the walk is over. It inserts no more projects than there were, so that
// a reader comes to an end.
func (w *walking) write(ctx context.Context, writer int) error {
	for n := writer; ; n += w.Writers {
		var err error
		switch kind := n / w.Writers % 3; {
		case kind == 0 && n < w.Rows:
			_, err = w.backend.Projects.Insert(ctx, w.owner, w.row(n*7%w.Rows/3), noKey)
		case kind == 1:
			err = w.change(ctx, w.guests[n%len(w.guests)], visit)
		default:
			err = w.change(ctx, w.steady[n*5%len(w.steady)], rename(n))
		}
		if errors.Is(context.Cause(ctx), errWalked) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("write %d: %w", n, err)
		}
		w.writes.Add(1)
		select {
		case w.wrote <- struct{}{}:
		default:
		}
	}
}

func (w *walking) change(ctx context.Context, id ident.ID, f func(*projects.Project) error) error {
	u, err := w.backend.Projects.Update(ctx, w.owner, []ident.ID{id}, noKey, f)
	if err != nil {
		return err
	}
	return resultError(u.Results[0])
}

// visit trashes what is live and restores what is not.
func visit(p *projects.Project) error {
	p.Version++
	if p.DeletedAt == nil {
		p.DeletedAt = ptr(noon)
	} else {
		p.DeletedAt = nil
	}
	return nil
}

func rename(n int) func(*projects.Project) error {
	return func(p *projects.Project) error {
		p.Title = fmt.Sprintf("%d Lamp", n)
		p.Favorite, p.Run.Progress = n%2 == 0, n%100
		p.Version++
		p.UpdatedAt = minute(n)
		return nil
	}
}

// read walks once, from the end when backward, and lets something be written between every two pages.
func (w *walking) read(ctx context.Context, backward bool) error {
	seen := map[ident.ID]int{}
	q := projects.Query{
		Filter: w.Filter.Normalize(), Order: projects.Newest,
		Window: page.Window{Limit: w.Limit, Backward: backward},
	}
	for more := true; more; {
		rows, err := w.backend.ProjectFinder.List(ctx, w.owner, q)
		if err != nil {
			return err
		}
		w.pages.Add(1)
		if more = len(rows) > w.Limit; more {
			rows = rows[:w.Limit]
		}
		for _, row := range rows {
			seen[row.Project.ID]++
			key := q.Key(row)
			q.Window.From = &key
		}
		w.awaitWrite(ctx)
	}
	return w.judge(seen, backward)
}

// awaitWrite returns when something has been written since it was called.
func (w *walking) awaitWrite(ctx context.Context) {
	select {
	case <-w.wrote:
	default:
	}
	select {
	case <-w.wrote:
	case <-ctx.Done():
	}
}

func (w *walking) judge(seen map[ident.ID]int, backward bool) error {
	for _, id := range w.steady {
		if seen[id] != 1 {
			return fmt.Errorf("backward %t: project %s was there all the time and was seen %d times", backward, id, seen[id])
		}
	}
	for id, n := range seen {
		if n > 1 {
			return fmt.Errorf("backward %t: project %s was seen %d times", backward, id, n)
		}
	}
	return nil
}
