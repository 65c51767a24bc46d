package http

import (
	"time"

	"vitrine/core/insights"
)

// answerJSON is what every answer about figures says beside them.
type answerJSON struct {
	AsOf     string             `json:"as_of"`
	Source   insights.Source    `json:"data_source"`
	Warnings []insights.Warning `json:"warnings"`
}

func answerOf(a insights.Answer) answerJSON {
	return answerJSON{AsOf: instant(a.AsOf), Source: a.Source, Warnings: a.Warnings}
}

// rangeJSON is the part of a resolved query that all questions have. Lists without a value are everything.
type rangeJSON struct {
	Start      string               `json:"start"`
	End        string               `json:"end"`
	TZ         string               `json:"tz"`
	Channels   []insights.Channel   `json:"channel"`
	AssetTypes []insights.AssetType `json:"asset_type"`
	ProjectID  *string              `json:"project_id"`
}

func rangeOf(a insights.Answer) rangeJSON {
	return rangeJSON{
		Start: label(a.Range.Start, a.Range.Zone), End: label(a.Range.End, a.Range.Zone), TZ: a.Range.Zone.String(),
		Channels: a.Filter.Channels, AssetTypes: a.Filter.AssetTypes, ProjectID: idOf(a.Filter.ProjectID),
	}
}

// label is an instant as the clocks of a zone show it, with its offset.
func label(t time.Time, zone *time.Location) string { return t.In(zone).Format(time.RFC3339Nano) }

// countOf is the value of a count; null is not known.
func countOf(v insights.Value) *int64 { return unless(v.Reason != "", v.Count) }

// moneyOf is the value of money by currency; null is not known.
func moneyOf(v insights.Value) *insights.Money { return unless(v.Reason != "", v.Money) }

// fractionJSON is a ratio with its parts, which can be known where it is not.
type fractionJSON struct {
	Value       *float64 `json:"value"`
	Numerator   *int64   `json:"numerator"`
	Denominator *int64   `json:"denominator"`
}

func fractionOf(v insights.Value) fractionJSON {
	return fractionJSON{
		Value: v.Ratio.Value(), Numerator: unless(v.Unknown(), v.Ratio.Numerator), Denominator: unless(v.Unknown(), v.Ratio.Denominator),
	}
}

// unless is the value, or null.
func unless[T any](unknown bool, value T) *T {
	if unknown {
		return nil
	}
	return &value
}

// definitionsJSON says what each metric is.
type definitionsJSON struct {
	Metrics []definitionJSON `json:"metrics"`
}

type definitionJSON struct {
	Metric      insights.Metric `json:"metric"`
	Kind        insights.Kind   `json:"kind"`
	Unit        string          `json:"unit"`
	Description string          `json:"description"`
	Numerator   *string         `json:"numerator"`
	Denominator *string         `json:"denominator"`
}

// definitions are those of the core, which never change while the server runs.
var definitions = func() (shown definitionsJSON) {
	for _, d := range insights.Definitions {
		shown.Metrics = append(shown.Metrics, definitionJSON{
			Metric: d.Metric, Kind: d.Kind, Unit: d.Unit, Description: d.Description,
			Numerator: orNull(string(d.Numerator)), Denominator: orNull(string(d.Denominator)),
		})
	}
	return shown
}()

// sheetName is the name of a file with figures: of what, from which day to which.
func sheetName(what string, a insights.Answer) string {
	last := a.Range.End
	if !a.Range.Empty() {
		last = last.Add(-time.Millisecond)
	}
	day := func(t time.Time) string { return t.In(a.Range.Zone).Format(time.DateOnly) }
	return "insights-" + what + "-" + day(a.Range.Start) + "-to-" + day(last)
}
