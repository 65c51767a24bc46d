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

// Whatever stands in the index beside the record's own documents, no list shows it.
func TestPlantedDocumentsNeverShow(t *testing.T) {
	t.Parallel()
	db := open(t)
	x := openIndex(t, db)
	service := gallery.NewService(gallery.Ports{Finder: x.Assets, Vocabulary: x.Assets, Index: x.index}, nil, time.Now, 1000)
	lamp := func(owner ident.Owner, kind gallery.Type) gallery.Asset {
		a := gallery.Asset{ID: randomID(), Type: kind, Title: "Lamp", Version: 1, CreatedAt: time.UnixMilli(5).UTC()}
		_, err := x.Insert(t.Context(), owner, []gallery.Asset{a}, idempotency.Key{})
		require.NoError(t, err)
		return a
	}
	mine, other, foreign := lamp("ana", gallery.Image), lamp("ana", gallery.Video), lamp("ben", gallery.Image)
	x.settle(t)
	deleted, stale, elsewhere := mine.Clone(), other.Clone(), mine.Clone()
	deleted.ID = randomID()
	stale.Type, stale.Version = gallery.Image, 9
	elsewhere.CreatedAt = time.UnixMilli(7)
	x.plant(t,
		index.Change[gallery.Asset]{Owner: "ana", ID: foreign.ID.String(), Version: 9, Doc: &foreign},
		index.Change[gallery.Asset]{Owner: "ana", ID: deleted.ID.String(), Version: 9, Doc: &deleted},
		index.Change[gallery.Asset]{Owner: "ana", ID: stale.ID.String(), Version: 9, Doc: &stale},
		index.Change[gallery.Asset]{Owner: "ana", ID: randomID().String(), Version: 9, Doc: &mine},      // the same asset twice
		index.Change[gallery.Asset]{Owner: "ana", ID: randomID().String(), Version: 9, Doc: &elsewhere}, // and at another place
	)
	for _, limit := range []int{1, 2, 24} {
		l := gallery.Listing{Filter: gallery.Filter{Q: "lamp", Types: []gallery.Type{gallery.Image}}, Limit: limit}
		var shown []ident.ID
		for more := true; more; more = l.Cursor != "" {
			listed, err := service.List(t.Context(), "ana", l)
			require.NoError(t, err)
			require.False(t, listed.Degraded)
			for _, entry := range listed.Page.Items {
				shown = append(shown, entry.Asset.ID)
			}
			l.Cursor = listed.Page.Next
		}
		require.Equal(t, []ident.ID{mine.ID}, shown, "in pages of %d", limit)
	}
}

// plant writes documents into the index that the record knows nothing of.
func (x *indexed) plant(t *testing.T, changes ...index.Change[gallery.Asset]) {
	t.Helper()
	used, err := x.engine.InUse(t.Context())
	require.NoError(t, err)
	writer := x.engine.Indexer(used)
	_, err = writer.Write(t.Context(), changes)
	require.NoError(t, err)
	require.NoError(t, writer.Refresh(t.Context()))
}
