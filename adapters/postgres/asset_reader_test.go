package postgres

import (
	"strings"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/stretchr/testify/require"
)

// What is found by ids is what a list shows, of the owner alone; texts too long for a row and the trash are no exceptions.
func TestRowsByIDsAreThoseOfTheList(t *testing.T) {
	t.Parallel()
	assets := NewAssets(open(t))
	insert := func(owner ident.Owner) (ids []ident.ID) {
		t.Helper()
		var batch []gallery.Asset
		for i := range 6 {
			a := gallery.Asset{
				ID: randomID(), Type: gallery.Types[i%len(gallery.Types)], Title: "Lamp", Tags: []string{"sale", "new"}, Prompt: strings.Repeat("walnut ", i*200),
				Version: 1, CreatedAt: time.UnixMilli(int64(i)).UTC(), UpdatedAt: time.UnixMilli(9).UTC(),
			}
			if i%2 == 1 {
				a.DeletedAt = new(time.UnixMilli(7).UTC())
			}
			batch, ids = append(batch, a), append(ids, a.ID)
		}
		_, err := assets.Insert(t.Context(), owner, batch, idempotency.Key{})
		require.NoError(t, err)
		return ids
	}
	ids := append(insert(keeper), randomID())
	foreign := insert("ben")
	var listed []gallery.Row
	for _, trashed := range []bool{false, true} {
		rows, err := assets.List(t.Context(), keeper, gallery.Query{
			Filter: gallery.Filter{Trashed: trashed}, Order: gallery.Newest, Window: page.Window{Limit: 100},
		})
		require.NoError(t, err)
		listed = append(listed, rows...)
	}
	require.Len(t, listed, 6)
	rows, err := assets.ByIDs(t.Context(), keeper, append(ids, foreign...))
	require.NoError(t, err)
	require.ElementsMatch(t, listed, rows)
	rows, err = assets.ByIDs(t.Context(), keeper, foreign)
	require.NoError(t, err)
	require.Empty(t, rows)
	rows, err = assets.ByIDs(t.Context(), keeper, nil)
	require.NoError(t, err)
	require.Empty(t, rows)
}
