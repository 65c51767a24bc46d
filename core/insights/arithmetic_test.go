package insights

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// number makes a value of a literal that may be missing.
func number(x float64) *float64 { return &x }

func views(n int64) Sum { return Sum{Counts: Counts{Views: n}} }

func clicked(clicks, impressions int64) Sum {
	return Sum{Counts: Counts{Clicks: clicks, Impressions: impressions}}
}

func earned(m Money) Sum { return Sum{Counts: Counts{Revenue: m}} }

func TestHowValuesAndChangesAreCalculated(t *testing.T) {
	for _, c := range []struct {
		name      string
		metric    Metric
		now, then Sum
		value     *float64 // of a ratio
		reason    Reason
		change    *float64
		why       Reason
	}{
		{"a count that grew", Views, views(12840), views(11020), nil, "", number(0.165154), ""},
		{"a count that fell to nothing", Views, views(0), views(10), nil, "", number(-1), ""},
		{"a count as before", Views, views(7), views(7), nil, "", number(0), ""},
		{"nothing twice", Views, views(0), views(0), nil, "", number(0), ""},
		{"something from nothing", Views, views(1), views(0), nil, "", nil, ReasonNoBaseline},
		{"a ratio", CTR, clicked(1529, 37111), clicked(391, 10000), number(0.041201), "", number(0.002101), ""},
		{"a ratio of no numerator", CTR, clicked(0, 10), clicked(0, 10), number(0), "", number(0), ""},
		{"a ratio of no denominator", CTR, clicked(0, 0), clicked(1, 2), nil, "no_impressions", nil, "no_impressions"},
		{"a ratio of no denominator before", CTR, clicked(1, 2), clicked(0, 0), number(0.5), "", nil, ReasonNoBaseline},
		{"clicks without an impression", CTR, clicked(3, 0), clicked(0, 0), nil, "no_impressions", nil, "no_impressions"},
		{"conversions without a click", ConversionRate, Sum{Counts: Counts{Conversions: 1}}, Sum{}, nil, "no_clicks", nil, "no_clicks"},
		{"a ratio above 1 is not clamped", CTR, clicked(3, 2), clicked(1, 2), number(1.5), "", number(1), ""},
		{"a change too small to show is no negative zero", CTR, clicked(1, 10_000_000), clicked(2, 10_000_000), number(0), "", number(0), ""},
		{"a fall too small to show is no negative zero", Views, views(9_999_999), views(10_000_000), nil, "", number(0), ""},
		{"the largest numbers", Views, views(math.MaxInt64), views(1), nil, "", number(float64(math.MaxInt64) - 1), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := definitionOf(c.metric)
			f := d.figure(d.valueOf(c.now), d.valueOf(c.then))
			require.Equal(t, c.metric, f.Metric)
			require.Equal(t, c.reason, f.Value.Reason)
			if d.Kind == KindRatio {
				require.Equal(t, c.value, f.Value.Ratio.Value())
			}
			require.Equal(t, c.change, f.Change.Number)
			require.Equal(t, c.why, f.Change.Reason)
			requireHonest(t, f)
		})
	}
}

func TestMoneyIsComparedByCurrency(t *testing.T) {
	d := definitionOf(Revenue)
	f := d.figure(
		d.valueOf(earned(Money{"EUR": 150, "USD": 10, "GBP": -5, "SEK": 0})),
		d.valueOf(earned(Money{"EUR": 100, "JPY": 40, "GBP": -10, "SEK": 0})),
	)
	require.Equal(t, Money{"EUR": 150, "USD": 10, "GBP": -5, "JPY": 0, "SEK": 0}, f.Value.Money)
	require.Equal(t, Money{"EUR": 100, "USD": 0, "GBP": -10, "JPY": 40, "SEK": 0}, f.Previous.Money)
	require.Equal(t, map[Currency]*float64{
		"EUR": number(0.5),
		"USD": nil, // from nothing
		"GBP": nil, // from less than nothing
		"JPY": number(-1),
		"SEK": number(0),
	}, f.Change.Money)
	require.Equal(t, ReasonNoBaseline, f.Change.Reason)
}

func TestAnUnknownSideMakesTheChangeUnknown(t *testing.T) {
	for _, c := range []struct {
		now, then, why Reason
	}{
		{ReasonNoData, "", ReasonNoData},
		{ReasonFuture, ReasonFuture, ReasonFuture},
		{ReasonNotApplicable, ReasonNotApplicable, ReasonNotApplicable},
		{"", ReasonNoData, ReasonNoBaseline},
		{"", ReasonFuture, ReasonNoBaseline},
		{"", ReasonBeyondRetention, ReasonBeyondRetention},
	} {
		for _, d := range Definitions {
			now, then := Value{Reason: c.now}, Value{Reason: c.then}
			if c.now == "" {
				now = d.valueOf(Sum{Counts: Counts{Impressions: 2, Clicks: 1, Revenue: Money{"EUR": 1}}})
			}
			f := d.figure(now, then)
			require.Equal(t, c.why, f.Change.Reason, "%s now %s then %s", d.Metric, c.now, c.then)
			require.Nil(t, f.Change.Number)
			require.Nil(t, f.Change.Money)
		}
	}
}

