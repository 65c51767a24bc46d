package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

// fill puts the same documents of some owners on both sides.
func fill(rng *rand.Rand, a, b *shelf) {
	for o := range 1 + rng.IntN(6) {
		for d := range rng.IntN(12) {
			owner, id, version, check := ident.Owner(fmt.Sprintf("owner %d", o)), fmt.Sprintf("%03d", d), 2+rng.Int64N(8), rng.Int64N(1<<40)
			a.put(owner, id, version, check)
			b.put(owner, id, version, check)
		}
	}
}

// spoil makes something of each kind wrong at random, and says what.
func spoil(rng *rand.Rand, r *record, copied *shelf) map[key]Flaw {
	flaws := map[key]Flaw{}
	for _, k := range inOrder(copied.documents) {
		e := copied.documents[k]
		switch rng.IntN(12) {
		case 0:
			flaws[k] = Missing
			delete(copied.documents, k)
		case 1:
			flaws[k] = Stale
			copied.put(k.owner, k.id, e.Version-1, rng.Int64N(1<<40))
		case 2:
			flaws[k] = Stale // of the same version
			copied.put(k.owner, k.id, e.Version, rng.Int64N(1<<40))
		case 3:
			flaws[k] = Surplus
			delete(r.documents, k)
		case 4:
			flaws[k] = Newer
			copied.put(k.owner, k.id, e.Version+1, rng.Int64N(1<<40))
		case 5:
			flaws[k] = Double
			copied.doubles[k] = e
		}
	}
	return flaws
}

// found are the flaws that a comparison of both sides finds, by document.
func found(t *testing.T, c comparison) map[key]Flaw {
	t.Helper()
	flaws := map[key]Flaw{}
	r, flawed, err := c.all(t.Context(), func(Report) {})
	require.NoError(t, err)
	for _, owner := range flawed {
		require.NoError(t, c.owner(t.Context(), owner, func(s stretch) error {
			for _, w := range s.wrong {
				flaws[key{owner, w.id}] = w.flaw
			}
			return nil
		}))
	}
	require.Equal(t, int64(len(flaws)), r.Drift())
	return flaws
}

func TestAComparisonFindsEachFlawAndNoOther(t *testing.T) {
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 1))
		r, copied := newRecord(rng), newShelf(rng)
		fill(rng, r.shelf, copied)
		want := spoil(rng, r, copied)
		require.Equal(t, want, found(t, comparison{r, copied}), "seed %d", seed)
	}
}

func TestAReportAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	r, copied := newRecord(rng), newShelf(rng)
	for _, id := range []string{"a", "b", "c"} {
		r.put("ana", id, 1, 1)
		copied.put("ben", id, 1, 1)
	}
	copied.put("ana", "a", 1, 1)
	r.dirty[key{"ana", "c"}] = 1
	var told []int
	got, flawed, err := comparison{r, copied}.all(t.Context(), func(r Report) { told = append(told, r.Owners) })
	require.NoError(t, err)
	require.Equal(t, []ident.Owner{"ana", "ben"}, flawed)
	require.Equal(t, []int{1, 2}, told)
	require.Equal(t, Report{
		Owners: 2, Recorded: 3, Documents: 4, Absent: 2, Flaws: map[Flaw]int64{Missing: 1, Surplus: 3},
		Examples: []Example{{"ana", "b", Missing}, {"ben", "a", Surplus}, {"ben", "b", Surplus}, {"ben", "c", Surplus}},
	}, got)
}

// People write, and the relay carries, between any two questions. That is no drift; what is wrong beside it is found.
func TestWhatIsOnItsWayIsNoFlaw(t *testing.T) {
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 2))
		r, copied := newRecord(rng), newShelf(rng)
		fill(rng, r.shelf, copied)
		busy := map[key]Entry{}
		for _, k := range inOrder(r.documents) {
			if rng.IntN(2) == 0 {
				busy[k] = r.documents[k]
			}
		}
		want := spoil(rng, r, copied)
		for k := range want {
			delete(busy, k)
		}
		happen := func() error {
			for range rng.IntN(4) {
				r.edit(rng, busy)
				if rng.IntN(2) == 0 {
					r.relay(copied, rng.IntN(2) == 0)
				}
			}
			return nil
		}
		r.before, copied.before = happen, happen
		require.Equal(t, want, found(t, comparison{r, copied}), "seed %d", seed)
	}
}

// edit changes, removes or brings back one of the documents.
func (r *record) edit(rng *rand.Rand, busy map[key]Entry) {
	if len(busy) == 0 {
		return
	}
	k := inOrder(busy)[rng.IntN(len(busy))]
	e := busy[k]
	e.Version, e.Check = e.Version+1, rng.Int64N(1<<40)
	busy[k] = e
	if _, there := r.documents[k]; there && rng.IntN(3) == 0 {
		delete(r.documents, k)
	} else {
		r.documents[k] = e
	}
	r.dirty[k] = e.Version
}

func TestAComparisonThatCannotAskIsNone(t *testing.T) {
	for failAt := range 7 {
		rng := rand.New(rand.NewPCG(3, 3))
		r, copied := newRecord(rng), newShelf(rng)
		r.put("ana", "a", 1, 1)
		asked := 0
		fails := func() error {
			if asked++; asked > failAt {
				return context.DeadlineExceeded
			}
			return nil
		}
		r.before, copied.before = fails, fails
		_, _, err := comparison{r, copied}.all(t.Context(), func(Report) {})
		require.ErrorIs(t, err, context.DeadlineExceeded, "question %d", failAt)
	}
}
