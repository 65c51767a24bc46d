package gallery

import (
	"context"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// rows reads the rows of a query, and notes whether the answer is degraded.
func (s *Service) rows(ctx context.Context, owner ident.Owner, r *reading) ([]Row, error) {
	rows, degraded, err := answer(ctx, s.engine(r.query.Filter), owner,
		func() ([]Row, error) { return s.index.List(ctx, owner, r.query) },
		func() ([]Row, error) { return s.finder.List(ctx, owner, r.query) })
	r.degraded = r.degraded || degraded
	return rows, err
}

// counts counts what rows shows.
func (s *Service) counts(ctx context.Context, owner ident.Owner, f Filter, facets []string) (page.Counts, error) {
	counts, degraded, err := answer(ctx, s.engine(f), owner,
		func() (page.Counts, error) { return s.index.searcher.Count(ctx, owner, f, facets, s.countLimit) },
		func() (page.Counts, error) { return s.finder.Count(ctx, owner, f, facets, s.countLimit) })
	counts.Degraded = degraded
	return counts, err
}

// engine is the index that is in charge of a filter, nil where the record is: it has whatever asks for no text at hand.
func (s *Service) engine(f Filter) *Index {
	if f.Text.Empty() {
		return nil
	}
	return s.index
}

// answer asks the index that is in charge. The record answers where there is none, and while the index has not seen all that
// the owner has written: nothing is wrong then. It also answers in place of an index that is out, and that is degraded. A
// question that the index refuses is a mistake, which the record must not cover up.
func answer[T any](ctx context.Context, x *Index, owner ident.Owner, index, record func() (T, error)) (T, bool, error) {
	var none T
	if x == nil {
		found, err := record()
		return found, false, err
	}
	pending, err := x.backlog.Pending(ctx, owner)
	if err != nil {
		return none, false, err
	}
	if pending {
		found, err := record()
		return found, false, err
	}
	found, err := index()
	if !fault.Is(err, fault.Unavailable) {
		return found, false, err
	}
	leave, err := x.standIn(ctx)
	if err != nil {
		return none, false, err
	}
	defer leave()
	found, err = record()
	return found, true, err
}

// standInPatience is how long a search waits for its turn.
const standInPatience = time.Second

// standIn waits for one of the places at the record.
func (x *Index) standIn(ctx context.Context) (leave func(), err error) {
	ctx, cancel := context.WithTimeout(ctx, standInPatience)
	defer cancel()
	select {
	case x.standIns <- struct{}{}:
		return func() { <-x.standIns }, nil
	case <-ctx.Done():
		return nil, fault.New(fault.Unavailable, fault.CodeOverloaded, "Searching is slow right now; try again shortly.")
	}
}
