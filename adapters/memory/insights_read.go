package memory

import (
	"context"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// Read implements insights.Reader.
func (s *Insights) Read(ctx context.Context, owner ident.Owner, q insights.Question) (r insights.Reading, err error) {
	err = s.db.read(ctx, owner, func(h *holding) error {
		r.First = h.book.first()
		r.Assets, r.Projects = h.assetsCreated(q), h.projectsCreated(q)
		r.Events, err = h.eventCells(ctx, q)
		return err
	})
	if err != nil {
		return insights.Reading{}, err
	}
	return r, nil
}

// eventCells adds up the events of each span.
func (h *holding) eventCells(ctx context.Context, q insights.Question) (cells []insights.EventCell, err error) {
	from, seen := h.book.answering(q), 0
	for i, axis := range q.Events {
		for n := range axis.Len() {
			sums := map[string]insights.Counts{}
			for l := range h.book.counted(axis.Span(n), from) {
				if seen++; ended(ctx, seen) {
					return nil, ctx.Err()
				}
				if h.admits(q.Filter, l) {
					group := q.By.Group(l.channel, l.assetType)
					sum := sums[group]
					sum.Add(l.counts)
					sums[group] = sum
				}
			}
			for group, sum := range sums {
				cells = append(cells, insights.EventCell{Cell: insights.Cell{Axis: i, Span: n, Group: group}, Counts: sum})
			}
		}
	}
	return cells, nil
}

// answering is the rollup that tells apart what the question does.
func (b *book) answering(q insights.Question) *rollup {
	if q.Filter.Grain() == insights.Quarter {
		return b.quarters
	}
	return b.daily(q.Filter, q.By)
}

// daily is the rollup of assets that tells channels apart, if need be.
func (b *book) daily(f insights.Filter, by insights.Dimension) *rollup {
	if len(f.Channels) > 0 || by == insights.ByChannel {
		return b.channelDays
	}
	return b.days
}
