package postgres

import (
	"context"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/jackc/pgx/v5"
)

// AssetOutbox implements index.Outbox and index.Backlog with the rows that a trigger writes for every change of an asset
// while an index is registered.
type AssetOutbox struct {
	db *DB
}

var (
	_ index.Outbox[gallery.Asset] = (*AssetOutbox)(nil)
	_ index.Backlog               = (*AssetOutbox)(nil)
)

// NewAssetOutbox makes the outbox of db.
func NewAssetOutbox(db *DB) *AssetOutbox { return &AssetOutbox{db: db} }

// Pending implements index.Backlog.
func (s *AssetOutbox) Pending(ctx context.Context, owner ident.Owner) (pending bool, err error) {
	const find = `SELECT EXISTS (SELECT FROM search_dirty WHERE owner_id = $1)`
	return pending, translate(s.db.sql.GetContext(ctx, &pending, find, owner))
}

// Lease implements index.Outbox. The lease is committed before the assets are read, so that what is read is at least as new
// as what was leased, and no lock is held afterwards.
func (s *AssetOutbox) Lease(ctx context.Context, n int, patience time.Duration) ([]index.Change[gallery.Asset], error) {
	const lease = `
		UPDATE search_dirty d SET due_at = now() + $2 * interval '1 second'
		FROM (
			SELECT owner_id, asset_id FROM search_dirty WHERE due_at <= now() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
		) due
		WHERE d.owner_id = due.owner_id AND d.asset_id = due.asset_id
		RETURNING d.owner_id, d.asset_id, d.version`
	var leased []struct {
		Owner   string `db:"owner_id"`
		ID      uid    `db:"asset_id"`
		Version int64  `db:"version"`
	}
	if err := s.db.sql.SelectContext(ctx, &leased, lease, n, patience.Seconds()); err != nil {
		return nil, translate(err)
	}
	changes := make([]index.Change[gallery.Asset], len(leased))
	for i, row := range leased {
		changes[i] = index.Change[gallery.Asset]{Owner: ident.Owner(row.Owner), ID: ident.ID(row.ID).String(), Version: row.Version}
	}
	return changes, s.read(ctx, changes)
}

// read puts the assets as they are into the changes.
func (s *AssetOutbox) read(ctx context.Context, changes []index.Change[gallery.Asset]) error {
	const find = `
		SELECT k.n, ` + assetColumns + `, ` + textColumns + `
		FROM unnest($1::text[], $2::text[]::uuid[]) WITH ORDINALITY AS k (owner_id, id, n)
		JOIN assets a ON a.owner_id = k.owner_id AND a.id = k.id
		LEFT JOIN asset_texts t ON t.owner_id = a.owner_id AND t.asset_id = a.id`
	owners, ids, _ := keysOf(changes)
	var found []struct {
		N int `db:"n"`
		fullAssetRow
	}
	if err := s.db.sql.SelectContext(ctx, &found, find, owners, ids); err != nil {
		return translate(err)
	}
	for i := range found {
		change := &changes[found[i].N-1]
		*change = gallery.ToIndex(change.Owner, found[i].asset())
	}
	return nil
}

// keysOf are the columns of the changes.
func keysOf(changes []index.Change[gallery.Asset]) (owners, ids []string, versions []int64) {
	for _, c := range changes {
		owners, ids, versions = append(owners, string(c.Owner)), append(ids, c.ID), append(versions, c.Version)
	}
	return owners, ids, versions
}

// dueAgain is when a row is due that could not be written: the later the more often it was tried, and never while it is parked.
const dueAgain = `CASE WHEN k.parked THEN 'infinity' ELSE now() + least(power(2, least(attempts, 6)), 60) * interval '1 second' END`

// Settle implements index.Outbox.
func (s *AssetOutbox) Settle(ctx context.Context, changes []index.Change[gallery.Asset], outcomes []index.Outcome) error {
	const (
		forget = `
			DELETE FROM search_dirty d USING unnest($1::text[], $2::text[]::uuid[], $3::bigint[]) AS k (owner_id, asset_id, version)
			WHERE d.owner_id = k.owner_id AND d.asset_id = k.asset_id AND d.version <= k.version`
		again = `
			UPDATE search_dirty d SET attempts = attempts + 1, error = k.error,
				due_at = ` + dueAgain + `
			FROM unnest($1::text[], $2::text[]::uuid[], $3::bigint[], $4::text[], $5::boolean[]) AS k (owner_id, asset_id, version, error, parked)
			WHERE d.owner_id = k.owner_id AND d.asset_id = k.asset_id AND d.version <= k.version`
	)
	var done, left []index.Change[gallery.Asset]
	var errs []string
	var parked []bool
	for i, o := range outcomes {
		if o.Verdict == index.Done {
			done = append(done, changes[i])
			continue
		}
		left, errs, parked = append(left, changes[i]), append(errs, reason(o.Err)), append(parked, o.Verdict == index.Parked)
	}
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		if err := lockDirty(ctx, tx, changes); err != nil {
			return err
		}
		var b pgx.Batch
		owners, ids, versions := keysOf(done)
		b.Queue(forget, owners, ids, versions)
		owners, ids, versions = keysOf(left)
		b.Queue(again, owners, ids, versions, errs, parked)
		return send(ctx, tx, &b)
	})
}

// lockDirty takes the rows in the order in which transactions that change assets take them.
func lockDirty(ctx context.Context, tx pgx.Tx, changes []index.Change[gallery.Asset]) error {
	const lock = `
		SELECT FROM search_dirty d JOIN unnest($1::text[], $2::text[]::uuid[]) AS k (owner_id, asset_id) USING (owner_id, asset_id)
		ORDER BY owner_id, asset_id FOR UPDATE OF d`
	owners, ids, _ := keysOf(changes)
	_, err := tx.Exec(ctx, lock, owners, ids)
	return err
}

// reason is what is kept of an error for people.
func reason(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
