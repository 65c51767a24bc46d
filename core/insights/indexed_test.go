package insights

import (
	"context"
	"errors"
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/stretchr/testify/require"
)

// oracle is an index that answers as it is told, and the backlog in front of it.
type oracle struct {
	rows    []Ranked
	inexact bool
	err     error
	pending bool
	asked   int
}

func (o *oracle) Lead(context.Context, ident.Owner, RankQuery) (rows []Ranked, total int64, exact bool, err error) {
	o.asked++
	return o.rows, 7, !o.inexact, o.err
}

func (o *oracle) Pending(context.Context, ident.Owner) (bool, error) { return o.pending, nil }

// indexed has the scene's service ask the oracle first.
func (s *scene) indexed(o *oracle) {
	s.ports.Ranking = NewIndexedRanking(o, s.store, index.NewGuard(o, func() bool { return true }))
}

func TestAnIndexIsAskedWhatCountersCanAnswer(t *testing.T) {
	s := newScene(t)
	lamp, other := s.asset(Image, "2026-11-01T00:00:00Z"), s.asset(Video, "2026-11-01T00:00:00Z")
	s.happened(View, lamp, "2026-11-20T10:00:00Z")
	s.happened(Impression, other, "2026-11-20T10:00:00Z")
	o := &oracle{rows: []Ranked{{AssetID: other, AssetType: Video, Count: 7}}}
	s.indexed(o)
	for name, c := range map[string]struct {
		ask     TopAsk
		indexed bool
	}{
		"days of the own zone":        {TopAsk{}, true},
		"this year":                   {TopAsk{Ask: Ask{Range: "12mo"}}, true},
		"dates":                       {TopAsk{Ask: Ask{Start: "2026-11-01", End: "2026-11-22"}}, true},
		"of a channel and a type":     {TopAsk{Ask: Ask{Filter: Filter{Channels: []Channel{Shopify}, AssetTypes: []AssetType{Image}}}}, true},
		"revenue":                     {TopAsk{Metric: Revenue, Currency: "EUR"}, true},
		"no day":                      {TopAsk{Ask: Ask{Start: "2026-11-22", End: "2026-11-22"}}, false},
		"instants":                    {TopAsk{Ask: Ask{Start: "2026-11-01T00:00:00Z", End: "2026-11-22T00:00:00Z"}}, false},
		"days of the own zone, named": {TopAsk{Ask: Ask{TZ: "UTC"}}, true},
		"days of another zone":        {TopAsk{Ask: Ask{TZ: "Europe/Lisbon"}}, false},
		"of a project":                {TopAsk{Ask: Ask{Filter: Filter{ProjectID: new(s.id())}}}, false},
		"a ratio":                     {TopAsk{Metric: CTR}, false},
		"what is older than events":   {TopAsk{Ask: Ask{Start: "2025-01-01", End: "2026-11-22"}}, false},
	} {
		o.asked = 0
		got := s.top(c.ask)
		require.False(t, got.Degraded, name)
		if !c.indexed {
			require.Zero(t, o.asked, name)
			continue
		}
		require.Equal(t, 1, o.asked, name)
		require.Equal(t, []ident.ID{other}, ids(got), name)
		require.Equal(t, int64(7), *got.Total, name)
		require.Equal(t, SourceReal, got.Source, name)
	}
}

func TestTheRecordRanksWhereTheIndexCannot(t *testing.T) {
	for name, c := range map[string]struct {
		oracle   oracle
		degraded bool
		asked    int
	}{
		"something is pending":     {oracle{pending: true}, false, 0},
		"it has another's asset":   {oracle{rows: []Ranked{{AssetID: ident.ID{15: 99}, AssetType: Image, Count: 7}}}, false, 1},
		"it cannot vouch for it":   {oracle{inexact: true}, false, 1},
		"the index is out":         {oracle{err: fault.Unreachable("search index", nil)}, true, 1},
		"and something is pending": {oracle{err: fault.Unreachable("search index", nil), pending: true}, false, 0},
	} {
		s := newScene(t)
		lamp := s.asset(Image, "2026-11-01T00:00:00Z")
		s.happened(View, lamp, "2026-11-20T10:00:00Z")
		s.indexed(&c.oracle)
		got := s.top(TopAsk{})
		require.Equal(t, []ident.ID{lamp}, ids(got), name)
		require.Equal(t, c.degraded, got.Degraded, name)
		require.Equal(t, c.asked, c.oracle.asked, name)
	}
	s := newScene(t)
	wrong := errors.New("a mistake")
	s.indexed(&oracle{err: wrong})
	_, err := s.TopAssets(t.Context(), owner, time.UTC, TopAsk{Limit: 1})
	require.ErrorIs(t, err, wrong, "which the record must not cover up")
}

func TestWithoutEventsTheSampleIsShownWhateverTheIndexSays(t *testing.T) {
	s := sceneWith(t, Rules{Retention: 400 * day, Sample: true})
	s.asset(Image, "2026-11-01T00:00:00Z")
	o := &oracle{}
	s.indexed(o)
	require.Equal(t, SourceSample, s.top(TopAsk{}).Source)
	require.Equal(t, 1, o.asked)
}
