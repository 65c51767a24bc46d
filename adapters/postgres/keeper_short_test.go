package postgres

import (
	"context"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/index"

	"github.com/stretchr/testify/require"
)

// cut is a stock with small pages, whose walk ends too early, or leaves something out.
type cut[D any] struct {
	index.Stock[D]
	end, leaveOut int // documents: of the walk, and of each page
	given         int
}

// After implements index.Stock.
func (c *cut[D]) After(ctx context.Context, at index.Place, n int) ([]index.Change[D], index.Place, error) {
	if c.given >= c.end {
		return nil, at, nil
	}
	changes, at, err := c.Stock.After(ctx, at, min(n, 200))
	changes = changes[min(len(changes), c.leaveOut):]
	c.given += len(changes)
	return changes, at, err
}

// withLamps is a studio whose index has 450 lamps.
func withLamps(t *testing.T) studio {
	t.Helper()
	s := newStudio(t)
	s.lamps(t, 450)
	s.settle(t)
	return s
}

func TestANewCopyThatLacksMuchIsNotUsed(t *testing.T) {
	t.Parallel()
	s := withLamps(t)
	old := s.used(t)
	ports := s.keeper.Ports
	for end, lacks := range map[int]string{0: "450 of 450", 200: "250 of 450", 400: "50 of 450"} {
		ports.Stock = &cut[gallery.Asset]{Stock: s.keeper.Stock, end: end}
		err := index.NewKeeper(ports, randomID, time.Now).Rebuild(t.Context(), func(int) {})
		require.ErrorIs(t, err, index.ErrShort)
		require.ErrorContains(t, err, lacks)
		require.Equal(t, old, s.used(t))
		s.settle(t)
		require.Equal(t, int64(450), s.found(t, "lamp"))
		copies, err := s.registry.Copies(t.Context())
		require.NoError(t, err)
		require.NoError(t, s.registry.Unregister(t.Context(), copies[1].ID))
		require.NoError(t, s.engine.Drop(t.Context(), copies[1].Copy))
	}
}

func TestANewCopyThatLacksALittleGetsIt(t *testing.T) {
	t.Parallel()
	s := withLamps(t)
	old, ports := s.used(t), s.keeper.Ports
	ports.Stock = &cut[gallery.Asset]{Stock: s.keeper.Stock, end: 450, leaveOut: 9}
	require.NoError(t, index.NewKeeper(ports, randomID, time.Now).Rebuild(t.Context(), func(int) {}))
	require.NotEqual(t, old, s.used(t))
	require.Equal(t, int64(423), s.found(t, "lamp"))
	titles, degraded := s.asked(t, "n440x")
	require.Len(t, titles, 1, "until then the record answers")
	require.False(t, degraded)
	s.converges(t)
	require.Equal(t, int64(450), s.found(t, "lamp"))
}

// A walk that ended too early begins anew when the copy is tried again.
func TestACopyThatFellShortIsFilledAnew(t *testing.T) {
	t.Parallel()
	s := withLamps(t)
	old, ports := s.used(t), s.keeper.Ports
	ports.Stock = &cut[gallery.Asset]{Stock: s.keeper.Stock, end: 450, leaveOut: 100}
	require.ErrorIs(t, index.NewKeeper(ports, randomID, time.Now).Rebuild(t.Context(), func(int) {}), index.ErrShort)
	require.NoError(t, s.keeper.Rebuild(t.Context(), func(int) {}))
	require.NotEqual(t, old, s.used(t))
	s.converges(t)
}
