package postgres

import (
	"context"
	"crypto/rand"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"vitrine/adapters/elastic"
	"vitrine/adapters/elastic/estest"
	"vitrine/contracttests"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/page"

	"github.com/stretchr/testify/require"
)

// The whole suite once more, over a record in PostgreSQL with an Elasticsearch beside it that answers whatever has a text, and
// puts assets in order by whole days.
func TestElasticsearchKeepsTheContract(t *testing.T) {
	var ranked atomic.Int64
	t.Cleanup(func() { require.Positive(t, ranked.Load(), "rankings by the index") })
	contracttests.Run(t, func(t testing.TB) contracttests.Backend {
		b, db := backendOf(t)
		assets, figures := openIndex(t, db), chart(t, db)
		b.AssetFinder, b.Ranking = assets, figures
		b.Settle = func(t testing.TB) {
			assets.settle(t)
			figures.settle(t)
		}
		t.Cleanup(func() { ranked.Add(figures.answered.Load()) })
		return b
	}, reference)
}

// indexed is the record and an index that a relay keeps up. As in the service, the record answers while something is pending,
// which is never after settle. It does not stand in for an index that is out, or nobody would notice one that never answers.
type indexed struct {
	*Assets
	outbox   *AssetOutbox
	registry *SearchRegistry
	engine   *elastic.Index[gallery.Asset]
	keeper   *index.Keeper[gallery.Asset]
	index    *gallery.Index
	searcher gallery.Searcher

	mu    sync.Mutex
	relay *index.Relay[gallery.Asset]
}

func openIndex(t testing.TB, db *DB) *indexed {
	t.Helper()
	return openIndexOf(t, db, elastic.Config{Addresses: []string{estest.URL(t)}, Prefix: estest.Prefix(), Patience: 30 * time.Second})
}

func openIndexOf(t testing.TB, db *DB, c elastic.Config) *indexed {
	t.Helper()
	client, err := elastic.Open(c)
	require.NoError(t, err)
	engine, registry := elastic.AssetIndex(client), NewAssetRegistry(db)
	keeper := keeping(t, engine, registry, NewAssetStock(db))
	assets, outbox, searcher := NewAssets(db), NewAssetOutbox(db), elastic.NewAssets(client)
	return &indexed{
		Assets: assets, outbox: outbox, registry: registry, engine: engine, keeper: keeper,
		index: gallery.NewIndex(searcher, assets, index.NewGuard(outbox, keeper.Sound)), searcher: searcher,
		relay: index.NewRelay(outbox, index.NewEveryCopy(registry, engine), time.Now),
	}
}

// keeping is the keeper of an index that is there, and that goes when the test ends.
func keeping[D any](t testing.TB, e *elastic.Index[D], r *SearchRegistry, s index.Stock[D]) *index.Keeper[D] {
	t.Helper()
	k := index.NewKeeper(index.Ports[D]{Engine: e, Pointer: e, Registry: r, Stock: s}, randomID, time.Now)
	require.NoError(t, k.Check(t.Context()))
	t.Cleanup(func() {
		ctx := context.WithoutCancel(t.Context())
		copies, err := r.Copies(ctx)
		require.NoError(t, err)
		for _, c := range copies {
			require.NoError(t, e.Drop(ctx, c.Copy))
		}
	})
	return k
}

func randomID() (id ident.ID) {
	_, _ = rand.Read(id[:]) // never fails
	return id
}

// settle makes all that was written before visible. Clauses share the relay, or one would not see what another has taken.
func (x *indexed) settle(t testing.TB) {
	x.mu.Lock()
	defer x.mu.Unlock()
	require.NoError(t, x.relay.Drain(t.Context()))
}

// inCharge reports whether the index answers.
func (x *indexed) inCharge(ctx context.Context, owner ident.Owner, f gallery.Filter) (bool, error) {
	if f.Text.Empty() {
		return false, nil
	}
	pending, err := x.outbox.Pending(ctx, owner)
	return !pending, err
}

// List implements gallery.Finder.
func (x *indexed) List(ctx context.Context, owner ident.Owner, q gallery.Query) ([]gallery.Row, error) {
	indexed, err := x.inCharge(ctx, owner, q.Filter)
	if err != nil || !indexed {
		return x.Assets.List(ctx, owner, q)
	}
	return x.index.List(ctx, owner, q)
}

// Count implements gallery.Finder.
func (x *indexed) Count(ctx context.Context, owner ident.Owner, f gallery.Filter, facets []string, limit int64) (page.Counts, error) {
	indexed, err := x.inCharge(ctx, owner, f)
	if err != nil || !indexed {
		return x.Assets.Count(ctx, owner, f, facets, limit)
	}
	return x.searcher.Count(ctx, owner, f, facets, limit)
}
