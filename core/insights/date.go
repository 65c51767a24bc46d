package insights

import "time"

// parseDate reads a calendar date, 2026-11-22, as the midnight of UTC that begins it: the form in which this package
// calculates with local dates.
func parseDate(s string) (time.Time, bool) {
	if len(s) != len(time.DateOnly) {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}
