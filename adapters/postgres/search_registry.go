package postgres

import (
	"context"
	"errors"

	"vitrine/core/gallery"
	"vitrine/core/ident"

	"github.com/jackc/pgx/v5"
)

// SearchRegistry implements gallery.Registry and gallery.Stock.
type SearchRegistry struct {
	db *DB
}

var (
	_ gallery.Registry = (*SearchRegistry)(nil)
	_ gallery.Stock    = (*SearchRegistry)(nil)
)

// NewSearchRegistry makes the registry of db.
func NewSearchRegistry(db *DB) *SearchRegistry { return &SearchRegistry{db: db} }

// queueHold waits for the transactions that are changing assets, and has others wait for this one: not for long, so that one
// that never ends does not hold up everybody. A transaction that has no other lock yet cannot be in a deadlock over it.
func queueHold(b *pgx.Batch) {
	b.Queue(`SET LOCAL lock_timeout = '2s'`)
	b.Queue(`LOCK TABLE assets IN SHARE ROW EXCLUSIVE MODE`)
}

// Copies implements gallery.Registry.
func (s *SearchRegistry) Copies(ctx context.Context) ([]gallery.Registered, error) {
	const find = `SELECT id, name, schema, filled_owner, filled_id FROM search_indices ORDER BY registered_at, id`
	rows, err := s.db.pool.Query(ctx, find)
	if err != nil {
		return nil, translate(err)
	}
	found, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (c gallery.Registered, err error) {
		return c, row.Scan(&c.ID, &c.Name, &c.Schema, &c.Filled.Owner, &c.Filled.ID)
	})
	return found, translate(err)
}

// Register implements gallery.Registry. Transactions that may not have seen the registration are over when it returns.
func (s *SearchRegistry) Register(ctx context.Context, c gallery.Copy) error {
	const insert = `INSERT INTO search_indices (id, name, schema) VALUES ($1, $2, $3)`
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		var b pgx.Batch
		queueHold(&b)
		b.Queue(insert, c.ID, c.Name, c.Schema)
		return send(ctx, tx, &b)
	})
}

// Unregister implements gallery.Registry.
func (s *SearchRegistry) Unregister(ctx context.Context, id ident.ID) error {
	const (
		remove = `DELETE FROM search_indices WHERE id = $1`
		forget = `DELETE FROM search_dirty WHERE NOT EXISTS (SELECT FROM search_indices)`
	)
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		var b pgx.Batch
		queueHold(&b)
		b.Queue(remove, id)
		b.Queue(forget)
		return send(ctx, tx, &b)
	})
}

// Filled implements gallery.Registry.
func (s *SearchRegistry) Filled(ctx context.Context, id ident.ID, at gallery.Place) error {
	const note = `UPDATE search_indices SET filled_owner = $2, filled_id = $3 WHERE id = $1`
	_, err := s.db.pool.Exec(ctx, note, id, at.Owner, at.ID)
	return translate(err)
}

// searchLock is the key of the advisory lock of whoever makes a copy.
const searchLock = 7_016_226_171_984_500_001

// Alone implements gallery.Registry. The lock goes with its connection.
func (s *SearchRegistry) Alone(ctx context.Context, work func(context.Context) error) (ran bool, err error) {
	conn, err := s.db.pool.Acquire(ctx)
	if err != nil {
		return false, translate(err)
	}
	defer conn.Release()
	if err := conn.QueryRow(ctx, `SELECT pg_try_advisory_lock($1)`, int64(searchLock)).Scan(&ran); err != nil || !ran {
		return false, translate(err)
	}
	err = work(ctx)
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), rollbackTimeout)
	defer cancel()
	if _, unlocking := conn.Exec(ending, `SELECT pg_advisory_unlock($1)`, int64(searchLock)); unlocking != nil {
		err = errors.Join(err, unlocking, conn.Conn().Close(ending)) // or it would keep the lock in the pool
	}
	return true, err
}
