package memory

import (
	"context"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// Rank implements insights.Ranking.
func (s *Insights) Rank(ctx context.Context, owner ident.Owner, q insights.RankQuery) (standing insights.Standing, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		sums, err := h.assetSums(ctx, q)
		standing.First = h.book.first()
		standing.Rows, standing.Total = q.Rank(sums)
		return err
	})
	if err != nil {
		return insights.Standing{}, err
	}
	return standing, nil
}

// assetSums adds up the events of each asset.
func (h *holding) assetSums(ctx context.Context, q insights.RankQuery) (map[ident.ID]insights.AssetSum, error) {
	sums, seen := map[ident.ID]insights.AssetSum{}, 0
	for l := range h.book.counted(q.Span, h.book.daily(q.Filter, "")) {
		if seen++; ended(ctx, seen) {
			return nil, ctx.Err()
		}
		if h.admits(q.Filter, l) {
			sum := sums[l.asset]
			sum.AssetType = l.assetType
			sum.Counts.Add(l.counts)
			sums[l.asset] = sum
		}
	}
	return sums, nil
}
