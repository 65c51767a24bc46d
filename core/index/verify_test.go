package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// bench is a copy that is searched, the record, and who compares them.
type bench struct {
	*record
	copied   *shelf
	verifier *Verifier[string]
}

func newBench() bench {
	rng := rand.New(rand.NewPCG(4, 4))
	b := bench{record: newRecord(rng), copied: newShelf(rng)}
	used := Copy{Name: "used", Schema: 1}
	b.verifier = NewVerifier(Ports[string]{
		Engine: engine{copied: b.copied}, Pointer: pointer{used: used}, Registry: registry{copies: []Registered{{Copy: used}}}, Stock: b.record,
	}, func() time.Time { return beginning })
	return b
}

// engine has one copy. What verification does not ask it has not.
type engine struct {
	Engine[string]
	copied *shelf
}

// Schema implements Engine.
func (engine) Schema() int { return 1 }

// Inventory implements Holdings.
func (e engine) Inventory(Copy) Inventory { return e.copied }

type pointer struct {
	Pointer
	used Copy
}

// InUse implements Pointer.
func (p pointer) InUse(context.Context) (Copy, error) { return p.used, nil }

type registry struct {
	Registry
	copies []Registered
	busy   bool
}

// Copies implements Registry.
func (r registry) Copies(context.Context) ([]Registered, error) { return r.copies, nil }

// Alone implements Registry.
func (r registry) Alone(ctx context.Context, work func(context.Context) error) (bool, error) {
	if r.busy {
		return false, nil
	}
	return true, work(ctx)
}

func silent(Report) {}

// with puts n documents on both sides.
func (b bench) with(n int) bench {
	for i := range n {
		id, check := fmt.Sprintf("%03d", i), int64(3*(i+1))
		b.put("ana", id, 3, check)
		b.copied.put("ana", id, 3, check)
	}
	return b
}

func TestARepairMendsWhatAWriteCanMend(t *testing.T) {
	b := newBench().with(40)
	delete(b.copied.documents, key{"ana", "001"})
	b.copied.put("ana", "002", 2, 2)
	b.copied.put("ana", "003", 3, 7)
	b.copied.put("ben", "004", 8, 8)
	b.copied.put("ana", "005", 9, 9)
	b.copied.doubles[key{"ana", "006"}] = Entry{ID: "006", Version: 3, Check: 21}
	want := map[Flaw]int64{Missing: 1, Stale: 2, Surplus: 1, Newer: 1, Double: 1}

	r, err := b.verifier.Verify(t.Context(), NoRepair, silent)
	require.NoError(t, err)
	require.Equal(t, want, r.Flaws)
	require.Empty(t, b.dirty, "a comparison changes nothing")
	require.True(t, r.NeedsRebuild())
	require.Equal(t, &Verified{Report: r, At: beginning}, b.verifier.Last())

	r, err = b.verifier.Verify(t.Context(), Careful, silent)
	require.NoError(t, err)
	require.Equal(t, want, r.Flaws)
	require.Equal(t, int64(4), r.Marked)
	require.Equal(t, map[key]int64{{"ana", "001"}: 3, {"ana", "002"}: 3, {"ana", "003"}: 3, {"ben", "004"}: 9}, b.dirty)

	b.relay(b.copied, true)
	r, err = b.verifier.Verify(t.Context(), Careful, silent)
	require.NoError(t, err)
	require.Equal(t, map[Flaw]int64{Newer: 1, Double: 1}, r.Flaws, "only a new copy is rid of these")
	require.Zero(t, r.Marked)
}

func TestARepairThatRemovesTooMuchIsRefusedUnlessForced(t *testing.T) {
	b := newBench().with(10)
	delete(b.documents, key{"ana", "000"})
	_, err := b.verifier.Verify(t.Context(), Careful, silent)
	require.NoError(t, err, "a tenth")
	b.relay(b.copied, true)
	delete(b.documents, key{"ana", "001"})
	delete(b.copied.documents, key{"ana", "002"})
	r, err := b.verifier.Verify(t.Context(), Careful, silent)
	require.ErrorIs(t, err, ErrBrake)
	require.ErrorContains(t, err, "1 of 8")
	require.Equal(t, map[Flaw]int64{Surplus: 1, Missing: 1}, r.Flaws)
	require.Empty(t, b.dirty, "nor is anything else mended")
	require.NotNil(t, b.verifier.Last(), "but what was found is known")
	r, err = b.verifier.Verify(t.Context(), Forced, silent)
	require.NoError(t, err)
	require.Equal(t, int64(2), r.Marked)
}

func TestWhatIsNotTheRightCopyIsNotCompared(t *testing.T) {
	right := Copy{Name: "used", Schema: 1}
	other := Copy{Name: "used", Schema: 2}
	for name, c := range map[string]struct {
		used   Copy
		copies []Registered
	}{
		"none":            {Copy{}, []Registered{{Copy: right}}},
		"not registered":  {right, nil},
		"another schema":  {other, []Registered{{Copy: other}}},
		"another of both": {other, []Registered{{Copy: right}}},
	} {
		t.Run(name, func(t *testing.T) {
			v := newBench().verifier
			v.Pointer, v.Registry = pointer{used: c.used}, registry{copies: c.copies}
			_, err := v.Verify(t.Context(), Forced, silent)
			require.ErrorIs(t, err, ErrNoIndex)
			require.Nil(t, v.Last())
		})
	}
}

// In a bubble of synctest time passes at once, and begins at this moment.
var beginning = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func TestAVerifierGoesRoundAgainAndAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench().with(20)
		delete(b.copied.documents, key{"ana", "001"})
		ctx, cancel := context.WithTimeout(t.Context(), 72*time.Hour)
		defer cancel()
		broken := errors.New("broken")
		var at []time.Duration
		var errs []error
		var drift []int64
		b.verifier.Run(ctx, 24*time.Hour, func(r Report, err error) {
			at, errs, drift = append(at, time.Since(beginning)), append(errs, err), append(drift, r.Drift())
			b.relay(b.copied, true)
			b.copied.before = func() error { return nil }
			if len(at) == 2 {
				b.copied.before = func() error { return broken }
			}
		})
		require.Equal(t, []time.Duration{time.Minute, 24*time.Hour + time.Minute, 48*time.Hour + time.Minute, 48*time.Hour + 6*time.Minute}, at)
		require.Equal(t, []int64{1, 0, 0, 0}, drift)
		require.ErrorIs(t, errs[2], broken)
		require.NoError(t, errors.Join(errs[0], errs[1], errs[3]))
	})
}

func TestAVerifierWaitsForWhoeverIsAtIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench()
		b.verifier.Registry = registry{copies: []Registered{{}}, busy: true}
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Hour)
		defer cancel()
		b.verifier.Run(ctx, time.Hour, func(Report, error) { t.Error("it went round") })
		require.Nil(t, b.verifier.Last())
	})
}
