package index

import (
	"cmp"
	"context"
	"maps"
	"math/rand/v2"
	"slices"

	"vitrine/core/ident"
)

// key is what no two documents of a side share.
type key struct {
	owner ident.Owner
	id    string
}

func inOrder[T any](documents map[key]T) []key {
	return slices.SortedFunc(maps.Keys(documents), func(a, b key) int {
		return cmp.Or(cmp.Compare(a.owner, b.owner), cmp.Compare(a.id, b.id))
	})
}

// shelf is an inventory in memory. Its pages are of random lengths, and before each something may happen.
type shelf struct {
	documents map[key]Entry
	doubles   map[key]Entry // further documents with an id that is there already
	rng       *rand.Rand
	before    func() error
}

func newShelf(rng *rand.Rand) *shelf {
	return &shelf{documents: map[key]Entry{}, doubles: map[key]Entry{}, rng: rng, before: func() error { return nil }}
}

func (s *shelf) put(owner ident.Owner, id string, version, check int64) {
	s.documents[key{owner, id}] = Entry{ID: id, Version: version, Check: check}
}

// Sums implements Inventory.
func (s *shelf) Sums(_ context.Context, after ident.Owner, n int) ([]Sum, error) {
	if err := s.before(); err != nil {
		return nil, err
	}
	found := map[ident.Owner]Sum{}
	for _, side := range []map[key]Entry{s.documents, s.doubles} {
		for k, e := range side {
			if k.owner > after {
				found[k.owner] = Sum{Owner: k.owner, Documents: found[k.owner].Documents + 1, Check: found[k.owner].Check + e.Check}
			}
		}
	}
	sums := slices.SortedFunc(maps.Values(found), func(a, b Sum) int { return cmp.Compare(a.Owner, b.Owner) })
	return sums[:min(len(sums), 1+s.rng.IntN(n))], nil
}

// Entries implements Inventory.
func (s *shelf) Entries(_ context.Context, owner ident.Owner, after string, n int) ([]Entry, error) {
	if err := s.before(); err != nil {
		return nil, err
	}
	var found []Entry
	for k, e := range s.documents {
		if k.owner == owner && k.id > after {
			found = append(found, e)
		}
	}
	slices.SortFunc(found, func(a, b Entry) int { return cmp.Compare(a.ID, b.ID) })
	var page []Entry
	for _, e := range found[:min(len(found), 1+s.rng.IntN(min(n, 5)))] {
		page = append(page, e)
		if double, there := s.doubles[key{owner, e.ID}]; there {
			page = append(page, double)
		}
	}
	return page, nil
}

// record is a shelf that keeps what a copy has still to learn, as PostgreSQL does. Its other methods are not asked.
type record struct {
	*shelf
	Stock[string]
	dirty map[key]int64
}

func newRecord(rng *rand.Rand) *record { return &record{shelf: newShelf(rng), dirty: map[key]int64{}} }

// Sums implements Ledger.
func (r *record) Sums(ctx context.Context, after ident.Owner, n int) ([]Sum, error) {
	return r.shelf.Sums(ctx, after, n)
}

// Entries implements Ledger.
func (r *record) Entries(ctx context.Context, owner ident.Owner, after string, n int) ([]Entry, error) {
	return r.shelf.Entries(ctx, owner, after, n)
}

// Unlearnt implements Ledger.
func (r *record) Unlearnt(_ context.Context, owner ident.Owner, ids []string) (pending []string, err error) {
	if err := r.before(); err != nil {
		return nil, err
	}
	for _, id := range ids {
		if _, dirty := r.dirty[key{owner, id}]; dirty {
			pending = append(pending, id)
		}
	}
	return pending, nil
}

// Mark implements Stock.
func (r *record) Mark(_ context.Context, changes []Change[string]) error {
	for _, c := range changes {
		k := key{c.Owner, c.ID}
		r.dirty[k] = max(r.dirty[k], c.Version)
	}
	return nil
}

// relay carries one change, or all, as an engine takes them: never an older one.
func (r *record) relay(to *shelf, all bool) {
	for _, k := range inOrder(r.dirty) {
		now, there := r.documents[k]
		switch version := to.documents[k].Version; {
		case there && now.Version >= version:
			to.documents[k] = now
		case !there && r.dirty[k] >= version:
			delete(to.documents, k)
		}
		if delete(r.dirty, k); !all {
			return
		}
	}
}
