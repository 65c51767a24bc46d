package postgres

import (
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/stretchr/testify/require"
)

// The record's inventory is of what the walk through it gives.
func TestTheRecordsInventory(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	stock := NewAssetStock(d.db)
	for i := range 30 {
		a := gallery.Asset{ID: randomID(), Type: gallery.Image, Version: int64(1 + i%4), CreatedAt: time.UnixMilli(5)}
		_, err := d.assets.Insert(t.Context(), []ident.Owner{"Zoe", "ana", "élan"}[i%3], []gallery.Asset{a}, idempotency.Key{})
		require.NoError(t, err)
	}
	walk, _, err := stock.After(t.Context(), "", 100)
	require.NoError(t, err)
	sums, err := stock.Sums(t.Context(), "", 2)
	require.NoError(t, err)
	more, err := stock.Sums(t.Context(), sums[1].Owner, 2)
	require.NoError(t, err)
	var listed []index.Entry
	for _, sum := range append(sums, more...) {
		var check int64
		first, err := stock.Entries(t.Context(), sum.Owner, "", 4)
		require.NoError(t, err)
		rest, err := stock.Entries(t.Context(), sum.Owner, first[3].ID, 100)
		require.NoError(t, err)
		for _, e := range append(first, rest...) {
			listed = append(listed, e)
			check += e.Check
		}
		require.Equal(t, index.Sum{Owner: sum.Owner, Documents: 10, Check: check}, sum)
	}
	var want []index.Entry
	for _, c := range walk {
		want = append(want, index.Entry{ID: c.ID, Version: c.Version, Check: gallery.Check(*c.Doc)})
	}
	require.Equal(t, want, listed)
	_, err = stock.Entries(t.Context(), "ana", "no id", 4)
	require.ErrorIs(t, err, ident.ErrID)
}

func TestWhichAssetsArePending(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	a, b := d.insert(nil), d.insert(nil)
	changes, _ := d.leased(time.Hour)
	d.settle(changes, index.Done)
	d.edit(a)
	ids := []string{a.String(), b.String(), randomID().String(), "no id"}
	pending, err := NewAssetStock(d.db).Unlearnt(t.Context(), keeper, ids)
	require.NoError(t, err)
	require.Equal(t, []string{a.String()}, pending)
	pending, err = NewAssetStock(d.db).Unlearnt(t.Context(), "ben", ids)
	require.NoError(t, err)
	require.Empty(t, pending)
}
