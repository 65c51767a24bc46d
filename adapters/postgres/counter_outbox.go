package postgres

import (
	"context"
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

// Lease implements index.Outbox. Leases are committed, with a number each, before anything is read.
func (s *CounterOutbox) Lease(ctx context.Context, n int, patience time.Duration) ([]index.Change[insights.Counter], error) {
	for {
		leased, err := s.lease(ctx, n/maxDays, patience)
		if err != nil {
			return nil, translate(err)
		}
		var sums []leasedSum
		for _, l := range leased {
			if l.key.Channel != "" {
				sums = append(sums, l)
			} else if err := s.spread(ctx, l); err != nil {
				return nil, err
			}
		}
		if len(sums) > 0 || len(leased) == 0 {
			changes, err := s.read(ctx, sums)
			return changes, translate(err)
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
		rest = `
			INSERT INTO search_counter_dirty (owner_id, at, asset_id, channel, currency) VALUES ($1, $2, $3, '', '')
			ON CONFLICT (owner_id, at, asset_id, channel, currency) DO UPDATE SET version = 0, due_at = now()`
		end = `
			DELETE FROM search_counter_dirty
			WHERE owner_id = $1 AND at = $2 AND asset_id = $3 AND channel = '' AND currency = '' AND version = $4`
	)
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		var day *time.Time
		if err := tx.QueryRow(ctx, next, all.owner, all.key.Day).Scan(&day); err != nil {
			return err
		}
		var b pgx.Batch
		if day != nil {
			b.Queue(markCounters(sums), all.owner, *day)
			b.Queue(rest, all.owner, *day, all.key.AssetID)
		}
		b.Queue(end, all.owner, all.key.Day, all.key.AssetID, all.version)
		return send(ctx, tx, &b)
	})
}

// read gives the counters that the sums are, or may have been, a part of, as they are now.
func (s *CounterOutbox) read(ctx context.Context, sums []leasedSum) ([]index.Change[insights.Counter], error) {
	if len(sums) == 0 {
		return nil, nil
	}
	owners := make([]ident.Owner, len(sums))
	for i, l := range sums {
		owners[i] = l.owner
	}
	zones, err := s.db.zonesOf(ctx, owners...)
	if err != nil {
		return nil, err
	}
	var over stretchesOfCounters
	var keys []insights.CounterKey
	var changes []index.Change[insights.Counter]
	for _, l := range sums {
		for _, d := range l.days(zones[l.owner]) {
			k := l.key
			k.Day = d.Date
			over.add(len(keys), l.owner, d, k)
			keys = append(keys, k)
			changes = append(changes, index.Change[insights.Counter]{Owner: l.owner, ID: k.String(), Version: l.version})
		}
	}
	rows, err := s.db.pool.Query(ctx, countersOf(counterParts(oneOfCounts, oneOfRevenue), ""), over.args()...)
	if err != nil {
		return nil, err
	}
	err = eachCounter(rows, func(n int, c insights.Counter) {
		c.CounterKey, c.Zone = keys[n], zones[changes[n].Owner].String()
		changes[n] = c.ToIndex(changes[n].Owner, changes[n].Version)
	})
	return changes, err
}

// days are those of the counters that the sum is a part of, and if need be those that it may have been a part of.
func (l leasedSum) days(zone *time.Location) []insights.LocalDay {
	if !l.wide {
		return insights.LocalDaysOver(insights.Span{Start: l.key.Day, End: l.key.Day.Add(insights.UTCDay)}, zone)
	}
	days := make([]insights.LocalDay, 0, maxDays)
	for beside := -1; beside <= 1; beside++ {
		days = append(days, insights.LocalDayOn(l.key.Day.AddDate(0, 0, beside), zone))
	}
	return days
}

// Settle implements index.Outbox. A row ends when all counters of its lease are Done; of one whose number is another by now
// something happened meanwhile.
func (s *CounterOutbox) Settle(ctx context.Context, changes []index.Change[insights.Counter], outcomes []index.Outcome) error {
	const lock = `
		SELECT FROM search_counter_dirty d JOIN ` + counterKeyTable + ` ON ` + dirtyOfKey + ` AND d.version = k.version
		ORDER BY d.owner_id, d.at, d.asset_id, d.channel, d.currency FOR UPDATE OF d`
	const forget = `DELETE FROM search_counter_dirty d USING ` + counterKeyTable + ` WHERE ` + dirtyOfKey + ` AND d.version = k.version`
	const again = `
		UPDATE search_counter_dirty d SET version = 0, attempts = attempts + 1, error = k.error, due_at = ` + dueAgain + `
		FROM (SELECT DISTINCT ON (k.version) k.*, r.error, r.parked FROM ` + counterKeyTable + `
			JOIN unnest($7::bigint[], $8::text[], $9::boolean[]) AS r (version, error, parked) USING (version)
			ORDER BY k.version, r.parked) k
		WHERE ` + dirtyOfKey + ` AND d.version = k.version`
	keys, err := counterKeysOf(changes)
	if err != nil {
		return err
	}
	var left []int64
	var errs []string
	var parked []bool
	for i, o := range outcomes {
		if o.Verdict != index.Done {
			left, errs, parked = append(left, changes[i].Version), append(errs, reason(o.Err)), append(parked, o.Verdict == index.Parked)
		}
	}
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, lock, keys.args()...); err != nil {
			return err
		}
		var b pgx.Batch
		b.Queue(again, append(keys.args(), left, errs, parked)...)
		b.Queue(forget, keys.args()...)
		return send(ctx, tx, &b)
	})
}
