package postgres

import (
	"context"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/settings"
	"vitrine/core/zone"

	"github.com/jackc/pgx/v5"
)

// stretchesOfCounters are the stretches of time that counters are added up over, as unnest takes them.
type stretchesOfCounters struct {
	n            []int // what the sums of the stretch belong to
	owner        []string
	since, until []time.Time
	rolled       []bool // a whole day of UTC, which the rollup has

	// Of a single counter; else empty.
	asset             []ident.ID
	channel, currency []string
}

// add puts in the parts of a day.
func (s *stretchesOfCounters) add(n int, owner ident.Owner, d insights.LocalDay, k insights.CounterKey) {
	before, whole, after := d.Split(insights.UTCDay)
	for _, part := range []insights.Span{before, whole, after} {
		if part.Empty() {
			continue
		}
		s.n, s.owner = append(s.n, n), append(s.owner, string(owner))
		s.since, s.until, s.rolled = append(s.since, part.Start), append(s.until, part.End), append(s.rolled, part == whole)
		s.asset, s.channel = append(s.asset, k.AssetID), append(s.channel, string(k.Channel))
		s.currency = append(s.currency, string(k.Currency))
	}
}

func (s *stretchesOfCounters) args() []any {
	return []any{s.n, s.owner, s.since, s.until, s.rolled, s.asset, s.channel, s.currency}
}

// What narrows the sums r of a stretch s to those of a single counter.
const (
	ofOneAsset   = " AND r.asset_id = s.asset_id AND r.channel = s.channel"
	oneOfCounts  = ofOneAsset + " AND s.currency = ''"
	oneOfRevenue = ofOneAsset + " AND r.currency = s.currency"
)

// counterParts are what counters are added up from, in the way of a Ranking: whole days of UTC from the rollup, the rest from
// single events. The conditions narrow the sums r of a stretch s.
func counterParts(counts, revenue string) string {
	const (
		within = " r WHERE r.owner_id = s.owner_id AND r.at >= s.since AND r.at < s.until AND "
		tally  = "r.asset_id, r.asset_type, r.channel, '' AS currency, r.impressions, r.views, r.clicks, r.conversions, r.refunds, 0 AS revenue"
		money  = "r.asset_id, r.asset_type, r.channel, r.currency, 0, 0, 0, 0, 0, r.revenue"
	)
	rolled := channelDayRollup.source()
	return `
		SELECT s.n, part.* FROM unnest($1::int[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::boolean[],
			$6::uuid[], $7::text[], $8::text[]) AS s (n, owner_id, since, until, rolled, asset_id, channel, currency)
		CROSS JOIN LATERAL (
			SELECT ` + tally + ` FROM ` + rolled.counts + within + `s.rolled` + counts + ` UNION ALL
			SELECT ` + tally + ` FROM ` + singly.counts + within + `NOT s.rolled` + counts + ` UNION ALL
			SELECT ` + money + ` FROM ` + rolled.revenue + within + `s.rolled` + revenue + ` UNION ALL
			SELECT ` + money + ` FROM ` + singly.revenue + within + `NOT s.rolled` + revenue + `) part`
}

// countersOf adds the parts up. Beyond are further conditions of a part.
func countersOf(parts, beyond string) string {
	return `
		SELECT n, asset_id, max(asset_type), channel, currency, saturated(sum(impressions)), saturated(sum(views)), saturated(sum(clicks)),
			saturated(sum(conversions)), saturated(sum(refunds)), saturated(sum(revenue))
		FROM (` + parts + `) parts ` + beyond + `
		GROUP BY n, asset_id, channel, currency
		HAVING (sum(impressions), sum(views), sum(clicks), sum(conversions), sum(refunds), sum(revenue)) <> (0, 0, 0, 0, 0, 0)
		ORDER BY n, asset_id, channel, currency`
}

// eachCounter scans the rows of countersOf.
func eachCounter(rows pgx.Rows, use func(n int, c insights.Counter)) error {
	var n int
	var c insights.Counter
	var counts insights.Counts
	var revenue int64
	into := []any{
		&n, &c.AssetID, &c.AssetType, &c.Channel, &c.Currency,
		&counts.Impressions, &counts.Views, &counts.Clicks, &counts.Conversions, &counts.Refunds, &revenue,
	}
	_, err := pgx.ForEachRow(rows, into, func() error {
		c.Counts = counts
		if c.Currency != "" {
			c.Counts.Revenue = insights.Money{c.Currency: revenue}
		}
		use(n, c)
		return nil
	})
	return err
}

// zonesOf are the zones of the owners' profiles. Settings that this binary cannot read count as none: so does it for figures.
func (db *DB) zonesOf(ctx context.Context, owners ...ident.Owner) (map[ident.Owner]*time.Location, error) {
	const find = `SELECT owner_id, document FROM settings WHERE owner_id = ANY ($1)`
	zones := make(map[ident.Owner]*time.Location, len(owners))
	for _, owner := range owners {
		zones[owner] = time.UTC
	}
	rows, err := db.pool.Query(ctx, find, owners)
	if err != nil {
		return nil, err
	}
	var owner ident.Owner
	var document []byte
	_, err = pgx.ForEachRow(rows, []any{&owner, &document}, func() error {
		d, err := settings.Decode(document)
		if err != nil {
			return nil //nolint:nilerr // a question about figures fails over it; what an index has for it matters to nobody
		}
		zones[owner], err = zone.Load(d.Value(settings.Timezone))
		return err
	})
	return zones, err
}
