package postgres

import (
	"context"
	"errors"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
	"vitrine/core/search"

	"github.com/jackc/pgx/v5"
)

// Update implements projects.Repository.
func (s *Projects) Update(
	ctx context.Context, owner ident.Owner, ids []ident.ID, key idempotency.Key, change func(*projects.Project) error,
) (projects.Updated, error) {
	var u projects.Updated
	receipt, err := s.db.once(ctx, owner, key, func(tx session, b *pgx.Batch) (idempotency.Receipt, error) {
		before, err := lockProjects(ctx, tx, owner, ids)
		if err != nil {
			return idempotency.Receipt{}, err
		}
		after := make(map[ident.ID]projects.Project, len(before))
		for id, p := range before {
			after[id] = p
		}
		u, err = changeProjects(ids, after, change)
		if err != nil {
			return idempotency.Receipt{}, err
		}
		if err := queueProjects(b, owner, before, after); err != nil {
			return idempotency.Receipt{}, err
		}
		return u.Results.Receipt()
	})
	if err != nil {
		return projects.Updated{}, err
	}
	if receipt.Replayed {
		u.Replayed, u.Projects = true, nil
		u.Results, err = bulk.DecodeResults(receipt.Results)
	}
	return u, err
}

// changeProjects applies change to each of ids, in that order, and keeps what came out in rows.
func changeProjects(
	ids []ident.ID, rows map[ident.ID]projects.Project, change func(*projects.Project) error,
) (projects.Updated, error) {
	u := projects.Updated{Results: make(bulk.Results, len(ids)), Projects: make([]projects.Project, len(ids))}
	for i, id := range ids {
		u.Results[i].ID = id
		p, ok := rows[id]
		if !ok {
			u.Results[i].Fault = fault.Absent()
			continue
		}
		p = p.Clone()
		if err := change(&p); err != nil {
			if !errors.As(err, &u.Results[i].Fault) {
				return projects.Updated{}, err
			}
			continue
		}
		rows[id], u.Projects[i] = p, p.Clone()
	}
	return u, nil
}

// queueProjects writes what differs, in the order of the ids, and moves the assets of projects that went to the trash or
// came back.
func queueProjects(b *pgx.Batch, owner ident.Owner, before, after map[ident.ID]projects.Project) error {
	for _, id := range sortedIDs(after) {
		if err := queueProject(b, owner, before[id], after[id]); err != nil {
			return err
		}
	}
	return nil
}

func queueProject(b *pgx.Batch, owner ident.Owner, from, to projects.Project) error {
	const (
		status = `UPDATE projects SET status = $3 WHERE owner_id = $1 AND id = $2`
		edits  = `
			UPDATE projects SET title = $3, title_key = $4, description = $5, tags = $6, favorite = $7,
				updated_at = $8, deleted_at = $9, version = $10
			WHERE owner_id = $1 AND id = $2`
		terms = `UPDATE project_terms SET terms = $3::text::tsvector WHERE owner_id = $1 AND project_id = $2`
		state = `
			UPDATE project_states SET status = $3, stage = $4, progress = $5, error_code = $6, error_message = $7,
				timeline = $8, completed_at = $9
			WHERE owner_id = $1 AND project_id = $2`
	)
	if from.Version != to.Version || !from.UpdatedAt.Equal(to.UpdatedAt) || !from.SameEdits(to) || from.Trashed() != to.Trashed() {
		b.Queue(edits, owner, to.ID, to.Title, search.SortKey(to.Title), to.Description, tagArray(to.Tags), to.Favorite,
			to.UpdatedAt, to.DeletedAt, to.Version)
	}
	if !from.SameText(to) {
		b.Queue(terms, owner, to.ID, vector(to.Document()))
	}
	if from.Run.Status != to.Run.Status {
		b.Queue(status, owner, to.ID, to.Run.Status)
	}
	if !from.Run.Equal(to.Run) {
		run, err := runColumns(to.Run)
		if err != nil {
			return err
		}
		b.Queue(state, append([]any{owner, to.ID}, run...)...)
	}
	queueCascade(b, owner, from, to)
	return nil
}

// queueCascade takes a project's live assets to the trash with it, or brings back exactly those that went with it. Its
// counts and its cover stay: in the trash they are what a restore brings back.
func queueCascade(b *pgx.Batch, owner ident.Owner, from, to projects.Project) {
	const (
		trash = `
			WITH moved AS (
				UPDATE assets SET deleted_at = $3, with_project = true, version = version + 1
				WHERE owner_id = $1 AND project_id = $2 AND NOT trashed RETURNING id)
			UPDATE asset_terms SET trashed = true WHERE owner_id = $1 AND asset_id IN (SELECT id FROM moved)`
		restore = `
			WITH moved AS (
				UPDATE assets SET deleted_at = NULL, with_project = false, version = version + 1
				WHERE owner_id = $1 AND project_id = $2 AND with_project RETURNING id)
			UPDATE asset_terms SET trashed = false WHERE owner_id = $1 AND asset_id IN (SELECT id FROM moved)`
	)
	switch {
	case !from.Trashed() && to.Trashed():
		b.Queue(trash, owner, to.ID, to.DeletedAt)
	case from.Trashed() && !to.Trashed():
		b.Queue(restore, owner, to.ID)
	}
}
