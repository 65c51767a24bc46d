package postgres

import (
	"context"

	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
	"vitrine/core/search"

	"github.com/jackc/pgx/v5"
)

// Projects implements projects.Repository and projects.Finder.
type Projects struct {
	db *DB
}

var (
	_ projects.Repository = (*Projects)(nil)
	_ projects.Finder     = (*Projects)(nil)
)

// NewProjects makes the store of projects in db.
func NewProjects(db *DB) *Projects { return &Projects{db: db} }

// Insert implements projects.Repository.
func (s *Projects) Insert(ctx context.Context, owner ident.Owner, p projects.Project, key idempotency.Key) (idempotency.Receipt, error) {
	return s.db.once(ctx, owner, key, func(_ session, b *pgx.Batch) (idempotency.Receipt, error) {
		return idempotency.Receipt{Resource: p.ID}, queueInsert(b, owner, p)
	})
}

// queueInsert writes the three rows of a project without assets.
func queueInsert(b *pgx.Batch, owner ident.Owner, p projects.Project) error {
	const (
		wide = `
			INSERT INTO projects (owner_id, id, title, title_key, description, tags, favorite, type, brief, source_image_url,
				options, source_id, status, created_at, updated_at, deleted_at, version)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`
		state = `
			INSERT INTO project_states (owner_id, project_id, status, stage, progress, error_code, error_message, timeline, completed_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
		terms = `INSERT INTO project_terms (owner_id, project_id, created_at, terms) VALUES ($1, $2, $3, $4::text::tsvector)`
	)
	run, err := runColumns(p.Run)
	if err != nil {
		return err
	}
	b.Queue(wide, owner, p.ID, p.Title, search.SortKey(p.Title), p.Description, tagArray(p.Tags), p.Favorite, p.Type, p.Brief,
		p.SourceImageURL, rawJSON(p.Options), p.SourceID, p.Run.Status, p.CreatedAt, p.UpdatedAt, p.DeletedAt, p.Version)
	b.Queue(state, append([]any{owner, p.ID}, run...)...)
	b.Queue(terms, owner, p.ID, p.CreatedAt, vector(p.Document()))
	return nil
}

// runColumns are status, stage, progress, error_code, error_message, timeline, completed_at.
func runColumns(r projects.Run) ([]any, error) {
	timeline, err := encodeTimeline(r.Timeline)
	if err != nil {
		return nil, err
	}
	var code *string
	var message string
	if r.Failure != nil {
		code, message = &r.Failure.Code, r.Failure.Message
	}
	return []any{r.Status, r.Stage, r.Progress, code, message, timeline, r.CompletedAt}, nil
}

// Find implements projects.Repository.
func (s *Projects) Find(ctx context.Context, owner ident.Owner, id ident.ID) (projects.Project, error) {
	const find = `SELECT ` + projectColumns + `, s.timeline FROM ` + projectTables + ` WHERE p.owner_id = $1 AND p.id = $2`
	var row fullProjectRow
	if err := s.db.sql.GetContext(ctx, &row, find, owner, id); err != nil {
		return projects.Project{}, translate(err)
	}
	return row.project()
}

// Purge implements projects.Repository.
func (s *Projects) Purge(ctx context.Context, owner ident.Owner, id ident.ID, check func(projects.Project) error) error {
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		found, err := lockProjects(ctx, tx, owner, []ident.ID{id})
		if err != nil {
			return err
		}
		p, ok := found[id]
		if !ok {
			return fault.Absent()
		}
		if err := check(p); err != nil {
			return err
		}
		var b pgx.Batch
		b.Queue(`DELETE FROM assets WHERE owner_id = $1 AND project_id = $2`, owner, id)
		b.Queue(`DELETE FROM projects WHERE owner_id = $1 AND id = $2`, owner, id)
		return send(ctx, tx, &b)
	})
}

// lockProjects reads the projects of ids for a change, in the order of their ids, and keeps others from changing them
// until the transaction ends.
func lockProjects(ctx context.Context, tx session, owner ident.Owner, ids []ident.ID) (map[ident.ID]projects.Project, error) {
	const lock = `
		SELECT ` + projectColumns + `, s.timeline FROM ` + projectTables + `
		WHERE p.owner_id = $1 AND p.id = ANY ($2)
		ORDER BY p.id FOR NO KEY UPDATE`
	rows, err := tx.Query(ctx, lock, owner, ids)
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID]projects.Project, len(ids))
	locked, err := pgx.CollectRows(rows, pgx.RowToStructByName[fullProjectRow])
	if err != nil {
		return nil, err
	}
	for _, row := range locked {
		if found[ident.ID(row.ID)], err = row.project(); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// tagArray is never NULL.
func tagArray(tags []string) []string {
	if tags == nil {
		return []string{}
	}
	return tags
}

// rawJSON is NULL for no document.
func rawJSON(b []byte) any {
	if b == nil {
		return nil
	}
	return string(b)
}
