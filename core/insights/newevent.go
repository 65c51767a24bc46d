package insights

import (
	"errors"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/rfc3339"
)

// Limits of an order.
const (
	MaxExternalID = 200 // code points
	MaxValueMinor = 10_000_000_000
)

// NewEvent is an event as it was sent.
type NewEvent struct {
	ID, Type, AssetID, Channel, OccurredAt string

	Order *NewOrder
}

// NewOrder is the order of an event as it was sent.
type NewOrder struct {
	ExternalID, Currency string

	ValueMinor *int64
}

// event judges n and makes the event of it, and the time it gives itself. It fails with "validation-failed", naming
// every mistake.
func (n NewEvent) event() (e Event, occurredAt time.Time, err error) {
	var c content.Check
	e = Event{
		ID:      checkID(&c, "/id", n.ID),
		Type:    EventType(n.Type),
		AssetID: checkID(&c, "/asset_id", n.AssetID),
		Channel: Channel(n.Channel),
	}
	content.OneOf(&c, "/type", e.Type, EventTypes)
	content.OneOf(&c, "/channel", e.Channel, Channels)
	occurredAt, ok := rfc3339.Parse(n.OccurredAt)
	if !ok {
		c.Add("/occurred_at", InvalidTime, "must be a time of RFC 3339 such as 2026-11-22T13:05:02.120Z.")
	}
	switch {
	case n.Order == nil && e.Type.ordered():
		c.Add("/order", content.Required, "belongs to an event of type %s.", e.Type)
	case n.Order != nil && !e.Type.ordered():
		c.Add("/order", content.NotApplicable, "belongs to conversion and refund.")
	case n.Order != nil:
		e.Order = n.Order.order(&c)
	}
	if err := c.Err(); err != nil {
		return Event{}, time.Time{}, err
	}
	e.Fingerprint = e.fingerprint(occurredAt)
	return e, occurredAt, nil
}

func (n NewOrder) order(c *content.Check) *Order {
	o := Order{
		ExternalID: c.Name("/order/external_id", n.ExternalID, MaxExternalID),
		Currency:   Currency(n.Currency),
	}
	if !soundCurrency(n.Currency) {
		c.Add("/order/currency", InvalidCurrency, "must be a code of ISO 4217, three capital letters such as EUR.")
	}
	if n.ValueMinor == nil {
		c.Add("/order/value_minor", content.Required, "must say the value in minor units.")
		return &o
	}
	o.ValueMinor = *n.ValueMinor
	c.Between("/order/value_minor", o.ValueMinor, 0, MaxValueMinor)
	return &o
}

func checkID(c *content.Check, pointer, s string) ident.ID {
	id, err := ident.ParseID(s)
	if err != nil {
		c.Add(pointer, InvalidID, "must be a UUID in its canonical lower-case form.")
	}
	return id
}

// mistakesOf are the mistakes that a check found.
func mistakesOf(err error) []fault.Field {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Fields
	}
	return nil
}
