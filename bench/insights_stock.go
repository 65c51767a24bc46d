package main

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// insightStock has ten million events on 10 000 assets of the heavy owner, over the 90 days before it was filled, and their
// rollups.
var insightStock = stock{"insights", true, seedEvents}

const (
	stockAssets = 10_000
	stockEvents = 10_000_000
)

// eventRows are events in the order of their times. Of a hundred some 70 are impressions, 18 views, 10 clicks and 2 sales,
// and an asset in the first tenth is seen three times as often as the usual one.
const eventRows = `
	WITH numbered AS (
		SELECT row_number() OVER (ORDER BY id) AS n, id, type FROM assets WHERE owner_id = $1
	), drawn AS MATERIALIZED (
		SELECT now() - (1 - i / $2::float8) * interval '90 days' AS at, random() AS what, i AS number,
			1 + floor(power(random(), 1.5) * (SELECT count(*) FROM numbered))::bigint AS n,
			(ARRAY['shopify', 'amazon', 'tiktok', 'direct', 'other'])[1 + floor(5 * random())::int] AS channel
		FROM generate_series(1, $2::int) i)
	INSERT INTO events (owner_id, id, at, asset_id, fingerprint, type, channel, asset_type, value_minor, currency, external_id)
	SELECT $1, gen_random_uuid(), at, id, gen_random_uuid(), CASE WHEN what < 0.7 THEN 'impression' WHEN what < 0.88 THEN 'view'
			WHEN what < 0.98 THEN 'click' WHEN what < 0.998 THEN 'conversion' ELSE 'refund' END,
		channel, type, CASE WHEN what >= 0.98 THEN 12900 END, CASE WHEN what >= 0.98 THEN 'EUR' END,
		CASE WHEN what >= 0.98 THEN number::text END
	FROM drawn JOIN numbered USING (n) ORDER BY at`

// rollupGrains are the rollups with their grains and what they keep.
var rollupGrains = [][3]string{
	{"rollup_15min", "15 minutes", "channel, asset_type"},
	{"rollup_day_asset", "1 day", "asset_id, asset_type"},
	{"rollup_day_asset_channel", "1 day", "asset_id, channel, asset_type"},
}

// seedEvents makes events and rollups by statements: through the product, ten million would take long.
func seedEvents(ctx context.Context, b *bed, url string) error {
	if err := demoData(stockAssets, 1)(ctx, b, url); err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	if err := unindexed(ctx, conn, "events", func() error {
		_, err := conn.Exec(ctx, eventRows, heavy, stockEvents)
		return err
	}); err != nil {
		return err
	}
	for _, r := range rollupGrains {
		table, grain, kept := r[0], r[1], r[2]
		for _, statement := range []string{
			`INSERT INTO ` + table + ` (owner_id, at, ` + kept + `, impressions, views, clicks, conversions, refunds)
			SELECT owner_id, date_bin('` + grain + `', at, 'epoch') AS bin, ` + kept + `,
				sum(impressions), sum(views), sum(clicks), sum(conversions), sum(refunds)
			FROM event_counts GROUP BY owner_id, bin, ` + kept + ` ORDER BY owner_id, bin, ` + kept,
			`INSERT INTO ` + table + `_revenue (owner_id, at, ` + kept + `, currency, revenue)
			SELECT owner_id, date_bin('` + grain + `', at, 'epoch') AS bin, ` + kept + `, currency, sum(revenue)
			FROM event_revenue GROUP BY owner_id, bin, ` + kept + `, currency ORDER BY owner_id, bin, ` + kept,
		} {
			if _, err := conn.Exec(ctx, statement); err != nil {
				return err
			}
		}
	}
	return nil
}

// unindexed fills a table while it has no index but those of its constraints, and makes them again: much faster than row
// by row.
func unindexed(ctx context.Context, conn *pgx.Conn, table string, fill func() error) error {
	const find = `SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
		WHERE indrelid = $1::regclass AND NOT indisprimary`
	rows, err := conn.Query(ctx, find, table)
	if err != nil {
		return err
	}
	type index struct{ Name, Definition string }
	indexes, err := pgx.CollectRows(rows, pgx.RowToStructByPos[index])
	if err != nil {
		return err
	}
	for _, i := range indexes {
		if _, err := conn.Exec(ctx, "DROP INDEX "+i.Name); err != nil {
			return err
		}
	}
	if err := fill(); err != nil {
		return err
	}
	for _, i := range indexes {
		if _, err := conn.Exec(ctx, i.Definition); err != nil {
			return err
		}
	}
	return nil
}
