package insights

import (
	"time"

	"vitrine/core/ident"
)

// Bounds of the clocks of senders.
const (
	MaxSkew  = 24 * time.Hour  // how far a sender's clock may be off
	MaxAhead = 5 * time.Minute // how far ahead of its arrival an event may lie once its clock is corrected
)

// arrival is when a batch came and what it takes.
type arrival struct {
	at     time.Time
	skew   time.Duration // how much later it was here than at the sender; 0 when that did not say
	oldest time.Time     // of the events that are still remembered
}

// place gives the time of an event by the clock here, or the code of why it has none. What lies a little ahead happened
// on arrival; what is older than anything remembered is refused, since a second one could not be told from the first.
func (a arrival) place(occurredAt time.Time) (time.Time, Code) {
	if a.skew.Abs() > MaxSkew {
		return time.Time{}, ClockSkew
	}
	t := occurredAt.Add(a.skew)
	switch {
	case t.After(a.at.Add(MaxAhead)):
		return time.Time{}, InFuture
	case t.After(a.at):
		return a.at, ""
	case t.Before(a.oldest):
		return time.Time{}, TooOld
	default:
		return ident.Instant(t), ""
	}
}
