package insights

import (
	"time"

	"vitrine/core/fault"
)

// MaxBuckets is how many buckets a chart may have.
const MaxBuckets = 1000

// State is how far a bucket can be trusted.
type State string

// The states; a bucket is in the first that holds.
const (
	Future     State = "future"      // it has not begun
	InProgress State = "in_progress" // it is not over
	NoData     State = "no_data"     // it is over, and was before the owner's first event
	Clipped    State = "clipped"     // the range has only a part of it
	Complete   State = "complete"
)

// Bucket is a part of a chart. Its id is its start in UTC; its label is its start in its zone, with the offset, which
// tells the two hours apart that clocks show twice.
type Bucket struct {
	Span

	State State
}

// ticks are the edges of the buckets of a span, its own two included, or nil where there are more than limit buckets.
func (i Interval) ticks(s Span, zone *time.Location, limit int) Axis {
	a := Axis{}
	for t := s.Start; t.Before(s.End); t = i.next(t, zone) {
		if len(a) == limit {
			return nil
		}
		a = append(a, t)
	}
	if len(a) > 0 {
		a = append(a, s.End)
	}
	return a
}

// axis is ticks within the limit of a chart. It fails with "invalid-parameter", naming the finest interval that fits.
func (i Interval) axis(s Span, zone *time.Location) (Axis, error) {
	if a := i.ticks(s, zone, MaxBuckets); a != nil {
		return a, nil
	}
	finest := Month // of which the longest range has fewer than 1000
	for _, coarser := range fixed {
		if coarser.ticks(s, zone, MaxBuckets) != nil {
			finest = coarser
			break
		}
	}
	return nil, fault.BadParameter("interval", TooManyBuckets,
		"%s would make more than %d buckets; the finest interval that fits is %s.", i, MaxBuckets, finest).
		With("finest_interval", string(finest))
}

// buckets are those of an axis, in the states that the evidence gives them.
func (i Interval) buckets(a Axis, zone *time.Location, known evidence) []Bucket {
	buckets := make([]Bucket, a.Len())
	for n := range buckets {
		s := a.Span(n)
		clipped := n == 0 && !i.edge(s.Start, zone) || n == len(buckets)-1 && !i.edge(s.End, zone)
		buckets[n] = Bucket{Span: s, State: known.state(s, clipped)}
	}
	return buckets
}
