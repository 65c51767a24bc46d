package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/stretchr/testify/require"
)

func (x *indexed) verifier() *index.Verifier[gallery.Asset] {
	return index.NewVerifier(x.keeper.Ports, time.Now)
}

// verified is what a verification finds.
func (x *indexed) verified(t *testing.T, r index.Repair) index.Report {
	t.Helper()
	report, err := x.verifier().Verify(t.Context(), r, func(index.Report) {})
	require.NoError(t, err)
	return report
}

// unnoticed changes the record without a mark for the index, as a restored backup does, or a mistake.
func (x *indexed) unnoticed(t *testing.T, statement string, args ...any) {
	t.Helper()
	tx, err := x.outbox.db.pool.Begin(t.Context())
	require.NoError(t, err)
	_, err = tx.Exec(t.Context(), `SET LOCAL session_replication_role = replica`)
	require.NoError(t, err)
	_, err = tx.Exec(t.Context(), statement, args...)
	require.NoError(t, err)
	require.NoError(t, tx.Commit(t.Context()))
}

// Whatever is wrong with the index is found and called by its name, and in the end the index has what the record has.
func TestWhatIsWrongIsFoundAndMended(t *testing.T) {
	t.Parallel()
	s := newStudio(t)
	assets := s.lamps(t, 40)
	foreign := gallery.Asset{ID: randomID(), Type: gallery.Image, Title: "lamp", Version: 1, CreatedAt: time.UnixMilli(5).UTC()}
	_, err := s.Insert(t.Context(), "ben", []gallery.Asset{foreign}, idempotency.Key{})
	require.NoError(t, err)
	s.settle(t)
	planted := func(owner ident.Owner, id ident.ID, version int64, doc gallery.Asset) {
		s.plant(t, index.Change[gallery.Asset]{Owner: owner, ID: id.String(), Version: version, Doc: &doc})
	}
	at := func(a gallery.Asset, version int64) gallery.Asset { a.Version = version; return a }
	for _, c := range []struct {
		name    string
		spoil   func(a gallery.Asset)
		flaws   map[index.Flaw]int64
		rebuild bool
	}{
		{"a ghost", func(a gallery.Asset) {
			a.ID = randomID()
			planted(keeper, a.ID, 9, a)
		}, map[index.Flaw]int64{index.Surplus: 1}, false},
		{"a document under another owner", func(gallery.Asset) {
			planted(keeper, foreign.ID, 9, foreign)
		}, map[index.Flaw]int64{index.Surplus: 1}, false},
		{"a document of a deleted row", func(a gallery.Asset) {
			s.unnoticed(t, `DELETE FROM assets WHERE id = $1`, a.ID)
		}, map[index.Flaw]int64{index.Surplus: 1}, false},
		{"a deleted document that came back", func(a gallery.Asset) {
			_, err := s.db().pool.Exec(t.Context(), `DELETE FROM assets WHERE id = $1`, a.ID)
			require.NoError(t, err)
			s.settle(t)
			planted(keeper, a.ID, 9, a)
		}, map[index.Flaw]int64{index.Surplus: 1}, false},
		{"an older document", func(a gallery.Asset) {
			s.unnoticed(t, `UPDATE assets SET version = 5 WHERE id = $1`, a.ID)
		}, map[index.Flaw]int64{index.Stale: 1}, false},
		{"another document of the same version", func(a gallery.Asset) {
			planted(keeper, a.ID, 1, at(a, 8))
		}, map[index.Flaw]int64{index.Stale: 1}, false},
		{"no document", func(gallery.Asset) {
			s.lamps(t, 1)
			s.unnoticed(t, `DELETE FROM search_dirty`)
		}, map[index.Flaw]int64{index.Missing: 1}, false},
		{"as many too many as too few", func(a gallery.Asset) {
			s.lamps(t, 1)
			s.unnoticed(t, `DELETE FROM search_dirty`)
			s.unnoticed(t, `DELETE FROM assets WHERE id = $1`, a.ID)
		}, map[index.Flaw]int64{index.Surplus: 1, index.Missing: 1}, false},
		{"a newer document", func(a gallery.Asset) {
			planted(keeper, a.ID, 9, at(a, 9))
		}, map[index.Flaw]int64{index.Newer: 1}, true},
		{"a double", func(a gallery.Asset) {
			planted(keeper, randomID(), 1, a)
		}, map[index.Flaw]int64{index.Double: 1}, true},
	} {
		spoilt := assets[0]
		assets = assets[1:]
		c.spoil(spoilt)
		require.Equal(t, c.flaws, s.verified(t, index.NoRepair).Flaws, c.name)
		report := s.verified(t, index.Careful)
		require.Equal(t, c.rebuild, report.NeedsRebuild(), c.name)
		s.settle(t)
		if c.rebuild {
			require.Equal(t, c.flaws, s.verified(t, index.NoRepair).Flaws, c.name)
			require.NoError(t, s.keeper.Rebuild(t.Context(), func(int) {}))
		}
		require.Empty(t, s.verified(t, index.NoRepair).Flaws, c.name)
		s.converges(t)
	}
}

