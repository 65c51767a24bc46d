package insights

import "math"

// Counts are sums over events.
type Counts struct {
	Impressions, Views, Clicks, Conversions, Refunds int64

	Revenue Money
}

// Count adds one event.
func (c *Counts) Count(e Event) {
	switch e.Type {
	case Impression:
		c.Impressions = plus(c.Impressions, 1)
	case View:
		c.Views = plus(c.Views, 1)
	case Click:
		c.Clicks = plus(c.Clicks, 1)
	case Conversion:
		c.Conversions = plus(c.Conversions, 1)
		c.earn(e.Order.Currency, e.Order.ValueMinor)
	case Refund:
		c.Refunds = plus(c.Refunds, 1)
		c.earn(e.Order.Currency, -e.Order.ValueMinor)
	}
}

// Add adds the sums of o, and shares nothing with it.
func (c *Counts) Add(o Counts) {
	c.Impressions = plus(c.Impressions, o.Impressions)
	c.Views = plus(c.Views, o.Views)
	c.Clicks = plus(c.Clicks, o.Clicks)
	c.Conversions = plus(c.Conversions, o.Conversions)
	c.Refunds = plus(c.Refunds, o.Refunds)
	for currency, minor := range o.Revenue {
		c.earn(currency, minor)
	}
}

func (c *Counts) earn(currency Currency, minor int64) {
	if c.Revenue == nil {
		c.Revenue = Money{}
	}
	c.Revenue[currency] = plus(c.Revenue[currency], minor)
}

// IsZero reports whether nothing was counted. Money that was earned and given back was counted.
func (c Counts) IsZero() bool {
	return c.Impressions == 0 && c.Views == 0 && c.Clicks == 0 && c.Conversions == 0 && c.Refunds == 0 && len(c.Revenue) == 0
}

// Sum is everything that a metric can be read from.
type Sum struct {
	Counts

	AssetsCreated, ProjectsCreated int64
}

// add adds the sums of o.
func (s *Sum) add(o Sum) {
	s.Add(o.Counts)
	s.AssetsCreated = plus(s.AssetsCreated, o.AssetsCreated)
	s.ProjectsCreated = plus(s.ProjectsCreated, o.ProjectsCreated)
}

// count is the value of a metric of kind count.
func (s Sum) count(m Metric) int64 {
	switch m {
	case Impressions:
		return s.Impressions
	case Views:
		return s.Views
	case Clicks:
		return s.Clicks
	case Conversions:
		return s.Conversions
	case Refunds:
		return s.Refunds
	case AssetsCreated:
		return s.AssetsCreated
	case ProjectsCreated:
		return s.ProjectsCreated
	default:
		return 0
	}
}

// plus adds and stops at the ends of int64 instead of going round. Money is what could get there, and it takes some
// 900 million orders of the highest value; stores may add in wider numbers, but must stop at the same ends.
func plus(a, b int64) int64 {
	switch sum := a + b; {
	case a > 0 && b > 0 && sum < 0:
		return math.MaxInt64
	case a < 0 && b < 0 && sum >= 0:
		return math.MinInt64
	default:
		return sum
	}
}
