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
// receipt's.
type effect func(tx pgx.Tx, b *pgx.Batch) (idempotency.Receipt, error)

// once runs the effect in a transaction, unless the key has a receipt already: then it returns that one. The receipt of
// an effect is written in its transaction. An advisory lock, taken without waiting, says that the key is at work
// elsewhere.
func (db *DB) once(ctx context.Context, owner ident.Owner, key idempotency.Key, do effect) (receipt idempotency.Receipt, err error) {
	err = db.inTx(ctx, func(tx pgx.Tx) error {
		if !key.IsZero() {
			var found bool
			if receipt, found, err = claim(ctx, tx, owner, key); err != nil || found {
				return err
			}
		}
		var b pgx.Batch
		if receipt, err = do(tx, &b); err != nil {
			return err
		}
		if !key.IsZero() && !receipt.Empty() {
			keep(&b, owner, key, receipt)
		}
		return send(ctx, tx, &b)
	})
	return receipt, err
}

// send runs the statements of a batch, if there are any.
func send(ctx context.Context, tx pgx.Tx, b *pgx.Batch) error {
	if b.Len() == 0 {
		return nil
	}
	return tx.SendBatch(ctx, b).Close()
}

// claim takes the key for this transaction and finds the receipt of an earlier one.
func claim(ctx context.Context, tx pgx.Tx, owner ident.Owner, key idempotency.Key) (idempotency.Receipt, bool, error) {
	const (
		lock = `SELECT pg_try_advisory_xact_lock(hashtextextended($2, hashtextextended($1, 0)))`
		find = `SELECT fingerprint, resource_id, results, created_at FROM idempotency_keys WHERE owner_id = $1 AND name = $2`
	)
	var taken bool
	var fingerprint []byte
	var resource *ident.ID
	var stored idempotency.Stored
	var b pgx.Batch
	b.Queue(lock, owner, key.Name)
	b.Queue(find, owner, key.Name)
	answers := tx.SendBatch(ctx, &b)
	err := answers.QueryRow().Scan(&taken)
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
