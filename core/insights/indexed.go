package insights

import (
	"context"

	"vitrine/core/ident"
	"vitrine/core/index"
)

// Leaders is the search of an index that holds counters.
type Leaders interface {
	// Lead must give what Ranking.Rank does for a question about Days, of counts or revenue and of no project, added up from
	// counters. exact is false where it cannot vouch for that: sums too large for it, assets that it left out, or counters of
	// another zone.
	Lead(ctx context.Context, owner ident.Owner, q RankQuery) (rows []Ranked, total int64, exact bool, err error)
}

// Recorded is the record as an index of counters needs it.
type Recorded interface {
	Ranking
	Reader

	// Counted must give those of the assets of which anything of the owner's was ever counted, in any order.
	Counted(ctx context.Context, owner ident.Owner, ids []ident.ID) ([]ident.ID, error)
}

// IndexedRanking implements Ranking: an index of counters answers what it can, and the record all else.
type IndexedRanking struct {
	leaders Leaders
	record  Recorded
	guard   *index.Guard
}

// NewIndexedRanking makes the ranking out of the index, of the record, and of who decides which of them answers.
func NewIndexedRanking(l Leaders, record Recorded, g *index.Guard) *IndexedRanking {
	return &IndexedRanking{leaders: l, record: record, guard: g}
}

// Rank implements Ranking.
func (r *IndexedRanking) Rank(ctx context.Context, owner ident.Owner, q RankQuery) (Standing, error) {
	record := func() (Standing, error) { return r.record.Rank(ctx, owner, q) }
	if !q.byCounters() {
		return record()
	}
	known, err := r.record.Read(ctx, owner, Question{}) // before anything else, so that the index has the first event, or it is pending
	if err != nil {
		return Standing{}, err
	}
	standing, degraded, err := index.Ask(ctx, r.guard, owner, func() (Standing, error) {
		rows, total, exact, err := r.lead(ctx, owner, q)
		if err == nil && !exact {
			return record()
		}
		return Standing{First: known.First, Rows: rows, Total: total}, err
	}, record)
	standing.Degraded = degraded
	return standing, err
}

// lead asks the index, which is not to be believed if it shows an asset that the record knows nothing of: it may be another
// owner's.
func (r *IndexedRanking) lead(ctx context.Context, owner ident.Owner, q RankQuery) (rows []Ranked, total int64, exact bool, err error) {
	rows, total, exact, err = r.leaders.Lead(ctx, owner, q)
	if err != nil || !exact || len(rows) == 0 {
		return rows, total, exact, err
	}
	ids := make([]ident.ID, len(rows))
	for i, row := range rows {
		ids[i] = row.AssetID
	}
	known, err := r.record.Counted(ctx, owner, ids)
	return rows, total, len(known) == len(ids), err
}

// byCounters reports whether counters can answer.
func (q RankQuery) byCounters() bool {
	return q.Days != nil && q.Filter.ProjectID == nil && q.Metric.Kind() != KindRatio
}
