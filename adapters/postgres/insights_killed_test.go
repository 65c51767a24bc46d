package postgres

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

// clicks is a posting of clicks on the assets, each under the id of its number.
func clicks(assets []ident.ID, at time.Time, numbers []int) insights.Posting {
	var p insights.Posting
	for _, n := range numbers {
		e := insights.NewEvent{
			ID: ident.ID{0xe7, 14: byte(n >> 8), 15: byte(n)}.String(), Type: string(insights.Click),
			AssetID: assets[n%len(assets)].String(), Channel: string(insights.Channels[n%len(insights.Channels)]),
			OccurredAt: at.Add(time.Duration(n) * time.Minute).Format(time.RFC3339),
		}
		if n%10 == 0 {
			value := int64(n)
			e.Type = string(insights.Conversion)
			e.Order = &insights.NewOrder{ExternalID: fmt.Sprint(n), Currency: "EUR", ValueMinor: &value}
		}
		p.Events = append(p.Events, insights.Posted{Event: e})
	}
	return p
}

// TestEventsCountOnceThoughBackendsAreKilled lets clients send overlapping batches in their own orders, each until it is
// answered, while the server's processes that serve them are ended over and over.
func TestEventsCountOnceThoughBackendsAreKilled(t *testing.T) {
	db := open(t)
	seedAssets(t, db, 200)
	ctx := t.Context()
	figures := NewInsights(db)
	service := insights.NewService(insights.Ports{
		Events: figures, Reader: figures, Ranking: figures, Catalog: figures, Upkeep: figures,
	}, time.Now, insights.Rules{Retention: 400 * insights.UTCDay})
	cards, err := figures.Oldest(ctx, heavy, 40)
	require.NoError(t, err)
	var assets []ident.ID
	for _, c := range cards {
		assets = append(assets, c.ID)
	}

	const clients, rounds, pool, batch = 8, 12, 2000, 300
	start := time.Now().UTC().Truncate(insights.UTCDay).AddDate(0, 0, -3)
	var mu sync.Mutex
	sent := map[int]bool{}
	var sending sync.WaitGroup
	for client := range clients {
		sending.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(client), 1))
			for range rounds {
				numbers := rng.Perm(pool)[:batch]
				mu.Lock()
				for _, n := range numbers {
					sent[n] = true
				}
				mu.Unlock()
				posting := clicks(assets, start, numbers)
				for {
					_, err := service.Record(ctx, heavy, posting, idempotency.Key{})
					if err == nil {
						break
					}
					if !fault.Is(err, fault.Unavailable) {
						t.Errorf("a killed connection is %v", err)
						return
					}
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { sending.Wait(); close(done) }()
	require.Positive(t, killUntil(t, db, done), "nobody was killed")

	drift, err := figures.Compare(ctx, heavy, start, false)
	require.NoError(t, err)
	require.Zero(t, drift.Keys, "%+v", drift)
	var kept int
	require.NoError(t, db.sql.GetContext(ctx, &kept, `SELECT count(*) FROM events WHERE owner_id = $1`, string(heavy)))
	require.Equal(t, len(sent), kept)
	var deadlocks int
	require.NoError(t, db.sql.GetContext(ctx, &deadlocks, `SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`))
	require.Zero(t, deadlocks)
}

// killUntil ends the processes that serve a transaction of the database, again and again, and says how many there were.
func killUntil(t *testing.T, db *DB, done <-chan struct{}) (killed int) {
	const kill = `
		SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
		WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return killed
		case <-tick.C:
			var n int
			require.NoError(t, db.pool.QueryRow(context.WithoutCancel(t.Context()), kill).Scan(&n))
			killed += n
		}
	}
}
