package http

import (
	"net/http"

	"vitrine/core/fault"
	"vitrine/core/insights"
)

// record takes a batch of events, each judged by itself.
func (h insightHandlers) record(r *http.Request) (answer, error) {
	if err := callerOf(r).requirePipeline("post events"); err != nil {
		return answer{}, err
	}
	body := readBody(r)
	p := posting(body)
	if err := body.err(nil, p.Check()); err != nil {
		return answer{}, err
	}
	key, err := idempotencyKey(r, body.raw)
	if err != nil {
		return answer{}, err
	}
	report, err := h.service.Record(r.Context(), ownerOf(r), p, key)
	if err != nil {
		return answer{}, err
	}
	if !report.Replayed {
		h.counted(report)
	}
	return answer{status: http.StatusOK, body: report, replayed: report.Replayed}, nil
}

// posting reads a batch of events. One that cannot be read keeps its place.
func posting(o *object) insights.Posting {
	p := insights.Posting{}
	if sent := o.text("sent_at"); sent.Given() {
		p.SentAt = &sent.Value
	}
	for _, event := range o.batch("events", insights.MaxEvents) {
		p.Events = append(p.Events, posted(event))
	}
	return p
}

// posted reads one event. What the core finds wrong with its values it says itself.
func posted(o *object) insights.Posted {
	p := insights.Posted{Event: insights.NewEvent{
		ID: o.text("id").Value, Type: o.text("type").Value, AssetID: o.text("asset_id").Value,
		Channel: o.text("channel").Value, OccurredAt: o.text("occurred_at").Value,
	}}
	if order := o.child("order"); order.Given() {
		p.Event.Order = newOrder(order.Value)
	}
	if f := fault.Of(o.err(nil, nil)); f != nil {
		p.Mistakes = f.Fields[:min(len(f.Fields), maxErrors)]
	}
	return p
}

func newOrder(o *object) *insights.NewOrder {
	n := insights.NewOrder{ExternalID: o.text("external_id").Value, Currency: o.text("currency").Value}
	if value := o.integer("value_minor"); value.Given() {
		minor := int64(value.Value)
		n.ValueMinor = &minor
	}
	return &n
}
