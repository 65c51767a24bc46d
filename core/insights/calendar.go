package insights

import "time"

// Local time is calculated with as walls: what the clocks of a zone show, written as if the zone were UTC, where every
// day has 24 hours and a midnight. A day is the wall of its midnight. Only wallOf and firstAt cross between walls and
// instants; time.Date does not, since it gives an instant of the day before for a midnight that a zone leaves out.

const day = 24 * time.Hour

// wallOf is what the clocks of the zone show at an instant.
func wallOf(t time.Time, zone *time.Location) time.Time {
	_, offset := t.In(zone).Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

// firstAt is the first instant at which the clocks of the zone show the wall or later. It goes through the periods of
// constant offset, in each of which clocks run evenly, from one in which they are sure to show less.
func firstAt(wall time.Time, zone *time.Location) time.Time {
	t := wall.Add(-day) // no offset reaches 24 hours
	for {
		offset, end := offsetAt(t, zone)
		shown := wall.Add(-offset)
		switch {
		case !shown.After(t):
			return t
		case end.IsZero() || shown.Before(end):
			return shown
		}
		t = end
	}
}

// offsetAt is the offset of the zone at an instant, and until when it surely holds: the zero time if for ever. The end
// is not always a transition; of a year that a rule describes it may be the end of the year, and in leap years the
// standard library puts that a day too early, before the instant itself (golang/go issue 81583). No rule has a
// transition on that day.
func offsetAt(t time.Time, zone *time.Location) (offset time.Duration, end time.Time) {
	local := t.In(zone)
	_, seconds := local.Zone()
	offset = time.Duration(seconds) * time.Second
	switch _, end = local.ZoneBounds(); {
	case end.IsZero():
		return offset, end
	case end.After(t):
		return offset, end.UTC()
	default:
		return offset, t.UTC().Truncate(day).Add(day)
	}
}

// dayOf is the local day that an instant belongs to. A day begins at the first instant of its date, and ends where the
// next begins: when clocks go back over midnight, what they show twice belongs to the day that has begun.
func dayOf(t time.Time, zone *time.Location) time.Time {
	d := wallOf(t, zone).Truncate(day)
	for !firstAt(d.AddDate(0, 0, 1), zone).After(t) {
		d = d.AddDate(0, 0, 1)
	}
	return d
}

// exists reports whether the zone has the day: clocks that were moved over the date line left one out.
func exists(d time.Time, zone *time.Location) bool {
	return firstAt(d, zone).Before(firstAt(d.AddDate(0, 0, 1), zone))
}

// daysFrom is the day n existing days after d, or before it when n is negative.
func daysFrom(d time.Time, n int, zone *time.Location) time.Time {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d = d.AddDate(0, 0, step)
		if exists(d, zone) {
			n--
		}
	}
	return d
}

// daysBetween is the number of existing days from one to before the other.
func daysBetween(from, to time.Time, zone *time.Location) int {
	n := 0
	for d := from; d.Before(to); d = d.AddDate(0, 0, 1) {
		if exists(d, zone) {
			n++
		}
	}
	return n
}

// monthOf is the first day of the month of d.
func monthOf(d time.Time) time.Time { return d.AddDate(0, 0, 1-d.Day()) }

// weekOf is the Monday of the week of d (ISO 8601).
func weekOf(d time.Time) time.Time { return d.AddDate(0, 0, -int(d.Weekday()+6)%7) }

// fullHour reports whether clocks that show the wall show a full hour.
func fullHour(wall time.Time) bool { return wall.Truncate(time.Hour).Equal(wall) }

// nextHour is the first instant after t at which the clocks of the zone show a full hour.
func nextHour(t time.Time, zone *time.Location) time.Time {
	for {
		offset, end := offsetAt(t, zone)
		next := t.Add(offset).Truncate(time.Hour).Add(time.Hour - offset)
		switch {
		case end.IsZero() || next.Before(end):
			return next
		case fullHour(wallOf(end, zone)):
			return end
		}
		t = end
	}
}
