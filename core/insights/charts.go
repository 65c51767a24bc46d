package insights

import (
	"context"
	"maps"
	"slices"
	"time"

	"vitrine/core/ident"
)

// DefaultMetrics are those of a chart that names none.
var DefaultMetrics = []Metric{Views, Clicks, Conversions}

// ChartAsk asks for metrics by interval.
type ChartAsk struct {
	Ask

	Metrics  []Metric
	Interval Interval // empty is Auto
	Compare  bool     // with the previous period
}

// Chart are metrics by interval.
type Chart struct {
	Answer
	Columns

	Interval Interval
	Totals   []Total  // of each metric, in the order asked; the sums over the buckets
	Previous *Columns // nil where it was not asked for
}

// Columns are series of values over the same buckets: one for each metric, in the order asked; of money one for each
// currency that the chart has, in the order of their codes.
type Columns struct {
	Buckets []Bucket
	Series  []Series
}

// Series are the values of a metric, one a bucket. Those of money are amounts of Currency, as Value.Count.
type Series struct {
	Metric   Metric
	Currency Currency
	Values   []Value
}

// Total is a metric over all buckets.
type Total struct {
	Metric Metric
	Value  Value
}

// Chart answers metrics by interval. home is the zone of the owner's profile. It fails with "invalid-parameter" and
// "beyond-retention".
func (s *Service) Chart(ctx context.Context, owner ident.Owner, home *time.Location, a ChartAsk) (Chart, error) {
	now := s.clock.Now()
	q, interval, err := a.inquiry(now, home)
	if err != nil {
		return Chart{}, err
	}
	periods, answer, err := s.inquire(ctx, owner, now, q)
	if err != nil {
		return Chart{}, err
	}
	c := Chart{Answer: answer, Interval: interval}
	currencies := currenciesOf(periods)
	c.Columns = periods[0].columns(q, interval, currencies)
	shown := c.values()
	if a.Compare {
		previous := periods[1].columns(q, interval, currencies)
		c.Previous, shown = &previous, append(shown, previous.values()...)
	}
	for _, d := range q.metrics {
		total := Total{Metric: d.Metric, Value: periods[0].total(d, "", "")}
		c.Totals, shown = append(c.Totals, total), append(shown, total.Value)
	}
	c.warnAbove(shown)
	return c, nil
}

// inquiry is what to ask of the record for the chart.
func (a ChartAsk) inquiry(now time.Time, home *time.Location) (inquiry, Interval, error) {
	asked, err := a.resolve(now, home)
	if err != nil {
		return inquiry{}, "", err
	}
	q := inquiry{asked: asked, filter: a.Filter.normalize()}
	for _, m := range a.metrics() {
		q.metrics = append(q.metrics, definitionOf(m))
	}
	interval := a.Interval.pick(asked.Span, asked.Zone)
	axis, err := interval.axis(asked.Span, asked.Zone)
	if err != nil {
		return inquiry{}, "", err
	}
	q.add(asked.Span, axis)
	if a.Compare {
		before := asked.Previous(now)
		q.add(before, interval.ticks(before, asked.Zone, 2*MaxBuckets)) // some few more than the range has at the most
	}
	return q, interval, nil
}

// metrics are those to draw, each once.
func (a ChartAsk) metrics() []Metric {
	if len(a.Metrics) == 0 {
		return DefaultMetrics
	}
	var once []Metric
	for _, m := range a.Metrics {
		if !slices.Contains(once, m) {
			once = append(once, m)
		}
	}
	return once
}

// currenciesOf are those of all periods together, so that their series have the same.
func currenciesOf(periods []period) []Currency {
	all := Money{}
	for _, p := range periods {
		maps.Copy(all, p.sum("", "").Revenue)
	}
	return slices.Sorted(maps.Keys(all))
}

// columns draw the period.
func (p period) columns(q inquiry, interval Interval, currencies []Currency) Columns {
	c := Columns{Buckets: interval.buckets(p.axis, q.asked.Zone, p.evidence)}
	for _, d := range q.metrics {
		if d.Kind != KindMoney {
			c.Series = append(c.Series, Series{Metric: d.Metric, Values: p.parts(d)})
			continue
		}
		for _, currency := range currencies {
			values := p.parts(d)
			for i := range values {
				values[i] = Value{Reason: values[i].Reason, Count: values[i].Money[currency]}
			}
			c.Series = append(c.Series, Series{Metric: d.Metric, Currency: currency, Values: values})
		}
	}
	return c
}

// parts are the values of a metric in each span of the axis.
func (p period) parts(d Definition) []Value {
	values := make([]Value, p.axis.Len())
	for i := range values {
		values[i] = p.value(d, "", p.axis.Span(i), p.sums.all[i])
	}
	return values
}

func (c Columns) values() (all []Value) {
	for _, s := range c.Series {
		all = append(all, s.Values...)
	}
	return all
}
