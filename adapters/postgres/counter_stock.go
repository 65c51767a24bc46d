package postgres

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
)

// CounterStock implements index.Stock. Counters are kept nowhere: they are added up whenever somebody asks for them.
type CounterStock struct {
	db *DB
}

var _ index.Stock[insights.Counter] = (*CounterStock)(nil)

// NewCounterStock makes the stock of db's counters.
func NewCounterStock(db *DB) *CounterStock { return &CounterStock{db: db} }

// After implements index.Stock. A place is the id of a counter and, behind a space, its owner.
func (s *CounterStock) After(ctx context.Context, at index.Place, n int) ([]index.Change[insights.Counter], index.Place, error) {
	owner, key, err := counterPlace(at)
	if err != nil {
		return nil, at, err
	}
	version, err := s.nextVersion(ctx)
	if err != nil {
		return nil, at, err
	}
	var changes []index.Change[insights.Counter]
	for {
		err := s.walk(ctx, owner, key, n-len(changes), func(c insights.Counter) {
			changes = append(changes, c.ToIndex(owner, version))
			at = index.Place(c.String() + " " + string(owner))
		})
		if err != nil || len(changes) == n {
			return changes, at, err
		}
		next, err := NewInsights(s.db).Owners(ctx, owner, 1)
		if err != nil || len(next) == 0 {
			return changes, at, err
		}
		owner, key = next[0], insights.CounterKey{}
	}
}

func counterPlace(at index.Place) (owner ident.Owner, key insights.CounterKey, err error) {
	if at == "" {
		return "", key, nil
	}
	id, name, _ := strings.Cut(string(at), " ")
	key, err = insights.ParseCounterKey(id)
	return ident.Owner(name), key, err
}

// nextVersion gives a number out. A reading from now on has all that was committed before.
func (s *CounterStock) nextVersion(ctx context.Context) (version int64, err error) {
	err = s.db.pool.QueryRow(ctx, `SELECT nextval('search_counter_versions')`).Scan(&version)
	return version, translate(err)
}

// How much a walk reads at once: so many counters, of more days after those that had few.
const (
	countersAtOnce = 1000
	daysAtOnce     = 32
)

// walk gives the owner's counters after the key, in the order of keys, at most limit.
func (s *CounterStock) walk(ctx context.Context, owner ident.Owner, after insights.CounterKey, limit int, use func(insights.Counter)) error {
	for days := 1; limit > 0; {
		page := counterPage{owner: owner, after: after, days: days, size: min(limit, countersAtOnce)}
		if err := s.db.snapshot(ctx, func(tx pgx.Tx) error { return page.read(ctx, tx) }); err != nil {
			return err
		}
		for _, c := range page.counters {
			use(c)
		}
		limit -= len(page.counters)
		switch {
		case page.last:
			return nil
		case page.full:
			days = 1
		default:
			days = min(2*days, daysAtOnce)
		}
		after = page.end
	}
	return nil
}

// counterPage is a part of an owner's counters, after a key.
type counterPage struct {
	owner ident.Owner
	after insights.CounterKey
	days  int // of how many days at most
	size  int // keys, at most

	counters []insights.Counter
	end      insights.CounterKey // up to where it goes; what is zero is left out
	full     bool                // there may be more in its days
	last     bool                // there are no days after it
}

// read finds which counters there can be, and adds these up.
func (p *counterPage) read(ctx context.Context, tx pgx.Tx) error {
	zones, err := zonesOf(ctx, tx, p.owner)
	if err != nil {
		return err
	}
	days, err := p.daysFrom(ctx, tx, zones[p.owner])
	if err != nil {
		return err
	}
	p.last = len(days) <= p.days
	days = days[:min(len(days), p.days)]
	keys, err := p.keys(ctx, tx, days)
	if err != nil {
		return err
	}
	switch p.full = len(keys) == p.size; {
	case p.full:
		p.end, p.last = keys[len(keys)-1], false
	case len(days) > 0:
		p.end = insights.CounterKey{Day: days[len(days)-1].Date.AddDate(0, 0, 1)}
	}
	asked := make([]askedCounter, len(keys))
	for i, k := range keys {
		asked[i] = askedCounter{p.owner, k}
	}
	found := make([]*insights.Counter, len(keys))
	err = readCounters(ctx, tx, asked, zones, func(n int, c insights.Counter) { found[n] = &c })
	p.counters = p.counters[:0]
	for _, c := range found {
		if c != nil {
			p.counters = append(p.counters, *c)
		}
	}
	return err
}

