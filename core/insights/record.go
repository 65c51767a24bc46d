package insights

import (
	"context"
	"time"

	"vitrine/core/content"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/rfc3339"
)

// Record judges the events of a posting one by one and keeps the good ones, all in one step. It fails with
// "validation-failed" for a posting that cannot be meant: without events, with too many, or with a time of sending that
// is none.
func (s *Service) Record(ctx context.Context, owner ident.Owner, p Posting, key idempotency.Key) (Report, error) {
	now := s.clock.Now()
	a, err := p.arrive(now, s.rules.remembered(now))
	if err != nil {
		return Report{}, err
	}
	return s.ports.Events.Insert(ctx, owner, p.batch(a), key)
}

// Check judges the posting as a whole, as Record does before it looks at the events.
func (p Posting) Check() error {
	_, err := p.arrive(time.Time{}, time.Time{})
	return err
}

// arrive judges the posting as a whole.
func (p Posting) arrive(now, oldest time.Time) (arrival, error) {
	var c content.Check
	a := arrival{at: now, oldest: oldest}
	if n := len(p.Events); n < 1 || n > MaxEvents {
		c.Add("/events", content.OutOfRange, "must hold 1 to %d events; there are %d.", MaxEvents, n)
	}
	if p.SentAt != nil {
		sent, ok := rfc3339.Parse(*p.SentAt)
		if !ok {
			c.Add("/sent_at", InvalidTime, "must be a time of RFC 3339 such as 2026-11-22T13:05:11.000Z.")
		}
		a.skew = now.Sub(sent)
	}
	return a, c.Err()
}
