package insights

import (
	"testing"
	"time"

	"vitrine/core/rfc3339"
	"vitrine/core/zone"

	"github.com/stretchr/testify/require"
)

// in loads a zone.
func in(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := zone.Load(name)
	require.NoError(t, err, name)
	return z
}

// instant reads an instant as the API writes it.
func instant(t testing.TB, s string) time.Time {
	t.Helper()
	at, ok := rfc3339.Parse(s)
	require.True(t, ok, s)
	return at
}

// date reads a calendar date.
func date(t testing.TB, s string) time.Time {
	t.Helper()
	d, ok := parseDate(s)
	require.True(t, ok, s)
	return d
}

const label = "2006-01-02T15:04:05-07:00"

// labels are the starts of the spans of an axis and its end, as clocks of the zone show them.
func labels(a Axis, z *time.Location) (shown []string) {
	for _, edge := range a {
		shown = append(shown, edge.In(z).Format(label))
	}
	return shown
}

// TestADayBeginsAtTheFirstInstantOfItsDate names zones and days where a midnight is missing, comes twice, or where a
// day has neither 23, 24 nor 25 hours.
func TestADayBeginsAtTheFirstInstantOfItsDate(t *testing.T) {
	for _, c := range []struct {
		name, zone, day, begins string
		hours                   float64
	}{
		{"no midnight, Santiago", "America/Santiago", "2023-09-03", "2023-09-03T01:00:00-03:00", 23},
		{"no midnight, Havana", "America/Havana", "2024-03-10", "2024-03-10T01:00:00-04:00", 23},
		{"no midnight, the Azores", "Atlantic/Azores", "2025-03-30", "2025-03-30T01:00:00+00:00", 23},
		{"no midnight, São Paulo", "America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00", 23},
		{"no midnight, Cairo", "Africa/Cairo", "2024-04-26", "2024-04-26T01:00:00+03:00", 23},
		{"no midnight, Beirut", "Asia/Beirut", "2022-03-27", "2022-03-27T01:00:00+03:00", 23},
		{"23 o'clock twice, São Paulo", "America/Sao_Paulo", "2018-02-17", "2018-02-17T00:00:00-02:00", 25},
		{"the day after", "America/Sao_Paulo", "2018-02-18", "2018-02-18T00:00:00-03:00", 24},
		{"midnight twice, Havana", "America/Havana", "2024-11-03", "2024-11-03T00:00:00-04:00", 25},
		{"spring, New York", "America/New_York", "2026-03-08", "2026-03-08T00:00:00-05:00", 23},
		{"autumn, New York", "America/New_York", "2026-11-01", "2026-11-01T00:00:00-04:00", 25},
		{"half an hour less, Lord Howe", "Australia/Lord_Howe", "2026-10-04", "2026-10-04T00:00:00+10:30", 23.5},
		{"half an hour more, Lord Howe", "Australia/Lord_Howe", "2026-04-05", "2026-04-05T00:00:00+11:00", 24.5},
		{"two hours less, Troll", "Antarctica/Troll", "2026-03-29", "2026-03-29T00:00:00+00:00", 22},
		{"two hours more, Troll", "Antarctica/Troll", "2026-10-25", "2026-10-25T00:00:00+02:00", 26},
		{"three hours less at 00:01, Casey", "Antarctica/Casey", "2020-10-04", "2020-10-04T00:00:00+08:00", 21},
		{"a quarter-hour offset, Kathmandu", "Asia/Kathmandu", "2026-06-01", "2026-06-01T00:00:00+05:45", 24},
		{"a quarter-hour offset, Chatham", "Pacific/Chatham", "2026-09-27", "2026-09-27T00:00:00+12:45", 23},
		{"the day before a skipped one, Apia", "Pacific/Apia", "2011-12-29", "2011-12-29T00:00:00-10:00", 24},
		{"a skipped day begins with the next, Apia", "Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00", 0},
		{"a leap day", "Europe/Berlin", "2024-02-29", "2024-02-29T00:00:00+01:00", 24},
		{"back over midnight at 00:01, St. John's", "America/St_Johns", "2010-11-07", "2010-11-07T00:00:00-02:30", 25},
		{"UTC", "UTC", "2026-11-22", "2026-11-22T00:00:00+00:00", 24},
	} {
		t.Run(c.name, func(t *testing.T) {
			z, d := in(t, c.zone), date(t, c.day)
			start, end := firstAt(d, z), firstAt(d.AddDate(0, 0, 1), z)
			require.Equal(t, c.begins, start.In(z).Format(label))
			require.InDelta(t, c.hours, end.Sub(start).Hours(), 0)
			require.Equal(t, c.hours > 0, exists(d, z))
			if c.hours > 0 {
				require.Equal(t, d, dayOf(start, z))
				require.Equal(t, d, dayOf(end.Add(-time.Nanosecond), z))
			}
		})
	}
}

