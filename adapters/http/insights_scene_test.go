package http

import (
	"maps"
	"net/http"
	"time"

	"vitrine/core/insights"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/require"
)

// event is one as it is sent.
type event map[string]any

// eventOf is an event on an asset in the shop, a minute ago; one that needs an order has one of its own.
func eventOf(kind, asset string) event {
	e := event{
		"id": newID().String(), "type": kind, "asset_id": asset, "channel": "shopify",
		"occurred_at": instant(insightsNow.Add(-time.Minute)),
	}
	if kind == "conversion" || kind == "refund" {
		e["order"] = map[string]any{"external_id": newID().String(), "currency": "EUR", "value_minor": 1000}
	}
	return e
}

// with is the event with another member.
func (e event) with(name string, value any) event {
	e = maps.Clone(e)
	e[name] = value
	return e
}

// priced is the event with another order.
func (e event) priced(currency string, minor int64) event {
	return e.with("order", map[string]any{"external_id": newID().String(), "currency": currency, "value_minor": minor})
}

// eventsText is the body of a posting.
func (c *client) eventsText(events ...any) string {
	text, err := json.Marshal(map[string]any{"events": events}, json.Deterministic(true))
	require.NoError(c.t, err)
	return string(text)
}

// tell posts events and gives the report.
func (c *client) tell(events ...any) insights.Report {
	c.t.Helper()
	return decode[insights.Report](c.post("/insights/events", c.eventsText(events...)).is(http.StatusOK))
}

// count posts events that must all be accepted.
func (c *client) count(events ...event) {
	c.t.Helper()
	all := make([]any, len(events))
	for i, e := range events {
		all[i] = e
	}
	require.Equal(c.t, len(events), c.tell(all...).Accepted)
}

// happened posts an event of each kind on an asset.
func (c *client) happened(asset string, kinds ...string) {
	c.t.Helper()
	for _, kind := range kinds {
		c.count(eventOf(kind, asset))
	}
}

// image makes an asset to look at.
func (c *client) image(title string) string {
	c.t.Helper()
	return c.create(`{"type": "image", "url": "/a", "thumbnail_url": "/t", "title": "` + title + `"}`).ID
}

// figures are the JSON of an answer, as any client sees it.
func (c *client) figures(target string) map[string]any {
	c.t.Helper()
	return decode[map[string]any](c.get(target).is(http.StatusOK))
}
