package insights

import "time"

// Interval is how long a bucket of a chart is, by the calendar and the clocks of its zone.
type Interval string

// The intervals. Weeks begin on Monday (ISO 8601).
const (
	Auto  Interval = "auto"
	Hour  Interval = "hour"
	Day   Interval = "day"
	Week  Interval = "week"
	Month Interval = "month"
)

// Intervals are what can be asked for.
var Intervals = []Interval{Auto, Hour, Day, Week, Month}

// fixed are the intervals proper, the finest first.
var fixed = []Interval{Hour, Day, Week, Month}

// pick makes an interval out of Auto, which is the empty one too: hours up to two days, days up to 92, weeks up to two
// years, else months.
func (i Interval) pick(s Span, zone *time.Location) Interval {
	if i != Auto && i != "" {
		return i
	}
	from, to := wallOf(s.Start, zone), wallOf(s.End, zone)
	switch {
	case !to.After(from.AddDate(0, 0, 2)):
		return Hour
	case !to.After(from.AddDate(0, 0, 92)):
		return Day
	case !to.After(from.AddDate(2, 0, 0)):
		return Week
	default:
		return Month
	}
}

// first is the first day of the interval that a day belongs to.
func (i Interval) first(d time.Time) time.Time {
	switch i {
	case Week:
		return weekOf(d)
	case Month:
		return monthOf(d)
	default:
		return d
	}
}

// next is the first edge of the interval after t.
func (i Interval) next(t time.Time, zone *time.Location) time.Time {
	if i == Hour {
		return nextHour(t, zone)
	}
	d := i.first(dayOf(t, zone))
	switch i {
	case Week:
		d = d.AddDate(0, 0, 7)
	case Month:
		d = d.AddDate(0, 1, 0)
	default:
		d = d.AddDate(0, 0, 1)
	}
	return firstAt(d, zone)
}

// edge reports whether the interval has an edge at t.
func (i Interval) edge(t time.Time, zone *time.Location) bool {
	if i == Hour {
		return fullHour(wallOf(t, zone))
	}
	return firstAt(i.first(dayOf(t, zone)), zone).Equal(t)
}
