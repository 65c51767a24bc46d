package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"vitrine/adapters/memory"
	"vitrine/adapters/postgres"
	"vitrine/contracttests"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// walk reads all projects of an owner of its own, there and back, while 8 writers insert, rename, trash and restore.
// It fails if any row that was there all the time was not seen exactly once.
func walk(ctx context.Context, b *bed) error {
	url, err := b.stocked(ctx, projectStock)
	if err != nil {
		return err
	}
	db, err := postgres.Open(url, 16)
	if err != nil {
		return err
	}
	kept := memory.NewProjects(memory.New())
	stored := postgres.NewProjects(db)
	for _, adapter := range []struct {
		name    string
		backend contracttests.Backend
	}{
		{"memory", contracttests.Backend{Projects: kept, ProjectFinder: kept}},
		{"postgres", contracttests.Backend{Projects: stored, ProjectFinder: stored}},
	} {
		begin := time.Now()
		w := contracttests.Walk{Rows: b.projects, Writers: 8, Limit: 100}
		report, err := w.Projects(ctx, adapter.backend, ident.Owner("walker"), projects.Filter{})
		if err != nil {
			return errors.Join(fmt.Errorf("%s: %w", adapter.name, err), db.Close())
		}
		fmt.Printf("%-34s every surviving row once: %d rows, %d pages during %d writes, %s\n",
			"walk with 8 writers, "+adapter.name, b.projects, report.Pages, report.Writes, time.Since(begin).Round(time.Second))
	}
	return db.Close()
}
