package insights

import (
	"encoding/binary"
	"testing"
	"time"

	"vitrine/core/idempotency"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

const owner ident.Owner = "ana"

// scene is a service over a store, with a clock that stands still.
type scene struct {
	*Service

	t     testing.TB
	store *store
	now   time.Time
	last  uint64 // of the ids made
}

// newScene is on a Sunday, a little after 13:05 UTC. Events are kept for 400 days.
func newScene(t testing.TB) *scene {
	t.Helper()
	return sceneWith(t, Rules{Retention: 400 * day})
}

func sceneWith(t testing.TB, rules Rules) *scene {
	t.Helper()
	s := &scene{t: t, store: newStore(), now: instant(t, "2026-11-22T13:05:11Z")}
	s.Service = NewService(s.store.ports(), func() time.Time { return s.now }, rules)
	return s
}

func (s *scene) id() (id ident.ID) {
	s.last++
	binary.BigEndian.PutUint64(id[8:], s.last)
	return id
}

// asset puts one into the record, created at a time.
func (s *scene) asset(kind AssetType, createdAt string, edit ...func(*storedAsset)) ident.ID {
	s.t.Helper()
	a := storedAsset{Card: Card{ID: s.id(), AssetType: kind, DisplayTitle: "Lamp"}, createdAt: instant(s.t, createdAt)}
	for _, change := range edit {
		change(&a)
	}
	b := s.store.book(owner)
	b.assets = append(b.assets, a)
	return a.ID
}

func (s *scene) project(createdAt string) {
	s.t.Helper()
	b := s.store.book(owner)
	b.projects = append(b.projects, instant(s.t, createdAt))
}

// event is one as it is sent.
func (s *scene) event(kind EventType, asset ident.ID, at string) NewEvent {
	return NewEvent{ID: s.id().String(), Type: string(kind), AssetID: asset.String(), Channel: string(Shopify), OccurredAt: at}
}

// purchase is a conversion or a refund as it is sent.
func (s *scene) purchase(kind EventType, asset ident.ID, at, order string, currency Currency, minor int64) NewEvent {
	e := s.event(kind, asset, at)
	e.Order = &NewOrder{ExternalID: order, Currency: string(currency), ValueMinor: &minor}
	return e
}

// send posts events and gives the report.
func (s *scene) send(events ...NewEvent) Report {
	s.t.Helper()
	p := Posting{}
	for _, e := range events {
		p.Events = append(p.Events, Posted{Event: e})
	}
	r, err := s.Record(s.t.Context(), owner, p, idempotency.Key{})
	require.NoError(s.t, err)
	return r
}

// happened posts events of a type on an asset, one at each time, which must all be accepted.
func (s *scene) happened(kind EventType, asset ident.ID, times ...string) {
	s.t.Helper()
	for _, at := range times {
		require.Equal(s.t, 1, s.send(s.event(kind, asset, at)).Accepted, at)
	}
}

// stats asks in UTC.
func (s *scene) stats(a StatsAsk) Stats {
	s.t.Helper()
	answer, err := s.Stats(s.t.Context(), owner, time.UTC, a)
	require.NoError(s.t, err)
	return answer
}

func (s *scene) chart(a ChartAsk) Chart {
	s.t.Helper()
	answer, err := s.Chart(s.t.Context(), owner, time.UTC, a)
	require.NoError(s.t, err)
	return answer
}

func (s *scene) top(a TopAsk) TopAssets {
	s.t.Helper()
	if a.Limit == 0 {
		a.Limit = DefaultTop
	}
	answer, err := s.TopAssets(s.t.Context(), owner, time.UTC, a)
	require.NoError(s.t, err)
	return answer
}

// of finds a figure by its metric.
func of(figures []Figure, m Metric) Figure {
	for _, f := range figures {
		if f.Metric == m {
			return f
		}
	}
	return Figure{}
}
