package postgres

import (
	"context"
	"fmt"
	"strings"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
)

// Rank implements insights.Ranking.
func (s *Insights) Rank(ctx context.Context, owner ident.Owner, q insights.RankQuery) (standing insights.Standing, err error) {
	err = s.db.snapshot(ctx, func(tx pgx.Tx) error {
		standing = insights.Standing{}
		var b pgx.Batch
		queueFirst(&b, owner, &standing.First)
		b.Queue(readInBulk)
		if !q.Span.Empty() {
			queueRanked(&b, owner, q, &standing)
		}
		return send(ctx, tx, &b)
	})
	if err != nil {
		return insights.Standing{}, err
	}
	return standing, nil
}

// Counted implements insights.Recorded.
func (s *Insights) Counted(ctx context.Context, owner ident.Owner, ids []ident.ID) ([]ident.ID, error) {
	const find = `
		SELECT k.id FROM unnest($2::uuid[]) AS k (id)
		WHERE EXISTS (SELECT FROM rollup_day_asset_channel r WHERE r.owner_id = $1 AND r.asset_id = k.id)`
	rows, err := s.db.pool.Query(ctx, find, owner, ids)
	if err != nil {
		return nil, translate(err)
	}
	known, err := pgx.CollectRows(rows, pgx.RowTo[ident.ID])
	return known, translate(err)
}

func queueRanked(b *pgx.Batch, owner ident.Owner, q insights.RankQuery, standing *insights.Standing) {
	statement, args := rank(owner, q)
	var row insights.Ranked
	var value, denominator, total int64
	eachRow(b.Queue(statement, args...), []any{&row.AssetID, &row.AssetType, &value, &denominator, &total}, func() {
		if q.Metric.Kind() == insights.KindRatio {
			row.Ratio = insights.Fraction{Numerator: value, Denominator: denominator}
		} else {
			row.Count, standing.Total = value, total
		}
		standing.Rows = append(standing.Rows, row)
	})
}

// rank puts the assets in the order of RankQuery.Rank, once their parts are added up. Those whose value is zero add nothing
// to the total. The type is what history says, asked for those listed: to carry it along through all sums took a third
// longer.
func rank(owner ident.Owner, q insights.RankQuery) (string, []any) {
	where := counted(owner, q.Filter)
	rolled := daily(q.Filter, "").source()
	parts := rankedParts(where, q, rolled)
	shown, order := "value <> 0", "value DESC"
	if q.Metric.Kind() == insights.KindRatio {
		shown += " AND denominator >= " + where.args.add(q.MinDenominator)
		order = "value::float8 / denominator DESC"
	}
	return fmt.Sprintf(`
		SELECT asset_id,
			(SELECT coalesce(max(r.asset_type), '') FROM %s r WHERE r.owner_id = $1 AND r.asset_id = sums.asset_id),
			value, denominator, saturated(sum(value) OVER ())
		FROM (
			SELECT asset_id, saturated(sum(value)) AS value, saturated(sum(denominator)) AS denominator
			FROM (%s) parts GROUP BY asset_id) sums
		WHERE %s ORDER BY %s, asset_id LIMIT %s`,
		rolled.counts, parts, shown, order, where.args.add(q.Limit)), where.args
}

// rankedParts are what the metric is read from: rows of the rollup of whole days, and the single events beside them.
func rankedParts(where *conditions, q insights.RankQuery, rolled source) string {
	if q.Metric.Kind() == insights.KindMoney {
		where.add("r.currency = %s", string(q.Currency))
	}
	value, denominator := measured(q.Metric)
	before, whole, after := q.Span.Split(insights.UTCDay)
	var parts []string
	for _, part := range []struct {
		span insights.Span
		from source
	}{{before, singly}, {whole, rolled}, {after, singly}} {
		if !part.span.Empty() {
			parts = append(parts, fmt.Sprintf(
				`SELECT r.asset_id, %s AS value, %s AS denominator FROM %s r WHERE %s AND r.at >= %s AND r.at < %s`,
				value, denominator, part.from.of(q.Metric), where, where.args.add(part.span.Start), where.args.add(part.span.End)))
		}
	}
	return strings.Join(parts, " UNION ALL ")
}

// of is the table that has what the metric is measured in.
func (s source) of(m insights.Metric) string {
	if m.Kind() == insights.KindMoney {
		return s.revenue
	}
	return s.counts
}

// measured are the columns that a metric is read from; only a ratio has a denominator.
func measured(m insights.Metric) (value, denominator string) {
	for _, d := range insights.Definitions {
		if d.Metric == m && d.Kind == insights.KindRatio {
			return "r." + string(d.Numerator), "r." + string(d.Denominator)
		}
	}
	return "r." + string(m), "0"
}
