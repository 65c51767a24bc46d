package insights

import "time"

// Days are whole days of a zone, by their dates as midnights of UTC: from one to before another.
type Days struct {
	From, Until time.Time
	Zone        *time.Location
}

// LocalDay is a day of a zone.
type LocalDay struct {
	Date time.Time // as the midnight of UTC
	Span           // empty of a date that the zone left out
}

// LocalDayOn is the day of the date.
func LocalDayOn(date time.Time, zone *time.Location) LocalDay {
	return LocalDay{date, Span{firstAt(date, zone), firstAt(date.AddDate(0, 0, 1), zone)}}
}

// LocalDaysOver are the days of the zone that the span has a part of.
func LocalDaysOver(s Span, zone *time.Location) (all []LocalDay) {
	if s.Empty() {
		return nil
	}
	for date := dayOf(s.Start, zone); ; date = date.AddDate(0, 0, 1) {
		d := LocalDayOn(date, zone)
		if !d.Start.Before(s.End) {
			return all
		}
		if !d.Empty() {
			all = append(all, d)
		}
	}
}
