package insights

import "time"

// Previous is the period that a range is compared with: as many local days before it (of a range of months, months; of
// instants, the same duration). Of a range that is still running it is cut where that stands, at the same time by the
// clock, rounded down to the quarter hour.
func (r Range) Previous(now time.Time) Span {
	switch {
	case !r.dated:
		return r.previousInstants(now)
	case r.months > 0:
		return r.previousDays(r.from.AddDate(0, -r.months, 0), r.monthsBefore, now)
	default:
		n := daysBetween(r.from, r.to, r.Zone)
		before := daysFrom(r.from, -n, r.Zone)
		return r.previousDays(before, func(today time.Time) time.Time {
			return daysFrom(before, daysBetween(r.from, today, r.Zone), r.Zone)
		}, now)
	}
}

func (r Range) previousInstants(now time.Time) Span {
	start := r.Start.Add(-r.End.Sub(r.Start))
	if !r.Contains(now) {
		return Span{start, r.Start}
	}
	cut := start.Add(now.Sub(r.Start)).Truncate(Quarter)
	return Span{start, later(start, cut)}
}

// previousDays begins with a day; counterpart is the day in it that stands for today.
func (r Range) previousDays(from time.Time, counterpart func(today time.Time) time.Time, now time.Time) Span {
	start := firstAt(from, r.Zone)
	if !r.Contains(now) {
		return Span{start, r.Start}
	}
	today := dayOf(now, r.Zone)
	clock := wallOf(now, r.Zone).Sub(today)
	cut := firstAt(counterpart(today).Add(clock), r.Zone).Truncate(Quarter)
	return Span{start, later(start, cut)}
}

// monthsBefore is the same day of the month, so many months earlier; the last of its month where that is shorter.
func (r Range) monthsBefore(d time.Time) time.Time {
	first := monthOf(d).AddDate(0, -r.months, 0)
	last := first.AddDate(0, 1, -1)
	return first.AddDate(0, 0, min(d.Day(), last.Day())-1)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
