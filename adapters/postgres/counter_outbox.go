package postgres

import (
	"context"
	"errors"
	"time"

	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
)

// CounterOutbox implements index.Outbox and index.Backlog with the rows that triggers write for every change of the sums that
// counters are made of, while an index of counters is registered.
type CounterOutbox struct {
	db *DB
}

var (
	_ index.Outbox[insights.Counter] = (*CounterOutbox)(nil)
	_ index.Backlog                  = (*CounterOutbox)(nil)
)

// NewCounterOutbox makes the outbox of db's counters.
func NewCounterOutbox(db *DB) *CounterOutbox { return &CounterOutbox{db: db} }

// Pending implements index.Backlog.
func (s *CounterOutbox) Pending(ctx context.Context, owner ident.Owner) (pending bool, err error) {
	const find = `SELECT EXISTS (SELECT FROM search_counter_dirty WHERE owner_id = $1)`
	return pending, translate(s.db.sql.GetContext(ctx, &pending, find, owner))
}

// leasedSum is a row that was leased.
type leasedSum struct {
	owner   ident.Owner
	key     insights.CounterKey // its day is one of UTC
	version int64
	wide    bool
}

// maxDays is how many days of a zone a sum can be a part of, or may have been a part of.
const maxDays = 3

// Lease implements index.Outbox. Leases are committed, with a number each, before anything is read. A move that cannot be spread
// holds up no sum of others.
func (s *CounterOutbox) Lease(ctx context.Context, n int, patience time.Duration) ([]index.Change[insights.Counter], error) {
	for {
		leased, err := s.lease(ctx, n/maxDays, patience)
		if err != nil {
			return nil, translate(err)
		}
		var sums []leasedSum
		var failed error
		for _, l := range leased {
			if l.key.Channel == "" {
				failed = errors.Join(failed, s.spread(ctx, l))
			} else {
				sums = append(sums, l)
			}
		}
		switch {
		case len(sums) > 0:
			return s.read(ctx, sums)
		case failed != nil || len(leased) == 0:
			return nil, failed
		}
	}
}

func (s *CounterOutbox) lease(ctx context.Context, n int, patience time.Duration) ([]leasedSum, error) {
	const lease = `
		UPDATE search_counter_dirty d SET due_at = now() + $2 * interval '1 second', version = nextval('search_counter_versions')
		FROM (
			SELECT owner_id, at, asset_id, channel, currency FROM search_counter_dirty
			WHERE due_at <= now() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
		) due
		WHERE d.owner_id = due.owner_id AND d.at = due.at AND d.asset_id = due.asset_id AND d.channel = due.channel
			AND d.currency = due.currency
		RETURNING d.owner_id, d.at, d.asset_id, d.channel, d.currency, d.version, d.wide`
	rows, err := s.db.pool.Query(ctx, lease, n, patience.Seconds())
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (l leasedSum, err error) {
		err = row.Scan(&l.owner, &l.key.Day, &l.key.AssetID, &l.key.Channel, &l.key.Currency, &l.version, &l.wide)
		l.key.Day = l.key.Day.UTC()
		return l, err
	})
}

// spread marks the sums of the owner's next day, and has those after it wait for the next lease. It does not end what was
// begun anew meanwhile.
func (s *CounterOutbox) spread(ctx context.Context, all leasedSum) error {
	const (
		next = `
			SELECT min(at) FROM (
				SELECT min(at) AS at FROM rollup_day_asset_channel WHERE owner_id = $1 AND at > $2
				UNION ALL SELECT min(at) FROM rollup_day_asset_channel_revenue WHERE owner_id = $1 AND at > $2) days`
		sums = `
			SELECT owner_id, at, asset_id, channel, '', true FROM rollup_day_asset_channel WHERE owner_id = $1 AND at = $2
			UNION ALL SELECT owner_id, at, asset_id, channel, currency, true FROM rollup_day_asset_channel_revenue
			WHERE owner_id = $1 AND at = $2`
		these = `owner_id = $1 AND at = $2 AND asset_id = $3 AND channel = '' AND currency = ''`
		rest  = `
			INSERT INTO search_counter_dirty (owner_id, at, asset_id, channel, currency, dirty_at)
			SELECT owner_id, $4, asset_id, channel, currency, dirty_at FROM search_counter_dirty WHERE ` + these + `
			ON CONFLICT (owner_id, at, asset_id, channel, currency) DO UPDATE SET version = 0, due_at = now()`
		end = `DELETE FROM search_counter_dirty WHERE ` + these + ` AND version = $4`
	)
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		var day *time.Time
		if err := tx.QueryRow(ctx, next, all.owner, all.key.Day).Scan(&day); err != nil {
			return err
		}
		var b pgx.Batch
		if day != nil {
			b.Queue(markWide(sums), all.owner, *day)
			b.Queue(rest, all.owner, all.key.Day, all.key.AssetID, *day)
		}
		b.Queue(end, all.owner, all.key.Day, all.key.AssetID, all.version)
		return send(ctx, tx, &b)
	})
}

