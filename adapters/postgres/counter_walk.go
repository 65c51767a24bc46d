package postgres

import (
	"context"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
)

// How much a walk reads at once: so many counters, of more days after those that had few.
const (
	countersAtOnce = 1000
	daysAtOnce     = 32
)

// walkCounters gives the owner's counters after the key, in the order of keys, at most limit.
func (db *DB) walkCounters(ctx context.Context, owner ident.Owner, after insights.CounterKey, limit int, use func(insights.Counter)) error {
	for days := 1; limit > 0; {
		page := counterPage{owner: owner, after: after, days: days, size: min(limit, countersAtOnce)}
		if err := db.snapshot(ctx, func(tx pgx.Tx) error { return page.read(ctx, tx) }); err != nil {
			return err
		}
		for _, c := range page.counters {
			use(c)
		}
		limit -= len(page.counters)
		switch {
		case page.last:
			return nil
		case page.full:
			days = 1
		default:
			days = min(2*days, daysAtOnce)
		}
		after = page.end
	}
	return nil
}

// counterPage is a part of an owner's counters, after a key.
type counterPage struct {
	owner ident.Owner
	after insights.CounterKey
	days  int // of how many days at most
	size  int // keys, at most

	counters []insights.Counter
	end      insights.CounterKey // up to where it goes; what is zero is left out
	full     bool                // there may be more in its days
	last     bool                // there are no days after it
}

// read finds which counters there can be, and adds these up.
func (p *counterPage) read(ctx context.Context, tx pgx.Tx) error {
	zones, err := zonesOf(ctx, tx, p.owner)
	if err != nil {
		return err
	}
	days, err := p.daysFrom(ctx, tx, zones[p.owner])
	if err != nil {
		return err
	}
	p.last = len(days) <= p.days
	days = days[:min(len(days), p.days)]
	keys, err := p.keys(ctx, tx, days)
	if err != nil {
		return err
	}
	switch p.full = len(keys) == p.size; {
	case p.full:
		p.end, p.last = keys[len(keys)-1], false
	case len(days) > 0:
		p.end = insights.CounterKey{Day: days[len(days)-1].Date.AddDate(0, 0, 1)}
	}
	asked := make([]askedCounter, len(keys))
	for i, k := range keys {
		asked[i] = askedCounter{p.owner, k}
	}
	found := make([]*insights.Counter, len(keys))
	err = readCounters(ctx, tx, asked, zones, func(n int, c insights.Counter) { found[n] = &c })
	p.counters = p.counters[:0]
	for _, c := range found {
		if c != nil {
			p.counters = append(p.counters, *c)
		}
	}
	return err
}

// daysFrom are the days of the zone, from that of the key on, on which anything can have been counted.
func (p *counterPage) daysFrom(ctx context.Context, tx pgx.Tx, zone *time.Location) ([]insights.LocalDay, error) {
	const find = `
		SELECT min(at), max(at) FROM (
			SELECT min(at) AS at FROM rollup_day_asset_channel WHERE owner_id = $1 AND at >= $2
			UNION ALL SELECT max(at) FROM rollup_day_asset_channel WHERE owner_id = $1
			UNION ALL SELECT min(at) FROM rollup_day_asset_channel_revenue WHERE owner_id = $1 AND at >= $2
			UNION ALL SELECT max(at) FROM rollup_day_asset_channel_revenue WHERE owner_id = $1) ends`
	var first, last *time.Time
	err := tx.QueryRow(ctx, find, p.owner, p.after.Day.Add(-insights.UTCDay)).Scan(&first, &last)
	if err != nil || first == nil {
		return nil, err
	}
	days := insights.LocalDaysOver(insights.Span{Start: first.UTC(), End: last.UTC().Add(insights.UTCDay)}, zone)
	for len(days) > 0 && days[0].Date.Before(p.after.Day) {
		days = days[1:]
	}
	return days, nil
}

// keys are those of the sums that counters of the days can be made of. Each day of UTC is read in the order of its keys, no
// further than need be.
func (p *counterPage) keys(ctx context.Context, tx pgx.Tx, days []insights.LocalDay) ([]insights.CounterKey, error) {
	var date, at []time.Time
	for _, d := range days {
		for t := d.Start.UTC().Truncate(insights.UTCDay); t.Before(d.End); t = t.Add(insights.UTCDay) {
			date, at = append(date, d.Date), append(at, t)
		}
	}
	rows, err := tx.Query(ctx, findCounterKeys, p.owner, date, at, p.after.Day, p.after.AssetID, string(p.after.Channel), string(p.after.Currency), p.size)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (k insights.CounterKey, err error) {
		err = row.Scan(&k.Day, &k.AssetID, &k.Channel, &k.Currency)
		k.Day = k.Day.UTC()
		return k, err
	})
}

const findCounterKeys = `
	SELECT DISTINCT d.date, k.asset_id, k.channel, k.currency
	FROM (
		SELECT date, at, CASE WHEN date = $4 THEN $5::uuid ELSE '00000000-0000-0000-0000-000000000000' END AS asset_id,
			CASE WHEN date = $4 THEN $6::text ELSE '' END AS channel, CASE WHEN date = $4 THEN $7::text ELSE '' END AS currency
		FROM unnest($2::timestamptz[], $3::timestamptz[]) AS d (date, at)) d
	CROSS JOIN LATERAL (
		(SELECT r.asset_id, r.channel, '' AS currency FROM rollup_day_asset_channel r
		WHERE r.owner_id = $1 AND r.at = d.at AND (r.asset_id, r.channel) > (d.asset_id, d.channel)
		ORDER BY r.asset_id, r.channel LIMIT $8)
		UNION ALL
		(SELECT r.asset_id, r.channel, r.currency FROM rollup_day_asset_channel_revenue r
		WHERE r.owner_id = $1 AND r.at = d.at AND (r.asset_id, r.channel, r.currency) > (d.asset_id, d.channel, d.currency)
		ORDER BY r.asset_id, r.channel, r.currency LIMIT $8)) k
	ORDER BY 1, 2, 3, 4 LIMIT $8`
