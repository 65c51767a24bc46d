package elastic

import (
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// Names of the members of a counter's document beside those that an asset's has too.
const (
	fieldDay       = "day"
	fieldZone      = "zone"
	fieldAsset     = "asset"
	fieldAssetType = "asset_type"
	fieldChannel   = "channel"
	fieldCurrency  = "currency"
)

// metricFields are the members that hold what was counted.
var metricFields = map[insights.Metric]string{
	insights.Impressions: "impressions", insights.Views: "views", insights.Clicks: "clicks", insights.Conversions: "conversions",
	insights.Refunds: "refunds", insights.Revenue: "revenue",
}

// countersSuffix stands behind the prefix of all names.
const countersSuffix = "-counters"

// CounterIndex is the index of counters.
func CounterIndex(c *Client) *Index[insights.Counter] {
	return &Index[insights.Counter]{
		client: c, name: c.prefix + countersSuffix, schema: counterSchema, mapping: counterMapping, settings: baseSettings,
		document: func(owner ident.Owner, c insights.Counter) any { return newCounterDocument(owner, c) },
	}
}

// counterDocument is a counter as it is indexed. What is zero is left out.
type counterDocument struct {
	ID          string             `json:"id"`
	Owner       string             `json:"owner"`
	Check       int64              `json:"check"`
	Day         string             `json:"day"`
	Zone        string             `json:"zone"`
	Asset       ident.ID           `json:"asset"`
	AssetType   insights.AssetType `json:"asset_type"`
	Channel     insights.Channel   `json:"channel"`
	Currency    insights.Currency  `json:"currency,omitempty"`
	Impressions int64              `json:"impressions,omitempty"`
	Views       int64              `json:"views,omitempty"`
	Clicks      int64              `json:"clicks,omitempty"`
	Conversions int64              `json:"conversions,omitempty"`
	Refunds     int64              `json:"refunds,omitempty"`
	Revenue     int64              `json:"revenue,omitempty"`
}

func newCounterDocument(owner ident.Owner, c insights.Counter) counterDocument {
	return counterDocument{
		ID:          c.String(),
		Owner:       string(owner),
		Check:       c.Check(),
		Day:         c.Day.Format(time.DateOnly),
		Zone:        c.Zone,
		Asset:       c.AssetID,
		AssetType:   c.AssetType,
		Channel:     c.Channel,
		Currency:    c.Currency,
		Impressions: c.Counts.Impressions,
		Views:       c.Counts.Views,
		Clicks:      c.Counts.Clicks,
		Conversions: c.Counts.Conversions,
		Refunds:     c.Counts.Refunds,
		Revenue:     c.Counts.Revenue[c.Currency],
	}
}

// counterMapping is what an index of counters holds.
var counterMapping = object{
	"dynamic":  "strict",
	"_routing": object{"required": true},
	"properties": object{
		fieldID: keyword, fieldOwner: keyword, fieldCheck: number, fieldDay: object{"type": "date", "format": "strict_date"},
		fieldZone: keyword, fieldAsset: keyword, fieldAssetType: keyword, fieldChannel: keyword, fieldCurrency: keyword,
		"impressions": number, "views": number, "clicks": number, "conversions": number, "refunds": number, "revenue": number,
	},
}

// counterSchema is raised as assetSchema is, and when the rules of time zones have changed for days that have been.
const counterSchema = 1
