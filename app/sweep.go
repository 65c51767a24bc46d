package app

import (
	"context"
	"time"

	"vitrine/core/insights"

	"go.uber.org/fx"
	"go.uber.org/zap"
)

// sweepInterval is how often what has been kept long enough is deleted.
const sweepInterval = time.Hour

// chore deletes what has been kept long enough at a time, and says how much that was.
type chore struct {
	what string
	do   func(ctx context.Context, now time.Time) (int64, error)
}

// sweep does the chores of the storage, and forgets old events, from the start on, every so often, until the server ends.
func sweep(chores []chore, figures *insights.Service, life fx.Lifecycle, log *zap.Logger) {
	chores = append(chores, chore{"events beyond their retention", func(ctx context.Context, _ time.Time) (int64, error) {
		n, err := figures.Forget(ctx)
		return int64(n), err
	}})
	inBackground(life, func(ctx context.Context) { sweepUntil(ctx, chores, log) })
}

func sweepUntil(ctx context.Context, chores []chore, log *zap.Logger) {
	tick := time.NewTicker(sweepInterval)
	defer tick.Stop()
	for {
		for _, c := range chores {
			c.run(ctx, log)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

func (c chore) run(ctx context.Context, log *zap.Logger) {
	switch n, err := c.do(ctx, time.Now()); {
	case ctx.Err() != nil:
	case err != nil:
		log.Warn(c.what+" were not deleted; the next try is in an hour", zap.Error(err))
	case n > 0:
		log.Info(c.what+" deleted", zap.Int64("count", n))
	}
}
