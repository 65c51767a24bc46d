package contracttests

import (
	"slices"
	"testing"
)

// clauses is the index of the suite.
func clauses() []clause {
	return slices.Concat(
		projectsInsert,
		projectsFind,
		projectsUpdate,
		projectsTrash,
		projectsCover,
		projectsCopy,
		projectsPurge,
		projectsList,
		projectsCount,
		galleryInsert,
		galleryFind,
		galleryUpdate,
		galleryList,
		galleryCount,
		galleryFences,
		galleryVocabulary,
		galleryCorrected,
		galleryAround,
		galleryCanary,
		settingsFind,
		settingsUpdate,
		settingsAudit,
		settingsRules,
		insightsInsert,
		insightsRead,
		insightsRank,
		insightsCatalog,
		insightsUpkeep,
		insightsCanary,
		idempotent,
		contexts,
		tenancy,
		races,
		assetRaces,
		settingsRaces,
		insightsRaces,
		walks,
		assetWalks,
		golden,
		goldenAssets,
		oracle,
	)
}

// clause is one promise of the ports.
type clause struct {
	name  string // group, method and promise, as a path
	must  string // the sentence of core, or the part of it, that a store breaks when the clause fails
	holds func(*scene)
}

// Run holds the backend to every clause. The model oracle compares it with the reference; both are opened once.
func Run(t *testing.T, open, reference Open) {
	backend := open(t)
	if names := backend.missing(); names != nil {
		t.Fatalf("the backend lacks the ports %q; every port must be there", names)
	}
	all := clauses()
	for name, reason := range backend.Excused {
		if !sound(name, reason, all) {
			t.Errorf("the excuse %q: %q needs a clause of that name, and a reason", name, reason)
		}
		t.Logf("excused: %s: %s", name, reason)
	}
	model := reference(t)
	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if reason, ok := backend.Excused[c.name]; ok {
				t.Skipf("excused: %s", reason)
			}
			c.check(t, backend, model)
		})
	}
}

// check runs the clause for an owner of its own, and then looks whether the other owner's rows are as they were.
func (c clause) check(t *testing.T, backend, model Backend) {
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("broken: %q", c.must)
		}
	})
	s := newScene(t, backend, model)
	decoys := s.plantDecoys()
	c.holds(s)
	decoys.areUntouched()
}

// sound reports whether an excuse has a clause and a reason. One that has no clause would hide that a clause is gone.
func sound(name, reason string, all []clause) bool {
	return reason != "" && slices.ContainsFunc(all, func(c clause) bool { return c.name == name })
}
