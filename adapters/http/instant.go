package http

import (
	"time"

	"vitrine/core/rfc3339"
)

// Years that an instant may lie in: others are mistakes of a unit or of a calendar.
const (
	firstYear = 1970
	lastYear  = 2100
)

// parseInstant reads a time at millisecond grain. A finer one is rounded up, so that "from then on" and "before then" mean
// the same rows as the time as written, since rows have whole milliseconds.
func parseInstant(s string) (time.Time, bool) {
	t, ok := rfc3339.Parse(s)
	t = rfc3339.RoundUp(t)
	return t, ok && t.Year() >= firstYear && t.Year() <= lastYear
}

// instant writes a time as the API shows it: UTC, with milliseconds.
func instant(t time.Time) string { return rfc3339.Format(t) }

// instantOf is instant for a time that may be missing; nil becomes null.
func instantOf(t *time.Time) *string {
	if t == nil {
		return nil
	}
	s := instant(*t)
	return &s
}
