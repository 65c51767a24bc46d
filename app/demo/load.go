package demo

import (
	"context"
	"fmt"
	"sync"

	"vitrine/core/gallery"
	"vitrine/core/projects"

	"golang.org/x/sync/errgroup"
)

// workers is how many writes are under way at once: as many as keep a small database busy.
const workers = 4

// Load writes what the plan says through the ports, so that a store derives from it what it derives from real use. It can
// be interrupted by ctx and run again: it goes on with the plan that it began with, leaves alone what is there, and once
// all is there does nothing. It fails for a plan of the same seed that differs from the one begun.
//
// progress, which may be nil, is told how many of all projects and assets are there, by one caller at a time.
func Load(ctx context.Context, plan Plan, projects projects.Repository, assets gallery.Repository, progress func(done, total int)) error {
	plan, _, err := plan.Begun(ctx, projects)
	if err != nil {
		return err
	}
	studios, err := plan.Studios()
	if err != nil {
		return err
	}
	l := &loader{projects: projects, assets: assets, total: plan.Total(), progress: progress}
	if err := l.load(ctx, studios); err != nil {
		return fmt.Errorf("load demo data: %w", err)
	}
	return nil
}

// loader is one load.
type loader struct {
	projects projects.Repository
	assets   gallery.Repository
	progress func(done, total int)
	total    int

	mu   sync.Mutex
	done int
}

// load takes the steps for all studios that are not finished. What a step writes needs what the step before wrote: assets
// their projects, variations their originals; a project goes to the trash with its assets; and the last project says that
// all else is there.
func (l *loader) load(ctx context.Context, studios []*Studio) error {
	left, err := l.unfinished(ctx, studios)
	if err != nil {
		return err
	}
	if err := l.begin(ctx, left); err != nil {
		return err
	}
	for _, step := range []step{l.openings, l.originals, l.variations, l.trash, l.endings} {
		if err := l.run(ctx, left, step); err != nil {
			return err
		}
	}
	return nil
}

// unfinished are the studios that something is missing of.
func (l *loader) unfinished(ctx context.Context, studios []*Studio) (left []*Studio, err error) {
	for _, s := range studios {
		finished, err := s.finished(ctx, l.projects)
		switch {
		case err != nil:
			return nil, err
		case finished:
			l.report(s.Total())
		default:
			left = append(left, s)
		}
	}
	return left, nil
}

// begin adds the first projects, one after the other, so that the first owner's is there before all else is. Where another
// load has just begun at another time, it is that one's plan that holds, and this one fails.
func (l *loader) begin(ctx context.Context, studios []*Studio) error {
	for _, s := range studios {
		if err := l.opening(s, 0).do(ctx); err != nil {
			return err
		}
		if _, err := s.begun(ctx, l.projects); err != nil {
			return err
		}
		l.report(1)
	}
	return nil
}

// run does a step for all studios, until the first write fails.
func (l *loader) run(ctx context.Context, studios []*Studio, step step) error {
	group, going := errgroup.WithContext(ctx)
	group.SetLimit(workers)
	for _, s := range studios {
		for w := range step(s) {
			if going.Err() != nil {
				break
			}
			group.Go(func() error {
				if err := w.do(going); err != nil {
					return err
				}
				l.report(w.adds)
				return nil
			})
		}
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

func (l *loader) report(added int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done += added
	if l.progress != nil {
		l.progress(l.done, l.total)
	}
}
