package postgres

import (
	"context"
	"errors"
	"time"

	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/jackc/pgx/v5"
)

// SearchRegistry implements index.Registry for one family of copies.
type SearchRegistry struct {
	db     *DB
	family searchFamily
}

var _ index.Registry = (*SearchRegistry)(nil)

// searchFamily is what copies are made of.
type searchFamily struct {
	name    string
	dirty   string // the table of what copies have still to learn
	sources string // the tables whose changes put it there
	lock    int64  // the key of the advisory lock of whoever makes a copy
}

var assetFamily = searchFamily{name: "assets", dirty: "search_dirty", sources: "assets", lock: 7_016_226_171_984_500_001}

// What counters are made of: sums, single events where a zone parts a day, and the zone.
var counterFamily = searchFamily{
	name: "counters", dirty: "search_counter_dirty",
	sources: "events, rollup_day_asset_channel, rollup_day_asset_channel_revenue, settings", lock: 7_016_226_171_984_500_002,
}

// NewCounterRegistry makes the registry of the copies of db's counters.
func NewCounterRegistry(db *DB) *SearchRegistry {
	return &SearchRegistry{db: db, family: counterFamily}
}

// NewAssetRegistry makes the registry of the copies of db's assets.
func NewAssetRegistry(db *DB) *SearchRegistry { return &SearchRegistry{db: db, family: assetFamily} }

// queueHold waits for the transactions that are changing the sources, and has others wait for this one: not for long, so that
// one that never ends does not hold up everybody. A transaction that has no other lock yet cannot be in a deadlock over it.
func (f searchFamily) queueHold(b *pgx.Batch) {
	b.Queue(`SET LOCAL statement_timeout = '2s'`)
	b.Queue(`LOCK TABLE ` + f.sources + ` IN SHARE ROW EXCLUSIVE MODE`)
	b.Queue(`SET LOCAL statement_timeout TO DEFAULT`)
}

// Copies implements index.Registry.
func (s *SearchRegistry) Copies(ctx context.Context) ([]index.Registered, error) {
	const find = `SELECT id, name, schema, filled FROM search_indices WHERE family = $1 ORDER BY registered_at, id`
	rows, err := s.db.pool.Query(ctx, find, s.family.name)
	if err != nil {
		return nil, translate(err)
	}
	found, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (c index.Registered, err error) {
		return c, row.Scan(&c.ID, &c.Name, &c.Schema, &c.Filled)
	})
	return found, translate(err)
}

// Register implements index.Registry. Transactions that may not have seen the registration are over when it returns.
func (s *SearchRegistry) Register(ctx context.Context, c index.Copy) error {
	const insert = `INSERT INTO search_indices (id, name, schema, family) VALUES ($1, $2, $3, $4)`
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		var b pgx.Batch
		s.family.queueHold(&b)
		b.Queue(insert, c.ID, c.Name, c.Schema, s.family.name)
		return send(ctx, tx, &b)
	})
}

// Unregister implements index.Registry.
func (s *SearchRegistry) Unregister(ctx context.Context, id ident.ID) error {
	const remove = `DELETE FROM search_indices WHERE id = $1`
	forget := `DELETE FROM ` + s.family.dirty + ` WHERE NOT EXISTS (SELECT FROM search_indices WHERE family = $1)`
	again := `UPDATE ` + s.family.dirty + ` SET due_at = now(), attempts = 0 WHERE due_at = 'infinity'`
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		var b pgx.Batch
		s.family.queueHold(&b)
		b.Queue(remove, id)
		b.Queue(forget, s.family.name)
		b.Queue(again)
		return send(ctx, tx, &b)
	})
}

// Filled implements index.Registry.
func (s *SearchRegistry) Filled(ctx context.Context, id ident.ID, at index.Place) error {
	const note = `UPDATE search_indices SET filled = $2 WHERE id = $1`
	_, err := s.db.pool.Exec(ctx, note, id, at)
	return translate(err)
}

// Alone implements index.Registry. The lock goes with its connection.
func (s *SearchRegistry) Alone(ctx context.Context, work func(context.Context) error) (ran bool, err error) {
	conn, err := s.db.pool.Acquire(ctx)
	if err != nil {
		return false, translate(err)
	}
	defer conn.Release()
	if err := conn.QueryRow(ctx, `SELECT pg_try_advisory_lock($1)`, s.family.lock).Scan(&ran); err != nil || !ran {
		return false, translate(err)
	}
	err = work(ctx)
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), rollbackTimeout)
	defer cancel()
	if _, unlocking := conn.Exec(ending, `SELECT pg_advisory_unlock($1)`, s.family.lock); unlocking != nil {
		err = errors.Join(err, unlocking, conn.Conn().Close(ending)) // or it would keep the lock in the pool
	}
	return true, err
}

// Behind is how far copies are behind the record.
type Behind struct {
	Pending int64         // documents that have still to be written
	Parked  int64         // documents that the engine refuses as they are
	Lag     time.Duration // since when the oldest of those pending waits
}

// Behind says how far the copies of the family are behind.
func (s *SearchRegistry) Behind(ctx context.Context) (b Behind, err error) {
	find := `
		SELECT count(*) FILTER (WHERE due_at < 'infinity'), count(*) FILTER (WHERE due_at = 'infinity'),
			coalesce(extract(epoch FROM now() - min(dirty_at) FILTER (WHERE due_at < 'infinity')), 0)::float8
		FROM ` + s.family.dirty
	var seconds float64
	err = s.db.pool.QueryRow(ctx, find).Scan(&b.Pending, &b.Parked, &seconds)
	b.Lag = time.Duration(seconds * float64(time.Second))
	return b, translate(err)
}
