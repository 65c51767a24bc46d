package postgres

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"vitrine/adapters/elastic"
	"vitrine/adapters/elastic/estest"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/insights"
	"vitrine/core/rfc3339"
	"vitrine/core/settings"
	"vitrine/core/zone"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
)

// seller is an owner with events, in a zone.
type seller struct {
	*charted
	t      *testing.T
	rng    *rand.Rand
	owner  ident.Owner
	assets []ident.ID
	zone   *time.Location
}

func (x *charted) seller(t *testing.T, seed uint64, tz string) *seller {
	t.Helper()
	s := &seller{charted: x, t: t, rng: rand.New(rand.NewPCG(seed, 2)), owner: ident.Owner(fmt.Sprintf("seller %d", seed))}
	s.live(tz)
	var assets []gallery.Asset
	for i := range 6 {
		a := gallery.Asset{ID: randomID(), Type: gallery.Types[i%len(gallery.Types)], Version: 1, CreatedAt: season.Start}
		assets, s.assets = append(assets, a), append(s.assets, a.ID)
	}
	_, err := NewAssets(x.db).Insert(t.Context(), s.owner, assets, idempotency.Key{})
	require.NoError(t, err)
	return s
}

// live has the owner live in a zone from now on.
func (s *seller) live(tz string) {
	s.t.Helper()
	var err error
	s.zone, err = zone.Load(tz)
	require.NoError(s.t, err)
	document, err := settings.Document{Version: 1, Chosen: map[settings.Member]string{settings.Timezone: tz}}.Encode()
	require.NoError(s.t, err)
	s.db.plantSettings(s.t, s.owner, document)
	require.NoError(s.t, s.db.snapshot(s.t.Context(), func(tx pgx.Tx) error {
		zones, err := zonesOf(s.t.Context(), tx, s.owner)
		require.Equal(s.t, tz, zones[s.owner].String())
		return err
	}))
}

// season is when all happens: clocks change in it, in both hemispheres.
var season = insights.Span{Start: time.Date(2026, 3, 20, 0, 0, 0, 0, time.UTC), End: time.Date(2026, 4, 12, 0, 0, 0, 0, time.UTC)}

func (s *seller) moment() time.Time {
	at := season.Start.Add(time.Duration(s.rng.Int64N(int64(season.End.Sub(season.Start))))).Truncate(time.Millisecond)
	if s.rng.IntN(3) == 0 {
		at = at.Truncate(insights.UTCDay).Add(time.Duration(s.rng.IntN(3)-1) * time.Millisecond)
	}
	return at
}

// sell has n events happen at random.
func (s *seller) sell(ctx context.Context, n int) error {
	events := make([]insights.NewEvent, n)
	for i := range events {
		kind := insights.EventTypes[s.rng.IntN(len(insights.EventTypes))]
		e := insights.NewEvent{
			ID: randomID().String(), Type: string(kind), AssetID: s.assets[s.rng.IntN(len(s.assets))].String(),
			Channel: string(insights.Channels[s.rng.IntN(len(insights.Channels))]), OccurredAt: rfc3339.Format(s.moment()),
		}
		if kind == insights.Conversion || kind == insights.Refund {
			e.Order = &insights.NewOrder{
				ExternalID: strconv.Itoa(s.rng.IntN(10_000)), Currency: []string{"EUR", "USD"}[s.rng.IntN(2)], ValueMinor: new(1 + s.rng.Int64N(50)),
			}
		}
		events[i] = e
	}
	return s.record(ctx, events...)
}

// record has the events arrive when the season is over.
func (s *seller) record(ctx context.Context, events ...insights.NewEvent) error {
	var p insights.Posting
	for _, e := range events {
		p.Events = append(p.Events, insights.Posted{Event: e})
	}
	clock := func() time.Time { return season.End }
	service := insights.NewService(insights.Ports{Events: s.Insights}, clock, insights.Rules{Retention: 400 * insights.UTCDay})
	report, err := service.Record(ctx, s.owner, p, idempotency.Key{})
	if err == nil && report.Rejected > 0 {
		err = fmt.Errorf("%+v", report.Results)
	}
	return err
}

