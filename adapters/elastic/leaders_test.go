package elastic

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

var (
	aDay = time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
	lamp = ident.ID{0: 1, 6: 0x70, 15: 1}
)

// days asks about two days.
func days(m insights.Metric, limit int) insights.RankQuery {
	return insights.RankQuery{
		Days: &insights.Days{From: aDay, Until: aDay.AddDate(0, 0, 2), Zone: time.UTC}, Metric: m, Limit: limit,
	}
}

func counterOf(asset ident.ID, day time.Time, c insights.Currency, n insights.Counts) insights.Counter {
	return insights.Counter{
		CounterKey: insights.CounterKey{Day: day, AssetID: asset, Channel: insights.Shopify, Currency: c}, Zone: "UTC",
		AssetType: insights.Image, Counts: n,
	}
}

// counting is an index of the counters.
func counting(t *testing.T, all ...insights.Counter) *Leaders {
	t.Helper()
	c := open(t)
	counters := CounterIndex(c)
	made, err := counters.Create(t.Context(), ident.ID{15: 9}, aDay)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, counters.Drop(context.WithoutCancel(t.Context()), made)) })
	require.NoError(t, counters.Use(t.Context(), made))
	writer := counters.Indexer(made)
	var changes []index.Change[insights.Counter]
	for _, c := range all {
		changes = append(changes, c.ToIndex("ana", 1))
	}
	outcomes, err := writer.Write(t.Context(), changes)
	require.NoError(t, err)
	for _, o := range outcomes {
		require.Equal(t, index.Outcome{Verdict: index.Done}, o)
	}
	require.NoError(t, writer.Refresh(t.Context()))
	return NewLeaders(c)
}

func TestAnIndexVouchesForSumsThatAreExact(t *testing.T) {
	t.Parallel()
	second, third := ident.ID{15: 2}, ident.ID{15: 3}
	nextDay := aDay.AddDate(0, 0, 1)
	eur := func(n int64) insights.Counts { return insights.Counts{Revenue: insights.Money{"EUR": n}} }
	views := func(n int64) insights.Counts { return insights.Counts{Views: n} }
	for name, c := range map[string]struct {
		counters []insights.Counter
		q        insights.RankQuery
		want     []insights.Ranked // nil: it does not vouch
		total    int64
	}{
		"sums": {
			[]insights.Counter{
				counterOf(lamp, aDay, "", views(2)), counterOf(lamp, nextDay, "", views(3)), counterOf(second, aDay, "", views(5)),
				counterOf(third, aDay.AddDate(0, 0, 2), "", views(9)),
			},
			days(insights.Views, 3),
			[]insights.Ranked{{AssetID: second, AssetType: insights.Image, Count: 5}, {AssetID: lamp, AssetType: insights.Image, Count: 5}},
			10,
		},
		"nothing": {[]insights.Counter{counterOf(lamp, aDay, "", views(2))}, days(insights.Clicks, 3), []insights.Ranked{}, 0},
		"of all that it shows": {
			[]insights.Counter{counterOf(lamp, aDay, "", views(2)), counterOf(second, aDay, "", views(3))},
			days(insights.Views, 1),
			[]insights.Ranked{{AssetID: second, AssetType: insights.Image, Count: 3}},
			5,
		},
		"money that was given back": {
			[]insights.Counter{
				counterOf(lamp, aDay, "EUR", eur(2)), counterOf(lamp, nextDay, "EUR", eur(-2)), counterOf(second, aDay, "EUR", eur(-7)),
			},
			ofMoney(days(insights.Revenue, 3)),
			[]insights.Ranked{{AssetID: second, AssetType: insights.Image, Count: -7}},
			-7,
		},
		"money that was given back, of an asset that takes another's place": {
			[]insights.Counter{
				counterOf(lamp, aDay, "EUR", eur(2)), counterOf(lamp, nextDay, "EUR", eur(-2)), counterOf(second, aDay, "EUR", eur(-7)),
			},
			ofMoney(days(insights.Revenue, 1)), nil, 0,
		},
		"the largest sum": {
			[]insights.Counter{counterOf(lamp, aDay, "", views(1<<53-1))},
			days(insights.Views, 3),
			[]insights.Ranked{{AssetID: lamp, AssetType: insights.Image, Count: 1<<53 - 1}},
			1<<53 - 1,
		},
		"sums that may be rounded": {
			[]insights.Counter{counterOf(lamp, aDay, "", views(1<<52)), counterOf(second, aDay, "", views(1<<52))}, days(insights.Views, 3), nil, 0,
		},
		"large ones that cancel each other out": {
			[]insights.Counter{counterOf(lamp, aDay, "EUR", eur(math.MaxInt64)), counterOf(second, aDay, "EUR", eur(-math.MaxInt64))},
			ofMoney(days(insights.Revenue, 3)), nil, 0,
		},
		"a counter of another zone": {
			[]insights.Counter{counterOf(lamp, aDay, "", views(1)), inZone(counterOf(second, aDay, "", views(1)), "Asia/Tokyo")}, days(insights.Views, 3), nil, 0,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rows, total, exact, err := counting(t, c.counters...).Lead(t.Context(), "ana", c.q)
			require.NoError(t, err)
			require.Equal(t, c.want, rows)
			require.Equal(t, c.total, total)
			require.Equal(t, c.want != nil, exact)
		})
	}
}

