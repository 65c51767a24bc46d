package postgres

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/page"
	"vitrine/core/search"

	"github.com/stretchr/testify/require"
)

// lamps adds n assets of the owner, each with a word of its own.
func (x *indexed) lamps(t *testing.T, n int) []gallery.Asset {
	t.Helper()
	assets := make([]gallery.Asset, n)
	for i := range assets {
		assets[i] = gallery.Asset{
			ID: randomID(), Type: gallery.Image, Title: fmt.Sprintf("lamp n%dx", i), Version: 1, CreatedAt: time.UnixMilli(int64(i)).UTC(),
		}
	}
	_, err := x.Insert(t.Context(), keeper, assets, idempotency.Key{})
	require.NoError(t, err)
	return assets
}

// found is how many assets the index finds.
func (x *indexed) found(t *testing.T, q string) int64 {
	t.Helper()
	counts, err := x.searcher.Count(t.Context(), keeper, gallery.Filter{Text: search.Parse(q)}, nil, 10_000)
	require.NoError(t, err)
	return counts.Total.Value
}

// isOut reports whether the index says that it has no answer.
func (x *indexed) isOut(t *testing.T) bool {
	t.Helper()
	_, err := x.searcher.Search(t.Context(), keeper, gallery.Query{Order: gallery.Newest, Window: page.Window{Limit: 1}})
	if err != nil {
		require.True(t, fault.Is(err, fault.Unavailable), "%v", err)
	}
	return err != nil
}

func (x *indexed) used(t *testing.T) index.Copy {
	t.Helper()
	c, err := x.engine.InUse(t.Context())
	require.NoError(t, err)
	return c
}

func TestAMissingIndexFillsItself(t *testing.T) {
	t.Parallel()
	x := openIndex(t, open(t))
	x.lamps(t, 450)
	x.settle(t)
	require.Equal(t, int64(450), x.found(t, "lamp"))
	lost := x.used(t)
	require.NoError(t, x.engine.Drop(t.Context(), lost))
	require.True(t, x.isOut(t))
	x.lamps(t, 1)
	require.NoError(t, x.keeper.Check(t.Context()))
	require.NotEqual(t, lost, x.used(t))
	x.settle(t)
	require.Equal(t, int64(451), x.found(t, "lamp"))
	copies, err := x.registry.Copies(t.Context())
	require.NoError(t, err)
	require.Len(t, copies, 1, "what is lost learns of nothing any more")
}

func TestAnAliasOnAnotherIndexIsNoticedAndPutRight(t *testing.T) {
	t.Parallel()
	x := openIndex(t, open(t))
	x.lamps(t, 3)
	x.settle(t)
	right := x.used(t)
	wrong, err := x.engine.Create(t.Context(), randomID(), time.Now())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, x.engine.Drop(context.WithoutCancel(t.Context()), wrong)) })
	require.NoError(t, x.engine.Use(t.Context(), wrong))
	watcher := index.NewKeeper(x.keeper.Ports, randomID, time.Now)
	require.False(t, watcher.Sound(), "before it looked")
	require.NoError(t, watcher.Check(t.Context()))
	require.True(t, watcher.Sound())
	require.Equal(t, right, x.used(t))
	require.Equal(t, int64(3), x.found(t, "lamp"))
}

// A rebuild that ended goes on where it was; meanwhile the old copy answers, and what changes is in the new one too.
func TestARebuildGoesOnAndMissesNothing(t *testing.T) {
	t.Parallel()
	x := openIndex(t, open(t))
	assets := x.lamps(t, 450)
	x.settle(t)
	old := x.used(t)
	x.keeper.Stock = &cut[gallery.Asset]{Stock: x.keeper.Stock, end: 450}
	edited := 0
	edit := func() {
		for _, a := range assets[edited : edited+20] {
			_, err := x.Update(t.Context(), keeper, []ident.ID{a.ID}, idempotency.Key{}, func(a *gallery.Asset) error {
				a.Title = "chair"
				a.Version++
				return nil
			})
			require.NoError(t, err)
		}
		edited += 20
	}
	killed, kill := context.WithCancel(t.Context())
	var done []int
	err := x.keeper.Rebuild(killed, func(n int) {
		done = append(done, n)
		edit()
		kill()
	})
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, old, x.used(t))
	x.settle(t)
	require.Equal(t, int64(430), x.found(t, "lamp"), "the old copy answers, and follows")
	require.NoError(t, x.keeper.Rebuild(t.Context(), func(n int) {
		done = append(done, n)
		edit()
	}))
	require.Equal(t, []int{200, 200, 50}, done)
	x.settle(t)
	require.NotEqual(t, old, x.used(t))
	require.Equal(t, int64(390), x.found(t, "lamp"))
	require.Equal(t, int64(60), x.found(t, "chair"))
	there, err := x.engine.Has(t.Context(), old)
	require.NoError(t, err)
	require.False(t, there)
}

func TestServersThatStartTogetherMakeOneCopy(t *testing.T) {
	t.Parallel()
	x := openIndex(t, open(t))
	x.lamps(t, 10)
	x.settle(t)
	require.NoError(t, x.engine.Drop(t.Context(), x.used(t)))
	var servers sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		servers.Go(func() {
			errs[i] = index.NewKeeper(x.keeper.Ports, randomID, time.Now).Check(t.Context())
		})
	}
	servers.Wait()
	for _, err := range errs {
		require.NoError(t, err)
	}
	copies, err := x.registry.Copies(t.Context())
	require.NoError(t, err)
	require.Len(t, copies, 1)
	require.Equal(t, copies[0].Copy, x.used(t))
	require.Equal(t, int64(10), x.found(t, "lamp"))
}

func TestWhileOneServerRebuildsAnotherIsToldSo(t *testing.T) {
	t.Parallel()
	x := openIndex(t, open(t))
	ran, err := x.registry.Alone(t.Context(), func(ctx context.Context) error {
		require.ErrorIs(t, x.keeper.Rebuild(ctx, func(int) {}), index.ErrBusy)
		return nil
	})
	require.NoError(t, err)
	require.True(t, ran)
	require.NoError(t, x.keeper.Rebuild(t.Context(), func(int) {}), "the lock was given back")
}

// During an upgrade servers of two versions run side by side: the older one leaves the newer one's copy alone, and has the
// record answer.
func TestAnOlderServerLeavesANewerCopyAlone(t *testing.T) {
	t.Parallel()
	x := openIndex(t, open(t))
	ports := x.keeper.Ports
	ports.Engine = ofSchema{ports.Engine, x.engine.Schema() - 1}
	older := index.NewKeeper(ports, randomID, time.Now)
	used := x.used(t)
	require.NoError(t, older.Check(t.Context()))
	require.False(t, older.Sound())
	require.Equal(t, used, x.used(t))
	ports.Engine = ofSchema{x.engine, x.engine.Schema() + 1}
	newer := index.NewKeeper(ports, randomID, time.Now)
	require.NoError(t, newer.Check(t.Context()))
	require.NotEqual(t, used, x.used(t))
}

// ofSchema is an engine of another version's.
type ofSchema struct {
	index.Engine[gallery.Asset]
	schema int
}

// Schema implements index.Engine[gallery.Asset].
func (e ofSchema) Schema() int { return e.schema }
