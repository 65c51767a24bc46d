package insights

import (
	"context"
	"time"

	"vitrine/core/ident"
)

// sampleAssets is how many assets a sample is made of, the oldest of the owner.
const sampleAssets = 50

// sampler gives the figures of a sample, up to a time.
type sampler struct {
	owner  ident.Owner
	assets []Card
	until  time.Time
}

// sampler is that of the owner at a time.
func (s *Service) sampler(ctx context.Context, owner ident.Owner, now time.Time) (sampler, error) {
	assets, err := s.ports.Catalog.Oldest(ctx, owner, sampleAssets)
	return sampler{owner: owner, assets: assets, until: now}, err
}

// read gives the cells of events that a Reader would give if the visits of the sample were events.
func (s sampler) read(ctx context.Context, q Question) ([]EventCell, error) {
	var cells []EventCell
	for i, axis := range q.Events {
		if axis.Len() == 0 {
			continue
		}
		sums := map[Cell]*Counts{}
		err := s.each(ctx, Span{axis[0], axis[len(axis)-1]}, q.Filter, func(asset Card, v visit) {
			at, ok := axis.Find(v.at)
			if !ok {
				return
			}
			cell := Cell{Axis: i, Span: at, Group: q.By.Group(v.channel, asset.AssetType)}
			if sums[cell] == nil {
				sums[cell] = &Counts{}
			}
			sums[cell].Add(v.counts)
		})
		if err != nil {
			return nil, err
		}
		for cell, counts := range sums {
			cells = append(cells, EventCell{Cell: cell, Counts: *counts})
		}
	}
	return cells, nil
}

// rank gives the rows and the total that a Ranking would give if the visits of the sample were events.
func (s sampler) rank(ctx context.Context, q RankQuery) ([]Ranked, int64, error) {
	sums := map[ident.ID]AssetSum{}
	err := s.each(ctx, q.Span, q.Filter, func(asset Card, v visit) {
		sum := sums[asset.ID]
		sum.AssetType = asset.AssetType
		sum.Counts.Add(v.counts)
		sums[asset.ID] = sum
	})
	rows, total := q.Rank(sums)
	return rows, total, err
}

// each calls use with the visits of a span that the filter admits.
func (s sampler) each(ctx context.Context, span Span, f Filter, use func(Card, visit)) error {
	if span.End.After(s.until) {
		span.End = s.until
	}
	for d := span.Start.Truncate(day); d.Before(span.End); d = d.Add(day) {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, asset := range s.assets {
			if !f.AdmitsType(asset.AssetType) || !f.AdmitsProject(asset.ProjectID) {
				continue
			}
			for v := range sampleVisits(s.owner, d, asset.ID) {
				if span.Contains(v.at) && f.AdmitsChannel(v.channel) {
					use(asset, v)
				}
			}
		}
	}
	return nil
}
