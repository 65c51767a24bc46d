package postgres

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"vitrine/adapters/elastic"
	"vitrine/adapters/elastic/estest"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

// charted is a record of figures with an index of counters that a relay keeps up.
type charted struct {
	*Insights
	outbox   *CounterOutbox
	stock    *CounterStock
	registry *SearchRegistry
	engine   *elastic.Index[insights.Counter]
	keeper   *index.Keeper[insights.Counter]
	leaders  *elastic.Leaders
	answered atomic.Int64 // questions, by the index

	mu    sync.Mutex
	relay *index.Relay[insights.Counter]
}

func chart(t testing.TB, db *DB) *charted {
	t.Helper()
	return chartOver(t, db, elastic.Config{Addresses: []string{estest.URL(t)}, Prefix: estest.Prefix(), Patience: 30 * time.Second})
}

func chartOver(t testing.TB, db *DB, c elastic.Config) *charted {
	t.Helper()
	client, err := elastic.Open(c)
	require.NoError(t, err)
	x := &charted{
		Insights: NewInsights(db), outbox: NewCounterOutbox(db), stock: NewCounterStock(db), registry: NewCounterRegistry(db),
		engine: elastic.CounterIndex(client), leaders: elastic.NewLeaders(client),
	}
	x.keeper = keeping(t, x.engine, x.registry, x.stock)
	x.relay = x.newRelay()
	return x
}

func (x *charted) newRelay() *index.Relay[insights.Counter] {
	return index.NewRelay(x.outbox, index.NewEveryCopy(x.registry, x.engine), time.Now)
}

// ranking is as the service has it.
func (x *charted) ranking() *insights.IndexedRanking {
	return insights.NewIndexedRanking(x.leaders, x.Insights, index.NewGuard(x.outbox, x.keeper.Sound))
}

// settle makes all that was written before visible.
func (x *charted) settle(t testing.TB) {
	x.mu.Lock()
	defer x.mu.Unlock()
	require.NoError(t, x.relay.Drain(t.Context()))
}

// Rank implements insights.Ranking for owners whose zone is UTC. The index answers what it can vouch for. The record does not
// stand in for an index that is out, or nobody would notice one that never answers.
func (x *charted) Rank(ctx context.Context, owner ident.Owner, q insights.RankQuery) (insights.Standing, error) {
	whole := q.Span.Start.Equal(q.Span.Start.Truncate(insights.UTCDay)) && q.Span.End.Equal(q.Span.End.Truncate(insights.UTCDay))
	pending, err := x.outbox.Pending(ctx, owner)
	if err != nil || pending || !whole || q.Span.Empty() || q.Filter.ProjectID != nil || q.Metric.Kind() == insights.KindRatio {
		return x.Insights.Rank(ctx, owner, q)
	}
	q.Days = &insights.Days{From: q.Span.Start, Until: q.Span.End, Zone: time.UTC}
	rows, total, exact, err := x.leaders.Lead(ctx, owner, q)
	if err != nil || !exact {
		standing, _ := x.Insights.Rank(ctx, owner, q)
		return standing, err
	}
	x.answered.Add(1)
	known, err := x.Read(ctx, owner, insights.Question{})
	return insights.Standing{First: known.First, Rows: rows, Total: total}, err
}

// converges compares all that the index has with all that the record has.
func (x *charted) converges(t *testing.T) {
	t.Helper()
	_, err := x.db.pool.Exec(t.Context(), `UPDATE search_counter_dirty SET due_at = now() WHERE due_at < 'infinity'`) // as time would
	require.NoError(t, err)
	x.settle(t)
	used, err := x.engine.InUse(t.Context())
	require.NoError(t, err)
	require.Equal(t, listed(t, x.stock), listed(t, x.engine.Inventory(used)))
}

// listed is what an inventory tells, without versions, of which only their order matters.
func listed(t *testing.T, v index.Inventory) map[ident.Owner][]index.Entry {
	t.Helper()
	sums, err := v.Sums(t.Context(), "", 1000)
	require.NoError(t, err)
	all := map[ident.Owner][]index.Entry{}
	for _, sum := range sums {
		for after, size := "", 7; ; size = 500 { // at first less than there is
			page, err := v.Entries(t.Context(), sum.Owner, after, size)
			require.NoError(t, err)
			if len(page) == 0 {
				break
			}
			for _, e := range page {
				sum.Documents--
				sum.Check -= e.Check
				all[sum.Owner] = append(all[sum.Owner], index.Entry{ID: e.ID, Check: e.Check})
			}
			after = page[len(page)-1].ID
		}
		require.Equal(t, index.Sum{Owner: sum.Owner}, sum, "the sums are those of the entries")
	}
	return all
}
