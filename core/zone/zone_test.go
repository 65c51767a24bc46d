package zone

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestEveryNameIsAZone(t *testing.T) {
	names, err := Names()
	require.NoError(t, err)
	require.Greater(t, len(names), 500)
	require.IsIncreasing(t, names)
	for _, name := range names {
		zone, err := Load(name)
		require.NoError(t, err, name)
		require.Equal(t, name, zone.String())
	}
}

func TestAZoneIsKnownByItsNameAlone(t *testing.T) {
	for _, name := range []string{"UTC", "GMT", "Europe/Lisbon", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Japan"} {
		_, err := Load(name)
		require.NoError(t, err, name)
	}
	for _, name := range []string{
		"", "Local", "local", "utc", "america/new_york", "AMERICA/NEW_YORK", "Europe", "Europe/", "Mars/Base", "Factory",
		"EST", "CET", "IST", "PST8PDT", "EST5EDT", "+25", "+05:30", "UTC+3", "GMT+3", "Foo+3", "posixrules", "localtime",
		"posix/Europe/Lisbon", "right/Europe/Lisbon", "../../etc/passwd", "/etc/localtime", "Europe/Lisbon\x00", " UTC", "tzdata.zi",
	} {
		_, err := Load(name)
		require.ErrorIs(t, err, ErrUnknown, "%q", name)
	}
}

func TestARenamedZoneHasTheSameDays(t *testing.T) {
	for old, renamed := range map[string]string{
		"Europe/Kiev": "Europe/Kyiv", "Asia/Calcutta": "Asia/Kolkata", "US/Eastern": "America/New_York",
	} {
		then, err := Load(old)
		require.NoError(t, err)
		now, err := Load(renamed)
		require.NoError(t, err)
		for month := time.January; month <= time.December; month++ {
			at := time.Date(2026, month, 15, 12, 0, 0, 0, time.UTC)
			require.Equal(t, at.In(now).Format(time.DateTime), at.In(then).Format(time.DateTime))
		}
	}
}

func TestAZoneIsReadOnce(t *testing.T) {
	first, err := Load("Asia/Kathmandu")
	require.NoError(t, err)
	second, err := Load("Asia/Kathmandu")
	require.NoError(t, err)
	require.Same(t, first, second)
}

func FuzzLoad(f *testing.F) {
	for _, name := range []string{"UTC", "Europe/Lisbon", "Local", "+01:00", "europe/lisbon", "../UTC"} {
		f.Add(name)
	}
	names, err := Names()
	require.NoError(f, err)
	known := map[string]bool{}
	for _, name := range names {
		known[name] = true
	}
	f.Fuzz(func(t *testing.T, name string) {
		_, err := Load(name)
		require.Equal(t, known[name], err == nil)
	})
}
