package postgres

import (
	"context"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
)

// lockedFacts are what is known of the things that the events name. Nobody else adds to them until the transaction ends.
// They are read by statements of their own, after the lock: what another transaction added while this one waited is seen
// only by a statement that begins later.
func lockedFacts(ctx context.Context, tx session, owner ident.Owner, events []insights.Event) (insights.Facts, error) {
	facts := insights.Facts{
		Assets: map[ident.ID]insights.AssetType{},
		Events: map[ident.ID]insights.Fingerprint{},
		Orders: map[insights.OrderKey]bool{},
	}
	if len(events) == 0 {
		return facts, nil
	}
	var b pgx.Batch
	b.Queue(lockEvents, owner)
	queueAssetFacts(&b, owner, events, facts)
	queueEventFacts(&b, owner, events, facts)
	queueOrderFacts(&b, owner, events, facts)
	return facts, send(ctx, tx, &b)
}

func queueAssetFacts(b *pgx.Batch, owner ident.Owner, events []insights.Event, facts insights.Facts) {
	const find = `SELECT id, type FROM assets WHERE owner_id = $1 AND id = ANY ($2)`
	var ids []ident.ID
	for _, e := range events {
		ids = append(ids, e.AssetID)
	}
	var id ident.ID
	var kind insights.AssetType
	eachRow(b.Queue(find, owner, distinct(ids)), []any{&id, &kind}, func() { facts.Assets[id] = kind })
}

func queueEventFacts(b *pgx.Batch, owner ident.Owner, events []insights.Event, facts insights.Facts) {
	const find = `SELECT id, fingerprint FROM events WHERE owner_id = $1 AND id = ANY ($2)`
	var ids []ident.ID
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	var id ident.ID
	var known insights.Fingerprint
	eachRow(b.Queue(find, owner, distinct(ids)), []any{&id, &known}, func() { facts.Events[id] = known })
}

// findOrders goes to each order by index, whatever PostgreSQL believes about their number.
const findOrders = `
	SELECT o.channel, o.external_id, o.asset_id
	FROM unnest($2::text[], $3::text[], $4::uuid[]) AS o (channel, external_id, asset_id)
	CROSS JOIN LATERAL (
		SELECT FROM events e
		WHERE e.owner_id = $1 AND e.channel = o.channel AND e.external_id = o.external_id AND e.asset_id = o.asset_id
			AND e.type = 'conversion' LIMIT 1) known`

func queueOrderFacts(b *pgx.Batch, owner ident.Owner, events []insights.Event, facts insights.Facts) {
	var channels, orders []string
	var assets []ident.ID
	for _, e := range events {
		if key, ok := e.OrderKey(); ok {
			channels, orders, assets = append(channels, string(key.Channel)), append(orders, key.ExternalID), append(assets, key.AssetID)
		}
	}
	if len(orders) == 0 {
		return
	}
	var key insights.OrderKey
	eachRow(b.Queue(findOrders, owner, channels, orders, assets), []any{&key.Channel, &key.ExternalID, &key.AssetID}, func() {
		facts.Orders[key] = true
	})
}

// eachRow scans the rows of the answer, one after the other, and lets use look at each.
func eachRow(q *pgx.QueuedQuery, into []any, use func()) {
	q.Query(func(rows pgx.Rows) error {
		_, err := pgx.ForEachRow(rows, into, func() error {
			use()
			return nil
		})
		return err
	})
}