// question draws one about days of the owner's zone.
func (s *seller) question() insights.RankQuery {
	first := season.Start.AddDate(0, 0, s.rng.IntN(24)-1)
	until := first.AddDate(0, 0, 1+s.rng.IntN(24))
	q := insights.RankQuery{
		Span: insights.Span{Start: insights.LocalDayOn(first, s.zone).Start, End: insights.LocalDayOn(until, s.zone).Start},
		Days: &insights.Days{From: first, Until: until, Zone: s.zone},
		Metric: []insights.Metric{
			insights.Impressions, insights.Views, insights.Clicks, insights.Conversions, insights.Refunds, insights.Revenue,
		}[s.rng.IntN(6)],
		Limit: 1 + s.rng.IntN(7),
	}
	if q.Metric == insights.Revenue {
		q.Currency = []insights.Currency{"EUR", "USD", "XAU"}[s.rng.IntN(3)]
	}
	if s.rng.IntN(2) == 0 {
		q.Filter.Channels = insights.Channels[:1+s.rng.IntN(3)]
	}
	if s.rng.IntN(3) == 0 {
		q.Filter.AssetTypes = insights.AssetTypes[:1+s.rng.IntN(2)]
	}
	return q
}

// agree asks both engines at random, and reports how often the index vouched for its answer.
func (s *seller) agree(n int) (vouched int) {
	s.t.Helper()
	for range n {
		q := s.question()
		want, err := s.Insights.Rank(s.t.Context(), s.owner, q)
		require.NoError(s.t, err)
		rows, total, exact, err := s.leaders.Lead(s.t.Context(), s.owner, q)
		require.NoError(s.t, err)
		if !exact {
			continue
		}
		vouched++
		require.Equal(s.t, want.Total, total, "%+v", q)
		require.True(s.t, slices.Equal(want.Rows, rows), "%+v: %v, not %v", q, rows, want.Rows)
	}
	return vouched
}

