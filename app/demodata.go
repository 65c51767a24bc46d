package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	api "vitrine/adapters/http"
	"vitrine/adapters/postgres"
	"vitrine/app/demo"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/page"
	"vitrine/core/projects"

	"github.com/schollz/progressbar/v3"
	"go.uber.org/fx"
	"go.uber.org/zap"
	"golang.org/x/term"
)

// demoSeed is the seed of demo data that nobody chose another for.
const demoSeed = 1

// assetsPerProject is how many assets a project has on average where only the number of assets was chosen.
const assetsPerProject = 25

// demoStores are where demo data goes.
type demoStores struct {
	fx.In

	Projects projects.Repository
	Finder   projects.Finder
	Assets   gallery.Repository
	Figures  *insights.Service
}

// loadDemo gives the user of dev mode demo data at the start, if that was configured and they have nothing yet, or only
// part of it.
func loadDemo(c *Config, life fx.Lifecycle, to demoStores, log *zap.Logger) {
	if !c.Demo {
		return
	}
	life.Append(fx.Hook{OnStart: func(ctx context.Context) error {
		plan := demo.Plan{
			Seed: demoSeed, Owners: []ident.Owner{api.DevOwner}, Now: time.Now(), Remembered: c.EventRetention,
			Projects: int(c.DemoProjects), Assets: int(c.DemoAssets), Events: int(c.DemoEvents),
		}
		_, begun, err := plan.Begun(ctx, to.Projects)
		if err != nil {
			return err
		}
		something, err := hasProjects(ctx, to.Finder, api.DevOwner)
		if err != nil || something && !begun {
			return err
		}
		start := time.Now()
		if err := demo.Load(ctx, plan, to.Projects, to.Assets, nil); err != nil {
			return err
		}
		if err := demo.LoadEvents(ctx, plan, to.Projects, to.Figures, nil); err != nil {
			return err
		}
		log.Info("demo data is there", zap.Int64("projects", c.DemoProjects), zap.Int64("assets", c.DemoAssets),
			zap.Int64("events", c.DemoEvents), zap.Duration("took", time.Since(start)))
		return nil
	}})
}

// hasProjects reports whether the owner has a project, in the trash too.
func hasProjects(ctx context.Context, finder projects.Finder, owner ident.Owner) (bool, error) {
	for _, trashed := range []bool{false, true} {
		rows, err := finder.List(ctx, owner, projects.Query{
			Filter: projects.Filter{Trashed: trashed}, Order: projects.Newest, Window: page.Window{Limit: 1},
		})
		if err != nil || len(rows) > 0 {
			return len(rows) > 0, err
		}
	}
	return false, nil
}

// DemoOptions say what `server demo` makes. Without Projects there are as many as suit the assets.
type DemoOptions struct {
	Seed             uint64
	Projects, Assets int
	Events           int
	Owner            string
	Owners           int
}

// Demo writes demo data into the configured database, with a progress bar. It can be interrupted and run again.
func Demo(ctx context.Context, c *Config, o DemoOptions, out io.Writer) error {
	if !c.onDatabase() {
		return errors.New("demo data outlives this command only in a database: set VITRINE_PROFILE=postgres; the memory profile has VITRINE_DEMO")
	}
	if o.Projects == 0 {
		o.Projects = max(60, o.Assets/assetsPerProject, demo.MinProjects*o.Owners)
	}
	return c.withDatabase(ctx, int(c.DatabaseMaxConns), func(db *postgres.DB) error { return loadInto(ctx, db, c, o, out) })
}

func loadInto(ctx context.Context, db *postgres.DB, c *Config, o DemoOptions, out io.Writer) error {
	plan := demo.Plan{Seed: o.Seed, Owners: o.owners(), Projects: o.Projects, Assets: o.Assets, Now: time.Now()}
	plan.Events, plan.Remembered = o.Events, c.EventRetention
	begin, repo := time.Now(), postgres.NewProjects(db)
	if err := demo.Load(ctx, plan, repo, postgres.NewAssets(db), progress("projects and assets", plan.Total())); err != nil {
		return err
	}
	if err := demo.LoadEvents(ctx, plan, repo, newInsights(c, postgresInsights(db)), progress("events", plan.Events)); err != nil {
		return err
	}
	fmt.Fprintf(out, "%d projects, %d assets and %d events are there, of %d owner(s), %s (%s)\n",
		o.Projects, o.Assets, o.Events, len(plan.Owners), plan.Owners[0], time.Since(begin).Round(time.Second/10))
	return nil
}

// owners are the owner that was chosen and as many more as were asked for.
func (o DemoOptions) owners() []ident.Owner {
	owners := []ident.Owner{ident.Owner(o.Owner)}
	for i := 2; i <= o.Owners; i++ {
		owners = append(owners, ident.Owner(fmt.Sprintf("%s-%d", o.Owner, i)))
	}
	return owners
}

// progress draws a bar on a terminal, and nothing elsewhere.
func progress(what string, total int) func(done, total int) {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return nil
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true), progressbar.OptionSetDescription(what), progressbar.OptionClearOnFinish())
	return func(done, _ int) {
		_ = bar.Set(done) // a bar that cannot be drawn is no reason to stop
	}
}
