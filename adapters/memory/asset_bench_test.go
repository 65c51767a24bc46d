package memory_test

import (
	"context"
	"sync"
	"testing"

	"vitrine/adapters/memory"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// wall is one owner with many assets, a second apart, in ten projects and in none.
var wall = sync.OnceValues(func() (*memory.Assets, error) {
	db := memory.New()
	stored, maker := memory.NewAssets(db), newMaker()
	homes := []*ident.ID{nil}
	for i := range 10 {
		p := maker.project(i)
		homes = append(homes, &p.ID)
		if _, err := memory.NewProjects(db).Insert(context.Background(), benchOwner, p, idempotency.Key{}); err != nil {
			return nil, err
		}
	}
	var batch []gallery.Asset
	for i := range benchRows {
		a := maker.asset(i)
		a.ProjectID = homes[i%len(homes)]
		if batch = append(batch, a); len(batch) == 500 {
			if _, err := stored.Insert(context.Background(), benchOwner, batch, idempotency.Key{}); err != nil {
				return nil, err
			}
			batch = nil
		}
	}
	return stored, nil
})

// asset makes an asset with the texts of a project.
func (m maker) asset(i int) gallery.Asset {
	p := m.project(i)
	return gallery.Asset{
		ID: p.ID, Title: p.Title, Prompt: p.Brief, Tags: p.Tags, Favorite: p.Favorite, Position: gallery.AfterLast,
		Type: gallery.Types[i%3], Format: gallery.Formats[i%5], Scene: gallery.Scenes[i%4], Model: word(m.rng.Uint64N(10)),
		Width: 1 + i%2, Height: 1 + i%3, CreatedAt: p.CreatedAt, UpdatedAt: p.UpdatedAt, Version: 1,
	}
}

// onWall measures a question of the wall.
func onWall(b *testing.B, ask func(*memory.Assets) error) {
	stored, err := wall()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := ask(stored); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkListAssets(b *testing.B) {
	home := newMaker().project(0).ID
	for _, c := range []struct {
		name   string
		filter gallery.Filter
		order  page.Order
	}{
		{"FirstPage", gallery.Filter{}, gallery.Newest},
		{"Oldest", gallery.Filter{}, page.Order{By: gallery.ByCreated}},
		{"ProjectByPosition", gallery.Filter{Project: &home}, page.Order{By: gallery.ByPosition}},
		{"TagAndType", gallery.Filter{Tags: []string{word(7)}, Types: gallery.Types[:1]}, gallery.Newest},
		{"CommonWordByRelevance", gallery.Filter{Q: word(0) + "."}, page.Order{By: gallery.ByRelevance, Desc: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			q := gallery.Query{Filter: c.filter.Normalize(), Order: c.order, Window: page.Window{Limit: page.DefaultLimit}}
			onWall(b, func(stored *memory.Assets) error {
				_, err := stored.List(b.Context(), benchOwner, q)
				return err
			})
		})
	}
}

func BenchmarkCountAssets(b *testing.B) {
	for name, facets := range map[string][]string{"Everything": nil, "EveryFacet": gallery.Facets} {
		b.Run(name, func(b *testing.B) {
			onWall(b, func(stored *memory.Assets) error {
				_, err := stored.Count(b.Context(), benchOwner, gallery.Filter{}, facets, 2*benchRows)
				return err
			})
		})
	}
}

func BenchmarkFences(b *testing.B) {
	onWall(b, func(stored *memory.Assets) error {
		_, err := stored.Fences(b.Context(), benchOwner, gallery.Query{Order: gallery.Newest}, page.DefaultSpacing)
		return err
	})
}

// All 20 000 words begin with the same letter.
func BenchmarkSimilar(b *testing.B) {
	onWall(b, func(stored *memory.Assets) error {
		_, err := stored.Similar(b.Context(), benchOwner, "wobacxx")
		return err
	})
}
