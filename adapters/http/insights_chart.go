package http

import (
	"time"

	"vitrine/core/insights"
)

// chartJSON are metrics by interval, in columns.
type chartJSON struct {
	answerJSON
	Query chartQueryJSON `json:"query"`
	columnsJSON
	Totals   map[insights.Metric]any             `json:"totals"`
	Reasons  map[insights.Metric]insights.Reason `json:"reasons,omitzero"` // why totals are null
	Previous *columnsJSON                        `json:"previous,omitzero"`
}

type chartQueryJSON struct {
	rangeJSON
	Metrics  []insights.Metric `json:"metrics"`
	Interval insights.Interval `json:"interval"`
	Compare  *string           `json:"compare"`
}

// columnsJSON are series over the same buckets.
type columnsJSON struct {
	Buckets []chartBucketJSON `json:"buckets"`
	Series  []seriesJSON      `json:"series"`
}

type chartBucketJSON struct {
	ID    string         `json:"id"`
	Start string         `json:"start"`
	End   string         `json:"end"`
	State insights.State `json:"state"`
}

// seriesJSON has a value a bucket. Values are counts, fractions, or amounts of the currency.
type seriesJSON struct {
	Metric      insights.Metric   `json:"metric"`
	Currency    insights.Currency `json:"currency,omitzero"`
	Values      any               `json:"values"`
	Numerator   []*int64          `json:"numerator,omitzero"`
	Denominator []*int64          `json:"denominator,omitzero"`
}

func chartOf(c insights.Chart) chartJSON {
	zone := c.Range.Zone
	shown := chartJSON{
		answerJSON: answerOf(c.Answer), columnsJSON: columnsOf(c.Columns, zone), Totals: map[insights.Metric]any{},
		Query: chartQueryJSON{rangeJSON: rangeOf(c.Answer), Interval: c.Interval},
	}
	for _, total := range c.Totals {
		shown.Query.Metrics = append(shown.Query.Metrics, total.Metric)
		shown.Totals[total.Metric] = totalOf(total)
		if total.Value.Reason != "" {
			if shown.Reasons == nil {
				shown.Reasons = map[insights.Metric]insights.Reason{}
			}
			shown.Reasons[total.Metric] = total.Value.Reason
		}
	}
	if c.Previous != nil {
		previous := columnsOf(*c.Previous, zone)
		shown.Previous, shown.Query.Compare = &previous, new(comparePrevious)
	}
	return shown
}

func columnsOf(c insights.Columns, zone *time.Location) columnsJSON {
	shown := columnsJSON{Buckets: make([]chartBucketJSON, len(c.Buckets)), Series: make([]seriesJSON, len(c.Series))}
	for i, b := range c.Buckets {
		shown.Buckets[i] = chartBucketOf(b, zone)
	}
	for i, s := range c.Series {
		shown.Series[i] = seriesOf(s)
	}
	return shown
}

func chartBucketOf(b insights.Bucket, zone *time.Location) chartBucketJSON {
	return chartBucketJSON{ID: instant(b.Start), Start: label(b.Start, zone), End: label(b.End, zone), State: b.State}
}

func seriesOf(s insights.Series) seriesJSON {
	shown := seriesJSON{Metric: s.Metric, Currency: s.Currency}
	if s.Metric.Kind() != insights.KindRatio {
		counts := make([]*int64, len(s.Values))
		for i, v := range s.Values {
			counts[i] = countOf(v)
		}
		shown.Values = counts
		return shown
	}
	fractions := make([]*float64, len(s.Values))
	shown.Numerator, shown.Denominator = make([]*int64, len(s.Values)), make([]*int64, len(s.Values))
	for i, v := range s.Values {
		f := fractionOf(v)
		fractions[i], shown.Numerator[i], shown.Denominator[i] = f.Value, f.Numerator, f.Denominator
	}
	shown.Values = fractions
	return shown
}

// totalOf is a number, of a ratio the fraction, of money the amounts.
func totalOf(t insights.Total) any {
	switch t.Metric.Kind() {
	case insights.KindRatio:
		return fractionOf(t.Value)
	case insights.KindMoney:
		return moneyOf(t.Value)
	default:
		return countOf(t.Value)
	}
}
