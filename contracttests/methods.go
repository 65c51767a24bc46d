package contracttests

import (
	"context"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/page"
	"vitrine/core/projects"
	"vitrine/core/settings"
)

// method is one call of a port method by the scene's owner, upon rows that need not be the owner's. What became of a
// single item is its error.
type method struct {
	name string
	call func(context.Context, *scene, rows) error
}

// rows are what a call is about.
type rows struct {
	project, asset ident.ID
}

// ownRows are a project in the trash and a live one with an asset; calls are about the second.
func (s *scene) ownRows() rows {
	s.Helper()
	p := s.add(s.specimen())
	a := s.placed(&p.ID, 1, "/a.png")
	s.put(a)
	s.trash(s.project("Gone").ID, minute(1))
	return rows{p.ID, a.ID}
}

// byID are the methods that name rows, byOwner all others.
var (
	byID = []method{
		{"Projects.Find", func(ctx context.Context, s *scene, on rows) error {
			_, err := s.Projects.Find(ctx, s.owner, on.project)
			return err
		}},
		{"Projects.Update", func(ctx context.Context, s *scene, on rows) error {
			u, err := s.Projects.Update(ctx, s.owner, []ident.ID{on.project}, noKey, func(p *projects.Project) error {
				updates["Everything"](p)
				return nil
			})
			if err != nil {
				return err
			}
			return resultError(u.Results[0])
		}},
		{"Projects.Copy", func(ctx context.Context, s *scene, on rows) error {
			_, err := s.Projects.Copy(ctx, s.owner, on.project, projects.Copying{
				Assets: true, NewID: s.newID,
				Make: func(projects.Project, func(string) bool) (projects.Project, error) { return s.draft("Copy"), nil },
			}, noKey)
			return err
		}},
		{"Projects.Purge", func(ctx context.Context, s *scene, on rows) error {
			return s.Projects.Purge(ctx, s.owner, on.project, func(projects.Project) error { return nil })
		}},
		{"Assets.Find", func(ctx context.Context, s *scene, on rows) error {
			_, err := s.Assets.Find(ctx, s.owner, on.asset)
			return err
		}},
		{"Assets.Update", func(ctx context.Context, s *scene, on rows) error {
			u, err := s.Assets.Update(ctx, s.owner, []ident.ID{on.asset}, noKey, func(a *gallery.Asset) error {
				assetUpdates["Trash"](a)
				return nil
			})
			if err != nil {
				return err
			}
			return resultError(u.Results[0])
		}},
	}

	byOwner = []method{
		{"Projects.Insert", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Projects.Insert(ctx, s.owner, s.draft("Lamp"), noKey)
			return err
		}},
		{"ProjectFinder.List", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.ProjectFinder.List(ctx, s.owner, projects.Query{Order: projects.Newest, Window: page.Window{Limit: 1}})
			return err
		}},
		{"ProjectFinder.Count", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.ProjectFinder.Count(ctx, s.owner, projects.Filter{}, projects.Facets, plenty)
			return err
		}},
		{"Assets.Insert", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Assets.Insert(ctx, s.owner, []gallery.Asset{s.picture(nil)}, noKey)
			return err
		}},
		{"AssetFinder.List", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.AssetFinder.List(ctx, s.owner, gallery.Query{Order: gallery.Newest, Window: page.Window{Limit: 1}})
			return err
		}},
		{"AssetFinder.Count", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.AssetFinder.Count(ctx, s.owner, gallery.Filter{}, gallery.Facets, plenty)
			return err
		}},
		{"AssetFinder.Fences", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.AssetFinder.Fences(ctx, s.owner, gallery.Query{Order: gallery.Newest}, 1)
			return err
		}},
		{"Vocabulary.Similar", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Vocabulary.Similar(ctx, s.owner, "lamp")
			return err
		}},
		{"Settings.Find", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Settings.Find(ctx, s.owner)
			return err
		}},
		{"Settings.Update", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Settings.Update(ctx, s.owner, s.choosing(settings.Tone, "luxury"))
			return err
		}},
		{"Settings.ListAudit", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Settings.ListAudit(ctx, s.owner, page.Window{Limit: 1})
			return err
		}},
		{"Events.Insert", func(ctx context.Context, s *scene, on rows) error {
			_, _, err := s.post(ctx, noKey, s.event(insights.View, on.asset, noon))
			return err
		}},
		{"Reader.Read", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Reader.Read(ctx, s.owner, insights.Question{Events: []insights.Axis{eon}})
			return err
		}},
		{"Ranking.Rank", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Ranking.Rank(ctx, s.owner, insights.RankQuery{Span: ever, Metric: insights.Views, Limit: 1})
			return err
		}},
		{"Catalog.Cards", func(ctx context.Context, s *scene, on rows) error {
			_, err := s.Catalog.Cards(ctx, s.owner, []ident.ID{on.asset})
			return err
		}},
		{"Catalog.Oldest", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Catalog.Oldest(ctx, s.owner, 1)
			return err
		}},
		{"Upkeep.Owners", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Upkeep.Owners(ctx, "", 1)
			return err
		}},
		{"Upkeep.Compare", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Upkeep.Compare(ctx, s.owner, ever.Start, true)
			return err
		}},
		{"Upkeep.Forget", func(ctx context.Context, s *scene, _ rows) error {
			_, err := s.Upkeep.Forget(ctx, ever.Start, 1)
			return err
		}},
	}
)
