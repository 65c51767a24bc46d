package contracttests

import (
	"fmt"
	"time"

	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/insights"
)

// oracleRules are those of both players: an owner without an event gets sample figures.
var oracleRules = insights.Rules{Retention: 400 * insights.UTCDay, Sample: true}

// collect sends up to six events, on known assets for the most part. Ids and orders come again, and some lie ahead.
func (g *game) collect() move {
	var p insights.Posting
	text := "collect"
	for range 1 + g.rng.IntN(6) {
		e := g.event()
		p.Events = append(p.Events, insights.Posted{Event: e})
		text += fmt.Sprintf(" %s %s of %s on %s at %s;", e.Type, e.ID, e.AssetID, e.Channel, e.OccurredAt)
	}
	return g.keyed(text, func(player *player, key idempotency.Key) (any, error) {
		return player.insights.Record(player.ctx, player.owner, p, key)
	})
}

func (g *game) event() insights.NewEvent {
	asset := idAt(g.rng.Uint64N(1000), 1)
	if len(g.assets) > 0 && g.rng.IntN(10) > 0 {
		asset = g.drawn(g.assets)
	}
	kind, at := pick(g.rng, insights.EventTypes), minute(g.rng.IntN(40)-g.rng.IntN(5000))
	e := g.s.event(kind, asset, at)
	if kind == insights.Conversion || kind == insights.Refund {
		currency := pick(g.rng, []insights.Currency{"EUR", "USD"})
		e = g.s.purchase(kind, asset, at, fmt.Sprint(g.rng.IntN(20)), currency, g.rng.Int64N(1000))
	}
	e.ID, e.Channel = idAt(g.rng.Uint64N(400), 2).String(), string(pick(g.rng, insights.Channels))
	return e
}

// ask draws a question: one of the ranges with a name, days, or instants.
func (g *game) ask() insights.Ask {
	a := insights.Ask{TZ: pick(g.rng, zones), Filter: insights.Filter{
		Channels: several(g.rng, insights.Channels), AssetTypes: several(g.rng, insights.AssetTypes),
	}}
	if g.rng.IntN(3) == 0 {
		a.Filter.ProjectID = new(g.project())
	}
	from := minute(-g.rng.IntN(6000))
	to := from.Add(time.Duration(g.rng.IntN(6000)) * time.Minute)
	switch g.rng.IntN(3) {
	case 0:
		a.Range = pick(g.rng, insights.Presets)
	case 1:
		a.Start, a.End = from.Format(time.DateOnly), to.AddDate(0, 0, 1).Format(time.DateOnly)
	default:
		a.Start, a.End = from.Format(time.RFC3339), to.Format(time.RFC3339)
	}
	return a
}

func (g *game) stats() move {
	a := insights.StatsAsk{Ask: g.ask(), By: pick(g.rng, append(insights.Dimensions, ""))}
	return move{fmt.Sprintf("stats %+v", a), func(p *player) (any, error) {
		s, err := p.insights.Stats(p.ctx, p.owner, time.UTC, a)
		return []any{s.Metrics, s.Groups, s.Source, s.Warnings}, err
	}}
}

func (g *game) chart() move {
	a := insights.ChartAsk{Ask: g.ask(), Metrics: several(g.rng, insights.Metrics), Interval: pick(g.rng, insights.Intervals), Compare: true}
	return move{fmt.Sprintf("chart %+v", a), func(p *player) (any, error) {
		c, err := p.insights.Chart(p.ctx, p.owner, time.UTC, a)
		return []any{c.Columns, c.Totals, c.Previous, c.Source, c.Warnings}, err
	}}
}

func (g *game) topAssets() move {
	a := insights.TopAsk{Ask: g.ask(), Metric: pick(g.rng, insights.RankedMetrics), Limit: 1 + g.rng.IntN(5)}
	switch a.Metric {
	case insights.Revenue:
		a.Currency = "EUR"
	case insights.CTR, insights.ConversionRate:
		a.MinDenominator = new(int64(1))
	}
	return move{fmt.Sprintf("top assets %+v", a), func(p *player) (any, error) {
		top, err := p.insights.TopAssets(p.ctx, p.owner, time.UTC, a)
		return []any{top.Items, top.Total, top.Others, top.Reason, top.Source}, err
	}}
}

// bookkeeper is the module's rules over the ports of a backend.
func bookkeeper(b Backend, clock ident.Clock, rules insights.Rules) *insights.Service {
	return insights.NewService(insights.Ports{
		Events: b.Events, Reader: b.Reader, Ranking: b.Ranking, Catalog: b.Catalog, Upkeep: b.Upkeep,
	}, clock, rules)
}