// Most of the record is gone and nobody noticed: that is rather the record's fault than the index's.
func TestARepairThatWouldEmptyTheIndexIsRefused(t *testing.T) {
	t.Parallel()
	s := newStudio(t)
	s.lamps(t, 20)
	s.settle(t)
	s.unnoticed(t, `DELETE FROM assets WHERE title < 'lamp n12'`)
	_, err := s.verifier().Verify(t.Context(), index.Careful, func(index.Report) {})
	require.ErrorIs(t, err, index.ErrBrake)
	s.settle(t)
	require.Equal(t, int64(20), s.found(t, "lamp"))
	require.Positive(t, s.verified(t, index.Forced).Marked)
	s.converges(t)
}

func TestWithoutAnIndexThereIsNothingToCompare(t *testing.T) {
	t.Parallel()
	x := openIndex(t, open(t))
	require.NoError(t, x.engine.Drop(t.Context(), x.used(t)))
	_, err := x.verifier().Verify(t.Context(), index.Forced, func(index.Report) {})
	require.ErrorIs(t, err, index.ErrNoIndex)
}

// People write, and a relay carries, while the index is compared again and again: that is no drift.
func TestWhilePeopleWriteNothingDrifts(t *testing.T) {
	t.Parallel()
	x := openIndex(t, open(t))
	assets := x.lamps(t, 60)
	x.settle(t)
	writing, stop := context.WithCancel(t.Context())
	defer stop()
	var people sync.WaitGroup
	var wrote, carried error
	people.Go(func() {
		for i := 0; writing.Err() == nil && wrote == nil; i++ {
			wrote = x.write(t.Context(), assets[i%50].ID, i)
		}
	})
	people.Go(func() {
		for writing.Err() == nil && carried == nil {
			carried = x.relay.Drain(t.Context())
		}
	})
	for range 40 {
		report := x.verified(t, index.NoRepair)
		require.Empty(t, report.Flaws, "%v", report.Examples)
	}
	x.unnoticed(t, `UPDATE assets SET version = 1000 WHERE id = $1`, assets[55].ID)
	require.Equal(t, map[index.Flaw]int64{index.Stale: 1}, x.verified(t, index.NoRepair).Flaws, "and what is wrong is found")
	stop()
	people.Wait()
	require.NoError(t, errors.Join(wrote, carried))
}

// write edits the asset, and now and then adds one and deletes it later.
func (x *indexed) write(ctx context.Context, id ident.ID, i int) error {
	_, err := x.Update(ctx, keeper, []ident.ID{id}, idempotency.Key{}, func(a *gallery.Asset) error {
		a.Title = fmt.Sprintf("chair %d", i)
		a.Version++
		return nil
	})
	if err != nil || i%5 > 0 {
		return err
	}
	added := gallery.Asset{ID: randomID(), Type: gallery.Image, Title: "added", Version: 1, CreatedAt: time.UnixMilli(5).UTC()}
	if _, err := x.Insert(ctx, keeper, []gallery.Asset{added}, idempotency.Key{}); err != nil {
		return err
	}
	_, err = x.outbox.db.pool.Exec(ctx, `DELETE FROM assets WHERE id IN (SELECT id FROM assets WHERE title = 'added' ORDER BY id LIMIT $1)`, i%2)
	return err
}

func TestARepairThatWasInterruptedIsDoneByTheNext(t *testing.T) {
	t.Parallel()
	s := newStudio(t)
	for i := range 5 {
		a := gallery.Asset{ID: randomID(), Type: gallery.Image, Title: "Lamp", Version: 1, CreatedAt: time.UnixMilli(5)}
		_, err := s.Insert(t.Context(), ident.Owner(strings.Repeat("x", i+1)), []gallery.Asset{a}, idempotency.Key{})
		require.NoError(t, err)
	}
	s.unnoticed(t, `DELETE FROM search_dirty`)
	interrupted, kill := context.WithCancel(t.Context())
	report, err := s.verifier().Verify(interrupted, index.Careful, func(r index.Report) {
		if r.Marked == 2 {
			kill()
		}
	})
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, map[index.Flaw]int64{index.Missing: 5}, report.Flaws)
	require.Equal(t, int64(2), report.Marked)
	report = s.verified(t, index.Careful)
	require.Equal(t, map[index.Flaw]int64{index.Missing: 3}, report.Flaws, "what is marked is on its way")
	s.converges(t)
	require.Empty(t, s.verified(t, index.NoRepair).Flaws)
}
