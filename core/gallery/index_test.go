package gallery

import (
	"context"
	"errors"
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/page"
	"vitrine/core/search"

	"github.com/stretchr/testify/require"
)

// library is a record and an index beside it that may say anything.
type library struct {
	rows    map[ident.ID]Asset // of the record
	places  []page.Key         // of the index, newest first
	err     error              // of the index
	pending bool
	unsound bool
	asked   int // how often the index was
}

const reader = ident.Owner("ana")

// asset adds the nth asset to the record, and to the index.
func (l *library) asset(n int) Asset {
	a := Asset{ID: ident.ID{15: byte(n)}, Title: "Lamp", Type: Image, CreatedAt: time.UnixMilli(int64(1000 - n)).UTC()}
	l.rows[a.ID] = a
	l.places = append(l.places, page.Key{Time: a.CreatedAt.UnixMilli(), ID: a.ID})
	return a
}

// Search implements Searcher.
func (l *library) Search(_ context.Context, _ ident.Owner, q Query) ([]page.Key, error) {
	l.asked++
	var found []page.Key
	for _, k := range l.places {
		if from := q.Window.From; (from == nil || k.Time < from.Time) && len(found) < q.Window.Rows() {
			found = append(found, k)
		}
	}
	return found, l.err
}

// Count implements Searcher.
func (l *library) Count(context.Context, ident.Owner, Filter, []string, int64) (page.Counts, error) {
	l.asked++
	return page.Counts{Total: page.Total{Value: int64(len(l.places)), Relation: page.Exact}}, l.err
}

// ByIDs implements Reader.
func (l *library) ByIDs(_ context.Context, _ ident.Owner, ids []ident.ID) (rows []Row, err error) {
	for _, id := range ids {
		if a, there := l.rows[id]; there {
			rows = append(rows, Row{Asset: a})
		}
	}
	return rows, nil
}

// Pending implements index.Backlog.
func (l *library) Pending(context.Context, ident.Owner) (bool, error) { return l.pending, nil }

func (l *library) index() *Index {
	return NewIndex(l, l, index.NewGuard(l, func() bool { return !l.unsound }))
}

// record is what finds assets without the index: one that no index has.
type record struct{ Finder }

var ofTheRecord = Asset{ID: ident.ID{15: 200}, Title: "Lamp of the record"}

func (record) List(context.Context, ident.Owner, Query) ([]Row, error) {
	return []Row{{Asset: ofTheRecord}}, nil
}

func (record) Count(context.Context, ident.Owner, Filter, []string, int64) (page.Counts, error) {
	return page.Counts{Total: page.Total{Value: 1, Relation: page.Exact}}, nil
}

func newLibrary() (*library, *Service) {
	l := &library{rows: map[ident.ID]Asset{}}
	return l, NewService(Ports{Finder: record{}, Index: l.index()}, nil, nil, 1000)
}

func lamps() Query {
	return Query{Filter: Filter{Text: search.Parse("lamp")}, Order: Newest, Window: page.Window{Limit: 2}}
}

func shown(t *testing.T, s *Service, q string) (ids []ident.ID, degraded bool) {
	t.Helper()
	listed, err := s.List(t.Context(), reader, Listing{Filter: Filter{Q: q}, Limit: 2})
	require.NoError(t, err)
	for _, e := range listed.Page.Items {
		ids = append(ids, e.Asset.ID)
	}
	return ids, listed.Degraded
}

// Hits that the record knows nothing of, or otherwise, are passed over, and the page is filled from the next.
func TestHitsThatAreNoneAreFilledUp(t *testing.T) {
	now := time.UnixMilli(5)
	for name, spoil := range map[string]func(*library, *Asset){
		"it is gone, or somebody else's": func(l *library, a *Asset) { delete(l.rows, a.ID) },
		"it lies in the trash":           func(_ *library, a *Asset) { a.DeletedAt = &now },
		"it is of another type":          func(_ *library, a *Asset) { a.Type = Text },
		"it stands elsewhere":            func(_ *library, a *Asset) { a.CreatedAt = now },
	} {
		t.Run(name, func(t *testing.T) {
			l, _ := newLibrary()
			var good []ident.ID
			for n := range 12 {
				a := l.asset(n)
				if n%3 == 0 {
					good = append(good, a.ID)
					continue
				}
				spoil(l, &a)
				if _, there := l.rows[a.ID]; there {
					l.rows[a.ID] = a
				}
			}
			q := lamps()
			q.Filter.Types = []Type{Image}
			rows, err := l.index().List(t.Context(), reader, q)
			require.NoError(t, err)
			require.Len(t, rows, q.Window.Rows(), "the rows of the page and one more")
			for i, row := range rows {
				require.Equal(t, good[i], row.Asset.ID)
			}
		})
	}
}

