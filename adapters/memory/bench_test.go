package memory_test

import (
	"context"
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"vitrine/adapters/memory"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

const (
	benchOwner = ident.Owner("bench")
	benchRows  = 100_000
)

// shop is one owner with many projects, a second apart; one of them has failed, and says "zither".
var shop = sync.OnceValues(func() (*memory.Projects, error) {
	stored := memory.NewProjects(memory.New())
	maker := newMaker()
	for i := range benchRows {
		p := maker.project(i)
		if i == benchRows/3 {
			p.Run.Status, p.Title = projects.Failed, "A zither"
		}
		if _, err := stored.Insert(context.Background(), benchOwner, p, idempotency.Key{}); err != nil {
			return nil, err
		}
	}
	return stored, nil
})

// maker makes projects with a title of 3 words and a brief of 40, out of 20 000 words that are the rarer the later.
type maker struct {
	rng   *rand.Rand
	words *rand.Zipf
}

func newMaker() maker {
	rng := rand.New(rand.NewPCG(1, 2))
	return maker{rng, rand.NewZipf(rng, 1.1, 8, 20_000)}
}

func (m maker) project(i int) projects.Project {
	at := second(i)
	var id ident.ID
	binary.BigEndian.PutUint64(id[:8], uint64(at.UnixMilli())<<16)
	binary.BigEndian.PutUint64(id[8:], m.rng.Uint64())
	return projects.Project{
		ID: id, Title: m.text(3), Brief: m.text(40), Tags: []string{word(m.rng.Uint64N(200)), word(m.rng.Uint64N(200))},
		Favorite: i%50 == 0, Type: projects.Types[i%4], CreatedAt: at, UpdatedAt: at, Version: 1,
		Run: projects.Run{Status: projects.Statuses[i%5]},
	}
}

func (m maker) text(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = word(m.words.Uint64())
	}
	return strings.Join(words, " ")
}

// word is the nth word; all begin with "wo".
func word(n uint64) string {
	letters := []byte("wo")
	for ; n > 0; n /= 26 {
		letters = append(letters, byte('a'+n%26))
	}
	return string(append(letters, 'x'))
}

func second(i int) time.Time {
	return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(i) * time.Second)
}

func BenchmarkList(b *testing.B) {
	var (
		title     = page.Order{By: projects.ByTitle}
		relevance = page.Order{By: projects.ByRelevance, Desc: true}
		deep      = &page.Key{Time: second(benchRows / 2).UnixMilli()}
		recently  = second(benchRows - 10)
		failed    = []projects.Status{projects.Failed}
		common    = word(0) + "."
	)
	for _, c := range []struct {
		name   string
		filter projects.Filter
		order  page.Order
		from   *page.Key
	}{
		{"FirstPage", projects.Filter{}, projects.Newest, nil},
		{"DeepPage", projects.Filter{}, projects.Newest, deep},
		{"ByTitle", projects.Filter{}, title, nil},
		{"RareStatus", projects.Filter{Statuses: failed}, projects.Newest, nil},
		{"RareStatusByTitle", projects.Filter{Statuses: failed}, title, nil},
		{"RareStatusAndCommonOne", projects.Filter{Statuses: append(failed, projects.Draft)}, projects.Newest, nil},
		{"TagByTitle", projects.Filter{Tags: []string{word(7)}}, title, nil},
		{"TagAndWordThatRarelyMeet", projects.Filter{Tags: []string{word(7)}, Q: word(8) + "."}, title, nil},
		{"LastSecondsByTitle", projects.Filter{CreatedAfter: &recently}, title, nil},
		{"RareWord", projects.Filter{Q: "zither"}, projects.Newest, nil},
		{"CommonWord", projects.Filter{Q: common}, projects.Newest, nil},
		{"CommonWordByRelevance", projects.Filter{Q: common}, relevance, nil},
		{"CommonPrefix", projects.Filter{Q: "wo"}, projects.Newest, nil},
		{"CommonWordsThatNeverMeet", projects.Filter{Q: `"` + word(0) + " " + word(0) + " " + word(0) + " " + word(1) + " " + word(2) + `"`}, projects.Newest, nil},
	} {
		b.Run(c.name, func(b *testing.B) {
			stored, err := shop()
			if err != nil {
				b.Fatal(err)
			}
			q := projects.Query{Filter: c.filter.Normalize(), Order: c.order, Window: page.Window{Limit: page.DefaultLimit, From: c.from}}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := stored.List(b.Context(), benchOwner, q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCount(b *testing.B) {
	for _, c := range []struct {
		name   string
		filter projects.Filter
		facets []string
	}{
		{"Everything", projects.Filter{}, nil},
		{"EveryFacet", projects.Filter{}, projects.Facets},
		{"RareStatus", projects.Filter{Statuses: []projects.Status{projects.Failed}}, nil},
	} {
		b.Run(c.name, func(b *testing.B) {
			stored, err := shop()
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := stored.Count(b.Context(), benchOwner, c.filter.Normalize(), c.facets, 2*benchRows); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkInsert(b *testing.B) {
	stored, maker := memory.NewProjects(memory.New()), newMaker()
	for i := 0; b.Loop(); i++ {
		if _, err := stored.Insert(b.Context(), benchOwner, maker.project(i), idempotency.Key{}); err != nil {
			b.Fatal(err)
		}
	}
}
