package http

import "vitrine/core/insights"

// statsJSON are all metrics over a range. What a metric looks like follows from its kind.
type statsJSON struct {
	answerJSON
	Query   statsQueryJSON          `json:"query"`
	Metrics map[insights.Metric]any `json:"metrics"`
	Groups  []map[string]any        `json:"groups,omitzero"` // each with its value of the dimension, and its metrics
}

type statsQueryJSON struct {
	rangeJSON
	By *string `json:"by"`
}

func statsOf(s insights.Stats) statsJSON {
	shown := statsJSON{
		answerJSON: answerOf(s.Answer),
		Query:      statsQueryJSON{rangeJSON: rangeOf(s.Answer), By: orNull(string(s.By))},
		Metrics:    metricsOf(s.Metrics),
	}
	for _, g := range s.Groups {
		shown.Groups = append(shown.Groups, map[string]any{string(s.By): g.Value, "metrics": metricsOf(g.Metrics)})
	}
	return shown
}

func metricsOf(figures []insights.Figure) map[insights.Metric]any {
	shown := make(map[insights.Metric]any, len(figures))
	for _, f := range figures {
		switch f.Metric.Kind() {
		case insights.KindRatio:
			shown[f.Metric] = ratioFigureOf(f)
		case insights.KindMoney:
			shown[f.Metric] = moneyFigureOf(f)
		default:
			shown[f.Metric] = countFigureOf(f)
		}
	}
	return shown
}

// reasonsJSON say why the value is null, and why the change is.
type reasonsJSON struct {
	Reason       insights.Reason `json:"reason,omitzero"`
	ChangeReason insights.Reason `json:"change_reason,omitzero"`
}

func reasonsOf(f insights.Figure) reasonsJSON {
	return reasonsJSON{Reason: f.Value.Reason, ChangeReason: f.Change.Reason}
}

type countFigureJSON struct {
	Value    *int64   `json:"value"`
	Previous *int64   `json:"previous"`
	Change   *float64 `json:"change_ratio"`
	reasonsJSON
}

func countFigureOf(f insights.Figure) countFigureJSON {
	return countFigureJSON{
		Value: countOf(f.Value), Previous: countOf(f.Previous), Change: f.Change.Number, reasonsJSON: reasonsOf(f),
	}
}

type ratioFigureJSON struct {
	fractionJSON
	Previous *float64 `json:"previous"`
	Change   *float64 `json:"change_points"`
	reasonsJSON
}

func ratioFigureOf(f insights.Figure) ratioFigureJSON {
	return ratioFigureJSON{
		fractionJSON: fractionOf(f.Value), Previous: f.Previous.Ratio.Value(), Change: f.Change.Number, reasonsJSON: reasonsOf(f),
	}
}

type moneyFigureJSON struct {
	Value    *insights.Money                 `json:"value"`
	Previous *insights.Money                 `json:"previous"`
	Change   *map[insights.Currency]*float64 `json:"change_ratio"`
	reasonsJSON
}

func moneyFigureOf(f insights.Figure) moneyFigureJSON {
	return moneyFigureJSON{
		Value: moneyOf(f.Value), Previous: moneyOf(f.Previous), Change: unless(f.Change.Money == nil, f.Change.Money), reasonsJSON: reasonsOf(f),
	}
}
