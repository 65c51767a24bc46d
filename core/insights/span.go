package insights

import (
	"slices"
	"time"
)

// Span is the time from Start to before End.
type Span struct {
	Start, End time.Time
}

// Empty reports whether nothing can happen in the span.
func (s Span) Empty() bool { return !s.Start.Before(s.End) }

// Contains reports whether the instant belongs to the span.
func (s Span) Contains(t time.Time) bool { return !t.Before(s.Start) && t.Before(s.End) }

// Grains of what stores add up beforehand. Every offset from UTC in use since 1980 is a multiple of a quarter hour, so
// that local days and hours are made of whole quarters in every zone.
const (
	Quarter = 15 * time.Minute
	UTCDay  = 24 * time.Hour
)

// Split parts the span into the whole grains inside it, counted from the midnight of UTC, and what lies before and after
// them. Where no whole grain lies inside, all of it is before.
func (s Span) Split(grain time.Duration) (before, whole, after Span) {
	from, to := s.Start.Truncate(grain), s.End.Truncate(grain)
	if from.Before(s.Start) {
		from = from.Add(grain)
	}
	if !from.Before(to) {
		return s, Span{}, Span{}
	}
	return Span{s.Start, from}, Span{from, to}, Span{to, s.End}
}

// Axis are the edges of adjoining spans, rising; one edge or none is no span.
type Axis []time.Time

// axisOf is the axis of one span; that of an empty one has none.
func axisOf(s Span) Axis {
	if s.Empty() {
		return Axis{}
	}
	return Axis{s.Start, s.End}
}

// Len is the number of spans.
func (a Axis) Len() int { return max(len(a)-1, 0) }

// Span is the i-th span.
func (a Axis) Span(i int) Span { return Span{a[i], a[i+1]} }

// Find is the index of the span that contains the instant; ok is false where none does.
func (a Axis) Find(t time.Time) (i int, ok bool) {
	i, exact := slices.BinarySearchFunc(a, t, time.Time.Compare)
	if !exact {
		i--
	}
	return i, i >= 0 && i < a.Len()
}
