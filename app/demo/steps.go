package demo

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// batchSize is how many assets are written at once.
const batchSize = 500

// write is one write and the number of projects or assets that are there once it is done. It can be done again.
type write struct {
	adds int
	do   func(context.Context) error
}

// step gives the writes of a studio that can be done at the same time, in any order.
type step func(*Studio) iter.Seq[write]

// openings adds all projects but the first and the last.
func (l *loader) openings(s *Studio) iter.Seq[write] {
	return func(yield func(write) bool) {
		for i := 1; i < s.projects-1; i++ {
			if !yield(l.opening(s, i)) {
				return
			}
		}
	}
}

// endings adds the last project.
func (l *loader) endings(s *Studio) iter.Seq[write] { return one(l.opening(s, s.projects-1)) }

func (l *loader) opening(s *Studio, i int) write {
	return write{adds: 1, do: func(ctx context.Context) error {
		return insert(ctx, l.projects, s.Owner, s.production(i).Project)
	}}
}

// insert adds a project, if it is not there yet, as it was before it went to the trash.
func insert(ctx context.Context, repo projects.Repository, owner ident.Owner, p projects.Project) error {
	if p.Trashed() {
		p.DeletedAt, p.Version = nil, p.Version-1
	}
	if _, err := repo.Insert(ctx, owner, p, idempotency.Key{}); err != nil && !fault.Is(err, fault.Conflict) {
		return fmt.Errorf("add project %s: %w", p.ID, err)
	}
	return nil
}

func (l *loader) originals(s *Studio) iter.Seq[write]  { return l.batches(s, s.Originals()) }
func (l *loader) variations(s *Studio) iter.Seq[write] { return l.batches(s, s.Variations()) }

func (l *loader) batches(s *Studio, assets iter.Seq[gallery.Asset]) iter.Seq[write] {
	return func(yield func(write) bool) {
		for batch := range inBatches(assets, batchSize) {
			if !yield(write{adds: len(batch), do: func(ctx context.Context) error { return l.put(ctx, s.Owner, batch) }}) {
				return
			}
		}
	}
}

// put adds the assets if they are not there yet, and trashes those that were trashed by themselves. A batch is added as
// a whole, so its first asset speaks for it.
func (l *loader) put(ctx context.Context, owner ident.Owner, batch []gallery.Asset) error {
	_, err := l.assets.Find(ctx, owner, batch[0].ID)
	if fault.Is(err, fault.NotFound) {
		err = l.add(ctx, owner, batch)
	}
	if err != nil {
		return fmt.Errorf("add assets: %w", err)
	}
	trashed := map[ident.ID]*time.Time{}
	for _, a := range batch {
		if a.Trashed() {
			trashed[a.ID] = a.DeletedAt
		}
	}
	if len(trashed) == 0 {
		return nil
	}
	updated, err := l.assets.Update(ctx, owner, slices.Collect(maps.Keys(trashed)), idempotency.Key{}, func(a *gallery.Asset) error {
		if !a.Trashed() {
			a.DeletedAt = trashed[a.ID]
			a.Version++
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("trash assets: %w", err)
	}
	return refused(updated.Results)
}

// add adds the assets as they were before they went to the trash. A conflict means that another load has just added them.
func (l *loader) add(ctx context.Context, owner ident.Owner, batch []gallery.Asset) error {
	batch = slices.Clone(batch)
	for i, a := range batch {
		if a.Trashed() {
			batch[i].DeletedAt, batch[i].Version = nil, a.Version-1
		}
	}
	inserted, err := l.assets.Insert(ctx, owner, batch, idempotency.Key{})
	if fault.Is(err, fault.Conflict) {
		return nil
	}
	if err != nil {
		return err
	}
	return refused(inserted.Results)
}

// trash puts projects into the trash, which takes their assets with it.
func (l *loader) trash(s *Studio) iter.Seq[write] {
	return func(yield func(write) bool) {
		for p := range s.Projects() {
			if p.Trashed() && !yield(write{do: func(ctx context.Context) error { return l.discard(ctx, s.Owner, p) }}) {
				return
			}
		}
	}
}

func (l *loader) discard(ctx context.Context, owner ident.Owner, p projects.Project) error {
	updated, err := l.projects.Update(ctx, owner, []ident.ID{p.ID}, idempotency.Key{}, func(now *projects.Project) error {
		if !now.Trashed() {
			now.DeletedAt = p.DeletedAt
			now.Version++
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("trash project %s: %w", p.ID, err)
	}
	return refused(updated.Results)
}

// refused is the fault of the first result that has one.
func refused(results bulk.Results) error {
	for _, r := range results {
		if r.Fault != nil {
			return fmt.Errorf("%s was refused: %w", r.ID, r.Fault)
		}
	}
	return nil
}
