package http

import (
	"regexp"
	"time"
)

// Years that an instant may lie in: others are mistakes of a unit or of a calendar.
const (
	firstYear = 1970
	lastYear  = 2100
)

// instantGrammar is the one form of a time that is read: RFC 3339 in upper case, without leap seconds, to the nanosecond.
// Go's own parser also takes a comma and offsets of 24 hours and more.
var instantGrammar = regexp.MustCompile(
	`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`)

// parseInstant reads a time at millisecond grain. A finer one is rounded up, so that "from then on" and "before then" mean
// the same rows as the time as written, since rows have whole milliseconds.
func parseInstant(s string) (time.Time, bool) {
	if !instantGrammar.MatchString(s) {
		return time.Time{}, false
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, false
	}
	t = t.UTC()
	if whole := t.Truncate(time.Millisecond); !whole.Equal(t) {
		t = whole.Add(time.Millisecond)
	}
	return t, t.Year() >= firstYear && t.Year() <= lastYear
}

// instant writes a time as the API shows it: UTC, with milliseconds.
func instant(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// instantOf is instant for a time that may be missing; nil becomes null.
func instantOf(t *time.Time) *string {
	if t == nil {
		return nil
	}
	s := instant(*t)
	return &s
}
