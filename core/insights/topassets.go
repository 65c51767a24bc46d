package insights

import (
	"context"
	"time"

	"vitrine/core/content"
	"vitrine/core/ident"
)

// Limits of a list of top assets, and the least denominator of a ratio where none is named: one click on one impression
// is no top asset.
const (
	DefaultTop            = 10
	MaxTop                = 100
	DefaultMinDenominator = 100
)

// TopAsk asks for the assets with the highest values of a metric.
type TopAsk struct {
	Ask

	Metric         Metric // one of RankedMetrics; empty is Views
	Currency       string // of Revenue, and of that alone
	MinDenominator *int64 // of a ratio, and of that alone
	Limit          int    // 1 to MaxTop
}

// TopAssets are the assets with the highest values of a metric, the highest first. Those that were deleted since are
// among them.
type TopAssets struct {
	Answer

	Metric         Metric
	Currency       Currency
	MinDenominator int64 // 0 where the metric is no ratio
	Items          []TopAsset
	Total, Others  *int64 // of all assets, and of those not listed; nil of a ratio, and where Reason says that it is unknown
	Reason         Reason
	Degraded       bool // another engine than the one in charge answered
}

// TopAsset is an asset of the list. The value of money is an amount of the currency, as Value.Count.
type TopAsset struct {
	Rank  int
	Asset Card
	Value Value
	Share *float64 // of the total, to 6 decimals; nil of a ratio, and where the total is not above zero
}

// TopAssets answers the assets with the highest values of a metric. home is the zone of the owner's profile. It fails
// with "invalid-parameter" and "beyond-retention".
func (s *Service) TopAssets(ctx context.Context, owner ident.Owner, home *time.Location, a TopAsk) (TopAssets, error) {
	now := s.clock.Now()
	asked, q, err := a.query(now, home)
	if err != nil {
		return TopAssets{}, err
	}
	oldest := s.rules.remembered(now)
	if axisOf(q.Span).outlives(oldest, UTCDay) {
		return TopAssets{}, asked.beyondRetention(oldest)
	}
	if own := asked.Zone.String() == home.String(); own && !asked.Start.Before(oldest) {
		q.Days = asked.wholeDays()
	}
	standing, known, err := s.rank(ctx, owner, q, now)
	if err != nil {
		return TopAssets{}, err
	}
	top := TopAssets{
		Answer: Answer{AsOf: now, Range: asked, Filter: q.Filter, Source: known.source},
		Metric: q.Metric, Currency: q.Currency, MinDenominator: q.MinDenominator, Degraded: standing.Degraded,
	}
	if top.Reason = known.unknown(q.Metric, q.Span); top.Reason != "" {
		return top, nil
	}
	cards, err := s.cards(ctx, owner, standing.Rows)
	if err != nil {
		return TopAssets{}, err
	}
	top.list(standing, cards)
	return top, nil
}

// Check is Ask.Check, with what belongs to a ranking.
func (a TopAsk) Check() error {
	_, _, err := a.query(earliest, time.UTC)
	return err
}

// query is the question for a Ranking.
func (a TopAsk) query(now time.Time, home *time.Location) (Range, RankQuery, error) {
	q := RankQuery{Filter: a.Filter.normalize(), Metric: a.Metric, Currency: Currency(a.Currency), Limit: a.Limit}
	if q.Metric == "" {
		q.Metric = Views
	}
	var wrong mistakes
	switch money := q.Metric == Revenue; {
	case money && !soundCurrency(a.Currency):
		wrong.add("currency", InvalidCurrency, "must say which revenue: a code of ISO 4217, three capital letters such as EUR.")
	case !money && a.Currency != "":
		wrong.add("currency", content.NotApplicable, "belongs to revenue.")
	}
	switch ratio := q.Metric.Kind() == KindRatio; {
	case ratio && a.MinDenominator == nil:
		q.MinDenominator = DefaultMinDenominator
	case ratio && *a.MinDenominator < 1:
		wrong.add("min_denominator", content.OutOfRange, "must be at least 1.")
	case ratio:
		q.MinDenominator = *a.MinDenominator
	case a.MinDenominator != nil:
		wrong.add("min_denominator", content.NotApplicable, "belongs to ratios.")
	}
	asked := a.read(now, home, &wrong)
	q.Span = asked.Span
	return asked, q, wrong.err()
}

// rank asks the record, and the sample in place of events that an owner never had.
func (s *Service) rank(ctx context.Context, owner ident.Owner, q RankQuery, now time.Time) (Standing, evidence, error) {
	standing, err := s.ports.Ranking.Rank(ctx, owner, q)
	if err != nil {
		return Standing{}, evidence{}, err
	}
	known := s.evidence(now, standing.First)
	if known.source != SourceSample {
		return standing, known, nil
	}
	sample, err := s.sampler(ctx, owner, now)
	if err != nil {
		return Standing{}, evidence{}, err
	}
	standing.Rows, standing.Total, err = sample.rank(ctx, q)
	return standing, known, err
}

// cards are those of the ranked assets, in their order. Of an asset that is no longer there its history has told the type.
func (s *Service) cards(ctx context.Context, owner ident.Owner, rows []Ranked) ([]Card, error) {
	ids := make([]ident.ID, len(rows))
	for i, row := range rows {
		ids[i] = row.AssetID
	}
	found, err := s.ports.Catalog.Cards(ctx, owner, ids)
	if err != nil {
		return nil, err
	}
	byID := make(map[ident.ID]Card, len(found))
	for _, card := range found {
		byID[card.ID] = card
	}
	cards := make([]Card, len(rows))
	for i, row := range rows {
		card, there := byID[row.AssetID]
		if !there {
			card = Card{ID: row.AssetID, AssetType: row.AssetType, Deleted: true}
		}
		cards[i] = card
	}
	return cards, nil
}

// list puts the assets in, and what they have of the total.
func (t *TopAssets) list(standing Standing, cards []Card) {
	listed, values := int64(0), make([]Value, len(cards))
	for i, row := range standing.Rows {
		values[i] = Value{Count: row.Count, Ratio: row.Ratio}
		t.Items = append(t.Items, TopAsset{Rank: i + 1, Asset: cards[i], Value: values[i], Share: t.share(row, standing.Total)})
		listed = plus(listed, row.Count)
	}
	t.warnAbove(values)
	if t.MinDenominator == 0 {
		others := plus(standing.Total, -listed)
		t.Total, t.Others = &standing.Total, &others
	}
}

func (t *TopAssets) share(r Ranked, total int64) *float64 {
	if t.MinDenominator > 0 || total <= 0 {
		return nil
	}
	return rounded(float64(r.Count) / float64(total))
}
