package insights

import (
	"slices"
	"testing"
	"time"

	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

func TestACounterIsFoundByItsId(t *testing.T) {
	asset := ident.ID{0: 1, 6: 0x70, 15: 0xab}
	counts := CounterKey{Day: instant(t, "2026-11-25T00:00:00Z"), AssetID: asset, Channel: Shopify}
	money := counts
	money.Currency = "EUR"
	require.Equal(t, "2026-11-25/01000000-0000-7000-0000-0000000000ab/shopify/", counts.String())
	require.Equal(t, "2026-11-25/01000000-0000-7000-0000-0000000000ab/shopify/EUR", money.String())
	for _, k := range []CounterKey{counts, money} {
		got, err := ParseCounterKey(k.String())
		require.NoError(t, err)
		require.Equal(t, k, got)
	}
	for _, s := range []string{
		"", "x", "2026-11-25", "2026-11-25/1/shopify/", "2026-13-25/" + asset.String() + "/shopify/", "2026-11-25/" + asset.String() + "/shopify",
		"2026-11-25/" + asset.String() + "/shopify/EUR/", "2026-11-25/" + asset.String() + "//EUR", "2026-11-25/" + asset.String() + "/shopify/eur",
	} {
		_, err := ParseCounterKey(s)
		require.ErrorContains(t, err, s)
	}
}

func FuzzParseCounterKey(f *testing.F) {
	f.Add("2026-11-25/01000000-0000-7000-0000-0000000000ab/shopify/EUR")
	f.Fuzz(func(t *testing.T, s string) {
		k, err := ParseCounterKey(s)
		if err != nil {
			return
		}
		again, err := ParseCounterKey(k.String())
		require.NoError(t, err)
		require.Equal(t, k, again)
	})
}

func TestCountersThatDifferHaveOtherChecks(t *testing.T) {
	base := Counter{
		CounterKey: CounterKey{Day: instant(t, "2026-11-25T00:00:00Z"), AssetID: ident.ID{1}, Channel: Shopify}, Zone: "UTC", AssetType: Image,
		Counts: Counts{Views: 1},
	}
	var checks []int64
	for _, change := range []func(*Counter){
		func(*Counter) {},
		func(c *Counter) { c.Day = c.Day.AddDate(0, 0, 1) },
		func(c *Counter) { c.AssetID[3] = 1 },
		func(c *Counter) { c.Channel = Amazon },
		func(c *Counter) { c.Currency, c.Counts = "EUR", Counts{Revenue: Money{"EUR": 1}} },
		func(c *Counter) { c.Currency, c.Counts = "EUR", Counts{Revenue: Money{"EUR": -1}} },
		func(c *Counter) { c.Zone = "Europe/Lisbon" },
		func(c *Counter) { c.AssetType = Video },
		func(c *Counter) { c.Counts.Impressions = 1 },
		func(c *Counter) { c.Counts.Views = 11 },
		func(c *Counter) { c.Counts.Clicks = 1 },
		func(c *Counter) { c.Counts.Conversions = 1 },
		func(c *Counter) { c.Counts.Refunds = 1 },
	} {
		c := base
		change(&c)
		require.Equal(t, c.Check(), c.Check())
		require.True(t, 0 <= c.Check() && c.Check() < 1<<24)
		checks = append(checks, c.Check())
	}
	slices.Sort(checks)
	require.Equal(t, slices.Compact(slices.Clone(checks)), checks)
}

func TestDaysOverASpanAreThoseItHasAPartOf(t *testing.T) {
	for name, c := range map[string]struct {
		zone, from, to string
		want           []string
	}{
		"a day of UTC in UTC":                      {"UTC", "2026-11-25T00:00:00Z", "2026-11-26T00:00:00Z", []string{"2026-11-25"}},
		"a day of UTC in Lisbon's summer":          {"Europe/Lisbon", "2026-07-25T00:00:00Z", "2026-07-26T00:00:00Z", []string{"2026-07-25", "2026-07-26"}},
		"an instant":                               {"Asia/Kathmandu", "2026-11-25T18:14:59.999Z", "2026-11-25T18:15:00Z", []string{"2026-11-25"}},
		"nothing":                                  {"UTC", "2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z", nil},
		"a day of UTC beside the one left out":     {"Pacific/Apia", "2011-12-30T00:00:00Z", "2011-12-31T00:00:00Z", []string{"2011-12-29", "2011-12-31"}},
		"a day of UTC with a day without midnight": {"America/Santiago", "2026-09-06T00:00:00Z", "2026-09-07T00:00:00Z", []string{"2026-09-05", "2026-09-06"}},
	} {
		zone := in(t, c.zone)
		span := Span{instant(t, c.from), instant(t, c.to)}
		var dates []string
		for _, d := range LocalDaysOver(span, zone) {
			dates = append(dates, d.Date.Format(time.DateOnly))
			require.Equal(t, LocalDayOn(d.Date, zone), d)
			require.True(t, d.Start.Before(span.End) && span.Start.Before(d.End), name)
		}
		require.Equal(t, c.want, dates, name)
	}
	require.True(t, LocalDayOn(instant(t, "2011-12-30T00:00:00Z"), in(t, "Pacific/Apia")).Empty())
}
