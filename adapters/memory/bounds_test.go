package memory

import (
	"testing"
	"time"

	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/stretchr/testify/require"
)

func TestFollowingIsTheNextPlace(t *testing.T) {
	last := ident.ID{}
	for i := range last {
		last[i] = 0xff
	}
	for _, c := range []struct{ place, next page.Key }{
		{page.Key{Time: 5}, page.Key{Time: 5, ID: ident.ID{15: 1}}},
		{page.Key{Time: 5, ID: ident.ID{15: 0xff}}, page.Key{Time: 5, ID: ident.ID{14: 1}}},
		{page.Key{Text: "lamp", ID: last}, page.Key{Text: "lamp", Time: 1}},
		{page.Key{Rank: 3, Time: 5, ID: last}, page.Key{Rank: 3, Time: 6}},
	} {
		require.Equal(t, c.next, following(c.place))
		require.Equal(t, -1, compareKeys(c.place, c.next))
	}
}

func TestWindowBounds(t *testing.T) {
	at := page.Key{Time: 5, ID: ident.ID{15: 7}}
	behind := following(at)
	up, down := page.Order{By: "created_at"}, page.Order{By: "created_at", Desc: true}
	for _, c := range []struct {
		name   string
		order  page.Order
		window page.Window
		want   bounds
	}{
		{"from the beginning", up, page.Window{}, bounds{}},
		{"behind a row", up, page.Window{From: &at}, bounds{low: &behind}},
		{"from a row on", up, page.Window{From: &at, Inclusive: true}, bounds{low: &at}},
		{"before a row", up, page.Window{From: &at, Backward: true}, bounds{high: &at}},
		{"up to a row", up, page.Window{From: &at, Backward: true, Inclusive: true}, bounds{high: &behind}},
		{"downwards behind a row", down, page.Window{From: &at}, bounds{high: &at}},
		{"downwards from a row on", down, page.Window{From: &at, Inclusive: true}, bounds{high: &behind}},
		{"downwards before a row", down, page.Window{From: &at, Backward: true}, bounds{low: &behind}},
	} {
		require.Equal(t, c.want, windowBounds(c.window, c.order), c.name)
	}
}

func TestCreatedBoundsKeepRowsOfWholeMilliseconds(t *testing.T) {
	at := time.Date(2026, 3, 1, 12, 0, 0, 5_000_000, time.UTC)
	for _, nanoseconds := range []time.Duration{0, 1, 999_999} {
		limit := at.Add(nanoseconds)
		for _, created := range []time.Time{at.Add(-time.Millisecond), at, at.Add(time.Millisecond)} {
			place := page.Key{Time: created.UnixMilli(), ID: ident.ID{1}}
			require.Equal(t, !created.Before(limit), createdBounds(&limit, nil).hold(place), "%s after %s", created, limit)
			require.Equal(t, created.Before(limit), createdBounds(nil, &limit).hold(place), "%s before %s", created, limit)
		}
	}
}

func TestBoundsOfBoth(t *testing.T) {
	key := func(time int64) *page.Key { return &page.Key{Time: time} }
	for _, c := range []struct{ a, b, want bounds }{
		{bounds{}, bounds{}, bounds{}},
		{bounds{low: key(2)}, bounds{high: key(5)}, bounds{key(2), key(5)}},
		{bounds{key(2), key(5)}, bounds{key(3), key(9)}, bounds{key(3), key(5)}},
		{bounds{key(2), key(5)}, bounds{key(1), key(4)}, bounds{key(2), key(4)}},
	} {
		require.Equal(t, c.want, c.a.and(c.b))
		require.Equal(t, c.want, c.b.and(c.a))
	}
}
