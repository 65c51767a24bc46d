package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"vitrine/adapters/elastic/estest"
	"vitrine/adapters/postgres/pgtest"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
)

// TestTwoServersCarryChangesAndOneIsKilled has clients edit, add, view and delete assets, and move to other time zones, while two
// servers carry what changes to Elasticsearch, one of which is killed at a random moment and started again, for 50 seeds. After
// each the indices have the documents of the record, in their last versions, each once.
func TestTwoServersCarryChangesAndOneIsKilled(t *testing.T) {
	t.Setenv("VITRINE_ELASTICSEARCH_URL", estest.URL(t))
	t.Setenv("VITRINE_ELASTICSEARCH_INDEX_PREFIX", estest.Prefix())
	t.Setenv("VITRINE_PROFILE", "postgres-elastic")
	database := pgtest.Database(t)
	t.Setenv("VITRINE_DATABASE_URL", database)
	t.Setenv("VITRINE_MIGRATE", "true")
	t.Setenv("VITRINE_LOG_LEVEL", "error")
	t.Setenv("VITRINE_ADMIN_ADDR", "127.0.0.1:0")
	steady, doomed := &mortal{t: t, address: freeAddress(t)}, &mortal{t: t, address: freeAddress(t)}
	steady.start()
	ending := context.WithoutCancel(t.Context())
	t.Cleanup(func() { require.Zero(t, run(ending, []string{"search", "drop"})) })
	t.Cleanup(steady.kill)
	doomed.start()
	t.Cleanup(func() { doomed.kill() })
	conn, err := pgx.Connect(t.Context(), database)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, conn.Close(ending)) })
	verified := func() bool { return run(t.Context(), []string{"search", "verify"}) == 0 }
	require.Eventually(t, verified, time.Minute, time.Second, "the index is made")

	for seed := range uint64(50) {
		rng := rand.New(rand.NewPCG(seed, 2))
		var killed atomic.Bool
		var editing sync.WaitGroup
		for client := range uint64(2) {
			editing.Go(func() { churn(t, steady, rand.New(rand.NewPCG(seed, client)), &killed) })
		}
		<-time.After(time.Duration(rng.Int64N(int64(400 * time.Millisecond)))) // the moment is what is random
		doomed.kill()
		killed.Store(true)
		editing.Wait()
		doomed.start()
		for _, dirty := range []string{"search_dirty", "search_counter_dirty"} {
			// What the killed server had taken is due again in two minutes.
			_, err := conn.Exec(t.Context(), `UPDATE `+dirty+` SET due_at = now() WHERE due_at < 'infinity'`)
			require.NoError(t, err)
			require.Eventually(t, func() bool {
				var pending bool
				require.NoError(t, conn.QueryRow(t.Context(), `SELECT EXISTS (SELECT FROM `+dirty+`)`).Scan(&pending))
				return !pending
			}, time.Minute, 20*time.Millisecond, "seed %d: %s", seed, dirty)
		}
		require.True(t, verified(), "seed %d", seed)
	}
}

// churn adds assets, and edits, views and deletes them, and moves, until the other server has been killed.
func churn(t *testing.T, server *mortal, rng *rand.Rand, killed *atomic.Bool) {
	zones := []string{"UTC", "Asia/Kathmandu", "America/Santiago"}
	var ids []string
	for n := 0; !killed.Load() || len(ids) < 3; n++ {
		var err error
		switch {
		case len(ids) < 5:
			var made struct{ ID string }
			err = server.ask(http.MethodPost, "/assets", object{"type": "text", "content": fmt.Sprintf("lamp %d", n)}, &made)
			ids = append(ids, made.ID)
		case rng.IntN(10) == 0:
			last := len(ids) - 1
			err = server.ask(http.MethodDelete, "/assets/"+ids[last], nil, nil)
			ids = ids[:last]
		case rng.IntN(20) == 0:
			err = server.ask(http.MethodPatch, "/user/settings", object{"profile": object{"timezone": zones[rng.IntN(len(zones))]}}, nil)
		case rng.IntN(3) == 0:
			hours := time.Duration(rng.IntN(72)) * time.Hour
			view := object{
				"id": uuid.NewString(), "type": "view", "asset_id": ids[rng.IntN(len(ids))], "channel": "shopify",
				"occurred_at": time.Now().Add(-hours).Format(time.RFC3339),
			}
			err = server.ask(http.MethodPost, "/insights/events", object{"events": []object{view}}, nil)
		default:
			err = server.ask(http.MethodPatch, "/assets/"+ids[rng.IntN(len(ids))], object{"title": fmt.Sprintf("Lamp %d", n)}, nil)
		}
		if err != nil {
			t.Error(err)
			return
		}
	}
}
