package postgres

import (
	"context"
	"errors"
	"maps"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

// drawer is a database with an index registered that nobody keeps up.
type drawer struct {
	t        *testing.T
	db       *DB
	projects *Projects
	assets   *Assets
	outbox   *AssetOutbox
	registry *SearchRegistry
	index    index.Copy
}

const keeper = ident.Owner("ana")

func newDrawer(t *testing.T) drawer {
	db := open(t)
	d := drawer{
		t: t, db: db, projects: NewProjects(db), assets: NewAssets(db), outbox: NewAssetOutbox(db),
		registry: NewAssetRegistry(db), index: index.Copy{ID: randomID(), Name: "assets-1", Schema: 1},
	}
	require.NoError(t, d.registry.Register(t.Context(), d.index))
	return d
}

func (d drawer) insert(project *ident.ID) ident.ID {
	d.t.Helper()
	a := gallery.Asset{ID: randomID(), ProjectID: project, Type: gallery.Image, Title: "Lamp", Version: 1, CreatedAt: time.UnixMilli(5)}
	_, err := d.assets.Insert(d.t.Context(), keeper, []gallery.Asset{a}, idempotency.Key{})
	require.NoError(d.t, err)
	return a.ID
}

func (d drawer) project() *ident.ID {
	d.t.Helper()
	p := projects.Project{ID: randomID(), Title: "Lamp", Version: 1, Run: projects.Run{Status: projects.Draft}}
	_, err := d.projects.Insert(d.t.Context(), keeper, p, idempotency.Key{})
	require.NoError(d.t, err)
	return &p.ID
}

func (d drawer) edit(id ident.ID) {
	d.t.Helper()
	_, err := d.assets.Update(d.t.Context(), keeper, []ident.ID{id}, idempotency.Key{}, func(a *gallery.Asset) error {
		a.Title += "!"
		a.Version++
		return nil
	})
	require.NoError(d.t, err)
}

// leased are the versions of what is due.
func (d drawer) leased(patience time.Duration) ([]index.Change[gallery.Asset], map[ident.ID]int64) {
	d.t.Helper()
	changes, err := d.outbox.Lease(d.t.Context(), 100, patience)
	require.NoError(d.t, err)
	versions := map[ident.ID]int64{}
	for _, c := range changes {
		require.Equal(d.t, keeper, c.Owner)
		id, err := ident.ParseID(c.ID)
		require.NoError(d.t, err)
		if versions[id] = c.Version; c.Doc != nil {
			require.Equal(d.t, c.Version, c.Doc.Version)
			require.Equal(d.t, id, c.Doc.ID)
		}
	}
	return changes, versions
}

func (d drawer) settle(changes []index.Change[gallery.Asset], v index.Verdict) {
	d.t.Helper()
	outcomes := make([]index.Outcome, len(changes))
	for i := range outcomes {
		outcomes[i] = index.Outcome{Verdict: v, Err: errors.New("no")}
	}
	require.NoError(d.t, d.outbox.Settle(d.t.Context(), changes, outcomes))
}

func (d drawer) pending() bool {
	d.t.Helper()
	pending, err := d.outbox.Pending(d.t.Context(), keeper)
	require.NoError(d.t, err)
	return pending
}

func TestEveryWayToChangeAnAssetIsKeptForTheIndex(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	due := func() map[ident.ID]int64 {
		t.Helper()
		changes, versions := d.leased(time.Hour)
		d.settle(changes, index.Done)
		require.False(t, d.pending())
		return versions
	}
	home := d.project()
	require.Empty(t, due(), "a project is none of the index's business")
	a := d.insert(home)
	require.Equal(t, map[ident.ID]int64{a: 1}, due())
	d.edit(a)
	d.edit(a)
	require.Equal(t, map[ident.ID]int64{a: 3}, due(), "two edits are one row")
	trash := func(at *time.Time) {
		_, err := d.projects.Update(t.Context(), keeper, []ident.ID{*home}, idempotency.Key{}, func(p *projects.Project) error {
			p.DeletedAt = at
			p.Version++
			return nil
		})
		require.NoError(t, err)
	}
	trash(new(time.UnixMilli(9)))
	require.Equal(t, map[ident.ID]int64{a: 4}, due(), "it goes to the trash with its project")
	trash(nil)
	require.Equal(t, map[ident.ID]int64{a: 5}, due(), "and comes back with it")
	_, err := d.db.pool.Exec(t.Context(), `DELETE FROM assets WHERE id = $1`, a)
	require.NoError(t, err)
	require.True(t, d.pending())
	changes, versions := d.leased(time.Hour)
	require.Equal(t, map[ident.ID]int64{a: 6}, versions, "what is deleted is newer than all it was")
	require.Nil(t, changes[0].Doc)
}

func TestNothingIsKeptWithoutAnIndex(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	d.insert(nil)
	require.True(t, d.pending())
	require.NoError(t, d.registry.Unregister(t.Context(), d.index.ID))
	require.False(t, d.pending())
	d.insert(nil)
	require.False(t, d.pending())
	found, err := d.registry.Copies(t.Context())
	require.NoError(t, err)
	require.Empty(t, found)
	require.NoError(t, d.registry.Register(t.Context(), d.index))
	found, err = d.registry.Copies(t.Context())
	require.NoError(t, err)
	require.Equal(t, []index.Registered{{Copy: d.index}}, found)
}

// A change that began before the registration and did not see it is committed before the registration returns.
func TestRegisteringWaitsForChangesThatMayNotHaveSeenIt(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	a := d.insert(nil)
	tx, err := d.db.pool.Begin(t.Context())
	require.NoError(t, err)
	_, err = tx.Exec(t.Context(), `UPDATE assets SET version = version + 1 WHERE id = $1`, a)
	require.NoError(t, err)
	hurried, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	other := index.Copy{ID: randomID(), Name: "assets-2", Schema: 1}
	require.Error(t, d.registry.Register(hurried, other))
	require.NoError(t, tx.Commit(t.Context()))
	require.NoError(t, d.registry.Register(t.Context(), other))
}

func TestALeaseIsForOneWorker(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	a, b := d.insert(nil), d.insert(nil)
	first, _ := d.leased(time.Hour)
	require.Len(t, first, 2)
	_, again := d.leased(time.Hour)
	require.Empty(t, again, "while it lasts")
	d.edit(a)
	_, again = d.leased(0)
	require.Equal(t, map[ident.ID]int64{a: 2}, again, "but what changes meanwhile is due at once")
	_, again = d.leased(time.Hour)
	require.Equal(t, map[ident.ID]int64{a: 2}, again, "and so is what a worker has had for too long")
	d.settle(first, index.Done)
	require.True(t, d.pending(), "the old version of the one that changed is not what was asked for")
	_, again = d.leased(0)
	require.NotContains(t, again, b)
}

func TestWhatIsKeptWaitsAndWhatIsParkedWaitsForAChange(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	a := d.insert(nil)
	for _, verdict := range []index.Verdict{index.Kept, index.Parked} {
		changes, _ := d.leased(time.Hour)
		require.Len(t, changes, 1)
		d.settle(changes, verdict)
		_, due := d.leased(time.Hour)
		require.Empty(t, due)
		require.True(t, d.pending())
		var said string
		require.NoError(t, d.db.sql.GetContext(t.Context(), &said, `SELECT error FROM search_dirty`))
		require.Equal(t, "no", said)
		d.edit(a)
	}
	_, due := d.leased(time.Hour)
	require.Equal(t, map[ident.ID]int64{a: 3}, due)
}

// Another copy may take what one has refused.
func TestWhatIsParkedIsTriedAgainWithoutTheCopyThatMayHaveRefusedIt(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	a := d.insert(nil)
	changes, _ := d.leased(time.Hour)
	d.settle(changes, index.Parked)
	require.NoError(t, d.registry.Register(t.Context(), index.Copy{ID: randomID(), Name: "assets-2", Schema: 1}))
	_, due := d.leased(time.Hour)
	require.Empty(t, due)
	require.NoError(t, d.registry.Unregister(t.Context(), d.index.ID))
	_, due = d.leased(time.Hour)
	require.Equal(t, map[ident.ID]int64{a: 1}, due)
}

// cache is an index that takes versions as Elasticsearch does, and hooks into what happens to it.
type cache struct {
	mu       sync.Mutex
	versions map[string]int64
	seen     map[string]int64 // as of the last refresh
	before   func() error
}

// Write implements index.Indexer.
func (c *cache) Write(_ context.Context, changes []index.Change[gallery.Asset]) ([]index.Outcome, error) {
	outcomes := make([]index.Outcome, len(changes))
	for i, change := range changes {
		if err := c.before(); err != nil {
			return outcomes, err
		}
		c.mu.Lock()
		c.versions[change.ID] = max(c.versions[change.ID], change.Version)
		c.mu.Unlock()
		outcomes[i].Verdict = index.Done
	}
	return outcomes, nil
}

// Refresh implements index.Indexer.
func (c *cache) Refresh(context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen = maps.Clone(c.versions)
	return nil
}

func newCache() *cache {
	return &cache{versions: map[string]int64{}, before: func() error { return nil }}
}

// A bulk that hangs holds no lock: the assets in it are edited meanwhile, and what was edited is carried afterwards.
func TestAssetsAreEditedWhileTheIndexHangs(t *testing.T) {
	t.Parallel()
	d, c := newDrawer(t), newCache()
	a := d.insert(nil)
	edits := 0
	c.before = func() error {
		if edits++; edits <= 3 {
			d.edit(a)
		}
		return nil
	}
	require.NoError(t, index.NewRelay(d.outbox, c, time.Now).Drain(t.Context()))
	require.False(t, d.pending())
	require.Equal(t, map[string]int64{a.String(): 4}, c.seen)
}

func TestAnAssetStaysPendingUntilItCanBeSeen(t *testing.T) {
	t.Parallel()
	d, c := newDrawer(t), newCache()
	d.insert(nil)
	broken := refreshing{c, errors.New("no shard")}
	require.ErrorIs(t, index.NewRelay(d.outbox, broken, time.Now).Drain(t.Context()), broken.err)
	require.True(t, d.pending())
}

// refreshing is a cache that does not refresh.
type refreshing struct {
	*cache
	err error
}

// Refresh implements index.Indexer.
func (r refreshing) Refresh(context.Context) error { return r.err }

// Two workers drain while assets are edited; writes fail at random, and one worker is stopped in the middle. In the end the
// index has every asset in its last version.
func TestWorkersLoseNothing(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	for seed := range uint64(10) {
		rng := rand.New(rand.NewPCG(seed, 0))
		c := newCache()
		var mu sync.Mutex
		ctx, kill := context.WithCancel(t.Context())
		c.before = func() error {
			mu.Lock()
			defer mu.Unlock()
			switch rng.IntN(40) {
			case 0:
				return errors.New("pressure")
			case 1:
				kill()
			}
			return nil
		}
		want := map[string]int64{}
		var ids []ident.ID
		for range 30 {
			ids = append(ids, d.insert(nil))
		}
		var workers sync.WaitGroup
		for _, ctx := range []context.Context{ctx, t.Context()} {
			workers.Go(func() { _ = index.NewRelay(d.outbox, c, time.Now).Drain(ctx) }) // what fails is what is tested
		}
		for _, id := range ids {
			d.edit(id)
			want[id.String()] = 2
		}
		workers.Wait()
		kill()
		c.before = func() error { return nil }
		_, err := d.db.pool.Exec(t.Context(), `UPDATE search_dirty SET due_at = now()`) // as time would
		require.NoError(t, err)
		require.NoError(t, index.NewRelay(d.outbox, c, time.Now).Drain(t.Context()))
		require.False(t, d.pending(), "seed %d", seed)
		require.Equal(t, want, c.seen, "seed %d", seed)
	}
}
