package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"vitrine/adapters/elastic"
	"vitrine/adapters/postgres"
	"vitrine/core/gallery"
	"vitrine/core/index"
	"vitrine/core/insights"

	"go.uber.org/fx"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// searchIndex has Elasticsearch search what PostgreSQL keeps.
var searchIndex = fx.Module("search.elastic",
	fx.Provide(
		openElastic,
		func(e *elasticsearch, db *postgres.DB) searchCopies { return copiesOf(e.Client, db) },
		fx.Annotate(func(e *elasticsearch, all searchCopies) probe {
			return probe{name: "search", optional: true, ask: func(context.Context) error { return errors.Join(e.err(), all.err()) }}
		}, fx.ResultTags(probes)),
		func(e *elasticsearch, db *postgres.DB, all searchCopies) *gallery.Index {
			return gallery.NewIndex(elastic.NewAssets(e.Client), postgres.NewAssets(db), index.NewGuard(postgres.NewAssetOutbox(db), all.assets.keeper.Sound))
		},
	),
	fx.Invoke(keepCopies, measureCopies),
)

// rankingByIndex has Elasticsearch put assets in order, for all modules.
var rankingByIndex = fx.Decorate(func(ports insights.Ports, e *elasticsearch, db *postgres.DB, all searchCopies) insights.Ports {
	guard := index.NewGuard(postgres.NewCounterOutbox(db), all.counters.keeper.Sound)
	ports.Ranking = insights.NewIndexedRanking(elastic.NewLeaders(e.Client), postgres.NewInsights(db), guard)
	return ports
})

// elasticsearch is the client of the engine, and whether searches find it in order.
type elasticsearch struct {
	*elastic.Client
	out atomic.Bool
}

var errBreakerOpen = errors.New("elasticsearch does not answer searches")

func (e *elasticsearch) err() error {
	if e.out.Load() {
		return errBreakerOpen
	}
	return nil
}

// openElastic prepares a client that connects when it is asked something, so that the server starts without Elasticsearch too.
func openElastic(c *Config, log *zap.Logger) (e *elasticsearch, err error) {
	e = &elasticsearch{}
	e.Client, err = c.elastic(func(open bool) {
		e.out.Store(open)
		if open {
			log.Warn("Elasticsearch does not answer; PostgreSQL searches in its place")
		} else {
			log.Info("Elasticsearch answers again")
		}
	})
	return e, err
}

// elastic is the client that is configured.
func (c *Config) elastic(changed func(open bool)) (*elastic.Client, error) {
	config := elastic.Config{APIKey: c.ElasticAPIKey, Prefix: c.IndexPrefix, Shards: int(c.IndexShards), Changed: changed}
	for address := range strings.SplitSeq(c.ElasticURL, ",") {
		config.Addresses = append(config.Addresses, strings.TrimSpace(address))
	}
	if c.ElasticCAFile != "" {
		var err error
		if config.CA, err = os.ReadFile(c.ElasticCAFile); err != nil {
			return nil, fmt.Errorf("VITRINE_ELASTICSEARCH_CA_FILE: %w", err)
		}
	}
	return elastic.Open(config)
}

// searchCopies are the families of copies that Elasticsearch has.
type searchCopies struct {
	assets, counters family
	all              []family
}

// family is a family of copies, whatever its documents are.
type family struct {
	name     string
	registry *postgres.SearchRegistry
	keeper   keeper
	relay    relay
	verifier verifier
}

// keeper is an index.Keeper.
type keeper interface {
	Sound() bool
	Run(ctx context.Context, failed func(error))
	Rebuild(ctx context.Context, progress func(documents int)) error
	Drop(ctx context.Context) ([]index.Registered, error)
}

// relay is an index.Relay.
type relay interface {
	Drain(ctx context.Context) error
	Run(ctx context.Context, failed func(error))
}

// verifier is an index.Verifier.
type verifier interface {
	Verify(ctx context.Context, repair index.Repair, told func(index.Report)) (index.Report, error)
	Run(ctx context.Context, every time.Duration, told func(index.Report, error))
	Last() *index.Verified
}

// copiesOf are the families of copies of what db has.
func copiesOf(client *elastic.Client, db *postgres.DB) searchCopies {
	s := searchCopies{
		assets: familyOf("assets", elastic.AssetIndex(client), postgres.NewAssetRegistry(db), postgres.NewAssetStock(db), postgres.NewAssetOutbox(db)),
		counters: familyOf("counters", elastic.CounterIndex(client), postgres.NewCounterRegistry(db), postgres.NewCounterStock(db),
			postgres.NewCounterOutbox(db)),
	}
	s.all = []family{s.assets, s.counters}
	return s
}

func familyOf[D any](
	name string, e *elastic.Index[D], r *postgres.SearchRegistry, stock index.Stock[D], changes index.Outbox[D],
) family {
	ports := index.Ports[D]{Engine: e, Pointer: e, Registry: r, Stock: stock}
	return family{
		name: name, registry: r, keeper: index.NewKeeper(ports, newID, time.Now), verifier: index.NewVerifier(ports, time.Now),
		relay: index.NewRelay(changes, index.NewEveryCopy(r, e), time.Now),
	}
}

// err says whether a copy is not what is to be searched.
func (s searchCopies) err() error {
	for _, f := range s.all {
		if !f.keeper.Sound() {
			return fmt.Errorf("the index of %s is not there, or not complete", f.name)
		}
	}
	return nil
}

// keepCopies has copies made where they are missing, what changes carried to them, and all compared with the record, until the
// server ends.
func keepCopies(c *Config, s searchCopies, life fx.Lifecycle, log *zap.Logger) {
	var works []func(context.Context)
	for _, f := range s.all {
		if c.SearchVerify > 0 {
			works = append(works, func(ctx context.Context) { f.verifier.Run(ctx, c.SearchVerify, f.reporting(log)) })
		}
		log := seldom(log).With(zap.String("index", f.name))
		works = append(works, func(ctx context.Context) {
			f.keeper.Run(ctx, func(err error) { log.Warn("the index could not be looked after", zap.Error(err)) })
		}, func(ctx context.Context) {
			f.relay.Run(ctx, func(err error) { log.Warn("changes could not be carried to the index; they are kept", zap.Error(err)) })
		})
	}
	inBackground(life, works...)
}

// reporting tells what a background comparison has found and mended.
func (f family) reporting(log *zap.Logger) func(index.Report, error) {
	log = log.With(zap.String("index", f.name))
	return func(r index.Report, err error) {
		switch {
		case errors.Is(err, index.ErrNoIndex): // the keeper is at it
		case err != nil:
			log.Warn("the index could not be compared or repaired", zap.Error(err))
		case r.Drift() > 0:
			log.Warn("the index differed from the record", zap.Any("flaws", r.Flaws), zap.Int64("mending", r.Marked),
				zap.Bool("needs_rebuild", r.NeedsRebuild()))
		default:
			log.Info("the index is as the record", zap.Int64("documents", r.Documents))
		}
	}
}

// seldom says the same thing once a minute.
func seldom(log *zap.Logger) *zap.Logger {
	return log.WithOptions(zap.WrapCore(func(c zapcore.Core) zapcore.Core {
		return zapcore.NewSamplerWithOptions(c, time.Minute, 1, 0)
	}))
}
