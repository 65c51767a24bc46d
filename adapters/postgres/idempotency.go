package postgres

import (
	"context"
	"errors"
	"time"

	"vitrine/core/idempotency"
	"vitrine/core/ident"

	"github.com/jackc/pgx/v5"
)

// effect is what a transaction does: it may leave its last statements in b, which are then sent together with the
// receipt's and the commit.
type effect func(tx session, b *pgx.Batch) (idempotency.Receipt, error)

// once runs the effect in a transaction, unless the key has a receipt already: then it returns that one. The receipt of
// an effect is written in its transaction. An advisory lock, taken without waiting, says that the key is at work
// elsewhere.
func (db *DB) once(ctx context.Context, owner ident.Owner, key idempotency.Key, do effect) (receipt idempotency.Receipt, err error) {
	err = retry(ctx, func() error {
		conn, err := db.pool.Acquire(ctx)
		if err != nil {
			return err
		}
		defer conn.Release()
		if receipt, err = attemptOnce(ctx, conn.Conn(), owner, key, do); conn.Conn().PgConn().TxStatus() != idle {
			rollback(ctx, func(ctx context.Context) error {
				_, err := conn.Exec(ctx, "ROLLBACK")
				return err
			})
		}
		return err
	})
	return receipt, err
}

// idle is the status of a connection outside of any transaction (PostgreSQL documentation, message ReadyForQuery).
const idle = 'I'

// attemptOnce sends BEGIN with the claim and COMMIT with the last statements: an effect without questions of its own takes
// two round trips. It may leave the transaction open where it has no effect.
func attemptOnce(
	ctx context.Context, tx session, owner ident.Owner, key idempotency.Key, do effect,
) (idempotency.Receipt, error) {
	receipt, found, err := begin(ctx, tx, owner, key)
	if err != nil || found {
		return receipt, err
	}
	var b pgx.Batch
	if receipt, err = do(tx, &b); err != nil {
		return idempotency.Receipt{}, err
	}
	if !key.IsZero() && !receipt.Empty() {
		keep(&b, owner, key, receipt)
	}
	b.Queue("COMMIT")
	return receipt, send(ctx, tx, &b)
}

// send runs the statements of a batch, if there are any.
func send(ctx context.Context, tx session, b *pgx.Batch) error {
	if b.Len() == 0 {
		return nil
	}
	return tx.SendBatch(ctx, b).Close()
}

// begin begins the transaction, takes the key for it, if there is one, and finds the receipt of an earlier one.
func begin(ctx context.Context, tx session, owner ident.Owner, key idempotency.Key) (idempotency.Receipt, bool, error) {
	const (
		lock = `SELECT pg_try_advisory_xact_lock(hashtextextended($2, hashtextextended($1, 0)))`
		find = `SELECT fingerprint, resource_id, results, created_at FROM idempotency_keys WHERE owner_id = $1 AND name = $2`
	)
	var b pgx.Batch
	b.Queue("BEGIN")
	if key.IsZero() {
		return idempotency.Receipt{}, false, send(ctx, tx, &b)
	}
	b.Queue(lock, owner, key.Name)
	b.Queue(find, owner, key.Name)
	var taken bool
	var fingerprint []byte
	var resource *ident.ID
	var stored idempotency.Stored
	answers := tx.SendBatch(ctx, &b)
	_, err := answers.Exec()
	err = errors.Join(err, answers.QueryRow().Scan(&taken))
	missing := answers.QueryRow().Scan(&fingerprint, &resource, &stored.Receipt.Results, &stored.At)
	switch err = errors.Join(err, answers.Close()); {
	case err != nil:
		return idempotency.Receipt{}, false, err
	case !taken:
		return idempotency.Receipt{}, false, idempotency.InProgress()
	case errors.Is(missing, pgx.ErrNoRows):
		return idempotency.Receipt{}, false, nil
	case missing != nil:
		return idempotency.Receipt{}, false, missing
	}
	copy(stored.Fingerprint[:], fingerprint)
	if resource != nil {
		stored.Receipt.Resource = *resource
	}
	return key.Replay(stored)
}

// keep writes the receipt, in place of an expired one.
func keep(b *pgx.Batch, owner ident.Owner, key idempotency.Key, r idempotency.Receipt) {
	const insert = `
		INSERT INTO idempotency_keys (owner_id, name, fingerprint, resource_id, results, created_at)
		VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (owner_id, name) DO UPDATE SET fingerprint = excluded.fingerprint,
			resource_id = excluded.resource_id, results = excluded.results, created_at = excluded.created_at`
	var resource *ident.ID
	if !r.Resource.IsZero() {
		resource = &r.Resource
	}
	b.Queue(insert, owner, key.Name, key.Fingerprint[:], resource, r.Results, key.Now)
}

// ForgetKeys deletes receipts that have expired by now, in slices, and returns how many.
func (db *DB) ForgetKeys(ctx context.Context, now time.Time) (total int64, err error) {
	const remove = `
		DELETE FROM idempotency_keys WHERE (owner_id, name) IN (
			SELECT owner_id, name FROM idempotency_keys WHERE created_at < $1 LIMIT 5000)`
	for {
		tag, err := db.pool.Exec(ctx, remove, now.Add(-idempotency.Retention))
		if err != nil || tag.RowsAffected() == 0 {
			return total, translate(err)
		}
		total += tag.RowsAffected()
	}
}
