package demo_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"vitrine/app/demo"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/projects"
	"vitrine/core/rfc3339"

	"github.com/stretchr/testify/require"
)

const retention = 400 * 24 * time.Hour

// eventful is the plan of VITRINE_DEMO with its events.
func eventful() demo.Plan {
	p := small()
	p.Events, p.Remembered = 20_000, retention
	return p
}

// figures is the service of figures over the store, at a time.
func (s store) figures(at time.Time) *insights.Service {
	ports := insights.Ports{Events: s.events, Reader: s.events, Ranking: s.events, Catalog: s.events, Upkeep: s.events}
	return insights.NewService(ports, func() time.Time { return at }, insights.Rules{Retention: retention})
}

// told are the figures of an owner over all the time of a plan.
func (s store) told(t *testing.T, owner ident.Owner, by insights.Dimension) insights.Stats {
	t.Helper()
	got, err := s.figures(now).Stats(t.Context(), owner, time.UTC, insights.StatsAsk{Ask: insights.Ask{Start: "2025-01-01", End: "2026-11-27"}, By: by})
	require.NoError(t, err)
	return got
}

// events is how many events the figures are of.
func events(figures []insights.Figure) (n int64) {
	for _, m := range []insights.Metric{insights.Impressions, insights.Views, insights.Clicks, insights.Conversions, insights.Refunds} {
		n += figures[slices.Index(insights.Metrics, m)].Value.Count
	}
	return n
}

func TestEventsAreToldAsThePlanSays(t *testing.T) {
	s, plan := newStore(), eventful()
	require.NoError(t, s.load(t.Context(), plan, nil))
	var reports []int
	require.NoError(t, demo.LoadEvents(t.Context(), plan, s.projects, s.figures(now), func(done, total int) {
		require.Equal(t, plan.Events, total)
		reports = append(reports, done)
	}))
	require.IsNonDecreasing(t, reports)
	require.Equal(t, plan.Events, reports[len(reports)-1])

	stats := s.told(t, "dev", insights.ByChannel)
	require.EqualValues(t, plan.Events, events(stats.Metrics), "every one is accepted")
	for _, g := range append(stats.Groups, insights.Group{Value: "all", Metrics: stats.Metrics}) {
		steps := []int64{}
		for _, m := range []insights.Metric{insights.Impressions, insights.Views, insights.Clicks, insights.Conversions, insights.Refunds} {
			steps = append(steps, g.Metrics[slices.Index(insights.Metrics, m)].Value.Count)
		}
		require.IsNonIncreasing(t, steps, "%s: no step is more frequent than the one before", g.Value)
		require.Positive(t, steps[3], "%s has sold something", g.Value)
	}
	require.Positive(t, stats.Metrics[slices.Index(insights.Metrics, insights.Refunds)].Value.Count)
	require.Len(t, stats.Metrics[slices.Index(insights.Metrics, insights.Revenue)].Value.Money, 3)
}

func TestSomeAssetsAreSeenMuchMoreThanOthers(t *testing.T) {
	seen := map[string]int{}
	for e := range studios(t, eventful())[0].Events() {
		seen[e.AssetID]++
	}
	var counts []int
	for _, n := range seen {
		counts = append(counts, n)
	}
	slices.Sort(counts)
	require.Greater(t, len(counts), 500)
	require.Greater(t, counts[len(counts)-1], 20*counts[len(counts)/2])
}

func TestAnEventLiesInTheLifeOfItsAssetAndInWhatIsRemembered(t *testing.T) {
	studio := studios(t, eventful())[0]
	created := map[string]time.Time{}
	for a := range everything(studio) {
		created[a.ID.String()] = a.CreatedAt
	}
	ids, n := map[string]bool{}, 0
	for e := range studio.Events() {
		at, ok := rfc3339.Parse(e.OccurredAt)
		require.True(t, ok)
		require.Contains(t, created, e.AssetID)
		require.False(t, at.Before(created[e.AssetID]) || at.After(now) || at.Before(now.Add(-retention)), e.OccurredAt)
		require.False(t, ids[e.ID], "an id is one event's alone")
		ids[e.ID], n = true, n+1
	}
	require.Equal(t, 20_000, n)
}

// TestEventsAreToldOnce tells them again, at a later time, and more of them.
func TestEventsAreToldOnce(t *testing.T) {
	s, plan := newStore(), eventful()
	plan.Events = 3000
	require.NoError(t, s.load(t.Context(), plan, nil))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	require.ErrorIs(t, demo.LoadEvents(ctx, plan, s.projects, s.figures(now), func(int, int) { cancel() }), context.Canceled)

	later := plan
	later.Now = now.Add(time.Hour)
	for range 2 {
		require.NoError(t, demo.LoadEvents(t.Context(), later, s.projects, s.figures(now), nil))
		require.EqualValues(t, 3000, events(s.told(t, "dev", "").Metrics))
	}
	later.Events = 6000
	require.NoError(t, demo.LoadEvents(t.Context(), later, s.projects, s.figures(now), nil))
	more := events(s.told(t, "dev", "").Metrics)
	require.GreaterOrEqual(t, more, int64(6000))
	require.LessOrEqual(t, more, int64(6000+60), "shares are rounded, and none is taken back")
}

// TestWhatHasGoneMeanwhileIsNotMissed tells events whose asset was purged since, and events that have become too old.
func TestWhatHasGoneMeanwhileIsNotMissed(t *testing.T) {
	s, plan := newStore(), eventful()
	plan.Events = 3000
	require.NoError(t, s.load(t.Context(), plan, nil))
	for p := range studios(t, plan)[0].Projects() {
		if p.Trashed() {
			require.NoError(t, s.projects.Purge(t.Context(), "dev", p.ID, func(projects.Project) error { return nil }))
		}
	}
	month := now.Add(30 * 24 * time.Hour)
	require.NoError(t, demo.LoadEvents(t.Context(), plan, s.projects, s.figures(month), nil))
	told := events(s.told(t, "dev", "").Metrics)
	require.Less(t, told, int64(3000))
	require.Greater(t, told, int64(2000))
}

func TestEventsOfSeveralOwners(t *testing.T) {
	s, plan := newStore(), demo.Plan{Seed: 9, Owners: owners(3), Projects: 40, Assets: 400, Events: 3000, Remembered: retention, Now: now}
	require.NoError(t, s.load(t.Context(), plan, nil))
	require.NoError(t, demo.LoadEvents(t.Context(), plan, s.projects, s.figures(now), nil))
	total, before := int64(0), int64(3000)
	for _, owner := range plan.Owners {
		n := events(s.told(t, owner, "").Metrics)
		require.Less(t, n, before, "the first has the most")
		total, before = total+n, n
	}
	require.EqualValues(t, 3000, total)
}

func TestAStudioWithoutAssetsHasNoEvents(t *testing.T) {
	plan := demo.Plan{Seed: 1, Owners: owners(1), Projects: 2, Events: 100, Now: now}
	for range studios(t, plan)[0].Events() {
		require.Fail(t, "nothing can have been seen")
	}
	plan.Events = -1
	require.ErrorContains(t, plan.Check(), "events")
}

func BenchmarkEventsIntoMemory(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s := newStore()
		require.NoError(b, s.load(b.Context(), eventful(), nil))
		b.StartTimer()
		require.NoError(b, demo.LoadEvents(b.Context(), eventful(), s.projects, s.figures(now), nil))
	}
}