func ofMoney(q insights.RankQuery) insights.RankQuery {
	q.Currency = "EUR"
	return q
}

func inZone(c insights.Counter, zone string) insights.Counter {
	c.Zone = zone
	return c
}

func TestAnotherOwnersCountersCountForNobody(t *testing.T) {
	t.Parallel()
	leaders := counting(t, counterOf(lamp, aDay, "", insights.Counts{Views: 1}))
	rows, total, exact, err := leaders.Lead(t.Context(), "ben", days(insights.Views, 3))
	require.NoError(t, err)
	require.Empty(t, rows)
	require.Zero(t, total)
	require.True(t, exact)
}

func TestAnswersToARanking(t *testing.T) {
	bucket := `{"key":"` + lamp.String() + `","value":{"value":3.0},"type":{"buckets":[{"key":"image"}]}}`
	answer := func(values, elsewhere, bucket string) string {
		return fmt.Sprintf(`{"timed_out":false,"_shards":{"total":1,"failed":0},"aggregations":{%s%s"assets":{"buckets":[%s]}}}`, values, elsewhere, bucket)
	}
	const (
		values    = `"values":{"count":1,"min":3.0,"max":3.0,"sum":3.0},`
		elsewhere = `"elsewhere":{"doc_count":0},`
	)
	for name, c := range map[string]struct {
		body string
		good bool
	}{
		"a ranking":             {answer(values, elsewhere, bucket), true},
		"no sum":                {answer("", elsewhere, bucket), false},
		"nothing about zones":   {answer(values, "", bucket), false},
		"no assets":             {`{"timed_out":false,"_shards":{"total":1,"failed":0},"aggregations":{` + values + elsewhere[:len(elsewhere)-1] + `}}`, false},
		"no aggregations":       {`{"timed_out":false,"_shards":{"total":1,"failed":0}}`, false},
		"an asset without id":   {answer(values, elsewhere, `{"key":"x","value":{"value":3.0},"type":{"buckets":[{"key":"image"}]}}`), false},
		"an asset without sum":  {answer(values, elsewhere, `{"key":"`+lamp.String()+`","type":{"buckets":[{"key":"image"}]}}`), false},
		"an asset without type": {answer(values, elsewhere, `{"key":"`+lamp.String()+`","value":{"value":3.0},"type":{"buckets":[]}}`), false},
		"a shard missing":       {`{"timed_out":false,"_shards":{"total":1,"failed":1}}`, false},
		"no answer at all":      {`{}`, false},
	} {
		server := &scripted{answers: []reply{{body: c.body}}}
		rows, total, exact, err := NewLeaders(server.client(t)).Lead(t.Context(), "ana", days(insights.Views, 3))
		if !c.good {
			require.True(t, fault.Is(err, fault.Unavailable), "%s: %v", name, err)
			continue
		}
		require.NoError(t, err, name)
		require.Equal(t, []insights.Ranked{{AssetID: lamp, AssetType: insights.Image, Count: 3}}, rows)
		require.Equal(t, int64(3), total)
		require.True(t, exact)
	}
}
