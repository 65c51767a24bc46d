package demo_test

import (
	"context"
	"testing"
	"time"

	"vitrine/adapters/memory"
	"vitrine/app/demo"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// store is an empty memory.
type store struct {
	projects *memory.Projects
	assets   *memory.Assets
	events   *memory.Insights
}

func newStore() store {
	db := memory.New()
	return store{memory.NewProjects(db), memory.NewAssets(db), memory.NewInsights(db)}
}

func (s store) load(ctx context.Context, plan demo.Plan, progress func(done, total int)) error {
	return demo.Load(ctx, plan, s.projects, s.assets, progress)
}

// requireHolds compares every project and asset with the plan, and what the store derived with what the plan implies.
func (s store) requireHolds(t *testing.T, plan demo.Plan) {
	t.Helper()
	for _, studio := range studios(t, plan) {
		counts := map[ident.ID]projects.Counts{}
		homes := map[ident.ID]projects.Project{}
		for p := range studio.Projects() {
			homes[p.ID] = p
		}
		for want := range everything(studio) {
			if want.ProjectID != nil && !want.Trashed() {
				c := counts[*want.ProjectID]
				*map[gallery.Type]*int64{gallery.Image: &c.Image, gallery.Video: &c.Video, gallery.Text: &c.Text}[want.Type]++
				counts[*want.ProjectID] = c
				if home := homes[*want.ProjectID]; home.Trashed() {
					want.DeletedAt = home.DeletedAt
					want.Version++
				}
			}
			got, err := s.assets.Find(t.Context(), studio.Owner, want.ID)
			require.NoError(t, err)
			require.Empty(t, cmp.Diff(want, got))
		}
		for id, want := range homes {
			got, err := s.projects.Find(t.Context(), studio.Owner, id)
			require.NoError(t, err)
			want.Assets = counts[id]
			require.Equal(t, want.Assets.Image+want.Assets.Video > 0, got.Cover != nil)
			want.Cover = got.Cover
			require.Empty(t, cmp.Diff(want, got))
		}
	}
}

func TestLoadedDataIsWhatThePlanSays(t *testing.T) {
	s, plan := newStore(), small()
	var reports []int
	require.NoError(t, s.load(t.Context(), plan, func(done, total int) {
		require.Equal(t, plan.Total(), total)
		reports = append(reports, done)
	}))
	s.requireHolds(t, plan)
	require.IsNonDecreasing(t, reports)
	require.Equal(t, plan.Total(), reports[len(reports)-1])
}

func TestSeveralOwners(t *testing.T) {
	s, plan := newStore(), demo.Plan{Seed: 9, Owners: owners(5), Projects: 40, Assets: 700, Now: now}
	require.NoError(t, s.load(t.Context(), plan, nil))
	s.requireHolds(t, plan)
}

// TestAProjectComesBackFromTheTrashWithItsAssets is what follows from loading through the ports, as real use would.
func TestAProjectComesBackFromTheTrashWithItsAssets(t *testing.T) {
	s := newStore()
	require.NoError(t, s.load(t.Context(), small(), nil))
	tried := 0
	for p := range studios(t, small())[0].Projects() {
		if !p.Trashed() {
			continue
		}
		u, err := s.projects.Update(t.Context(), "dev", []ident.ID{p.ID}, noKey, func(p *projects.Project) error {
			p.DeletedAt = nil
			p.Version++
			return nil
		})
		require.NoError(t, err)
		require.Nil(t, u.Results[0].Fault)
		tried++
		for a := range everything(studios(t, small())[0]) {
			if a.ProjectID != nil && *a.ProjectID == p.ID {
				got, err := s.assets.Find(t.Context(), "dev", a.ID)
				require.NoError(t, err)
				require.Equal(t, a.DeletedAt, got.DeletedAt)
			}
		}
	}
	require.NotZero(t, tried)
}

// TestLoadingAgainChangesNothing, not even what people did with the data since.
func TestLoadingAgainChangesNothing(t *testing.T) {
	s, plan := newStore(), small()
	require.NoError(t, s.load(t.Context(), plan, nil))
	var renamed, restored projects.Project
	for p := range studios(t, plan)[0].Projects() {
		if renamed = p; p.Trashed() {
			restored = p
		}
	}
	_, err := s.projects.Update(t.Context(), "dev", []ident.ID{renamed.ID, restored.ID}, noKey, func(p *projects.Project) error {
		p.Title, p.DeletedAt = "Mine", nil
		p.Version++
		return nil
	})
	require.NoError(t, err)

	later := plan
	later.Now = now.Add(100 * 24 * time.Hour)
	last := 0
	require.NoError(t, s.load(t.Context(), later, func(done, _ int) { last = done }))
	require.Equal(t, plan.Total(), last)
	for _, id := range []ident.ID{renamed.ID, restored.ID} {
		found, err := s.projects.Find(t.Context(), "dev", id)
		require.NoError(t, err)
		require.Equal(t, "Mine", found.Title)
		require.Nil(t, found.DeletedAt)
	}
}

// TestAnInterruptedLoadGoesOn stops the load at many places and finishes it days later: what is there then is what one
// load at the first time would have made.
func TestAnInterruptedLoadGoesOn(t *testing.T) {
	few := demo.Plan{Seed: 4, Owners: owners(3), Projects: 45, Assets: 1300, Now: now}
	for _, stop := range []int{1, 2, 3, 4, 20, 42, 43, 542, 700, 1000, 1200, 1341, 1342, 1343, 1344, 1345} {
		interrupt(t, few, stop)
	}
	// Of so many owners one has a batch that is wholly in the trash by the time of the second load.
	many := demo.Plan{Seed: 17, Owners: owners(40), Projects: 400, Assets: 800, Now: now}
	for _, stop := range []int{1160, 1161, 1170} {
		interrupt(t, many, stop)
	}
}

// interrupt ends a load once so many things are there, and finishes it later.
func interrupt(t *testing.T, plan demo.Plan, stop int) {
	t.Helper()
	s := newStore()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	reached := 0
	err := s.load(ctx, plan, func(done, _ int) {
		if reached = done; done >= stop {
			cancel()
		}
	})
	if reached < plan.Total() {
		require.ErrorIs(t, err, context.Canceled, "at %d", stop)
	}
	later := plan
	later.Now = now.Add(75 * time.Hour)
	require.NoError(t, s.load(t.Context(), later, nil), "from %d", stop)
	s.requireHolds(t, plan)
}

// TestTwoLoadsAtOnce are two servers that start on one database: at one time, both do; else one may have to try again.
func TestTwoLoadsAtOnce(t *testing.T) {
	for _, apart := range []time.Duration{0, time.Millisecond} {
		s, errs, later := newStore(), make(chan error), small()
		later.Now = now.Add(apart)
		go func() { errs <- s.load(t.Context(), small(), nil) }()
		go func() { errs <- s.load(t.Context(), later, nil) }()
		for range 2 {
			if err := <-errs; apart == 0 {
				require.NoError(t, err)
			}
		}
		held, begun, err := small().Begun(t.Context(), s.projects)
		require.NoError(t, err)
		require.True(t, begun)
		require.NoError(t, s.load(t.Context(), later, nil))
		s.requireHolds(t, held)
		total, err := s.projects.Count(t.Context(), "dev", projects.Filter{}.Normalize(), nil, 1000)
		require.NoError(t, err)
		trash, err := s.projects.Count(t.Context(), "dev", projects.Filter{Trashed: true}.Normalize(), nil, 1000)
		require.NoError(t, err)
		require.Equal(t, int64(held.Projects), total.Total.Value+trash.Total.Value)
	}
}

func TestAnEndedContextLoadsNothing(t *testing.T) {
	s := newStore()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, s.load(ctx, small(), nil), context.Canceled)
	_, begun, err := small().Begun(t.Context(), s.projects)
	require.NoError(t, err)
	require.False(t, begun)
}

