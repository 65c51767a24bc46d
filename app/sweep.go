package app

import (
	"context"
	"sync"
	"time"

	"vitrine/adapters/postgres"

	"go.uber.org/fx"
	"go.uber.org/zap"
)

// sweepInterval is how often what has expired is deleted.
const sweepInterval = time.Hour

// sweep deletes expired receipts of idempotency keys from the start on, every so often, until the server ends.
func sweep(db *postgres.DB, life fx.Lifecycle, log *zap.Logger) {
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	life.Append(fx.Hook{
		OnStart: func(context.Context) error {
			running.Go(func() { sweepUntil(ctx, db, log) })
			return nil
		},
		OnStop: func(context.Context) error {
			cancel()
			running.Wait()
			return nil
		},
	})
}

func sweepUntil(ctx context.Context, db *postgres.DB, log *zap.Logger) {
	tick := time.NewTicker(sweepInterval)
	defer tick.Stop()
	for {
		switch n, err := db.ForgetKeys(ctx, time.Now()); {
		case ctx.Err() != nil:
			return
		case err != nil:
			log.Warn("expired idempotency keys were not deleted; the next try is in an hour", zap.Error(err))
		case n > 0:
			log.Info("expired idempotency keys deleted", zap.Int64("keys", n))
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}
