package insights

import (
	"cmp"
	"slices"

	"vitrine/core/ident"
)

// RankQuery asks for the assets with the highest values of a metric.
type RankQuery struct {
	Span           Span
	Days           *Days // the span, where it is days of the zone of the owner's profile and every event of it is kept; else nil
	Filter         Filter
	Metric         Metric   // one of RankedMetrics
	Currency       Currency // of Revenue
	MinDenominator int64    // of a ratio; at least 1
	Limit          int
}

// AssetSum is what was counted of one asset.
type AssetSum struct {
	AssetType AssetType
	Counts    Counts
}

// Ranked is an asset with its value: Count of a count and of money, in minor units, else Ratio.
type Ranked struct {
	AssetID   ident.ID
	AssetType AssetType
	Count     int64
	Ratio     Fraction
}

// Rank puts assets in order: those whose value is not zero, of ratios those whose denominator is at least
// MinDenominator, by value, the highest first, equal ones by id; at most Limit. Ratios compare by the quotient of their
// parts as float64, which is the same for equal ratios and in every engine. The total is of all assets, and 0 for a ratio.
func (q RankQuery) Rank(sums map[ident.ID]AssetSum) (rows []Ranked, total int64) {
	for id, sum := range sums {
		row := q.row(id, sum)
		total = plus(total, row.Count)
		if q.shows(row) {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b Ranked) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.order(), a.order()), slices.Compare(a.AssetID[:], b.AssetID[:]))
	})
	return rows[:min(len(rows), q.Limit)], total
}

func (q RankQuery) row(id ident.ID, sum AssetSum) Ranked {
	d := definitionOf(q.Metric)
	v := d.valueOf(Sum{Counts: sum.Counts})
	row := Ranked{AssetID: id, AssetType: sum.AssetType, Count: v.Count, Ratio: v.Ratio}
	if d.Kind == KindMoney {
		row.Count = v.Money[q.Currency]
	}
	return row
}

func (q RankQuery) shows(r Ranked) bool {
	if q.Metric.Kind() == KindRatio {
		return r.Ratio.Denominator >= q.MinDenominator && r.Ratio.Numerator != 0
	}
	return r.Count != 0
}

// order is the quotient of a ratio, and 0 for what is none.
func (r Ranked) order() float64 {
	if r.Ratio.Denominator == 0 {
		return 0
	}
	return r.Ratio.quotient()
}