func TestALoadThatHasBegunIsRemembered(t *testing.T) {
	s, plan := newStore(), small()
	require.NoError(t, s.load(t.Context(), plan, nil))
	later := plan
	later.Now = now.Add(time.Hour)
	was, begun, err := later.Begun(t.Context(), s.projects)
	require.NoError(t, err)
	require.True(t, begun)
	require.Equal(t, plan, was)
}

func TestAnotherPlanOfTheSameSeedIsRefused(t *testing.T) {
	s, plan := newStore(), small()
	require.NoError(t, s.load(t.Context(), plan, nil))
	for _, other := range []demo.Plan{
		{Seed: 1, Owners: plan.Owners, Projects: 60, Assets: 1501, Now: now},
		{Seed: 1, Owners: plan.Owners, Projects: 61, Assets: 1500, Now: now},
		{Seed: 1, Owners: []ident.Owner{"new", "dev"}, Projects: 60, Assets: 1500, Now: now},
	} {
		err := s.load(t.Context(), other, nil)
		require.ErrorContains(t, err, `owner "dev" has demo data of another plan with this seed`)
		require.ErrorContains(t, err, `"assets":1500`)
	}
	s.requireHolds(t, plan)

	plan.Seed = 2
	require.NoError(t, s.load(t.Context(), plan, nil))
	s.requireHolds(t, plan)
	s.requireHolds(t, small())
}

func TestARecordThatIsLostIsSaid(t *testing.T) {
	s, plan := newStore(), small()
	for p := range studios(t, plan)[0].Projects() {
		p.Options = []byte(`{"tone":"playful"}`)
		_, err := s.projects.Insert(t.Context(), "dev", p, noKey)
		require.NoError(t, err)
		break
	}
	require.ErrorContains(t, s.load(t.Context(), plan, nil), "has lost its record")
}

func TestAPlanThatCannotBeIsRefused(t *testing.T) {
	s := newStore()
	require.ErrorContains(t, s.load(t.Context(), demo.Plan{}, nil), "needs an owner")
}

func BenchmarkLoadIntoMemory(b *testing.B) {
	for b.Loop() {
		require.NoError(b, newStore().load(b.Context(), small(), nil))
	}
}

func BenchmarkMake(b *testing.B) {
	s := studios(b, demo.Plan{Seed: 1, Owners: owners(1), Projects: 40_000, Assets: 1_000_000, Now: now})[0]
	for b.Loop() {
		n := 0
		for range s.Originals() {
			if n++; n == 10_000 {
				break
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10_000, "ns/asset")
}
