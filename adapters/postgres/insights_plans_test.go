package postgres

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

// seedEvents gives the heavy owner n events of three months and a hundred others some, adds them up, and lets PostgreSQL
// look at them. The assets are those of seedAssets.
func seedEvents(t *testing.T, db *DB, n int) {
	t.Helper()
	ctx := context.Background()
	const rows = `
		INSERT INTO events (owner_id, id, at, asset_id, fingerprint, value_minor, type, channel, asset_type, currency, external_id)
		SELECT $1, gen_random_uuid(), timestamptz '2026-01-01' + i * interval '90 days' / $2::int, a.id, a.id,
			CASE WHEN i % 100 = 0 THEN 100 END, CASE WHEN i % 100 = 0 THEN 'conversion' ELSE 'view' END,
			(ARRAY['shopify', 'amazon', 'other'])[1 + i % 3], a.type,
			CASE WHEN i % 100 = 0 THEN 'EUR' END, CASE WHEN i % 100 = 0 THEN i::text END
		FROM generate_series(1, $2::int) i
		JOIN (SELECT id, type, row_number() OVER () AS n, count(*) OVER () AS all FROM assets WHERE owner_id = $1) a ON a.n = 1 + i % a.all`
	for i := range 101 {
		owner, count := string(heavy), n
		if i > 0 {
			owner, count = fmt.Sprintf("owner-%d", i), n/200
		}
		_, err := db.pool.Exec(ctx, rows, owner, count)
		require.NoError(t, err)
		_, err = NewInsights(db).Compare(ctx, ident.Owner(owner), time.Time{}, true)
		require.NoError(t, err)
	}
	for _, r := range rollups {
		for _, table := range []string{"events", r.source().counts, r.source().revenue} {
			_, err := db.pool.Exec(ctx, "VACUUM ANALYZE "+table)
			require.NoError(t, err)
		}
	}
}

// statement is one as it is asked.
type statement struct {
	name, index string

	text string
	args []any
}

func (s statement) of(text string, args []any) statement {
	s.text, s.args = text, args
	return s
}

// TestPlansOfFigures holds each statement to the ranges of an index.
func TestPlansOfFigures(t *testing.T) {
	db := open(t)
	seedProjects(t, db, 2000)
	seedAssets(t, db, 2000)
	seedEvents(t, db, 40_000)
	start := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	var hours insights.Axis
	for i := range 49 {
		hours = append(hours, start.Add(time.Duration(i)*time.Hour+time.Minute))
	}
	ofAll := insights.Question{Events: []insights.Axis{hours}}
	ofProject := insights.Question{Filter: insights.Filter{ProjectID: &bigProject}, By: insights.ByAssetType}
	byChannel := insights.Question{Filter: insights.Filter{ProjectID: &bigProject}, By: insights.ByChannel}
	month := insights.Span{Start: start.Add(5 * time.Hour), End: start.AddDate(0, 1, 0).Add(5 * time.Hour)}
	top := insights.RankQuery{Span: month, Metric: insights.Views, Limit: 10}
	whole, edges := parted(ofAll.Events, insights.Quarter)
	days := unparted([]insights.Axis{{start, start.AddDate(0, 0, 1), start.AddDate(0, 0, 2)}})
	for _, s := range []statement{
		statement{name: "quarters", index: "rollup_15min_pkey"}.of(countsOf(heavy, ofAll, quarterRollup.source(), whole)),
		statement{name: "revenue", index: "rollup_15min_revenue_pkey"}.of(revenueOf(heavy, ofAll, quarterRollup.source(), whole)),
		statement{name: "edges", index: "events_by_time"}.of(countsOf(heavy, ofAll, singly, edges)),
		statement{name: "days of a project", index: "rollup_day_asset_by_asset"}.of(countsOf(heavy, ofProject, dayRollup.source(), days)),
		statement{name: "days by channel", index: "rollup_day_asset_channel_by_asset"}.of(countsOf(heavy, byChannel, channelDayRollup.source(), days)),
		statement{name: "edges of a project", index: "events_by_asset"}.of(countsOf(heavy, ofProject, singly, days)),
		statement{name: "top assets", index: "rollup_day_asset_pkey"}.of(rank(heavy, top)),
		statement{name: "edges of top assets", index: "events_by_time"}.of(rank(heavy, top)),
		statement{name: "assets created", index: "assets_by_creation"}.of(assetsCreated(heavy, ofAll, days)),
		statement{name: "projects created", index: "projects_by_created"}.of(projectsCreated(heavy, days)),
	} {
		t.Run(s.name, func(t *testing.T) {
			require.Contains(t, explain(t, db, "custom", s.text, s.args, readInBulk).indexes, s.index)
		})
	}
}

