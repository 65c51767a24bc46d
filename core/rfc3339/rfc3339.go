// Package rfc3339 reads and writes instants in the one form that the API has for them.
package rfc3339

import (
	"regexp"
	"time"
)

// grammar is the form that is read: RFC 3339 in upper case, without leap seconds, to the nanosecond. The standard parser
// also takes a comma, and offsets of 24 hours and more.
var grammar = regexp.MustCompile(
	`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`)

// Parse reads an instant exactly as it is written, into UTC.
func Parse(s string) (time.Time, bool) {
	if !grammar.MatchString(s) {
		return time.Time{}, false
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	return t.UTC(), err == nil
}

// Format writes an instant in UTC with milliseconds: 2026-11-22T13:05:11.123Z.
func Format(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// RoundUp is t at the grain of rows, which have whole milliseconds: an edge between two of them and the next one part the
// same rows.
func RoundUp(t time.Time) time.Time {
	if whole := t.Truncate(time.Millisecond); !whole.Equal(t) {
		return whole.Add(time.Millisecond)
	}
	return t
}
