package postgres

import (
	"context"

	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
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

	_ insights.Recorded = (*Insights)(nil)
)

// NewInsights makes the store of events in db.
func NewInsights(db *DB) *Insights { return &Insights{db: db} }

// Insert implements insights.Events.
func (s *Insights) Insert(
	ctx context.Context, owner ident.Owner, batch insights.Batch, key idempotency.Key,
) (report insights.Report, err error) {
	receipt, err := s.db.once(ctx, owner, key, func(tx session, b *pgx.Batch) (idempotency.Receipt, error) {
		facts, err := lockedFacts(ctx, tx, owner, batch.Events)
		if err != nil {
			return idempotency.Receipt{}, err
		}
		outcomes := facts.Judge(batch.Events)
		queueEvents(b, owner, batch.Accepted(outcomes))
		report = batch.Report(outcomes)
		return report.Receipt()
	})
	switch {
	case err != nil:
		return insights.Report{}, err
	case receipt.Replayed:
		return insights.DecodeReport(receipt.Results)
	}
	return report, nil
}

// lockEvents keeps others from adding to the owner's events and rollups until the transaction ends. Batches of one
// owner would meet at the rows of the running quarter hour in any case; so they do before they have read anything, and
// what they have judged stays true.
const lockEvents = `SELECT pg_advisory_xact_lock(hashtextextended($1, 3))`

// queueEvents keeps accepted events, and adds them to the rollups.
func queueEvents(b *pgx.Batch, owner ident.Owner, accepted []insights.Event) {
	const insert = `
		INSERT INTO events (owner_id, id, at, asset_id, fingerprint, value_minor, type, channel, asset_type, currency, external_id)
		SELECT $1, * FROM unnest($2::uuid[], $3::timestamptz[], $4::uuid[], $5::uuid[], $6::bigint[], $7::text[], $8::text[],
			$9::text[], $10::text[], $11::text[])`
	if len(accepted) == 0 {
		return
	}
	var c eventColumns
	for _, e := range accepted {
		c.add(e)
	}
	b.Queue(insert, owner, c.id, c.at, c.asset, c.fingerprint, c.value, c.kind, c.channel, c.assetType, c.currency, c.order)
	queueRollup(b, owner, insights.Roll(accepted))
}