func TestSumsStopAtTheEndsOfTheirNumbers(t *testing.T) {
	const most, least = math.MaxInt64, math.MinInt64
	for _, c := range []struct{ a, b, sum int64 }{
		{1, 2, 3},
		{most, 1, most},
		{most, most, most},
		{most - 1, 1, most},
		{least, -1, least},
		{least, least, least},
		{least, most, -1},
		{least + 1, -1, least},
	} {
		require.Equal(t, c.sum, plus(c.a, c.b))
		require.Equal(t, c.sum, plus(c.b, c.a))
	}
	sum := Counts{Revenue: Money{"EUR": most}}
	sum.Count(Event{Type: Conversion, Order: &Order{Currency: "EUR", ValueMinor: MaxValueMinor}})
	require.Equal(t, Money{"EUR": most}, sum.Revenue)
}

func TestASumSharesNothingWithItsParts(t *testing.T) {
	part := Counts{Revenue: Money{"EUR": 1}}
	var sum Counts
	sum.Add(part)
	sum.Add(part)
	require.Equal(t, Money{"EUR": 1}, part.Revenue)
	require.Equal(t, Money{"EUR": 2}, sum.Revenue)

	d := definitionOf(Revenue)
	v := d.valueOf(Sum{Counts: sum})
	v.Money["EUR"] = 9
	require.Equal(t, Money{"EUR": 2}, sum.Revenue)
}

// requireHonest checks that every number is a number that JSON can show, and that what is not known says why.
func requireHonest(t require.TestingT, f Figure) {
	for _, v := range []Value{f.Value, f.Previous} {
		requireNumber(t, v.Ratio.Value())
	}
	requireNumber(t, f.Change.Number)
	for _, change := range f.Change.Money {
		requireNumber(t, change)
		if change == nil {
			require.NotEmpty(t, f.Change.Reason)
		}
	}
	if f.Change.Number == nil && f.Change.Money == nil {
		require.NotEmpty(t, f.Change.Reason)
	}
	if f.Value.Reason != "" {
		require.Equal(t, Change{Reason: f.Value.Reason}, f.Change)
	}
}

func requireNumber(t require.TestingT, x *float64) {
	if x == nil {
		return
	}
	require.False(t, math.IsNaN(*x) || math.IsInf(*x, 0), *x)
	require.False(t, *x == 0 && math.Signbit(*x), "a negative zero")
}

func TestNoSumsMakeAnImpossibleNumber(t *testing.T) {
	extreme := rapid.OneOf(rapid.SampledFrom([]int64{0, 1, 2, math.MaxInt64, math.MaxInt64 - 1}), rapid.Int64Min(0))
	money := rapid.MapOf(rapid.SampledFrom([]Currency{"EUR", "USD"}), rapid.OneOf(extreme, rapid.Int64()))
	sum := rapid.Custom(func(t *rapid.T) Sum {
		return Sum{Counts: Counts{
			Impressions: extreme.Draw(t, "impressions"), Views: extreme.Draw(t, "views"), Clicks: extreme.Draw(t, "clicks"),
			Conversions: extreme.Draw(t, "conversions"), Refunds: extreme.Draw(t, "refunds"), Revenue: money.Draw(t, "revenue"),
		}, AssetsCreated: extreme.Draw(t, "assets"), ProjectsCreated: extreme.Draw(t, "projects")}
	})
	rapid.Check(t, func(t *rapid.T) {
		now, then := sum.Draw(t, "now"), sum.Draw(t, "then")
		for _, d := range Definitions {
			f := d.figure(d.valueOf(now), d.valueOf(then))
			requireHonest(t, f)
			if d.Kind == KindCount && then.count(d.Metric) == 0 && now.count(d.Metric) > 0 {
				require.Nil(t, f.Change.Number, "nothing grows from nothing")
			}
		}
	})
}

func TestDefinitionsAreComplete(t *testing.T) {
	var defined []Metric
	for _, d := range Definitions {
		defined = append(defined, d.Metric)
		require.NotEmpty(t, d.Unit, d.Metric)
		require.NotEmpty(t, d.Description, d.Metric)
		if d.Kind == KindRatio {
			require.Equal(t, KindCount, definitionOf(d.Numerator).Kind)
			require.Equal(t, KindCount, definitionOf(d.Denominator).Kind)
		}
	}
	require.Equal(t, Metrics, defined)
	require.Subset(t, Metrics, RankedMetrics)
	require.Subset(t, Metrics, DefaultMetrics)
}
