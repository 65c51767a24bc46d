package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/settings"

	"github.com/jackc/pgx/v5"
)

// Settings implements settings.Repository.
type Settings struct {
	db *DB
}

var _ settings.Repository = (*Settings)(nil)

// NewSettings makes the store of settings in db.
func NewSettings(db *DB) *Settings { return &Settings{db: db} }

// Find implements settings.Repository.
func (s *Settings) Find(ctx context.Context, owner ident.Owner) (settings.Document, error) {
	const find = `SELECT document FROM settings WHERE owner_id = $1`
	var document []byte
	err := translate(s.db.sql.GetContext(ctx, &document, find, owner))
	switch {
	case fault.Is(err, fault.NotFound):
		return settings.Document{}, nil
	case err != nil:
		return settings.Document{}, err
	}
	return settings.Decode(document)
}

// Update implements settings.Repository.
func (s *Settings) Update(
	ctx context.Context, owner ident.Owner, change func(*settings.Document) (*settings.Entry, error),
) (d settings.Document, err error) {
	err = s.db.inTx(ctx, func(tx pgx.Tx) error {
		if d, err = lockSettings(ctx, tx, owner); err != nil {
			return err
		}
		next := d.Clone()
		entry, err := change(&next)
		if err != nil || entry == nil {
			return err
		}
		d = next
		return writeSettings(ctx, tx, owner, d, *entry)
	})
	if err != nil {
		return settings.Document{}, err
	}
	return d, nil
}

// lockSettings reads the owner's document and keeps others from changing it. While there is none, a lock on the owner's
// name stands in for the row's.
func lockSettings(ctx context.Context, tx pgx.Tx, owner ident.Owner) (settings.Document, error) {
	const (
		find = `SELECT document FROM settings WHERE owner_id = $1 FOR NO KEY UPDATE`
		lock = `SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`
	)
	var document []byte
	err := tx.QueryRow(ctx, find, owner).Scan(&document)
	if errors.Is(err, pgx.ErrNoRows) {
		if _, err := tx.Exec(ctx, lock, owner); err != nil {
			return settings.Document{}, err
		}
		err = tx.QueryRow(ctx, find, owner).Scan(&document)
	}
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return settings.Document{}, nil
	case err != nil:
		return settings.Document{}, err
	}
	return settings.Decode(document)
}

func writeSettings(ctx context.Context, tx pgx.Tx, owner ident.Owner, d settings.Document, e settings.Entry) error {
	const (
		keep = `
			INSERT INTO settings (owner_id, document) VALUES ($1, $2)
			ON CONFLICT (owner_id) DO UPDATE SET document = excluded.document`
		audit = `INSERT INTO settings_audit (owner_id, version, id, at, actor, changes) VALUES ($1, $2, $3, $4, $5, $6)`
	)
	document, err := d.Encode()
	if err != nil {
		return err
	}
	changes, err := json.Marshal(changesAtRest(e.Changes))
	if err != nil {
		return err
	}
	var b pgx.Batch
	b.Queue(keep, owner, document)
	b.Queue(audit, owner, e.Version, e.ID, e.At, e.Actor, changes)
	return send(ctx, tx, &b)
}

// change is a settings.Change at rest.
type change struct {
	Pointer settings.Member `json:"pointer"`
	Before  *string         `json:"before"`
	After   *string         `json:"after"`
}

func changesAtRest(list []settings.Change) []change {
	at := make([]change, len(list))
	for i, c := range list {
		at[i] = change(c)
	}
	return at
}

// ListAudit implements settings.Repository.
func (s *Settings) ListAudit(ctx context.Context, owner ident.Owner, w page.Window) ([]settings.Entry, error) {
	where := ofOwner(owner, "a")
	version := keyset{{"a.version", keyRank}}
	desc := !w.Backward
	version.from(where, w, desc)
	statement := fmt.Sprintf(`SELECT a.id, a.at, a.actor, a.changes, a.version FROM settings_audit a WHERE %s ORDER BY %s LIMIT %s`,
		where, version.orderBy(desc), where.args.add(w.Rows()))
	var found []struct {
		ID      uid       `db:"id"`
		At      time.Time `db:"at"`
		Actor   string    `db:"actor"`
		Changes []byte    `db:"changes"`
		Version int64     `db:"version"`
	}
	if err := s.db.sql.SelectContext(ctx, &found, statement, where.args...); err != nil {
		return nil, translate(err)
	}
	entries := make([]settings.Entry, len(found))
	for i, row := range found {
		var at []change
		if err := json.Unmarshal(row.Changes, &at); err != nil {
			return nil, fmt.Errorf("stored changes of settings: %w", err)
		}
		entries[i] = settings.Entry{ID: ident.ID(row.ID), At: row.At.UTC(), Actor: settings.Actor(row.Actor), Version: row.Version}
		for _, c := range at {
			entries[i].Changes = append(entries[i].Changes, settings.Change(c))
		}
	}
	return entries, nil
}
