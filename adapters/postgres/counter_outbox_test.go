package postgres

import (
	"errors"
	"slices"
	"testing"
	"time"

	"vitrine/core/index"
	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

// till is an owner whose sums an index has to learn that nobody keeps up. Each day of UTC is a part of two of the owner's days.
type till struct {
	*seller
	newest int64
	index  index.Copy
}

func newTill(t *testing.T) *till {
	t.Helper()
	db := open(t)
	x := &charted{Insights: NewInsights(db), outbox: NewCounterOutbox(db), stock: NewCounterStock(db), registry: NewCounterRegistry(db)}
	u := &till{seller: x.seller(t, 1, "Asia/Kathmandu"), index: index.Copy{ID: randomID(), Name: "counters-1", Schema: 1}}
	require.NoError(t, x.registry.Register(t.Context(), u.index))
	return u
}

// ring has an asset looked at, at noon of the first day.
func (u *till) ring() {
	u.t.Helper()
	e := insights.NewEvent{
		ID: randomID().String(), Type: string(insights.View), AssetID: u.assets[0].String(), Channel: string(insights.Shopify),
		OccurredAt: season.Start.Add(12 * time.Hour).Format(time.RFC3339),
	}
	require.NoError(u.t, u.record(u.t.Context(), e))
}

// lease gives what is due. Every number is higher than those before.
func (u *till) lease(patience time.Duration) []index.Change[insights.Counter] {
	u.t.Helper()
	changes, err := u.outbox.Lease(u.t.Context(), 100, patience)
	require.NoError(u.t, err)
	newest := u.newest
	for _, c := range changes {
		require.Greater(u.t, c.Version, u.newest)
		newest = max(newest, c.Version)
	}
	u.newest = newest
	return changes
}

func (u *till) settleAs(changes []index.Change[insights.Counter], verdicts ...index.Verdict) {
	u.t.Helper()
	outcomes := make([]index.Outcome, len(changes))
	for i := range outcomes {
		outcomes[i] = index.Outcome{Verdict: verdicts[i%len(verdicts)], Err: errors.New("no")}
	}
	require.NoError(u.t, u.outbox.Settle(u.t.Context(), changes, outcomes))
}

func (u *till) isPending() bool {
	u.t.Helper()
	pending, err := u.outbox.Pending(u.t.Context(), u.owner)
	require.NoError(u.t, err)
	return pending
}

func TestASumIsPendingUntilAllCountersOfItAreDone(t *testing.T) {
	t.Parallel()
	u := newTill(t)
	u.ring()
	changes := u.lease(time.Hour)
	require.Len(t, changes, 2, "noon of UTC lies in one of two days, and the sum is a part of both")
	require.Equal(t, int64(1), changes[0].Doc.Counts.Views)
	require.Equal(t, "Asia/Kathmandu", changes[0].Doc.Zone)
	require.Nil(t, changes[1].Doc, "what is zero is not there")
	require.Empty(t, u.lease(time.Hour), "while a lease lasts")
	u.settleAs(changes[:1], index.Kept)
	u.settleAs(changes[1:], index.Done)
	require.True(t, u.isPending())
	require.Empty(t, u.lease(time.Hour), "what is kept waits")
	u.ring()
	u.settleAs(u.lease(time.Hour), index.Done, index.Kept)
	require.True(t, u.isPending())
	u.ring()
	u.settleAs(u.lease(time.Hour), index.Done)
	require.False(t, u.isPending())
}

func TestWhatHappensToASumDuringItsLeaseIsNotForgotten(t *testing.T) {
	t.Parallel()
	u := newTill(t)
	u.ring()
	first := u.lease(time.Hour)
	u.ring()
	u.settleAs(first, index.Done)
	require.True(t, u.isPending())
	second := u.lease(0)
	require.Equal(t, int64(2), second[0].Doc.Counts.Views)
	third := u.lease(time.Hour)
	u.settleAs(second, index.Done)
	require.True(t, u.isPending(), "another worker has it by now")
	u.settleAs(third, index.Done)
	require.False(t, u.isPending())
}

func TestAParkedSumWaitsForAChangeOrAnotherCopy(t *testing.T) {
	t.Parallel()
	u := newTill(t)
	u.ring()
	u.settleAs(u.lease(time.Hour), index.Parked, index.Done)
	require.True(t, u.isPending())
	behind, err := u.registry.Behind(t.Context())
	require.NoError(t, err)
	require.Equal(t, Behind{Parked: 1}, behind)
	require.Empty(t, u.lease(time.Hour))
	u.ring()
	u.settleAs(u.lease(time.Hour), index.Parked, index.Kept)
	behind, err = u.registry.Behind(t.Context())
	require.NoError(t, err)
	require.Equal(t, int64(1), behind.Pending, "what has to be tried again is not parked")
	u.ring()
	u.settleAs(u.lease(time.Hour), index.Parked)
	require.NoError(t, u.registry.Register(t.Context(), index.Copy{ID: randomID(), Name: "counters-2", Schema: 1}))
	require.NoError(t, u.registry.Unregister(t.Context(), u.index.ID))
	require.Len(t, u.lease(time.Hour), 2)
}

// With the last copy nothing is remembered, also of owners who moved.
func TestNoSumIsKeptWithoutAnIndex(t *testing.T) {
	t.Parallel()
	u := newTill(t)
	u.ring()
	u.live("Europe/Lisbon")
	require.True(t, u.isPending())
	require.NoError(t, u.registry.Unregister(t.Context(), u.index.ID))
	require.False(t, u.isPending())
	u.ring()
	u.live("UTC")
	require.False(t, u.isPending())
}

// Whoever moves has every day read anew, and those beside, where counters of the other zone may be; and only who moves.
func TestAMoveSpreadsOverAllDays(t *testing.T) {
	t.Parallel()
	u := newTill(t)
	require.NoError(t, u.sell(t.Context(), 300))
	drain := func() (ids []string) {
		for {
			changes := u.lease(time.Hour)
			if len(changes) == 0 {
				return ids
			}
			require.LessOrEqual(t, len(changes), 100)
			for _, c := range changes {
				ids = append(ids, c.ID)
			}
			u.settleAs(changes, index.Done)
		}
	}
	before := drain()
	require.False(t, u.isPending())
	u.live("Asia/Kathmandu")
	require.False(t, u.isPending(), "who stays does not move")
	u.live("America/Santiago")
	require.True(t, u.isPending())
	unlearnt, err := u.stock.Unlearnt(t.Context(), u.owner, before[:5])
	require.NoError(t, err)
	require.ElementsMatch(t, slices.Compact(slices.Sorted(slices.Values(before[:5]))), slices.Compact(slices.Sorted(slices.Values(unlearnt))))
	u.lease(0) // a worker that ends in the middle of it
	u.live("Europe/Lisbon")
	after := drain()
	require.False(t, u.isPending())
	require.Subset(t, after, before, "all that may have been there is written or removed")
}

// What is marked gets a number above the one that stands there, however high that is.
func TestAMarkedCounterGetsAHigherNumber(t *testing.T) {
	t.Parallel()
	u := newTill(t)
	ghost := counterAt(u, -1)
	require.NoError(t, u.stock.Mark(t.Context(), []index.Change[insights.Counter]{{Owner: u.owner, ID: ghost.String(), Version: 1_000_000}}))
	unlearnt, err := u.stock.Unlearnt(t.Context(), u.owner, []string{ghost.String(), counterAt(u, 5).String(), "what is none"})
	require.NoError(t, err)
	require.Equal(t, []string{ghost.String()}, unlearnt)
	u.newest = 1_000_000
	changes := u.lease(time.Hour)
	var ids []string
	for _, c := range changes {
		require.Nil(t, c.Doc)
		ids = append(ids, c.ID)
	}
	require.Contains(t, ids, ghost.String())
	u.settleAs(changes, index.Done)
	require.False(t, u.isPending())
	require.NoError(t, u.stock.Mark(t.Context(), []index.Change[insights.Counter]{{Owner: u.owner, ID: ghost.String(), Version: 5}}))
	u.lease(time.Hour)
	require.ErrorContains(t, u.stock.Mark(t.Context(), []index.Change[insights.Counter]{{Owner: u.owner, ID: "x"}}), `"x"`)
	_, err = u.stock.Entries(t.Context(), u.owner, "x", 5)
	require.ErrorContains(t, err, `"x"`)
	_, _, err = u.stock.After(t.Context(), "x", 5)
	require.ErrorContains(t, err, `"x"`)
}

// counterAt is the key of a counter so many days after the first.
func counterAt(u *till, days int) insights.CounterKey {
	return insights.CounterKey{Day: season.Start.AddDate(0, 0, days), AssetID: u.assets[0], Channel: insights.Shopify}
}
