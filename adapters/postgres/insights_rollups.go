package postgres

import (
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
)

// rollup is a table of counts by grains of time; that of its money has the same name with _revenue behind.
type rollup struct {
	name  string
	grain time.Duration
	key   string // the columns of its key besides the owner and at
	kept  string // those and what it keeps beside them
}

var (
	quarterRollup    = rollup{"rollup_15min", insights.Quarter, "channel, asset_type", "channel, asset_type"}
	dayRollup        = rollup{"rollup_day_asset", insights.UTCDay, "asset_id", "asset_id, asset_type"}
	channelDayRollup = rollup{"rollup_day_asset_channel", insights.UTCDay, "asset_id, channel", "asset_id, channel, asset_type"}

	rollups = []rollup{quarterRollup, dayRollup, channelDayRollup}
)

// answering is the rollup that tells apart what the filter and the grouping do.
func answering(f insights.Filter, by insights.Dimension) rollup {
	if f.Grain() == insights.Quarter {
		return quarterRollup
	}
	return daily(f, by)
}

// daily is the rollup of assets that tells channels apart, if need be.
func daily(f insights.Filter, by insights.Dimension) rollup {
	if len(f.Channels) > 0 || by == insights.ByChannel {
		return channelDayRollup
	}
	return dayRollup
}

// source is where sums come from: a rollup, or single events as if they were one.
type source struct {
	counts, revenue string // tables
}

func (r rollup) source() source { return source{counts: r.name, revenue: r.name + "_revenue"} }

var singly = source{counts: "event_counts", revenue: "event_revenue"}

// queueRollup adds to all rollups.
func queueRollup(b *pgx.Batch, owner ident.Owner, added insights.Rollup) {
	quarterRollup.queue(b, owner, quarterLines(added.Quarters))
	dayRollup.queue(b, owner, dayLines(added.Days))
	channelDayRollup.queue(b, owner, dayLines(added.ChannelDays))
}

// queue adds lines, which are in key order, to what is there under their keys.
func (r rollup) queue(b *pgx.Batch, owner ident.Owner, lines []line) {
	var counts countColumns
	var money revenueColumns
	for _, l := range lines {
		counts.add(l)
		money.add(l)
	}
	if len(counts.at) > 0 {
		b.Queue(r.addCounts(), owner, counts.at, counts.asset, counts.channel, counts.assetType,
			counts.impressions, counts.views, counts.clicks, counts.conversions, counts.refunds)
	}
	if len(money.at) > 0 {
		b.Queue(r.addRevenue(), owner, money.at, money.asset, money.channel, money.assetType, money.currency, money.revenue)
	}
}

func (r rollup) addCounts() string {
	return `
		INSERT INTO ` + r.name + ` AS r (owner_id, at, ` + r.kept + `, impressions, views, clicks, conversions, refunds)
		SELECT $1, at, ` + r.kept + `, impressions, views, clicks, conversions, refunds
		FROM unnest($2::timestamptz[], $3::uuid[], $4::text[], $5::text[],
				$6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[])
			AS added (at, asset_id, channel, asset_type, impressions, views, clicks, conversions, refunds)
		ON CONFLICT (owner_id, at, ` + r.key + `) DO UPDATE SET
			impressions = plus(r.impressions, excluded.impressions), views = plus(r.views, excluded.views),
			clicks = plus(r.clicks, excluded.clicks), conversions = plus(r.conversions, excluded.conversions),
			refunds = plus(r.refunds, excluded.refunds)`
}

func (r rollup) addRevenue() string {
	return `
		INSERT INTO ` + r.name + `_revenue AS r (owner_id, at, ` + r.kept + `, currency, revenue)
		SELECT $1, at, ` + r.kept + `, currency, revenue
		FROM unnest($2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[])
			AS added (at, asset_id, channel, asset_type, currency, revenue)
		ON CONFLICT (owner_id, at, ` + r.key + `, currency) DO UPDATE SET revenue = plus(r.revenue, excluded.revenue)`
}
