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
	version, err := s.nextVersion(ctx)
	if err != nil {
		return nil, at, err
	}
	owner, key, err := counterPlace(at)
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

// nextVersion gives a number out. What is read from now on is at least as new as whatever has a lower one.
func (s *CounterStock) nextVersion(ctx context.Context) (version int64, err error) {
	err = s.db.pool.QueryRow(ctx, `SELECT nextval('search_counter_versions')`).Scan(&version)
	return version, translate(err)
}

// How many days a walk takes at once: twice as many after those that had few counters, and one after others, since a statement
// reads all of its days.
const (
	few        = 1000
	daysAtOnce = 32
)

// walk gives the owner's counters after the key, in the order of keys, at most limit.
func (s *CounterStock) walk(ctx context.Context, owner ident.Owner, after insights.CounterKey, limit int, use func(insights.Counter)) error {
	days, zone, err := s.days(ctx, owner)
	if err != nil {
		return err
	}
	for len(days) > 0 && days[0].Date.Before(after.Day) {
		days = days[1:]
	}
	for size := 1; len(days) > 0 && limit > 0; {
		size = min(size, len(days))
		found := 0
		err := s.ofDays(ctx, owner, days[:size], after, limit, func(c insights.Counter) {
			found++
			c.Zone = zone
			use(c)
		})
		if err != nil {
			return err
		}
		days, limit = days[size:], limit-found
		if found < few {
			size = min(2*size, daysAtOnce)
		} else {
			size = 1
		}
	}
	return nil
}

// days are the days of the owner's zone on which anything can have been counted, and its name.
func (s *CounterStock) days(ctx context.Context, owner ident.Owner) ([]insights.LocalDay, string, error) {
	const find = `
		SELECT min(at), max(at) FROM (
			SELECT min(at) AS at FROM rollup_day_asset_channel WHERE owner_id = $1
			UNION ALL SELECT max(at) FROM rollup_day_asset_channel WHERE owner_id = $1
			UNION ALL SELECT min(at) FROM rollup_day_asset_channel_revenue WHERE owner_id = $1
			UNION ALL SELECT max(at) FROM rollup_day_asset_channel_revenue WHERE owner_id = $1) ends`
	var first, last *time.Time
	if err := s.db.pool.QueryRow(ctx, find, owner).Scan(&first, &last); err != nil || first == nil {
		return nil, "", translate(err)
	}
	zones, err := s.db.zonesOf(ctx, owner)
	if err != nil {
		return nil, "", translate(err)
	}
	span := insights.Span{Start: first.UTC(), End: last.UTC().Add(insights.UTCDay)}
	return insights.LocalDaysOver(span, zones[owner]), zones[owner].String(), nil
}

// ofDays gives the counters of the days.
func (s *CounterStock) ofDays(
	ctx context.Context, owner ident.Owner, days []insights.LocalDay, after insights.CounterKey, limit int, use func(insights.Counter),
) error {
	statement, args := countersOfDays(owner, days, after, limit)
	rows, err := s.db.pool.Query(ctx, statement, args...)
	if err != nil {
		return translate(err)
	}
	return translate(eachCounter(rows, func(n int, c insights.Counter) {
		c.Day = time.Unix(int64(n)*int64(insights.UTCDay.Seconds()), 0).UTC()
		use(c)
	}))
}

func countersOfDays(owner ident.Owner, days []insights.LocalDay, after insights.CounterKey, limit int) (string, []any) {
	const page = "WHERE (n, asset_id, channel, currency) > ($9, $10, $11, $12)"
	var over stretchesOfCounters
	for _, d := range days {
		over.add(number(d.Date), owner, d, insights.CounterKey{})
	}
	args := append(over.args(), number(after.Day), after.AssetID, string(after.Channel), string(after.Currency), limit)
	return countersOf(counterParts("", ""), page) + " LIMIT $13", args
}

// number counts dates.
func number(date time.Time) int { return int(date.Unix() / int64(insights.UTCDay.Seconds())) }

// Mark implements index.Stock.
func (s *CounterStock) Mark(ctx context.Context, changes []index.Change[insights.Counter]) error {
	const (
		// No lower number is given out from now on. Of two marks the one with the lower number must not take that back.
		alone = `SELECT pg_advisory_xact_lock(hashtextextended('search_counter_versions', 4))`
		raise = `SELECT setval('search_counter_versions', $1) FROM search_counter_versions WHERE last_value < $1`
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
		b.Queue(markCounters(`SELECT DISTINCT owner_id, day, asset_id, channel, currency, true FROM `+counterKeyTable), keys.args()...)
		return send(ctx, tx, &b)
	})
}

// markCounters marks sums, with the days beside theirs, that a statement selects.
func markCounters(selected string) string {
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
func (s *CounterStock) Unlearnt(ctx context.Context, owner ident.Owner, ids []string) (pending []string, err error) {
	find := `
		SELECT DISTINCT k.n FROM ` + counterKeyTable + `
		WHERE EXISTS (SELECT FROM search_counter_dirty WHERE owner_id = $7 AND channel = '')
			OR EXISTS (SELECT FROM search_counter_dirty d WHERE ` + dirtyOfKey + `)`
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
	var n int
	_, err = pgx.ForEachRow(rows, []any{&n}, func() error {
		pending = append(pending, known[n-1])
		return nil
	})
	return pending, translate(err)
}
