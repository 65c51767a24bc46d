package insights

import (
	"time"

	"vitrine/core/content"
	"vitrine/core/rfc3339"
	"vitrine/core/zone"
)

// Presets are the ranges that have a name. "12mo" is the current calendar month, to the end of today, and the eleven
// before; the others are so many local days, today the last.
var Presets = []string{"today", "7d", "30d", "90d", "12mo"}

const (
	defaultPreset = "30d"
	yearPreset    = "12mo"
)

var presetDays = map[string]int{"today": 1, "7d": 7, "30d": 30, "90d": 90}

// Ranges lie between these years: before, zones had offsets of odd minutes, which quarter hours do not add up to; and
// up to the other, a range has fewer months than a chart may have buckets.
var (
	earliest = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(2063, time.January, 1, 0, 0, 0, 0, time.UTC)
)

// Range is the time a question is about, resolved to instants.
type Range struct {
	Span

	Zone *time.Location

	months   int       // of a range of calendar months, else 0
	dated    bool      // it is made of whole local days, from and to below
	from, to time.Time // the first day, and the one after the last
}

// resolve makes the range that is asked for. home is the zone that holds where the caller names none. It fails with
// "invalid-parameter".
func (a Ask) resolve(now time.Time, home *time.Location) (Range, error) {
	var wrong mistakes
	r := a.read(now, home, &wrong)
	return r, wrong.err()
}

// Check names every mistake of the question that shows without an answer, so that a caller learns of them together with
// others. Whether a chart has too many buckets shows only with one.
func (a Ask) Check() error {
	_, err := a.resolve(earliest, time.UTC)
	return err
}

// read is resolve that notes mistakes beside others.
func (a Ask) read(now time.Time, home *time.Location, m *mistakes) Range {
	r := Range{Zone: home}
	if a.TZ != "" {
		named, err := zone.Load(a.TZ)
		if err != nil {
			m.add("tz", InvalidTimezone, "must be a zone of the IANA time zone database such as Europe/Lisbon, or UTC.")
			named = time.UTC
		}
		r.Zone = named
	}
	switch {
	case a.Start == "" && a.End == "":
		r.preset(a.Range, now, m)
	case a.Range != "":
		m.add("range", InvalidRange, "cannot be given together with start and end.")
	case a.Start == "" || a.End == "":
		m.add("start", InvalidRange, "start and end are given together, or neither is.")
	default:
		r.between(a.Start, a.End, m)
	}
	return r
}

func (r *Range) preset(name string, now time.Time, m *mistakes) {
	if name == "" {
		name = defaultPreset
	}
	today := dayOf(now, r.Zone)
	switch n, known := presetDays[name]; {
	case known:
		r.days(daysFrom(today, 1-n, r.Zone), today.AddDate(0, 0, 1))
	case name == yearPreset:
		r.days(monthOf(today).AddDate(0, -11, 0), today.AddDate(0, 0, 1))
		r.months = 12
	default:
		m.add("range", content.Unknown, "must be one of %s.", content.Listed(Presets))
	}
}

// days makes r the local days from one to before another.
func (r *Range) days(from, to time.Time) {
	r.dated, r.from, r.to = true, from, to
	r.Span = Span{firstAt(from, r.Zone), firstAt(to, r.Zone)}
}

// wholeDays are the days of the range, nil if it is not made of any.
func (r Range) wholeDays() *Days {
	if !r.dated || r.Empty() {
		return nil
	}
	return &Days{From: r.from, Until: r.to, Zone: r.Zone}
}

// between makes r the time between two dates or two instants as they were written.
func (r *Range) between(start, end string, m *mistakes) {
	from, fromDate, ok := parseEdge("start", start, m)
	to, toDate, fine := parseEdge("end", end, m)
	switch {
	case !ok || !fine:
		return
	case fromDate != toDate:
		m.add("end", InvalidRange, "must be a date if start is one, and an instant if start is one.")
	case to.Before(from):
		m.add("end", EndBeforeStart, "must not be before start.")
	case fromDate:
		r.days(from, to)
	default:
		r.Span = Span{rfc3339.RoundUp(from), rfc3339.RoundUp(to)}
	}
}

func parseEdge(parameter, s string, m *mistakes) (t time.Time, date, ok bool) {
	if t, date = parseDate(s); !date {
		if t, ok = rfc3339.Parse(s); !ok {
			m.add(parameter, InvalidTime,
				"must be a date such as 2026-11-22, or an instant such as 2026-11-22T13:05:00Z (a plus sign is written %%2B).")
			return t, date, false
		}
	}
	if t.Before(earliest) || t.After(latest) {
		m.add(parameter, content.OutOfRange, "must be from %s to %s.", earliest.Format(time.DateOnly), latest.Format(time.DateOnly))
		return t, date, false
	}
	return t, date, true
}
