package settings

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestZonesAreKeptAsChosen(t *testing.T) {
	for _, name := range []string{"Europe/Lisbon", "UTC", "Europe/Kiev", "Europe/Kyiv", "US/Eastern"} {
		stored, code := choose(Timezone, name)
		require.Empty(t, code)
		require.Equal(t, name, stored)
	}
}

// Package zone tests what is a zone; this holds the setting to it.
func TestWhatIsNoZoneIsRefused(t *testing.T) {
	for _, name := range []string{"", "Local", "+05:30", "EST", "europe/lisbon", "../../etc/passwd"} {
		_, code := choose(Timezone, name)
		require.Equal(t, InvalidTimezone, code, "%q", name)
	}
}