// In every zone, and when an owner moves to another, the index gives what the record gives.
func TestCountersOfAnyZoneAreThoseOfTheRecord(t *testing.T) {
	t.Parallel()
	x := chart(t, open(t))
	zones := []string{"UTC", "Europe/Lisbon", "America/Santiago", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago"}
	var sellers []*seller
	for i, tz := range zones {
		s := x.seller(t, uint64(i), tz)
		require.NoError(t, s.sell(t.Context(), 150))
		sellers = append(sellers, s)
	}
	check := func() {
		t.Helper()
		x.converges(t)
		for _, s := range sellers {
			require.GreaterOrEqual(t, s.agree(25), 20, "%s", s.zone)
		}
	}
	check()
	for i, s := range sellers {
		s.live(zones[(i+3)%len(zones)])
		pending, err := x.outbox.Pending(t.Context(), s.owner)
		require.NoError(t, err)
		require.True(t, pending, "all days of another zone are other ones")
		require.NoError(t, s.sell(t.Context(), 30))
	}
	check()
	for _, s := range sellers[:3] {
		_, err := x.db.pool.Exec(t.Context(), `DELETE FROM settings WHERE owner_id = $1`, s.owner)
		require.NoError(t, err)
		s.zone = time.UTC
	}
	check()
}

// An index that was filled has what one has that learnt of every event, also of those that come, and of who moves, meanwhile.
func TestAFilledIndexOfCountersHasAll(t *testing.T) {
	t.Parallel()
	x := chart(t, open(t))
	_, err := x.keeper.Drop(t.Context())
	require.NoError(t, err)
	var sellers []*seller
	for i, tz := range []string{"UTC", "Asia/Kathmandu"} {
		s := x.seller(t, uint64(i), tz)
		require.NoError(t, s.sell(t.Context(), 400))
		sellers = append(sellers, s)
	}
	require.Empty(t, x.pending(t), "without an index nothing is remembered")
	require.NoError(t, x.keeper.Check(t.Context()))
	x.converges(t)
	x.keeper.Stock = &cut[insights.Counter]{Stock: x.stock, end: math.MaxInt}
	pages := 0
	require.NoError(t, x.keeper.Rebuild(t.Context(), func(int) {
		s := sellers[pages%2]
		require.NoError(t, s.sell(t.Context(), 20))
		if pages++; pages == 2 {
			s.live("America/Santiago")
		}
		x.settle(t)
	}))
	require.Greater(t, pages, 2)
	x.converges(t)
	for _, s := range sellers {
		require.Positive(t, s.agree(10))
	}
}

// pending are the owners of what is still to be learnt.
func (x *charted) pending(t *testing.T) (owners []string) {
	t.Helper()
	require.NoError(t, x.db.sql.SelectContext(t.Context(), &owners, `SELECT DISTINCT owner_id FROM search_counter_dirty ORDER BY 1`))
	return owners
}

// Whatever changes sums or what they are made of is learnt: events that come late, a repair of rollups, and that events are
// forgotten, of which nothing is left in days that a zone parts.
func TestWhateverChangesCountersIsLearnt(t *testing.T) {
	t.Parallel()
	x := chart(t, open(t))
	s := x.seller(t, 1, "Asia/Kathmandu")
	for _, c := range []struct {
		what   string
		change func() error
	}{
		{"events", func() error { return s.sell(t.Context(), 200) }},
		{"late ones", func() error { return s.sell(t.Context(), 20) }},
		{"damage", func() error {
			_, err := x.db.pool.Exec(t.Context(), `UPDATE rollup_day_asset_channel SET views = views + 1 WHERE owner_id = $1`, s.owner)
			return err
		}},
		{"money that is gone", func() error {
			_, err := x.db.pool.Exec(t.Context(), `DELETE FROM rollup_day_asset_channel_revenue WHERE owner_id = $1`, s.owner)
			return err
		}},
		{"a repair", func() error { _, err := x.Compare(t.Context(), s.owner, time.Time{}, true); return err }},
		{"sums that are gone, and a move before that is learnt", func() error {
			_, err := x.db.pool.Exec(t.Context(), `DELETE FROM rollup_day_asset_channel WHERE owner_id = $1 AND at = $2`, s.owner, season.Start.AddDate(0, 0, 15))
			s.live("Pacific/Pago_Pago")
			return err
		}},
		{"a repair of that", func() error { _, err := x.Compare(t.Context(), s.owner, time.Time{}, true); return err }},
		{"a sweep", func() error { _, err := x.Forget(t.Context(), season.Start.AddDate(0, 0, 12), 1000); return err }},
	} {
		require.NoError(t, c.change(), c.what)
		require.Equal(t, []string{string(s.owner)}, x.pending(t), c.what)
		x.converges(t)
		require.Empty(t, x.pending(t), c.what)
	}
}

// Whatever happens on the way to Elasticsearch: rankings are right, marked while the index cannot give them, no event is lost, and
// once it is over the index has what the record has.
func TestOutagesOfCounters(t *testing.T) {
	t.Parallel()
	for name, c := range outages(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			line := &wire{onward: http.DefaultTransport.(*http.Transport).Clone()}
			x := chartOver(t, open(t), elastic.Config{
				Addresses: []string{estest.URL(t)}, Prefix: estest.Prefix(), Patience: 3 * time.Second, Transport: line,
			})
			t.Cleanup(func() { line.now.Store(nil) })
			s := x.seller(t, 1, "UTC")
			ranking := x.ranking()
			q := insights.RankQuery{
				Span: season, Days: &insights.Days{From: season.Start, Until: season.End, Zone: time.UTC}, Metric: insights.Views, Limit: 5,
			}
			degraded := func() bool {
				t.Helper()
				got, err := ranking.Rank(t.Context(), s.owner, q)
				require.NoError(t, err)
				want, err := x.Insights.Rank(t.Context(), s.owner, q)
				require.NoError(t, err)
				want.Degraded = got.Degraded
				require.Equal(t, want, got)
				return got.Degraded
			}
			require.NoError(t, s.sell(t.Context(), 100))
			require.False(t, degraded(), "the record answers, while something is pending")
			x.settle(t)
			require.False(t, degraded())
			line.now.Store(&c.trouble)
			require.True(t, degraded())
			require.NoError(t, s.sell(t.Context(), 20))
			require.False(t, degraded(), "something is pending again")
			hurried, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			defer cancel()
			if err := x.relay.Drain(hurried); c.writes {
				require.Error(t, err)
				require.NotEmpty(t, x.pending(t), "nothing is forgotten that was not written")
			}
			line.now.Store(nil)
			x.converges(t)
			require.Eventually(t, func() bool { return !degraded() }, time.Minute, 100*time.Millisecond, "once the breaker has seen that it is over")
		})
	}
}

