package contracttests

import (
	"context"
	"fmt"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

var assetWalks = []clause{
	{
		name:  "Walk/GalleryWhileOthersWrite",
		must:  listsAssets,
		holds: func(s *scene) { s.walkGalleryWhileWriting(gallery.Filter{}) },
	},
	{
		name:  "Walk/GalleryThroughASearchWhileOthersWrite",
		must:  listsAssets,
		holds: func(s *scene) { s.walkGalleryWhileWriting(gallery.Filter{Q: "warm lamp"}) },
	},
	{
		name: "Walk/GalleryThroughAFilterWhileOthersWrite",
		must: listsAssets,
		holds: func(s *scene) {
			s.walkGalleryWhileWriting(gallery.Filter{Types: []gallery.Type{gallery.Image}, Tags: []string{"oak", "ash"}})
		},
	},
}

func (s *scene) walkGalleryWhileWriting(f gallery.Filter) {
	report, err := Walk{Rows: 120, Writers: 4, Limit: 7}.Assets(s.ctx, s.Backend, s.owner, f)
	s.ok(err)
	s.Logf("%d pages were read during %d writes", report.Pages, report.Writes)
}

// Assets walks through the assets of an owner who has nothing yet, while they also move between projects. It makes images
// that match the filter as long as that asks for images, the tag "oak" and the words "warm lamp" at most. It fails when an
// asset that was there all the time was not seen exactly once, or any other more than once.
func (w Walk) Assets(ctx context.Context, b Backend, owner ident.Owner, f gallery.Filter) (WalkReport, error) {
	rows := &walkedAssets{backend: b, owner: owner, filter: f.Normalize(), newID: ids(process + scenes.Add(1))}
	for i := range rows.homes {
		p := projects.Project{
			ID: rows.newID(), Title: "Lamp", Type: projects.Package, Version: 1,
			CreatedAt: noon, UpdatedAt: noon, Run: projects.Run{Status: projects.Draft},
		}
		if _, err := b.Projects.Insert(ctx, owner, p, noKey); err != nil {
			return WalkReport{}, err
		}
		rows.homes[i] = &p.ID
	}
	return w.run(ctx, rows)
}

type walkedAssets struct {
	backend Backend
	owner   ident.Owner
	filter  gallery.Filter
	newID   ident.Source
	homes   [3]*ident.ID
}

// home is one of the projects, or none.
func (w *walkedAssets) home(n int) *ident.ID {
	if i := n % (len(w.homes) + 1); i < len(w.homes) {
		return w.homes[i]
	}
	return nil
}

func (w *walkedAssets) insert(ctx context.Context, minutes int) (ident.ID, error) {
	a := gallery.Asset{
		ID: w.newID(), ProjectID: w.home(minutes), Type: gallery.Image, Title: "Lamp", Tags: []string{"oak"},
		Prompt: "a warm light", Position: gallery.AfterLast, URL: "https://cdn.example/full.png", Version: 1,
		CreatedAt: minute(minutes), UpdatedAt: minute(minutes),
	}
	inserted, err := w.backend.Assets.Insert(ctx, w.owner, []gallery.Asset{a}, noKey)
	if err != nil {
		return a.ID, err
	}
	return a.ID, resultError(inserted.Results[0])
}

func (w *walkedAssets) visit(ctx context.Context, id ident.ID) error {
	return w.change(ctx, id, func(a *gallery.Asset) {
		if a.DeletedAt == nil {
			a.DeletedAt = ptr(noon)
		} else {
			a.DeletedAt = nil
		}
	})
}

// edit renames, marks and, every other time, moves to another project.
func (w *walkedAssets) edit(ctx context.Context, id ident.ID, n int) error {
	return w.change(ctx, id, func(a *gallery.Asset) {
		a.Title, a.Favorite, a.UpdatedAt = fmt.Sprintf("%d Lamp", n), n%2 == 0, minute(n)
		if n%4 < 2 {
			a.ProjectID, a.Position = w.home(n/4), gallery.AfterLast
		}
	})
}

func (w *walkedAssets) change(ctx context.Context, id ident.ID, edit func(*gallery.Asset)) error {
	u, err := w.backend.Assets.Update(ctx, w.owner, []ident.ID{id}, noKey, func(a *gallery.Asset) error {
		edit(a)
		a.Version++
		return nil
	})
	if err != nil {
		return err
	}
	return resultError(u.Results[0])
}

func (w *walkedAssets) list(ctx context.Context, window page.Window) (keys []page.Key, err error) {
	q := gallery.Query{Filter: w.filter, Order: gallery.Newest, Window: window}
	rows, err := w.backend.AssetFinder.List(ctx, w.owner, q)
	for _, row := range rows {
		keys = append(keys, q.Key(row))
	}
	return keys, err
}