// read gives the counters that the sums are, or may have been, a part of, as they are now.
func (s *CounterOutbox) read(ctx context.Context, sums []leasedSum) (changes []index.Change[insights.Counter], err error) {
	owners := make([]ident.Owner, len(sums))
	for i, l := range sums {
		owners[i] = l.owner
	}
	err = s.db.snapshot(ctx, func(tx pgx.Tx) error {
		zones, err := zonesOf(ctx, tx, owners...)
		if err != nil {
			return err
		}
		var asked []askedCounter
		for _, l := range sums {
			for _, date := range l.dates(zones[l.owner]) {
				k := l.key
				k.Day = date
				asked = append(asked, askedCounter{l.owner, k})
				changes = append(changes, index.Change[insights.Counter]{Owner: l.owner, ID: k.String(), Version: l.version})
			}
		}
		return readCounters(ctx, tx, asked, zones, func(n int, c insights.Counter) {
			changes[n] = c.ToIndex(changes[n].Owner, changes[n].Version)
		})
	})
	return changes, err
}

// dates are those of the counters that the sum is a part of, and if need be those that it may have been a part of.
func (l leasedSum) dates(zone *time.Location) (dates []time.Time) {
	if l.wide {
		return []time.Time{l.key.Day.AddDate(0, 0, -1), l.key.Day, l.key.Day.AddDate(0, 0, 1)}
	}
	for _, d := range insights.LocalDaysOver(insights.Span{Start: l.key.Day, End: l.key.Day.Add(insights.UTCDay)}, zone) {
		dates = append(dates, d.Date)
	}
	return dates
}

// settleCounters forgets the rows whose counters are done, and has the others due again. It waits for nobody: a row that somebody
// else holds is about to lose its number, or its lease runs out.
const settleCounters = `
	WITH k AS MATERIALIZED (
		SELECT d.owner_id, d.at, d.asset_id, d.channel, d.currency, r.done, r.parked, r.error
		FROM ` + dirtyOfKeys + ` AND d.version = k.version
		JOIN unnest($7::boolean[], $8::boolean[], $9::text[]) WITH ORDINALITY AS r (done, parked, error, n) ON r.n = k.n
		FOR UPDATE OF d SKIP LOCKED
	), left_over AS (
		UPDATE search_counter_dirty d SET version = 0, attempts = attempts + 1, error = k.error, due_at = ` + dueAgain + `
		FROM k WHERE NOT k.done AND d.owner_id = k.owner_id AND d.at = k.at AND d.asset_id = k.asset_id AND d.channel = k.channel
			AND d.currency = k.currency
	)
	DELETE FROM search_counter_dirty d USING k
	WHERE k.done AND d.owner_id = k.owner_id AND d.at = k.at AND d.asset_id = k.asset_id AND d.channel = k.channel
		AND d.currency = k.currency`

// Settle implements index.Outbox. A row ends when all counters of its lease are Done, and is parked when one is and none has to be
// tried again; of one whose number is another by now something happened meanwhile.
func (s *CounterOutbox) Settle(ctx context.Context, changes []index.Change[insights.Counter], outcomes []index.Outcome) error {
	type lease struct {
		owner   ident.Owner
		version int64
	}
	rows := map[lease]int{}
	var first []index.Change[insights.Counter] // of each row
	var worst []index.Outcome
	for i, c := range changes {
		row := lease{c.Owner, c.Version}
		if at, known := rows[row]; known {
			worst[at] = index.Worse(worst[at], outcomes[i])
			continue
		}
		rows[row] = len(first)
		first, worst = append(first, c), append(worst, outcomes[i])
	}
	keys, err := counterKeysOf(first)
	if err != nil {
		return err
	}
	done, parked, errs := make([]bool, len(worst)), make([]bool, len(worst)), make([]string, len(worst))
	for i, o := range worst {
		done[i], parked[i], errs[i] = o.Verdict == index.Done, o.Verdict == index.Parked, reason(o.Err)
	}
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, settleCounters, append(keys.args(), done, parked, errs)...)
		return err
	})
}