// Two relays carry while people sell and move, and are ended in the middle of it: nothing is lost, and nothing is there twice.
func TestRelaysOfCountersThatAreEndedLoseNothing(t *testing.T) {
	t.Parallel()
	x := chart(t, open(t))
	sellers := []*seller{x.seller(t, 1, "UTC"), x.seller(t, 2, "America/Santiago")}
	working, stop := context.WithCancel(t.Context())
	defer stop()
	var work sync.WaitGroup
	for range 2 {
		work.Go(func() {
			rng := rand.New(rand.NewPCG(7, 7))
			for working.Err() == nil {
				alive, end := context.WithTimeout(working, time.Duration(rng.IntN(60))*time.Millisecond)
				_ = x.newRelay().Drain(alive) // it is ended at some point of it
				end()
				_, _ = x.db.pool.Exec(working, `UPDATE search_counter_dirty SET due_at = now() WHERE due_at < 'infinity'`) // as time would
			}
		})
	}
	for i := range 25 {
		s := sellers[i%2]
		require.NoError(t, s.sell(t.Context(), 40))
		if i%10 == 4 {
			s.live([]string{"Asia/Kathmandu", "UTC", "Pacific/Apia"}[i/10])
		}
	}
	stop()
	work.Wait()
	x.converges(t)
	for _, s := range sellers {
		require.Positive(t, s.agree(10))
	}
}

// What is planted into an index of counters is found, called by its name, and mended.
func TestWhatIsWrongWithCountersIsFoundAndMended(t *testing.T) {
	t.Parallel()
	x := chart(t, open(t))
	s := x.seller(t, 1, "Europe/Lisbon")
	require.NoError(t, s.sell(t.Context(), 300))
	x.settle(t)
	verify := func(r index.Repair) map[index.Flaw]int64 {
		t.Helper()
		report, err := index.NewVerifier(x.keeper.Ports, time.Now).Verify(t.Context(), r, func(index.Report) {})
		require.NoError(t, err)
		return report.Flaws
	}
	require.Empty(t, verify(index.NoRepair))
	stock, _, err := x.stock.After(t.Context(), "", 10)
	require.NoError(t, err)
	plant := func(c index.Change[insights.Counter]) {
		t.Helper()
		used, err := x.engine.InUse(t.Context())
		require.NoError(t, err)
		writer := x.engine.Indexer(used)
		outcomes, err := writer.Write(t.Context(), []index.Change[insights.Counter]{c})
		require.NoError(t, err)
		require.Equal(t, []index.Outcome{{Verdict: index.Done}}, outcomes)
		require.NoError(t, writer.Refresh(t.Context()))
	}
	ghost := *stock[0].Doc
	ghost.AssetID = randomID()
	stale := *stock[1].Doc
	stale.Counts.Views += 5
	const ahead = 1 << 40 // of all numbers so far
	for _, c := range []struct {
		name  string
		flaw  index.Flaw
		spoil index.Change[insights.Counter]
	}{
		{"a ghost", index.Surplus, ghost.ToIndex(s.owner, stock[0].Version)},
		{"a ghost of a version far ahead", index.Surplus, ghost.ToIndex(s.owner, ahead)},
		{"a ghost of an owner who has none", index.Surplus, ghost.ToIndex("ben", ahead)},
		{"other numbers", index.Stale, stale.ToIndex(s.owner, ahead)},
		{"none", index.Missing, index.Change[insights.Counter]{Owner: s.owner, ID: stock[2].ID, Version: ahead}},
	} {
		plant(c.spoil)
		require.Equal(t, map[index.Flaw]int64{c.flaw: 1}, verify(index.NoRepair), c.name)
		verify(index.Forced)
		require.NotEmpty(t, x.pending(t), c.name)
		x.converges(t)
		require.Empty(t, verify(index.NoRepair), c.name)
	}
	foreign := ghost
	foreign.AssetID, foreign.Counts = x.seller(t, 2, "UTC").assets[0], insights.Counts{Views: 1_000_000}
	plant(foreign.ToIndex(s.owner, ahead))
	q := insights.RankQuery{
		Span: insights.Span{Start: insights.LocalDayOn(foreign.Day, s.zone).Start, End: insights.LocalDayOn(foreign.Day, s.zone).End},
		Days: &insights.Days{From: foreign.Day, Until: foreign.Day.AddDate(0, 0, 1), Zone: s.zone}, Metric: insights.Views, Limit: 3,
	}
	want, err := x.Insights.Rank(t.Context(), s.owner, q)
	require.NoError(t, err)
	got, err := x.ranking().Rank(t.Context(), s.owner, q)
	require.NoError(t, err)
	require.Equal(t, want, got, "another owner's asset is never shown")
	verify(index.Forced)
	x.converges(t)
	plant(stale.ToIndex(s.owner, 1<<50))
	require.Equal(t, map[index.Flaw]int64{index.Newer: 1}, verify(index.Careful))
	require.NoError(t, x.keeper.Rebuild(t.Context(), func(int) {}))
	x.converges(t)
}
