package insights

import (
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

// ask is of instants or dates.
func ask(start, end, tz string) Ask { return Ask{Start: start, End: end, TZ: tz} }

// TestOnlyWhatRollupsCannotAnswerIsBoundToTheRetention is with events kept since 2025-10-18T13:05:11Z.
func TestOnlyWhatRollupsCannotAnswerIsBoundToTheRetention(t *testing.T) {
	s := newScene(t)
	project := s.id()
	inProject := func(a Ask) Ask {
		a.Filter.ProjectID = &project
		return a
	}
	stats := func(a Ask) error {
		_, err := s.Stats(t.Context(), owner, time.UTC, StatsAsk{Ask: a})
		return err
	}
	daily := func(a Ask) error {
		_, err := s.Chart(t.Context(), owner, time.UTC, ChartAsk{Ask: a, Interval: Day})
		return err
	}
	created := func(a Ask) error {
		_, err := s.Chart(t.Context(), owner, time.UTC, ChartAsk{Ask: a, Interval: Day, Metrics: []Metric{AssetsCreated}})
		return err
	}
	top := func(a Ask) error {
		_, err := s.TopAssets(t.Context(), owner, time.UTC, TopAsk{Ask: a, Limit: 10})
		return err
	}
	for _, c := range []struct {
		name     string
		question func(Ask) error
		ask      Ask
		earliest string // empty where there is an answer
	}{
		{"stats over old days, any zone", stats, ask("2020-01-01", "2020-02-01", "Asia/Kathmandu"), ""},
		{"a chart of old days, any zone", daily, ask("2020-01-01", "2020-02-01", "Asia/Kathmandu"), ""},
		{"old quarter hours", stats, ask("2020-01-01T00:15:00Z", "2020-01-01T00:45:00Z", ""), ""},
		{"old parts of quarter hours", stats, ask("2020-01-01T00:20:00Z", "2020-01-02T00:00:00Z", ""), "2025-10-18T13:15:00.000Z"},
		{"an old start, aligned, and a new end within a quarter hour", stats, ask("2020-01-01T00:15:00Z", "2026-01-01T00:01:00Z", ""), ""},
		{"kept parts of quarter hours", stats, ask("2025-10-18T13:15:01Z", "2026-01-01T00:00:00Z", ""), ""},

		{"a project over old days of UTC", stats, inProject(ask("2020-01-01", "2020-02-01", "")), ""},
		{"a project over old days of another zone", stats, inProject(ask("2020-01-01", "2020-02-01", "Europe/Berlin")), "2025-10-19"},
		{"a project over kept days of another zone", stats, inProject(ask("2025-10-19", "2025-10-20", "Europe/Berlin")), ""},
		{"a project's chart by day of UTC", daily, inProject(ask("2020-01-01", "2020-02-01", "")), ""},

		{"a project's chart by day of another zone", daily, inProject(ask("2020-01-01", "2020-02-01", "Europe/Berlin")), "2025-10-19"},
		{"a project's chart of what the record has", created, inProject(ask("2020-01-01", "2020-02-01", "Europe/Berlin")), ""},

		{"top assets over old days of UTC", top, ask("2020-01-01", "2020-02-01", ""), ""},
		{"top assets over old days of another zone", top, ask("2020-01-01", "2020-02-01", "Europe/Berlin"), "2025-10-19"},
		{"top assets over kept days of another zone", top, ask("2025-10-19", "2025-11-20", "Europe/Berlin"), ""},
		{"top assets over old instants", top, ask("2025-10-18T12:00:00Z", "2025-11-20T00:00:00Z", ""), "2025-10-18T13:15:00.000Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.question(c.ask)
			if c.earliest == "" {
				require.NoError(t, err)
				return
			}
			f := fault.Of(err)
			require.NotNil(t, f)
			require.Equal(t, []any{fault.Invalid, "beyond-retention"}, []any{f.Kind, f.Code})
			require.Equal(t, c.earliest, f.Members["earliest"])
			require.Equal(t, []string{"start beyond_retention"}, fields(err))

			c.ask.Start = c.earliest
			if c.ask.End < c.earliest {
				c.ask.End = "2026-01-01"
				if len(c.earliest) > len(time.DateOnly) {
					c.ask.End = "2026-01-01T00:00:00Z"
				}
			}
			require.NoError(t, c.question(c.ask), "what is named can be asked for")
			s.now = s.now.Add(59 * time.Minute)
			defer func() { s.now = s.now.Add(-59 * time.Minute) }()
			require.NoError(t, c.question(c.ask), "for a while")
		})
	}
}

