package memory

import (
	"fmt"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

// Rows go through every state, and out. Whatever an index kept of them would be found by nobody and stay for ever.
func TestNothingIsLeftOfWhatWasPurged(t *testing.T) {
	db, owner := New(), ident.Owner("ana")
	stored, assets := NewProjects(db), NewAssets(db)
	_, rows := manyProjects(40)
	update := func(id ident.ID, change func(*projects.Project)) {
		_, err := stored.Update(t.Context(), owner, []ident.ID{id}, idempotency.Key{}, func(p *projects.Project) error {
			change(p)
			return nil
		})
		require.NoError(t, err)
	}
	for i, p := range rows {
		_, err := stored.Insert(t.Context(), owner, p, idempotency.Key{})
		require.NoError(t, err)
		_, err = assets.Insert(t.Context(), owner, []gallery.Asset{
			{
				ID: p.ID, ProjectID: &p.ID, Type: gallery.Types[i%3], URL: "/a.png", ThumbnailURL: "/t.png", Position: gallery.AfterLast,
				Title: p.Title, Tags: p.Tags, Model: "flux", Scene: "hero", Width: 2, Height: 3,
			},
		}, idempotency.Key{})
		require.NoError(t, err)
		_, err = assets.Update(t.Context(), owner, []ident.ID{p.ID}, idempotency.Key{}, func(a *gallery.Asset) error {
			a.Title, a.Tags, a.Favorite = fmt.Sprint("Other ", i), []string{"other"}, true
			return nil
		})
		require.NoError(t, err)
		update(p.ID, func(p *projects.Project) {
			p.Title, p.Tags, p.Run.Status = fmt.Sprint("Other ", i), []string{"other"}, projects.Failed
			p.UpdatedAt = p.UpdatedAt.Add(time.Minute)
		})
		update(p.ID, func(p *projects.Project) { p.DeletedAt = &p.CreatedAt; p.Favorite = !p.Favorite })
		if i%2 == 0 {
			update(p.ID, func(p *projects.Project) { p.DeletedAt = nil; p.Description = "back" })
		}
	}
	for _, p := range rows {
		require.NoError(t, stored.Purge(t.Context(), owner, p.ID, func(projects.Project) error { return nil }))
	}

	h := db.own(owner)
	requireEmpty(t, h.projects)
	requireEmpty(t, h.assets)
}

func requireEmpty[T record[T]](t *testing.T, stored *table[T]) {
	t.Helper()
	require.Empty(t, stored.rows)
	for _, shelf := range []*shelf[T]{stored.live, stored.trash} {
		for _, order := range shelf.orders {
			require.Zero(t, order.len())
		}
		for _, words := range append(shelf.fields, shelf.terms) {
			require.Zero(t, words.words.Len())
		}
	}
}

// Looking for what an owner has who never wrote anything must not make room for it.
func TestReadingKeepsNothing(t *testing.T) {
	db := New()
	_, err := NewProjects(db).Find(t.Context(), "nobody", ident.ID{1})
	require.Error(t, err)
	require.Empty(t, db.holdings)
}
