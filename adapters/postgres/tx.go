package postgres

import (
	"context"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/jackc/pgx/v5"
)

// attempts is how often a transaction is tried that got in the way of others.
const attempts = 5

// inTx runs f in a transaction and returns the commit's error. A transaction that lost a deadlock runs again, so f must
// have no effect outside of it. What a broken connection leaves unknown is not tried again: that is the caller's
// business, who has an idempotency key for it.
func (db *DB) inTx(ctx context.Context, f func(tx pgx.Tx) error) error {
	wait := backoff.NewExponentialBackOff()
	wait.InitialInterval, wait.MaxInterval = 5*time.Millisecond, 200*time.Millisecond
	_, err := backoff.Retry(ctx, func() (struct{}, error) {
		err := db.attempt(ctx, f)
		if err != nil && !retryable(err) {
			return struct{}{}, backoff.Permanent(err)
		}
		return struct{}{}, err
	}, backoff.WithBackOff(wait), backoff.WithMaxTries(attempts))
	return translate(err)
}

// rollbackTimeout bounds the one thing that is still done after a request's context has ended.
const rollbackTimeout = 5 * time.Second

// attempt runs f in a transaction once. A transaction that fails is rolled back although the request's context may have
// ended: else its locks would live on until the server notices that the connection is gone.
func (db *DB) attempt(ctx context.Context, f func(tx pgx.Tx) error) error {
	tx, err := db.pool.Begin(ctx)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), rollbackTimeout)
		defer cancel()
		_ = tx.Rollback(ending) // fails only on a connection that is broken, and then it is discarded
		return err
	}
	return tx.Commit(ctx)
}

// snapshot runs f in a read-only transaction whose statements all see the same state.
func (db *DB) snapshot(ctx context.Context, f func(tx pgx.Tx) error) error {
	options := pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
	return translate(pgx.BeginTxFunc(ctx, db.pool, options, f))
}
