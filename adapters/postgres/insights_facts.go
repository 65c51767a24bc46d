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

// findAssets reads at worst, where PostgreSQL knows nothing of the owner, the index of all their assets once.
const findAssets = `SELECT id, type FROM assets WHERE owner_id = $1 AND id = ANY ($2)`

// Events and orders are found one by one in the index of their keys, whatever PostgreSQL believes about the owner. It knows
// nothing of one who came after its last look at the table, and takes all indexes that begin with the owner for equally
// good: then each batch read all of the owner's events. Only the index of the key finds a key in its order.
const (
	findEvents = `
		SELECT k.id, known.fingerprint FROM unnest($2::uuid[]) AS k (id)
		CROSS JOIN LATERAL (
			SELECT e.fingerprint FROM events e WHERE e.owner_id = $1 AND e.id BETWEEN k.id AND k.id ORDER BY e.id LIMIT 1) known`
	findOrders = `
		SELECT o.channel, o.external_id, o.asset_id
		FROM unnest($2::text[], $3::text[], $4::uuid[]) AS o (channel, external_id, asset_id)
		CROSS JOIN LATERAL (
			SELECT FROM events e
			WHERE e.owner_id = $1 AND e.channel = o.channel AND e.external_id BETWEEN o.external_id AND o.external_id
				AND e.asset_id = o.asset_id AND e.type = 'conversion' ORDER BY e.external_id LIMIT 1) known`
)

func queueAssetFacts(b *pgx.Batch, owner ident.Owner, events []insights.Event, facts insights.Facts) {
	var ids []ident.ID
	for _, e := range events {
		ids = append(ids, e.AssetID)
	}
	var id ident.ID
	var kind insights.AssetType
	eachRow(b.Queue(findAssets, owner, distinct(ids)), []any{&id, &kind}, func() { facts.Assets[id] = kind })
}

func queueEventFacts(b *pgx.Batch, owner ident.Owner, events []insights.Event, facts insights.Facts) {
	var ids []ident.ID
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	var id ident.ID
	var known insights.Fingerprint
	eachRow(b.Queue(findEvents, owner, distinct(ids)), []any{&id, &known}, func() { facts.Events[id] = known })
}

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
