// Package app puts the server together: configuration, the modules of each profile, and the order of starting and
// stopping. It is the only package that knows fx and every adapter.
package app

import (
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/projects"
	"vitrine/core/settings"

	"github.com/google/uuid"
	"go.uber.org/fx"
	"go.uber.org/fx/fxevent"
	"go.uber.org/zap"
)

// startTimeout is how long the start may take: migrations and demo data take what they need, but a start that hangs ends.
const startTimeout = 10 * time.Minute

// New puts the application together for a configuration that LoadConfig accepted. It connects to nothing; Start does.
func New(c *Config) *fx.App {
	return fx.New(Options(c),
		fx.StartTimeout(startTimeout),
		fx.StopTimeout(stopTimeout+10*time.Second),
		fx.WithLogger(func(log *zap.Logger) fxevent.Logger {
			events := &fxevent.ZapLogger{Logger: log.Named("fx")}
			events.UseLogLevel(zap.DebugLevel)
			return events
		}))
}

// Options are the modules of the configuration's profile.
func Options(c *Config) fx.Option {
	return fx.Options(
		fx.Supply(c),
		fx.Provide(newLogger),
		storage(c.Profile),
		modules,
		public,
		admin,
		fx.Invoke(sweep, loadDemo, serve),
	)
}

// storage is where the profile keeps things.
func storage(profile string) fx.Option {
	switch profile {
	case ProfileElastic:
		return fx.Options(postgresStorage, searchIndex, rankingByIndex)
	case ProfilePostgres:
		return fx.Options(postgresStorage, withoutIndex)
	default:
		return fx.Options(memoryStorage, withoutIndex)
	}
}

// withoutIndex has the record search itself.
var withoutIndex = fx.Provide(func() *gallery.Index { return nil })

// modules are the services of the core.
var modules = fx.Module("core", fx.Provide(newProjects, newGallery, newSettings, newInsights))

func newProjects(c *Config, repo projects.Repository, finder projects.Finder) *projects.Service {
	return projects.NewService(repo, finder, newID, time.Now, c.CountLimit)
}

func newGallery(
	c *Config, repo gallery.Repository, finder gallery.Finder, words gallery.Vocabulary, x *gallery.Index,
) *gallery.Service {
	ports := gallery.Ports{Repository: repo, Finder: finder, Vocabulary: words, Index: x}
	return gallery.NewService(ports, newID, time.Now, c.CountLimit)
}

func newSettings(repo settings.Repository) *settings.Service {
	return settings.NewService(repo, newID, time.Now)
}

func newInsights(c *Config, ports insights.Ports) *insights.Service {
	return insights.NewService(ports, time.Now, insights.Rules{Retention: c.EventRetention, Sample: c.Sample})
}

// newID makes a UUID of version 7.
func newID() ident.ID { return ident.ID(uuid.Must(uuid.NewV7())) }
