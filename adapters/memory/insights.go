package memory

import (
	"context"

	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/insights"
)

// Insights implements all ports of insights.
type Insights struct {
	db *DB
}

var (
	_ insights.Events  = (*Insights)(nil)
	_ insights.Reader  = (*Insights)(nil)
	_ insights.Ranking = (*Insights)(nil)
	_ insights.Catalog = (*Insights)(nil)
	_ insights.Upkeep  = (*Insights)(nil)
)

// NewInsights makes the store of events in db.
func NewInsights(db *DB) *Insights { return &Insights{db: db} }

// Insert implements insights.Events.
func (s *Insights) Insert(
	ctx context.Context, owner ident.Owner, b insights.Batch, key idempotency.Key,
) (report insights.Report, err error) {
	receipt, err := s.db.once(ctx, owner, key, func(h *holding) (idempotency.Receipt, func(), error) {
		outcomes := h.factsOf(b.Events).Judge(b.Events)
		report = b.Report(outcomes)
		receipt, err := report.Receipt()
		return receipt, func() { h.book.add(b.Accepted(outcomes)) }, err
	})
	switch {
	case err != nil:
		return insights.Report{}, err
	case receipt.Replayed:
		return insights.DecodeReport(receipt.Results)
	}
	return report, nil
}

// factsOf are what is known of the things that the events name.
func (h *holding) factsOf(events []insights.Event) insights.Facts {
	f := insights.Facts{
		Assets: map[ident.ID]insights.AssetType{},
		Events: map[ident.ID]insights.Fingerprint{},
		Orders: map[insights.OrderKey]bool{},
	}
	for _, e := range events {
		if r, ok := h.assets.rows[e.AssetID]; ok {
			f.Assets[e.AssetID] = insights.AssetType(r.value.Type)
		}
		if known, ok := h.book.events[e.ID]; ok {
			f.Events[e.ID] = known.Fingerprint
		}
		if key, ok := e.OrderKey(); ok && h.book.orders[key] {
			f.Orders[key] = true
		}
	}
	return f
}

// admits reports whether what was counted belongs to the filter.
func (h *holding) admits(f insights.Filter, l line) bool {
	if !f.AdmitsChannel(l.channel) || !f.AdmitsType(l.assetType) {
		return false
	}
	if f.ProjectID == nil {
		return true
	}
	r, ok := h.assets.rows[l.asset]
	return ok && f.AdmitsProject(r.value.ProjectID)
}
