package memory

import (
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

// exhibition is a gallery of assets that were added, edited, moved, trashed and brought back at random, and the same
// assets in a list, which answers every question by looking at all of them.
type exhibition struct {
	*rand.Rand
	stored   *Assets
	projects []*ident.ID // nil is none
	assets   []gallery.Asset
}

const curator = ident.Owner("ana")

func newExhibition(t *testing.T, seed uint64) *exhibition {
	db := New()
	e := &exhibition{Rand: rand.New(rand.NewPCG(seed, 0)), stored: NewAssets(db), projects: []*ident.ID{nil}}
	for i := range 25 {
		p := projects.Project{ID: e.id(i), Version: 1}
		_, err := NewProjects(db).Insert(t.Context(), curator, p, idempotency.Key{})
		require.NoError(t, err)
		e.projects = append(e.projects, &p.ID)
	}
	for i := range 250 {
		a := gallery.Asset{ID: e.id(i), CreatedAt: time.UnixMilli(int64(i / 3)), Version: 1}
		e.edit(&a)
		_, err := e.stored.Insert(t.Context(), curator, []gallery.Asset{a}, idempotency.Key{})
		require.NoError(t, err)
		e.assets = append(e.assets, a)
	}
	for range 500 {
		a := &e.assets[e.IntN(len(e.assets))]
		_, err := e.stored.Update(t.Context(), curator, []ident.ID{a.ID}, idempotency.Key{}, func(stored *gallery.Asset) error {
			e.edit(stored)
			*a = stored.Clone()
			return nil
		})
		require.NoError(t, err)
	}
	return e
}

func (e *exhibition) id(i int) (id ident.ID) {
	binary.BigEndian.PutUint64(id[:], uint64(i))
	binary.BigEndian.PutUint64(id[8:], e.Uint64())
	return id
}

func (e *exhibition) edit(a *gallery.Asset) {
	a.Title, a.Prompt, a.NegativePrompt = e.words(2), e.words(1+e.IntN(2)*100), e.words(1)
	a.Tags = strings.Fields(e.words(e.IntN(3)))
	a.Type, a.ProjectID, a.Position = pick(e, gallery.Types), pick(e, e.projects), e.IntN(20)
	a.Model, a.Favorite, a.Width, a.Height = pick(e, []string{"", "flux", "sora"}), e.IntN(4) == 0, e.IntN(3), e.IntN(3)
	a.Format, a.Scene, a.DeletedAt = pick(e, gallery.Formats), pick(e, gallery.Scenes), nil
	if e.IntN(3) == 0 {
		a.DeletedAt = new(time.UnixMilli(5))
	}
}

func (e *exhibition) words(n int) string {
	all := strings.Fields("lamp lamps lamb camp stamp walnut walnuts table tables ax-4021 4021 été")
	words := make([]string, n)
	for i := range words {
		words[i] = pick(e, all)
	}
	return strings.Join(words, " ")
}

func pick[T any](e *exhibition, from []T) T { return from[e.IntN(len(from))] }

// some are a few of the values, mostly none.
func some[T any](e *exhibition, from []T) (few []T) {
	for e.IntN(5) == 0 {
		few = append(few, pick(e, from))
	}
	return few
}

// filter is a filter of a few members.
func (e *exhibition) filter() gallery.Filter {
	f := gallery.Filter{
		Types: some(e, gallery.Types), Tags: some(e, []string{"lamp", "table", "sofa"}), Models: some(e, []string{"flux", "veo"}),
		Formats: some(e, gallery.Formats), Scenes: some(e, gallery.Scenes), Orientations: some(e, gallery.Orientations),
		Trashed: e.IntN(4) == 0,
	}
	switch e.IntN(8) {
	case 0:
		f.Favorite = new(e.IntN(2) == 0)
	case 1:
		f.CreatedAfter, f.CreatedBefore = new(time.UnixMilli(e.Int64N(60))), new(time.UnixMilli(40+e.Int64N(60)))
	case 2:
		f.WithoutHome = true
	case 3:
		f.Project = e.projects[1+e.IntN(3)]
	case 4, 5:
		f.Q = pick(e, []string{"lam", "walnut ", "lamp -table ", `"lamp walnut"`, "tabl", "4021 lamp"})
	}
	return f.Normalize()
}
