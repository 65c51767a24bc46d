package postgres

import (
	"context"
	"fmt"
	"math"
	"strings"

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
		err := s.db.walkCounters(ctx, owner, key, n-len(changes), func(c insights.Counter) {
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
			err := s.db.walkCounters(ctx, owner, insights.CounterKey{}, math.MaxInt, func(c insights.Counter) {
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
	err = s.db.walkCounters(ctx, owner, from, n, func(c insights.Counter) {
		entries = append(entries, index.Entry{ID: c.String(), Version: newest, Check: c.Check()})
	})
	return entries, err
}

// Unlearnt implements index.Ledger. What is no id of a counter is never pending.
func (s *CounterStock) Unlearnt(ctx context.Context, owner ident.Owner, ids []string) ([]string, error) {
	const find = `
		SELECT k.n FROM ` + dirtyOfKeys + `
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
