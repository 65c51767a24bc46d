package http

import "vitrine/core/insights"

// topJSON are the assets with the highest values of a metric.
type topJSON struct {
	answerJSON
	Query    topQueryJSON    `json:"query"`
	Items    []topItemJSON   `json:"items"`
	Total    *int64          `json:"total"`  // of all assets
	Others   *int64          `json:"others"` // of those that are not listed
	Reason   insights.Reason `json:"reason,omitzero"`
	Degraded []string        `json:"degraded,omitzero"`
}

type topQueryJSON struct {
	rangeJSON
	Metric         insights.Metric `json:"metric"`
	Currency       *string         `json:"currency"`
	MinDenominator *int64          `json:"min_denominator"`
	Limit          int             `json:"limit"`
}

// topItemJSON has a number for its value; a ratio has its parts beside it.
type topItemJSON struct {
	Rank        int      `json:"rank"`
	Asset       cardJSON `json:"asset"`
	Value       any      `json:"value"`
	Numerator   *int64   `json:"numerator,omitzero"`
	Denominator *int64   `json:"denominator,omitzero"`
	Share       *float64 `json:"share"`
}

// cardJSON is an asset in short. Of one that was purged only id and type are known.
type cardJSON struct {
	ID           string             `json:"id"`
	Type         insights.AssetType `json:"type"`
	DisplayTitle *string            `json:"display_title"`
	ThumbnailURL *string            `json:"thumbnail_url"`
	ProjectID    *string            `json:"project_id"`
	Deleted      bool               `json:"deleted"`
}

func topOf(t insights.TopAssets, limit int) topJSON {
	shown := topJSON{
		answerJSON: answerOf(t.Answer), Total: t.Total, Others: t.Others, Reason: t.Reason,
		Degraded: without("ranking", t.Degraded),
		Query: topQueryJSON{
			rangeJSON: rangeOf(t.Answer), Metric: t.Metric, Currency: orNull(string(t.Currency)),
			MinDenominator: unless(t.MinDenominator == 0, t.MinDenominator), Limit: limit,
		},
	}
	for _, item := range t.Items {
		shown.Items = append(shown.Items, topItemOf(t.Metric, item))
	}
	return shown
}

func topItemOf(m insights.Metric, item insights.TopAsset) topItemJSON {
	shown := topItemJSON{Rank: item.Rank, Asset: cardOf(item.Asset), Value: item.Value.Count, Share: item.Share}
	if m.Kind() == insights.KindRatio {
		f := fractionOf(item.Value)
		shown.Value, shown.Numerator, shown.Denominator = f.Value, f.Numerator, f.Denominator
	}
	return shown
}

func cardOf(c insights.Card) cardJSON {
	return cardJSON{
		ID: c.ID.String(), Type: c.AssetType, DisplayTitle: orNull(c.DisplayTitle), ThumbnailURL: orNull(c.ThumbnailURL),
		ProjectID: idOf(c.ProjectID), Deleted: c.Deleted,
	}
}
