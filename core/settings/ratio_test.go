package settings

import (
	"slices"
	"testing"

	"vitrine/core/content"

	"github.com/stretchr/testify/require"
)

func TestRatiosAreComparedAsNumbers(t *testing.T) {
	for in, want := range map[string]string{
		"1:1": "1:1", "2:3": "2:3", "3:2": "3:2", "3:4": "3:4", "4:3": "4:3", "4:5": "4:5", "5:4": "5:4", "9:16": "9:16",
		"16:9": "16:9", "21:9": "21:9",
		"1920:1080": "16:9", "1080:1920": "9:16", "1024:1024": "1:1", "9999:9999": "1:1", "42:18": "21:9", "7:3": "21:9",
		"8:10": "4:5", "6:4": "3:2",
	} {
		stored, code := choose(AspectRatio, in)
		require.Empty(t, code, in)
		require.Equal(t, want, stored, in)
	}
}

func TestWhatIsNoRatioOnOffer(t *testing.T) {
	for name, in := range map[string]string{
		"not offered":                "5:3",
		"nearly 16:9":                "1366:768",
		"ultra-wide of cinemas":      "64:27",
		"nothing":                    "",
		"zero wide":                  "0:1",
		"zero high":                  "1:0",
		"zero by zero":               "0:0",
		"negative, equal to 1:1":     "-1:-1",
		"signed":                     "+1:+1",
		"leading zeros":              "016:09",
		"fractions":                  "1.0:1.0",
		"fraction that is a ratio":   "1.5:1",
		"exponent":                   "1e1:1e1",
		"hexadecimal":                "0x10:9",
		"digit groups":               "1_0:1_0",
		"five digits":                "19200:10800",
		"more than an integer holds": "18446744073709551617:18446744073709551617",
		"one side":                   "16",
		"one side missing":           "16:",
		"three sides":                "16:9:1",
		"other sign":                 "16x9",
		"slash":                      "16/9",
		"space between":              "16 : 9",
		"space around":               " 16:9",
		"line break":                 "16:9\n",
		"full-width colon":           "16：9",
		"full-width digits":          "１６:９",
		"Arabic digits":              "١٦:٩",
		"auto":                       "auto",
		"name":                       "square",
		"NUL":                        "1:1\x00",
	} {
		t.Run(name, func(t *testing.T) {
			_, code := choose(AspectRatio, in)
			require.Equal(t, content.Unknown, code)
		})
	}
}

func FuzzRatio(f *testing.F) {
	for _, seed := range []string{"16:9", "1920:1080", "5:3", "0:0", "1:", "9999:9999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		stored, code := choose(AspectRatio, in)
		if code != "" {
			return
		}
		require.Contains(t, AspectRatios, stored)
		again, _ := choose(AspectRatio, stored)
		require.Equal(t, stored, again)
		require.Less(t, len(in), len("9999:9999")+1)
		require.False(t, slices.Contains(AspectRatios, in) && in != stored, "a label is itself")
	})
}