func TestDaysAreCountedAsTheZoneHasThem(t *testing.T) {
	apia := in(t, "Pacific/Apia")
	require.Equal(t, date(t, "2011-12-29"), daysFrom(date(t, "2011-12-31"), -1, apia))
	require.Equal(t, date(t, "2011-12-31"), daysFrom(date(t, "2011-12-29"), 1, apia))
	require.Equal(t, 2, daysBetween(date(t, "2011-12-29"), date(t, "2012-01-01"), apia))
	require.Equal(t, 3, daysBetween(date(t, "2011-12-29"), date(t, "2012-01-01"), time.UTC))
}

// TestWhatClocksShowTwiceBelongsToTheDayThatHasBegun is about a zone whose clocks went back a minute after midnight.
func TestWhatClocksShowTwiceBelongsToTheDayThatHasBegun(t *testing.T) {
	z := in(t, "America/St_Johns")
	require.Equal(t, date(t, "2010-11-07"), dayOf(instant(t, "2010-11-07T02:30:30Z"), z), "00:00:30, for the first time")
	again := instant(t, "2010-11-07T03:00:00Z")
	require.Equal(t, "2010-11-06T23:30:00-03:30", again.In(z).Format(label))
	require.Equal(t, date(t, "2010-11-07"), dayOf(again, z))
}

func TestHoursAreCutAtFullLocalHours(t *testing.T) {
	for _, c := range []struct {
		name, zone, from, to string
		want                 []string
	}{
		{"an hour twice, New York", "America/New_York", "2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z", []string{
			"2026-11-01T01:00:00-04:00", "2026-11-01T01:00:00-05:00", "2026-11-01T02:00:00-05:00",
		}},
		{"an hour left out, New York", "America/New_York", "2026-03-08T06:00:00Z", "2026-03-08T08:00:00Z", []string{
			"2026-03-08T01:00:00-05:00", "2026-03-08T03:00:00-04:00", "2026-03-08T04:00:00-04:00",
		}},
		{"90 minutes, Lord Howe forward", "Australia/Lord_Howe", "2026-10-03T14:30:00Z", "2026-10-03T17:00:00Z", []string{
			"2026-10-04T01:00:00+10:30", "2026-10-04T03:00:00+11:00", "2026-10-04T04:00:00+11:00",
		}},
		{"90 minutes, Lord Howe back", "Australia/Lord_Howe", "2026-04-04T14:00:00Z", "2026-04-04T16:30:00Z", []string{
			"2026-04-05T01:00:00+11:00", "2026-04-05T02:00:00+10:30", "2026-04-05T03:00:00+10:30",
		}},
		{"30 minutes, Pyongyang forward", "Asia/Pyongyang", "2018-05-04T13:30:00Z", "2018-05-04T16:00:00Z", []string{
			"2018-05-04T22:00:00+08:30", "2018-05-04T23:00:00+08:30", "2018-05-05T00:00:00+09:00", "2018-05-05T01:00:00+09:00",
		}},
		{"a jump at 00:01, Casey", "Antarctica/Casey", "2020-10-03T15:00:00Z", "2020-10-03T18:00:00Z", []string{
			"2020-10-03T23:00:00+08:00", "2020-10-04T00:00:00+08:00", "2020-10-04T04:00:00+11:00", "2020-10-04T05:00:00+11:00",
		}},
		{"quarter-hour offset, Kathmandu", "Asia/Kathmandu", "2026-06-01T00:15:00Z", "2026-06-01T02:15:00Z", []string{
			"2026-06-01T06:00:00+05:45", "2026-06-01T07:00:00+05:45", "2026-06-01T08:00:00+05:45",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			z := in(t, c.zone)
			s := Span{instant(t, c.from), instant(t, c.to)}
			require.Equal(t, c.want, labels(Hour.ticks(s, z, MaxBuckets), z))
		})
	}
}

func TestADayHasAsManyHoursAsItHas(t *testing.T) {
	for _, c := range []struct {
		zone, day string
		hours     int
	}{
		{"America/New_York", "2026-11-01", 25},
		{"America/New_York", "2026-03-08", 23},
		{"Antarctica/Troll", "2026-03-29", 22},
		{"Antarctica/Troll", "2026-10-25", 26},
		{"Asia/Kathmandu", "2026-06-01", 24},
	} {
		z, d := in(t, c.zone), date(t, c.day)
		a := Hour.ticks(Span{firstAt(d, z), firstAt(d.AddDate(0, 0, 1), z)}, z, MaxBuckets)
		require.Equal(t, c.hours, a.Len(), c.zone)
	}
}