func TestAnAssetThatTheIndexHasTwiceIsShownOnce(t *testing.T) {
	l, _ := newLibrary()
	a := l.asset(0)
	l.places = append(l.places, l.places[0])
	rows, err := l.index().List(t.Context(), reader, lamps())
	require.NoError(t, err)
	require.Equal(t, []Row{{Asset: a}}, rows)
}

func TestAnIndexOfNothingButGhostsIsNotBelieved(t *testing.T) {
	l, s := newLibrary()
	for n := range 100 {
		delete(l.rows, l.asset(n).ID)
	}
	_, err := l.index().List(t.Context(), reader, lamps())
	require.True(t, fault.Is(err, fault.Unavailable))
	ids, degraded := shown(t, s, "lamp")
	require.Equal(t, []ident.ID{ofTheRecord.ID}, ids)
	require.True(t, degraded)
}

func TestWhoAnswers(t *testing.T) {
	out := fault.Unreachable("search index", nil)
	for name, c := range map[string]struct {
		q        string
		pending  bool
		unsound  bool
		err      error
		record   bool
		degraded bool
		asked    bool
	}{
		"the index, for a text":                    {q: "lamp", asked: true},
		"the record, without a text":               {q: "", record: true},
		"the record, without a word":               {q: "?!", record: true},
		"the record, while something is pending":   {q: "lamp", pending: true, record: true},
		"the record, marked, for one that is out":  {q: "lamp", err: out, record: true, degraded: true, asked: true},
		"the record, marked, for one not sound":    {q: "lamp", unsound: true, record: true, degraded: true},
		"the record, for one out that has no part": {q: "", err: out, record: true},
	} {
		t.Run(name, func(t *testing.T) {
			l, s := newLibrary()
			l.pending, l.unsound, l.err = c.pending, c.unsound, c.err
			want := []ident.ID{l.asset(0).ID, l.asset(1).ID}
			if c.record {
				want = []ident.ID{ofTheRecord.ID}
			}
			ids, degraded := shown(t, s, c.q)
			require.Equal(t, want, ids)
			require.Equal(t, c.degraded, degraded)
			require.Equal(t, c.asked, l.asked > 0)
			counts, err := s.Count(t.Context(), reader, Filter{Q: c.q}, nil)
			require.NoError(t, err)
			require.Equal(t, int64(len(want)), counts.Total.Value)
			require.Equal(t, c.degraded, counts.Degraded)
		})
	}
}

func TestAMistakeIsNotCoveredUp(t *testing.T) {
	l, s := newLibrary()
	l.err = errors.New("a wrong question")
	_, err := s.List(t.Context(), reader, Listing{Filter: Filter{Q: "lamp"}, Limit: 2})
	require.ErrorIs(t, err, l.err)
	_, err = s.Count(t.Context(), reader, Filter{Q: "lamp"}, nil)
	require.ErrorIs(t, err, l.err)
}

// As many assets of a version too many as too few, or two versions swapped, come to another sum.
func TestChecksTellAssetsApart(t *testing.T) {
	check := func(id byte, version int64) int64 { return Check(Asset{ID: ident.ID{15: id}, Version: version}) }
	require.NotEqual(t, check(1, 1)+check(2, 1), check(1, 1)+check(3, 1))
	require.NotEqual(t, check(1, 1)+check(2, 2), check(1, 2)+check(2, 1))
	require.Equal(t, int64(7<<20), Check(Asset{ID: ident.ID{13: 0xff, 14: 0xff, 15: 0xff}, Version: 7}), "20 bits of the id")
}
