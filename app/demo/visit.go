package demo

import (
	"encoding/binary"
	"strconv"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/rfc3339"
)

// journey are the steps of a visit, each with the part of those who took the step before.
var journey = []struct {
	step insights.EventType
	part float64
}{
	{insights.Impression, 1},
	{insights.View, 0.45},
	{insights.Click, 0.3},
	{insights.Conversion, 0.15},
	{insights.Refund, 0.08},
}

// reach is how much of the audience each of insights.Channels brings, in percent.
var reach = []float64{45, 25, 18, 9, 3}

// currencies that orders are paid in, the usual one first.
var currencies = []string{"EUR", "USD", "GBP"}

// visit is what one visitor does, as far as they go.
func (d *dice) visit(e exhibit) []insights.NewEvent {
	at := d.daytime(e.from, e.to)
	channel := insights.Channels[d.weighted(reach...)]
	order := d.order()
	var events []insights.NewEvent
	for _, stage := range journey {
		if !d.chance(stage.part) {
			break
		}
		event := insights.NewEvent{
			Type: string(stage.step), AssetID: e.id.String(), Channel: string(channel),
			ID: d.fresh(at).String(), OccurredAt: rfc3339.Format(at),
		}
		if stage.step == insights.Conversion || stage.step == insights.Refund {
			event.Order = order
		}
		events = append(events, event)
		at = earlier(e.to, at.Add(d.span(time.Second, pause(stage.step))))
	}
	return events
}

// pause is how long it takes at most to the next step: people look for minutes, and send back after weeks.
func pause(after insights.EventType) time.Duration {
	if after == insights.Conversion {
		return 14 * 24 * time.Hour
	}
	return 5 * time.Minute
}

func (d *dice) order() *insights.NewOrder {
	value := int64(990 + 500*d.rank(60))
	return &insights.NewOrder{ExternalID: strconv.FormatUint(d.Uint64(), 36), Currency: pick(d, currencies), ValueMinor: &value}
}

// daytime is an instant between two, around noon more often than at night.
func (d *dice) daytime(from, to time.Time) time.Time {
	at := d.moment(from, to)
	noonish := at.Truncate(24 * time.Hour).Add(d.span(0, 12*time.Hour) + d.span(0, 12*time.Hour))
	if noonish.Before(from) || noonish.After(to) {
		return at
	}
	return noonish
}

// fresh is an id that nothing else has, made at a time.
func (d *dice) fresh(at time.Time) ident.ID {
	binary.BigEndian.PutUint64(d.mark[:], d.Uint64())
	return d.id(at)
}