// daysFrom are the days of the zone, from that of the key on, on which anything can have been counted.
func (p *counterPage) daysFrom(ctx context.Context, tx pgx.Tx, zone *time.Location) ([]insights.LocalDay, error) {
	const find = `
		SELECT min(at), max(at) FROM (
			SELECT min(at) AS at FROM rollup_day_asset_channel WHERE owner_id = $1 AND at >= $2
			UNION ALL SELECT max(at) FROM rollup_day_asset_channel WHERE owner_id = $1
			UNION ALL SELECT min(at) FROM rollup_day_asset_channel_revenue WHERE owner_id = $1 AND at >= $2
			UNION ALL SELECT max(at) FROM rollup_day_asset_channel_revenue WHERE owner_id = $1) ends`
	var first, last *time.Time
	err := tx.QueryRow(ctx, find, p.owner, p.after.Day.Add(-insights.UTCDay)).Scan(&first, &last)
	if err != nil || first == nil {
		return nil, err
	}
	days := insights.LocalDaysOver(insights.Span{Start: first.UTC(), End: last.UTC().Add(insights.UTCDay)}, zone)
	for len(days) > 0 && days[0].Date.Before(p.after.Day) {
		days = days[1:]
	}
	return days, nil
}

// keys are those of the sums that counters of the days can be made of. Each day of UTC is read in the order of its keys, no
// further than need be.
func (p *counterPage) keys(ctx context.Context, tx pgx.Tx, days []insights.LocalDay) ([]insights.CounterKey, error) {
	var date, at []time.Time
	for _, d := range days {
		for t := d.Start.UTC().Truncate(insights.UTCDay); t.Before(d.End); t = t.Add(insights.UTCDay) {
			date, at = append(date, d.Date), append(at, t)
		}
	}
	rows, err := tx.Query(ctx, findCounterKeys, p.owner, date, at, p.after.Day, p.after.AssetID, string(p.after.Channel), string(p.after.Currency), p.size)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (k insights.CounterKey, err error) {
		err = row.Scan(&k.Day, &k.AssetID, &k.Channel, &k.Currency)
		k.Day = k.Day.UTC()
		return k, err
	})
}

const findCounterKeys = `
	SELECT DISTINCT d.date, k.asset_id, k.channel, k.currency
	FROM (
		SELECT date, at, CASE WHEN date = $4 THEN $5::uuid ELSE '00000000-0000-0000-0000-000000000000' END AS asset_id,
			CASE WHEN date = $4 THEN $6::text ELSE '' END AS channel, CASE WHEN date = $4 THEN $7::text ELSE '' END AS currency
		FROM unnest($2::timestamptz[], $3::timestamptz[]) AS d (date, at)) d
	CROSS JOIN LATERAL (
		(SELECT r.asset_id, r.channel, '' AS currency FROM rollup_day_asset_channel r
		WHERE r.owner_id = $1 AND r.at = d.at AND (r.asset_id, r.channel) > (d.asset_id, d.channel)
		ORDER BY r.asset_id, r.channel LIMIT $8)
		UNION ALL
		(SELECT r.asset_id, r.channel, r.currency FROM rollup_day_asset_channel_revenue r
		WHERE r.owner_id = $1 AND r.at = d.at AND (r.asset_id, r.channel, r.currency) > (d.asset_id, d.channel, d.currency)
		ORDER BY r.asset_id, r.channel, r.currency LIMIT $8)) k
	ORDER BY 1, 2, 3, 4 LIMIT $8`

