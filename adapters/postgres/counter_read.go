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

// askedCounter is a counter that is to be added up.
type askedCounter struct {
	owner ident.Owner
	key   insights.CounterKey
}

// readCounters adds counters up, in the zones in which their owners live, and gives each to use with its number in the list. Those
// that are zero are left out. It belongs into a snapshot, so that the zones are those of the sums.
func readCounters(ctx context.Context, tx pgx.Tx, asked []askedCounter, zones map[ident.Owner]*time.Location, use func(int, insights.Counter)) error {
	var parts counterParts
	for i, a := range asked {
		parts.add(i, a, zones[a.owner])
	}
	rows, err := tx.Query(ctx, sumsOfParts, parts.args()...)
	if err != nil {
		return err
	}
	var n int
	var assetType insights.AssetType
	var counts insights.Counts
	var revenue int64
	into := []any{&n, &assetType, &counts.Impressions, &counts.Views, &counts.Clicks, &counts.Conversions, &counts.Refunds, &revenue}
	_, err = pgx.ForEachRow(rows, into, func() error {
		a := asked[n]
		c := insights.Counter{CounterKey: a.key, Zone: zones[a.owner].String(), AssetType: assetType, Counts: counts}
		if a.key.Currency != "" {
			c.Counts.Revenue = insights.Money{a.key.Currency: revenue}
		}
		use(n, c)
		return nil
	})
	return err
}

// counterParts are the stretches of time that counters are added up over, as unnest takes them: each of one day of UTC. In the way
// of a Ranking, a whole day comes from the rollup, and less from single events.
type counterParts struct {
	n            []int // of the counter
	owner        []string
	asset        []ident.ID
	channel      []string
	currency     []string
	since, until []time.Time
	rolled       []bool // a whole day
}

func (p *counterParts) add(n int, a askedCounter, zone *time.Location) {
	day := insights.LocalDayOn(a.key.Day, zone)
	for since := day.Start.UTC(); since.Before(day.End); {
		begin := since.Truncate(insights.UTCDay)
		end := begin.Add(insights.UTCDay)
		until := end
		if day.End.Before(end) {
			until = day.End.UTC()
		}
		p.n, p.owner, p.asset = append(p.n, n), append(p.owner, string(a.owner)), append(p.asset, a.key.AssetID)
		p.channel, p.currency = append(p.channel, string(a.key.Channel)), append(p.currency, string(a.key.Currency))
		p.since, p.until = append(p.since, since), append(p.until, until)
		p.rolled = append(p.rolled, since.Equal(begin) && until.Equal(end))
		since = until
	}
}

func (p *counterParts) args() []any {
	return []any{p.n, p.owner, p.asset, p.channel, p.currency, p.since, p.until, p.rolled}
}

// sumsOfParts adds the parts of each counter up. Single events of a part count if the rollup has a sum of their day: where there is
// none there is no counter, whoever looks for it.
var sumsOfParts = `
	SELECT p.n, max(asset_type), saturated(sum(impressions)), saturated(sum(views)), saturated(sum(clicks)),
		saturated(sum(conversions)), saturated(sum(refunds)), saturated(sum(revenue))
	FROM unnest($1::int[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::boolean[])
		AS p (n, owner_id, asset_id, channel, currency, since, until, rolled)
	CROSS JOIN LATERAL (
		SELECT s.asset_type, s.impressions, s.views, s.clicks, s.conversions, s.refunds, 0 AS revenue
		FROM ` + rolledCounts + ` AND p.rolled
		UNION ALL SELECT r.asset_type, r.impressions, r.views, r.clicks, r.conversions, r.refunds, 0
		FROM ` + singly.counts + ` r, ` + rolledCounts + ` AND NOT p.rolled` + ofSum + `
		UNION ALL SELECT s.asset_type, 0, 0, 0, 0, 0, s.revenue
		FROM ` + rolledRevenue + ` AND p.rolled
		UNION ALL SELECT r.asset_type, 0, 0, 0, 0, 0, r.revenue
		FROM ` + singly.revenue + ` r, ` + rolledRevenue + ` AND NOT p.rolled AND r.currency = s.currency` + ofSum + `) part
	GROUP BY p.n
	HAVING (sum(impressions), sum(views), sum(clicks), sum(conversions), sum(refunds), sum(revenue)) <> (0, 0, 0, 0, 0, 0)`

var (
	rolledCounts  = channelDayRollup.source().counts + sumOfPart + ` AND p.currency = ''`
	rolledRevenue = channelDayRollup.source().revenue + sumOfPart + ` AND s.currency = p.currency`
)

const (
	// sumOfPart is the sum s of the day of UTC that a part p lies in, ofSum are the single events r of that which lie in the part.
	sumOfPart = ` s WHERE s.owner_id = p.owner_id AND s.asset_id = p.asset_id AND s.channel = p.channel
		AND s.at = date_bin('1 day', p.since, 'epoch')`
	ofSum = ` AND r.owner_id = s.owner_id AND r.asset_id = s.asset_id AND r.channel = s.channel AND r.at >= p.since AND r.at < p.until`
)

// zonesOf are the zones of the owners' profiles. Settings that are damaged count as none: a question about figures fails over them,
// so what an index has for it matters to nobody.
func zonesOf(ctx context.Context, tx pgx.Tx, owners ...ident.Owner) (map[ident.Owner]*time.Location, error) {
	const find = `SELECT owner_id, document FROM settings WHERE owner_id = ANY ($1)`
	zones := make(map[ident.Owner]*time.Location, len(owners))
	for _, owner := range owners {
		zones[owner] = time.UTC
	}
	rows, err := tx.Query(ctx, find, owners)
	if err != nil {
		return nil, err
	}
	var owner ident.Owner
	var document []byte
	_, err = pgx.ForEachRow(rows, []any{&owner, &document}, func() error {
		d, err := settings.Decode(document)
		if err == nil {
			zones[owner], err = zone.Load(d.Value(settings.Timezone))
			return err
		}
		return nil
	})
	return zones, err
}
