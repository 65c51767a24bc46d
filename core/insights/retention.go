package insights

import (
	"time"

	"vitrine/core/fault"
	"vitrine/core/rfc3339"
)

const (
	// grace is how much longer than promised events are kept, so that no question meets a slice that is just being
	// deleted, and servers whose clocks differ refuse an event before any of them forgets it.
	grace = 24 * time.Hour

	// patience is how long a caller may take to ask again with the start that a fault has named.
	patience = time.Hour
)

// remembered is the time from which on every event is kept.
func (r Rules) remembered(now time.Time) time.Time { return now.Add(-r.Retention) }

// Grain is that of the rollup that answers for the filter: the assets of a project are known by the day alone.
func (f Filter) Grain() time.Duration {
	if f.ProjectID != nil {
		return UTCDay
	}
	return Quarter
}

// outlives reports whether the axis needs single events from before oldest, since an edge lies inside a grain: the sums
// of that grain have to be parted. The parts of the first such grain are the earliest that are needed.
func (a Axis) outlives(oldest time.Time, grain time.Duration) bool {
	oldest = oldest.Add(-patience)
	for _, edge := range a {
		if inside := edge.Truncate(grain); inside.Before(edge) {
			return later(a[0], inside).Before(oldest)
		}
	}
	return false
}

// beyondRetention is the fault of a range that needs events that are no longer kept. It names the earliest start that
// does not, as a caller would write it in place of this range's.
func (r Range) beyondRetention(oldest time.Time) error {
	first := rfc3339.Format(oldest.Truncate(Quarter).Add(Quarter))
	if r.dated {
		first = daysFrom(dayOf(oldest, r.Zone), 1, r.Zone).Format(time.DateOnly)
	}
	e := fault.New(fault.Invalid, "beyond-retention",
		"The range needs single events from before those that are kept; the earliest start is %s.", first).
		With("earliest", first)
	e.Fields = []fault.Field{{
		Source: fault.Parameter, Name: "start", Code: string(ReasonBeyondRetention), Detail: "must not be before " + first + ".",
	}}
	return e
}
