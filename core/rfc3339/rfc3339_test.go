package rfc3339

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestInstantsAreReadAsWritten(t *testing.T) {
	for text, want := range map[string]time.Time{
		"2026-11-22T13:05:02Z":                time.Date(2026, 11, 22, 13, 5, 2, 0, time.UTC),
		"2026-11-22T13:05:02.120Z":            time.Date(2026, 11, 22, 13, 5, 2, 120e6, time.UTC),
		"2026-11-22T13:05:02.123456789+05:45": time.Date(2026, 11, 22, 7, 20, 2, 123456789, time.UTC),
		"2024-02-29T00:00:00-00:00":           time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC),
		"2024-02-29T00:00:00-23:59":           time.Date(2024, 2, 29, 23, 59, 0, 0, time.UTC),
	} {
		got, ok := Parse(text)
		require.True(t, ok, text)
		require.Equal(t, want, got, text)
	}
}

func TestOneGrammarIsRead(t *testing.T) {
	for _, text := range []string{
		"", "2026-11-22", "2026-11-22T13:05Z", "2026-11-22 13:05:02Z", "2026-11-22T13:05:02", "2026-11-22t13:05:02Z", "2026-11-22T13:05:02z",
		"2023-02-29T00:00:00Z", "2024-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-11-22T24:00:00Z",
		"2026-11-22T13:60:00Z", "2026-11-22T13:05:60Z", "2026-11-22T13:05:02,5Z", "2026-11-22T13:05:02.Z", "2026-11-22T13:05:02.1234567890Z",
		"2026-11-22T13:05:02+24:00", "2026-11-22T13:05:02+05:60", "2026-11-22T13:05:02+0545", "2026-11-22T13:05:02 05:45",
		"2026-W47-7", "2026-326", "20261122T130502Z", "1763816702", "now", "10000-01-01T00:00:00Z", "+2026-11-22T13:05:02Z", "2026-11-22T13:05:02Z\n",
	} {
		_, ok := Parse(text)
		require.False(t, ok, "%q", text)
	}
}

func TestAnEdgeBetweenTwoMillisecondsIsTheNextOne(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-22T13:05:11Z":                "2026-11-22T13:05:11.000Z",
		"2026-11-22T13:05:11.1230000Z":        "2026-11-22T13:05:11.123Z",
		"2026-11-22T13:05:11.123000001Z":      "2026-11-22T13:05:11.124Z",
		"2026-11-22T13:05:11.999999999+05:45": "2026-11-22T07:20:12.000Z",
	} {
		at, ok := Parse(text)
		require.True(t, ok, text)
		require.Equal(t, want, Format(RoundUp(at)), text)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"2026-11-22T13:05:11.123Z", "2026-11-22T13:05:11+05:45", "2026-11-22T13:05:02+24:00", "2026-11-22T13:05:02,5Z", "2024-02-30T00:00:00Z",
		"2024-02-29T23:59:60Z", "9999-12-31T23:59:59.999999999Z", "0000-01-01T00:00:00+00:01", "",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at, ok := Parse(text)
		if !ok || at.Year() < 0 || at.Year() > 9998 { // an offset, or rounding, can carry an instant out of what can be written
			return
		}
		again, ok := Parse(at.Format(time.RFC3339Nano))
		require.True(t, ok, text)
		require.True(t, at.Equal(again), text)
		whole := RoundUp(at)
		require.True(t, whole.Equal(whole.Truncate(time.Millisecond)) && !whole.Before(at) && whole.Sub(at) < time.Millisecond)
		written, ok := Parse(Format(whole))
		require.True(t, ok)
		require.True(t, whole.Equal(written))
	})
}