// Mark implements index.Stock.
func (s *CounterStock) Mark(ctx context.Context, changes []index.Change[insights.Counter]) error {
	const (
		// No lower number is given out from now on: of two marks the one with the lower number must not take that back, and no
		// lease that is under way now takes as many as to get ahead.
		alone = `SELECT pg_advisory_xact_lock(hashtextextended('search_counter_versions', 4))`
		raise = `SELECT setval('search_counter_versions', $1::bigint + 1000000) FROM search_counter_versions WHERE last_value < $1`
	)
	keys, err := counterKeysOf(changes)
	if err != nil {
		return err
	}
	version := int64(0)
	for _, c := range changes {
		version = max(version, c.Version)
	}
	return s.db.inTx(ctx, func(tx pgx.Tx) error {
		var b pgx.Batch
		b.Queue(alone)
		b.Queue(raise, version)
		b.Queue(markWide(`SELECT DISTINCT owner_id, day, asset_id, channel, currency, true FROM `+counterKeyTable+` k`), keys.args()...)
		return send(ctx, tx, &b)
	})
}

// markWide marks sums, with the days beside theirs, that a statement selects.
func markWide(selected string) string {
	return `
		INSERT INTO search_counter_dirty (owner_id, at, asset_id, channel, currency, wide) ` + selected + `
		ORDER BY 1, 2, 3, 4, 5
		ON CONFLICT (owner_id, at, asset_id, channel, currency) DO UPDATE SET
			version = 0, wide = true, due_at = now(), attempts = 0, error = ''`
}

// Sums implements index.Inventory.
func (s *CounterStock) Sums(ctx context.Context, after ident.Owner, n int) (sums []index.Sum, err error) {
	for len(sums) < n {
		owners, err := NewInsights(s.db).Owners(ctx, after, n-len(sums))
		if err != nil || len(owners) == 0 {
			return sums, err
		}
		for _, owner := range owners {
			sum := index.Sum{Owner: owner}
			err := s.walk(ctx, owner, insights.CounterKey{}, math.MaxInt, func(c insights.Counter) {
				sum.Documents++
				sum.Check += c.Check()
			})
			if err != nil {
				return nil, err
			}
			if sum.Documents > 0 {
				sums = append(sums, sum)
			}
			after = owner
		}
	}
	return sums, nil
}

// Entries implements index.Inventory.
func (s *CounterStock) Entries(ctx context.Context, owner ident.Owner, after string, n int) (entries []index.Entry, err error) {
	var from insights.CounterKey
	if after != "" {
		if from, err = insights.ParseCounterKey(after); err != nil {
			return nil, fmt.Errorf("only a new index is rid of a document of %q: %w", owner, err)
		}
	}
	var newest int64
	if err := s.db.pool.QueryRow(ctx, `SELECT last_value FROM search_counter_versions`).Scan(&newest); err != nil {
		return nil, translate(err)
	}
	err = s.walk(ctx, owner, from, n, func(c insights.Counter) {
		entries = append(entries, index.Entry{ID: c.String(), Version: newest, Check: c.Check()})
	})
	return entries, err
}

// Unlearnt implements index.Ledger. What is no id of a counter is never pending.
func (s *CounterStock) Unlearnt(ctx context.Context, owner ident.Owner, ids []string) ([]string, error) {
	const find = `
		SELECT DISTINCT k.n FROM ` + dirtyOfKeys + `
		UNION SELECT k.n FROM ` + counterKeyTable + ` k WHERE EXISTS (SELECT FROM search_counter_dirty WHERE owner_id = $7 AND channel = '')`
	var known []string
	var keys counterKeys
	for _, id := range ids {
		if k, err := insights.ParseCounterKey(id); err == nil {
			keys.add(owner, k, 0)
			known = append(known, id)
		}
	}
	rows, err := s.db.pool.Query(ctx, find, append(keys.args(), owner)...)
	if err != nil {
		return nil, translate(err)
	}
	pending, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (string, error) {
		var n int
		err := row.Scan(&n)
		return known[n-1], err
	})
	return pending, translate(err)
}
