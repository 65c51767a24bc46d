package app

import (
	"vitrine/adapters/memory"
	"vitrine/core/gallery"
	"vitrine/core/insights"
	"vitrine/core/projects"
	"vitrine/core/settings"

	"go.uber.org/fx"
)

// memoryStorage keeps everything in this process.
var memoryStorage = fx.Module("storage.memory", fx.Provide(
	memory.New,
	fx.Annotate(memory.NewProjects, fx.As(new(projects.Repository)), fx.As(new(projects.Finder))),
	fx.Annotate(memory.NewAssets, fx.As(new(gallery.Repository)), fx.As(new(gallery.Finder)), fx.As(new(gallery.Vocabulary))),
	fx.Annotate(memory.NewSettings, fx.As(new(settings.Repository))),
	func(db *memory.DB) insights.Ports {
		events := memory.NewInsights(db)
		return insights.Ports{Events: events, Reader: events, Ranking: events, Catalog: events, Upkeep: events}
	},
	func() []chore { return nil },
))
