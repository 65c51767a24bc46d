package postgres

import (
	"context"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// attempts is how often a transaction is tried that got in the way of others.
const attempts = 5

// session runs the statements of a transaction.
type session interface {
	Exec(ctx context.Context, statement string, args ...any) (pgconn.CommandTag, error)
	Query(ctx context.Context, statement string, args ...any) (pgx.Rows, error)
	SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults
	CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error)
}

// inTx runs f in a transaction and returns the commit's error. A transaction that lost a deadlock runs again, so f must
// have no effect outside of it. What a broken connection leaves unknown is not tried again: that is the caller's
// business, who has an idempotency key for it.
func (db *DB) inTx(ctx context.Context, f func(tx pgx.Tx) error) error {
	return retry(ctx, func() error { return db.attempt(ctx, f) })
}

// retry runs a transaction until it is not in the way of others any more.
func retry(ctx context.Context, attempt func() error) error {
	wait := backoff.NewExponentialBackOff()
	wait.InitialInterval, wait.MaxInterval = 5*time.Millisecond, 200*time.Millisecond
	_, err := backoff.Retry(ctx, func() (struct{}, error) {
		err := attempt()
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
		rollback(ctx, tx.Rollback)
		return err
	}
	return tx.Commit(ctx)
}

func rollback(ctx context.Context, do func(context.Context) error) {
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), rollbackTimeout)
	defer cancel()
	_ = do(ending) // fails only on a connection that is broken, and then it is discarded
}

// snapshot runs f in a read-only transaction whose statements all see the same state.
func (db *DB) snapshot(ctx context.Context, f func(tx pgx.Tx) error) error {
	options := pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
	return translate(pgx.BeginTxFunc(ctx, db.pool, options, f))
}
