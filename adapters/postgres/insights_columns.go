package postgres

import (
	"maps"
	"slices"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// eventColumns are events column by column, as unnest takes them.
type eventColumns struct {
	id, asset                []ident.ID
	at                       []time.Time
	fingerprint              []insights.Fingerprint
	kind, channel, assetType []string
	value                    []*int64
	currency, order          []*string
}

func (c *eventColumns) add(e insights.Event) {
	c.id, c.asset, c.at = append(c.id, e.ID), append(c.asset, e.AssetID), append(c.at, e.At)
	c.fingerprint, c.kind = append(c.fingerprint, e.Fingerprint), append(c.kind, string(e.Type))
	c.channel, c.assetType = append(c.channel, string(e.Channel)), append(c.assetType, string(e.AssetType))
	var value *int64
	var currency, order *string
	if o := e.Order; o != nil {
		value, currency, order = &o.ValueMinor, (*string)(&o.Currency), &o.ExternalID
	}
	c.value, c.currency, c.order = append(c.value, value), append(c.currency, currency), append(c.order, order)
}

// line is a row of any rollup; what that does not tell apart is zero.
type line struct {
	at        time.Time
	asset     ident.ID
	channel   insights.Channel
	assetType insights.AssetType
	counts    insights.Counts
}

func quarterLines(rows []insights.QuarterRow) []line {
	lines := make([]line, len(rows))
	for i, r := range rows {
		lines[i] = line{at: r.Key.At, channel: r.Key.Channel, assetType: r.Key.AssetType, counts: r.Counts}
	}
	return lines
}

func dayLines(rows []insights.DayRow) []line {
	lines := make([]line, len(rows))
	for i, r := range rows {
		lines[i] = line{at: r.Key.Day, asset: r.Key.AssetID, channel: r.Key.Channel, assetType: r.AssetType, counts: r.Counts}
	}
	return lines
}

// keyColumns are the keys of lines.
type keyColumns struct {
	at                 []time.Time
	asset              []ident.ID
	channel, assetType []string
}

func (c *keyColumns) add(l line) {
	c.at, c.asset = append(c.at, l.at), append(c.asset, l.asset)
	c.channel, c.assetType = append(c.channel, string(l.channel)), append(c.assetType, string(l.assetType))
}

// countColumns are what lines counted.
type countColumns struct {
	keyColumns

	impressions, views, clicks, conversions, refunds []int64
}

func (c *countColumns) add(l line) {
	c.keyColumns.add(l)
	c.impressions, c.views = append(c.impressions, l.counts.Impressions), append(c.views, l.counts.Views)
	c.clicks, c.conversions = append(c.clicks, l.counts.Clicks), append(c.conversions, l.counts.Conversions)
	c.refunds = append(c.refunds, l.counts.Refunds)
}

// revenueColumns are the money of lines.
type revenueColumns struct {
	keyColumns

	currency []string
	revenue  []int64
}

func (c *revenueColumns) add(l line) {
	for _, currency := range slices.Sorted(maps.Keys(l.counts.Revenue)) {
		c.keyColumns.add(l)
		c.currency, c.revenue = append(c.currency, string(currency)), append(c.revenue, l.counts.Revenue[currency])
	}
}
