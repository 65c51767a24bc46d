package postgres

import (
	"cmp"
	"context"
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"

	"github.com/jackc/pgx/v5"
)

// homes are the places that assets name, locked until the transaction ends.
type homes struct {
	projects map[ident.ID]gallery.Home
	parents  map[ident.ID]bool // nil where nobody asks for them
}

// findHomes locks the states of the projects that the assets name, in the order of their ids, so that nobody trashes one
// or takes the same position meanwhile, and looks for the parents of new ones.
func findHomes(ctx context.Context, tx session, owner ident.Owner, assets, fresh []gallery.Asset) (*homes, error) {
	var projects, parents []ident.ID
	for _, a := range assets {
		if a.ProjectID != nil {
			projects = append(projects, *a.ProjectID)
		}
	}
	for _, a := range fresh {
		if a.ParentID != nil {
			parents = append(parents, *a.ParentID)
		}
	}
	h := &homes{projects: map[ident.ID]gallery.Home{}}
	if err := h.lockProjects(ctx, tx, owner, distinct(projects)); err != nil {
		return nil, err
	}
	return h, h.findParents(ctx, tx, owner, distinct(parents))
}

// lockProjects reads the last positions by a statement of its own, after the lock: what another transaction added while
// this one waited is seen only by a statement that begins later.
func (h *homes) lockProjects(ctx context.Context, tx session, owner ident.Owner, ids []ident.ID) error {
	const (
		lock = `SELECT FROM project_states WHERE owner_id = $1 AND project_id = ANY ($2) ORDER BY project_id FOR NO KEY UPDATE`
		find = `
			SELECT p.id, p.trashed, coalesce((
				SELECT a.position FROM assets a WHERE a.owner_id = p.owner_id AND a.project_id = p.id
				ORDER BY a.position DESC, a.id DESC LIMIT 1), -1)
			FROM projects p WHERE p.owner_id = $1 AND p.id = ANY ($2)`
	)
	if len(ids) == 0 {
		return nil
	}
	if _, err := tx.Exec(ctx, lock, owner, ids); err != nil {
		return err
	}
	rows, err := tx.Query(ctx, find, owner, ids)
	if err != nil {
		return err
	}
	var id ident.ID
	var home gallery.Home
	_, err = pgx.ForEachRow(rows, []any{&id, &home.Trashed, &home.Last}, func() error {
		h.projects[id] = home
		return nil
	})
	return err
}

func (h *homes) findParents(ctx context.Context, tx session, owner ident.Owner, ids []ident.ID) error {
	if len(ids) == 0 {
		return nil
	}
	h.parents = map[ident.ID]bool{}
	rows, err := tx.Query(ctx, `SELECT id FROM assets WHERE owner_id = $1 AND id = ANY ($2)`, owner, ids)
	if err != nil {
		return err
	}
	found, err := pgx.CollectRows(rows, pgx.RowTo[ident.ID])
	for _, id := range found {
		h.parents[id] = true
	}
	return err
}

// settle gives the asset its home, which knows of it from then on.
func (h *homes) settle(a *gallery.Asset) error {
	home := gallery.Home{Last: gallery.AfterLast}
	if a.ProjectID != nil {
		known, ok := h.projects[*a.ProjectID]
		home, home.NoProject = known, !ok
	}
	home.NoParent = a.ParentID != nil && h.parents != nil && !h.parents[*a.ParentID]
	if err := a.Settle(home); err != nil {
		return err
	}
	if a.ProjectID != nil {
		home.Last = max(home.Last, a.Position)
		h.projects[*a.ProjectID] = home
	}
	return nil
}

// distinct are the ids, each once, in their order.
func distinct(ids []ident.ID) []ident.ID {
	slices.SortFunc(ids, compareIDs)
	return slices.Compact(ids)
}

// sortedIDs are the keys of m in their order: what touches many rows does so in one order, or two would block each other.
func sortedIDs[T any](m map[ident.ID]T) []ident.ID {
	ids := make([]ident.ID, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	return distinct(ids)
}

func compareIDs(a, b ident.ID) int { return cmp.Compare(string(a[:]), string(b[:])) }
