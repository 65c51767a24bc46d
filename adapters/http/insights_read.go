package http

import (
	"math"

	"vitrine/core/insights"
)

// insightAsk reads what every question about figures says. The core judges the times, since it knows calendars.
func insightAsk(q *query) insights.Ask {
	return insights.Ask{
		Range: q.raw("range"), Start: q.raw("start"), End: q.raw("end"), TZ: q.raw("tz"),
		Filter: insights.Filter{
			Channels:   words(q, "channel", insights.Channels),
			AssetTypes: words(q, "asset_type", insights.AssetTypes),
			ProjectID:  q.id("project_id"),
		},
	}
}

func statsAsk(q *query) insights.StatsAsk {
	return insights.StatsAsk{Ask: insightAsk(q), By: word(q, "by", insights.Dimensions)}
}

// comparePrevious is the one thing that a chart can be compared with.
const comparePrevious = "previous"

func chartAsk(q *query) insights.ChartAsk {
	return insights.ChartAsk{
		Ask:      insightAsk(q),
		Metrics:  words(q, "metrics", insights.Metrics),
		Interval: word(q, "interval", insights.Intervals),
		Compare:  word(q, "compare", []string{comparePrevious}) != "",
	}
}

func topAsk(q *query) insights.TopAsk {
	ask := insights.TopAsk{
		Ask:      insightAsk(q),
		Metric:   word(q, "metric", insights.RankedMetrics),
		Currency: q.raw("currency"),
		Limit:    q.number("limit", 1, insights.MaxTop, insights.DefaultTop),
	}
	if least := int64(q.number("min_denominator", 1, math.MaxInt, 0)); least > 0 {
		ask.MinDenominator = &least
	}
	return ask
}