// TestPlansOfFacts holds the events and orders that a batch looks up to the indexes of their keys, for an owner whom PostgreSQL has never seen too.
func TestPlansOfFacts(t *testing.T) {
	db := open(t)
	seedProjects(t, db, 2000)
	seedAssets(t, db, 2000)
	seedEvents(t, db, 40_000)
	one, id := []string{"1"}, []string{bigProject.String()}
	for _, owner := range []string{string(heavy), "stranger"} {
		for _, s := range []statement{
			statement{name: "events", index: "events_pkey"}.of(findEvents, []any{owner, id}),
			statement{name: "orders", index: "events_by_order"}.of(findOrders, []any{owner, one, one, id}),
		} {
			for _, mode := range []string{"custom", "generic"} {
				t.Run(owner+" "+s.name+" "+mode, func(t *testing.T) {
					require.Equal(t, []string{s.index}, explain(t, db, mode, s.text, s.args).indexes)
				})
			}
		}
	}
}

// TestPlansOfCounters holds whatever reads or settles counters to ranges of indexes, for an owner whom PostgreSQL has never seen
// too, and though many rows are dirty.
func TestPlansOfCounters(t *testing.T) {
	db := open(t)
	seedProjects(t, db, 2000)
	seedAssets(t, db, 2000)
	seedEvents(t, db, 40_000)
	_, err := db.pool.Exec(t.Context(), `
		INSERT INTO search_counter_dirty (owner_id, at, asset_id, channel, currency)
		SELECT owner_id, at, asset_id, channel, '' FROM rollup_day_asset_channel`)
	require.NoError(t, err)
	_, err = db.pool.Exec(t.Context(), `VACUUM ANALYZE search_counter_dirty`)
	require.NoError(t, err)
	start := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	const counts, revenue, dirty = "rollup_day_asset_channel", "rollup_day_asset_channel_revenue", "search_counter_dirty"
	table := strings.NewReplacer("_pkey", "", "_by_asset", "") // both have all that is asked for
	for _, owner := range []ident.Owner{heavy, "stranger"} {
		key := insights.CounterKey{Day: start, AssetID: bigProject, Channel: insights.Shopify}
		var parts counterParts
		var keys counterKeys
		for i := range 100 {
			key.Day = start.AddDate(0, 0, i)
			parts.add(i, askedCounter{owner, key}, time.FixedZone("half past", 1800))
			keys.add(owner, key, 1)
		}
		flags, texts := make([]bool, 100), make([]string, 100)
		for name, s := range map[string]struct {
			text    string
			args    []any
			indexes []string
		}{
			"keys": {
				findCounterKeys,
				[]any{owner, []time.Time{start}, []time.Time{start}, start, bigProject, "shopify", "", 1000},
				[]string{counts, revenue},
			},
			"sums":   {sumsOfParts, parts.args(), []string{counts, counts, "events", revenue, revenue, "events"}},
			"settle": {settleCounters, append(keys.args(), flags, flags, texts), []string{dirty, dirty, dirty}},
		} {
			for _, mode := range []string{"custom", "generic"} {
				t.Run(string(owner)+" "+name+" "+mode, func(t *testing.T) {
					found := explain(t, db, mode, s.text, s.args).indexes
					for i, name := range found {
						found[i] = table.Replace(name)
					}
					require.ElementsMatch(t, s.indexes, found)
				})
			}
		}
	}
}