func TestAPreviousPeriodThatIsNoLongerKeptIsUnknown(t *testing.T) {
	s := sceneWith(t, Rules{Retention: 10 * day})
	lamp := s.asset(Image, "2026-11-01T00:00:00Z")
	s.happened(View, lamp, "2026-11-20T12:00:00Z")
	a := ask("2026-11-15T10:07:00Z", "2026-11-22T10:07:00Z", "")

	got := s.stats(StatsAsk{Ask: a})
	require.Equal(t, []Warning{WarnPreviousTooOld}, got.Warnings)
	views := of(got.Metrics, Views)
	require.Equal(t, Value{Count: 1}, views.Value)
	require.Equal(t, Value{Reason: ReasonBeyondRetention}, views.Previous)
	require.Equal(t, Change{Reason: ReasonBeyondRetention}, views.Change)
	created := of(got.Metrics, AssetsCreated)
	require.Equal(t, Value{}, created.Previous, "the record itself is known")

	chart := s.chart(ChartAsk{Ask: a, Compare: true, Metrics: []Metric{Views, AssetsCreated}})
	require.Equal(t, []Warning{WarnPreviousTooOld}, chart.Warnings)
	require.Equal(t, Value{Reason: ReasonBeyondRetention}, chart.Previous.Series[0].Values[0])
	require.Equal(t, Value{}, chart.Previous.Series[1].Values[0])
}

func TestAStoreIsNotAskedForEventsThatItHasForgotten(t *testing.T) {
	now, before := Axis{time.Unix(2, 0), time.Unix(3, 0)}, Axis{time.Unix(1, 0), time.Unix(2, 0)}
	q := inquiry{metrics: Definitions, axes: []Axis{now, before}}
	require.Equal(t, Question{
		Events: []Axis{now, nil}, Assets: []Axis{now, before}, Projects: []Axis{now, before},
	}, q.question([]bool{false, true}))
	require.Equal(t, []Axis{now, before}, q.axes, "the inquiry keeps its own")
}

func TestForgettingLeavesWhatIsPromisedAndADayMore(t *testing.T) {
	s := sceneWith(t, Rules{Retention: 10 * day})
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	s.happened(View, lamp, "2026-11-12T13:05:11Z", "2026-11-12T14:00:00Z", "2026-11-22T13:00:00Z")

	s.now = s.now.Add(day)
	n, err := s.Forget(t.Context())
	require.NoError(t, err)
	require.Zero(t, n)
	s.now = s.now.Add(time.Millisecond)
	n, err = s.Forget(t.Context())
	require.NoError(t, err)
	require.Equal(t, 1, n)
	require.Len(t, s.store.book(owner).events, 2)
}

func TestForgettingGoesInSteps(t *testing.T) {
	s := newScene(t)
	b := s.store.book(owner)
	for range 2*forgetStep + 1 {
		b.events = append(b.events, Event{At: s.now.Add(-500 * day)})
	}
	b.events = append(b.events, Event{At: s.now})
	n, err := s.Forget(t.Context())
	require.NoError(t, err)
	require.Equal(t, 2*forgetStep+1, n)
	require.Len(t, b.events, 1)
}

func TestVerifyFindsAndMendsAPlantedError(t *testing.T) {
	s := newScene(t)
	lamp := s.asset(Image, "2026-01-01T00:00:00Z")
	s.happened(View, lamp, "2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z")
	verify := func(repair bool) (keys int) {
		require.NoError(t, s.Verify(t.Context(), repair, func(_ ident.Owner, d Drift) { keys += d.Keys }))
		return keys
	}
	require.Zero(t, verify(false))

	b := s.store.book(owner)
	key := QuarterKey{At: instant(t, "2026-11-20T12:00:00Z"), Channel: Shopify, AssetType: Image}
	b.quarters[key] = Counts{Views: 2}
	require.Equal(t, 1, verify(false))
	require.Equal(t, 1, verify(true))
	require.Zero(t, verify(false))
	require.Equal(t, Counts{Views: 1}, b.quarters[key])

	b.quarters[QuarterKey{At: instant(t, "2020-01-01T00:00:00Z")}] = Counts{Views: 7}
	require.Zero(t, verify(false), "what events no longer prove is not judged")
}

func TestVerifyGoesThroughAllOwners(t *testing.T) {
	s := newScene(t)
	for i := range 2*ownersStep + 3 {
		b := s.store.book(ident.Owner([]byte{'o', byte(i / 100), byte(i % 100)}))
		b.keep([]Event{{Type: View, At: s.now, Channel: Direct, AssetType: Text}})
	}
	seen := map[ident.Owner]bool{}
	require.NoError(t, s.Verify(t.Context(), false, func(o ident.Owner, d Drift) {
		require.False(t, seen[o])
		require.Zero(t, d.Keys)
		seen[o] = true
	}))
	require.Len(t, seen, 2*ownersStep+3)
}
