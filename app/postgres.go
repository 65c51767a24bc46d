package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"vitrine/adapters/postgres"
	"vitrine/core/gallery"
	"vitrine/core/insights"
	"vitrine/core/projects"
	"vitrine/core/settings"

	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/fx"
	"go.uber.org/zap"
)

// postgresStorage keeps everything in PostgreSQL.
var postgresStorage = fx.Module("storage.postgres",
	fx.Provide(
		openPostgres,
		fx.Annotate(postgres.NewProjects, fx.As(new(projects.Repository)), fx.As(new(projects.Finder))),
		fx.Annotate(postgres.NewAssets, fx.As(new(gallery.Repository)), fx.As(new(gallery.Finder)), fx.As(new(gallery.Vocabulary))),
		fx.Annotate(postgres.NewSettings, fx.As(new(settings.Repository))),
		postgresInsights,
		fx.Annotate(func(db *postgres.DB) probe { return probe{name: "database", ask: db.Ping} }, fx.ResultTags(probes)),
		func(db *postgres.DB) []chore { return []chore{{"expired idempotency keys", db.ForgetKeys}} },
	),
	fx.Invoke(func(db *postgres.DB, metrics *prometheus.Registry) error { return metrics.Register(poolMetrics{db}) }),
)

// postgresInsights are the ports of figures in PostgreSQL.
func postgresInsights(db *postgres.DB) insights.Ports {
	events := postgres.NewInsights(db)
	return insights.Ports{Events: events, Reader: events, Ranking: events, Catalog: events, Upkeep: events}
}

// openPostgres prepares the database, and at the start holds its schema to this binary's.
func openPostgres(c *Config, log *zap.Logger, life fx.Lifecycle) (*postgres.DB, error) {
	db, err := postgres.Open(c.DatabaseURL, int(c.DatabaseMaxConns))
	if err != nil {
		return nil, err
	}
	life.Append(fx.Hook{
		OnStart: func(ctx context.Context) error { return prepare(ctx, db, c.Migrate, log) },
		OnStop:  func(context.Context) error { return db.Close() },
	})
	return db, nil
}

// answerTimeout is how long the database may take to answer at the start.
const answerTimeout = 30 * time.Second

func prepare(ctx context.Context, db *postgres.DB, migrate bool, log *zap.Logger) error {
	if migrate {
		return db.Migrate(ctx, func(name string) { log.Info("migration applied", zap.String("name", name)) })
	}
	ctx, cancel := context.WithTimeout(ctx, answerTimeout)
	defer cancel()
	err := db.CheckSchema(ctx)
	if errors.Is(err, postgres.ErrBehind) {
		return fmt.Errorf("%w; run `server migrate`, or set VITRINE_MIGRATE=true", err)
	}
	return err
}

// poolMetrics tells how the pool of connections is used.
type poolMetrics struct{ db *postgres.DB }

var (
	poolInUse = prometheus.NewDesc("vitrine_database_connections_in_use", "Connections that a request holds.", nil, nil)
	poolOpen  = prometheus.NewDesc("vitrine_database_connections_open", "Connections to the database.", nil, nil)
	poolLimit = prometheus.NewDesc("vitrine_database_connections_limit", "Connections that may be open.", nil, nil)
	poolWaits = prometheus.NewDesc("vitrine_database_waits_total", "Requests that had to wait for a connection.", nil, nil)
)

// Describe implements prometheus.Collector.
func (m poolMetrics) Describe(to chan<- *prometheus.Desc) { prometheus.DescribeByCollect(m, to) }

// Collect implements prometheus.Collector.
func (m poolMetrics) Collect(to chan<- prometheus.Metric) {
	s := m.db.Stat()
	to <- prometheus.MustNewConstMetric(poolInUse, prometheus.GaugeValue, float64(s.AcquiredConns()))
	to <- prometheus.MustNewConstMetric(poolOpen, prometheus.GaugeValue, float64(s.TotalConns()))
	to <- prometheus.MustNewConstMetric(poolLimit, prometheus.GaugeValue, float64(s.MaxConns()))
	to <- prometheus.MustNewConstMetric(poolWaits, prometheus.CounterValue, float64(s.EmptyAcquireCount()))
}
