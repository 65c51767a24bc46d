package postgres

import (
	"context"
	"fmt"
	"slices"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
)

// Compare implements insights.Upkeep. It compares without keeping anybody out; only where there is something to repair
// does it compare again while no event can arrive.
func (s *Insights) Compare(
	ctx context.Context, owner ident.Owner, since time.Time, repair bool,
) (drift insights.Drift, err error) {
	since = since.UTC().Truncate(insights.UTCDay)
	err = s.db.snapshot(ctx, func(tx pgx.Tx) error {
		found, err := compareRollups(ctx, tx, owner, since)
		drift = found.Drift
		return err
	})
	if err != nil || !repair || drift.Keys == 0 {
		return drift, err
	}
	err = s.db.inTx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, lockEvents, owner); err != nil {
			return err
		}
		found, err := compareRollups(ctx, tx, owner, since)
		if err != nil {
			return err
		}
		drift = found.Drift
		return rebuild(ctx, tx, owner, found.days)
	})
	return drift, err
}

// deviations are how the rollups differ, and the days of UTC on which they do.
type deviations struct {
	insights.Drift

	days []time.Time
}

// compareRollups compares one rollup after the other. It may take as long as it needs: the context can still end it.
func compareRollups(ctx context.Context, tx pgx.Tx, owner ident.Owner, since time.Time) (found deviations, err error) {
	if _, err := tx.Exec(ctx, `SET LOCAL statement_timeout = 0`); err != nil {
		return deviations{}, err
	}
	for _, r := range rollups {
		rows, err := tx.Query(ctx, r.differences(), owner, since)
		if err != nil {
			return deviations{}, err
		}
		var at time.Time
		var key string
		var kept, events [5]int64
		var earned, sold insights.Money
		_, err = pgx.ForEachRow(rows, []any{&at, &key, &kept, &earned, &events, &sold}, func() error {
			found.add(at.UTC(), insights.Difference{
				Rollup: r.name, Key: at.UTC().Format(time.RFC3339) + " " + key,
				Kept: countsFrom(kept, earned), Events: countsFrom(events, sold),
			})
			earned, sold = nil, nil
			return nil
		})
		if err != nil {
			return deviations{}, err
		}
	}
	return found, nil
}

func (d *deviations) add(at time.Time, found insights.Difference) {
	d.Keys++
	if len(d.Examples) < insights.MaxExamples {
		d.Examples = append(d.Examples, found)
	}
	day := at.Truncate(insights.UTCDay)
	if i, known := slices.BinarySearchFunc(d.days, day, time.Time.Compare); !known {
		d.days = slices.Insert(d.days, i, day)
	}
}

func countsFrom(counts [5]int64, revenue insights.Money) insights.Counts {
	return insights.Counts{
		Impressions: counts[0], Views: counts[1], Clicks: counts[2], Conversions: counts[3], Refunds: counts[4], Revenue: revenue,
	}
}

// differences are the keys under which the rollup of the owner $1 has something else than single events, from the time
// $2 on.
func (r rollup) differences() string {
	return `
		WITH kept AS (` + r.sums(r.source()) + `), events AS (` + r.sums(singly) + `)
		SELECT at, concat_ws(' ', ` + r.key + `), kept, earned, counted, sold FROM (
			SELECT at, ` + r.key + `, coalesce(kept.counts, '{0,0,0,0,0}') AS kept, coalesce(kept.revenue, '{}') AS earned,
				coalesce(events.counts, '{0,0,0,0,0}') AS counted, coalesce(events.revenue, '{}') AS sold
			FROM kept FULL JOIN events USING (at, ` + r.key + `)) sums
		WHERE kept <> counted OR earned <> sold
		ORDER BY at, ` + r.key
}

// sums adds a source up by the key of the rollup.
func (r rollup) sums(from source) string {
	const since = "t.owner_id = $1 AND t.at >= $2"
	return `
		SELECT at, ` + r.key + `, counts, revenue FROM (
			SELECT bin AS at, ` + r.key + `, ARRAY[saturated(sum(impressions)), saturated(sum(views)), saturated(sum(clicks)),
				saturated(sum(conversions)), saturated(sum(refunds))] AS counts
			FROM ` + r.binned(from.counts, since) + ` GROUP BY bin, ` + r.key + `) counts
		FULL JOIN (
			SELECT at, ` + r.key + `, jsonb_object_agg(currency, revenue) AS revenue FROM (
				SELECT bin AS at, ` + r.key + `, currency, saturated(sum(revenue)) AS revenue
				FROM ` + r.binned(from.revenue, since) + ` GROUP BY bin, ` + r.key + `, currency) money
			GROUP BY at, ` + r.key + `) money USING (at, ` + r.key + `)`
}

// binned are the rows of a table t with the starts of their grains.
func (r rollup) binned(table, condition string) string {
	return fmt.Sprintf(`(SELECT date_bin('%d seconds', t.at, 'epoch') AS bin, t.* FROM %s t WHERE %s) t`,
		int(r.grain.Seconds()), table, condition)
}

// rebuild makes the rollups of whole days anew. The caller keeps others from adding to them.
func rebuild(ctx context.Context, tx pgx.Tx, owner ident.Owner, wrong []time.Time) error {
	const among = `t.owner_id = $1 AND date_bin('1 day', t.at, 'epoch') = ANY ($2)`
	var b pgx.Batch
	for _, r := range rollups {
		for _, table := range []string{r.source().counts, r.source().revenue} {
			b.Queue(`DELETE FROM `+table+` t WHERE `+among, owner, wrong)
		}
		b.Queue(`
			INSERT INTO `+r.source().counts+` (owner_id, at, `+r.kept+`, impressions, views, clicks, conversions, refunds)
			SELECT $1, bin, `+r.kept+`, sum(impressions), sum(views), sum(clicks), sum(conversions), sum(refunds)
			FROM `+r.binned(singly.counts, among)+` GROUP BY bin, `+r.kept+` ORDER BY bin, `+r.kept, owner, wrong)
		b.Queue(`
			INSERT INTO `+r.source().revenue+` (owner_id, at, `+r.kept+`, currency, revenue)
			SELECT $1, bin, `+r.kept+`, currency, saturated(sum(revenue))
			FROM `+r.binned(singly.revenue, among)+` GROUP BY bin, `+r.kept+`, currency ORDER BY bin, `+r.kept, owner, wrong)
	}
	return send(ctx, tx, &b)
}
