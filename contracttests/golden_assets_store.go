package contracttests

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"vitrine/core/gallery"
	"vitrine/core/ident"
)

// goldenGallery is the corpus in the store, and the service that is asked for it.
type goldenGallery struct {
	service  *gallery.Service
	projects map[string]ident.ID // by their titles
	keys     map[ident.ID]string // of the owner's assets
	live     []gallery.Asset     // the owner's, oldest first
}

// storeGallery adds the corpus, in the order of the file.
func (s *scene) storeGallery(corpus []corpusAsset) *goldenGallery {
	s.Helper()
	ports := gallery.Ports{Repository: s.Assets, Finder: s.AssetFinder, Vocabulary: s.Vocabulary}
	g := &goldenGallery{
		service:  gallery.NewService(ports, s.newID, fixed(noon), plenty),
		projects: map[string]ident.ID{},
		keys:     map[ident.ID]string{},
	}
	stranger := s.stranger()
	for i, c := range corpus {
		a := c.asset(s.newID(), i)
		if c.Other {
			stranger.putGolden(a, c.Trashed)
			continue
		}
		a.ProjectID = g.home(s, c.Project)
		s.putGolden(a, c.Trashed)
		g.keys[a.ID] = c.Key
		if !c.Trashed {
			g.live = append(g.live, a)
		}
	}
	slices.SortFunc(g.live, func(a, b gallery.Asset) int {
		return cmp.Or(a.CreatedAt.Compare(b.CreatedAt), bytes.Compare(a.ID[:], b.ID[:]))
	})
	return g
}

func (s *scene) putGolden(a gallery.Asset, trashed bool) {
	s.Helper()
	s.put(a)
	if trashed {
		s.trashAsset(a.ID, noon)
	}
}

// home is the project with the title, which is added where it is first named.
func (g *goldenGallery) home(s *scene, title string) *ident.ID {
	s.Helper()
	if title == "" {
		return nil
	}
	id, known := g.projects[title]
	if !known {
		id = s.project(title).ID
		g.projects[title] = id
	}
	return &id
}

// asset is the nth of the corpus.
func (c corpusAsset) asset(id ident.ID, n int) gallery.Asset {
	a := gallery.Asset{
		ID: id, Type: cmp.Or(c.Type, gallery.Image), Title: c.Title, Tags: c.Tags, Favorite: c.Favorite,
		Prompt: c.Prompt, OriginalPrompt: c.OriginalPrompt, NegativePrompt: c.NegativePrompt,
		URL: c.URL, Scene: c.Scene, Model: c.Model, Width: c.Width, Height: c.Height, DurationMS: c.DurationMS,
		Position: gallery.AfterLast, CreatedAt: minute(n), Version: 1,
	}
	if c.Content != "" {
		a.Type, a.Format, a.Language = gallery.Text, cmp.Or(c.Format, "other"), c.Language
		a.Content = strings.Repeat("la ", c.Fillers) + c.Content
	} else if a.URL == "" {
		a.URL = "/media/" + c.Key
	}
	if c.Position != nil {
		a.Position = *c.Position
	}
	if c.CreatedAt != nil {
		a.CreatedAt = *c.CreatedAt
	}
	a.UpdatedAt = a.CreatedAt
	return a
}
