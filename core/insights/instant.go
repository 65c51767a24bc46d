package insights

import (
	"regexp"
	"time"
)

// instantGrammar is the one form of an instant that is read: RFC 3339 in upper case, without leap seconds, to the
// nanosecond. The standard parser also takes a comma, and offsets of 24 hours and more.
var instantGrammar = regexp.MustCompile(
	`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`)

// parseInstant reads an instant as exactly as it is written, into UTC.
func parseInstant(s string) (time.Time, bool) {
	if !instantGrammar.MatchString(s) {
		return time.Time{}, false
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	return t.UTC(), err == nil
}

// parseDate reads a calendar date, 2026-11-22, as the midnight of UTC that begins it: the form in which this package
// calculates with local dates.
func parseDate(s string) (time.Time, bool) {
	if len(s) != len(time.DateOnly) {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

// roundedUp is t at the grain of rows. An edge between two milliseconds and the next whole one part the same rows.
func roundedUp(t time.Time) time.Time {
	if whole := t.Truncate(time.Millisecond); !whole.Equal(t) {
		return whole.Add(time.Millisecond)
	}
	return t
}
