package app

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/zap"
)

// searchMetrics tell how far the index is behind the record.
type searchMetrics struct {
	engine *elasticsearch
	copies searchCopies
	log    *zap.Logger
}

func searchDesc(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("vitrine_search_"+name, help, labels, nil)
}

var (
	searchSound   = searchDesc("sound", "1 where the index is there and complete, else 0.", "index")
	searchOut     = searchDesc("breaker_open", "1 where Elasticsearch does not answer searches, so that PostgreSQL does.")
	searchPending = searchDesc("pending", "Documents that have still to be written to the index.", "index")
	searchParked  = searchDesc("parked", "Documents that Elasticsearch refuses as they are.", "index")
	searchDrift   = searchDesc("drift", "Documents that differed from the record when this server last compared all.", "index")
	searchLag     = searchDesc("lag_seconds", "For how long the oldest pending document has been waiting.", "index")
)

func measureCopies(e *elasticsearch, all searchCopies, r *prometheus.Registry, log *zap.Logger) error {
	return r.Register(searchMetrics{engine: e, copies: all, log: seldom(log)})
}

// Describe implements prometheus.Collector.
func (m searchMetrics) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{searchSound, searchOut, searchPending, searchParked, searchLag, searchDrift} {
		to <- d
	}
}

// Collect implements prometheus.Collector. While the database does not answer, what only it knows is left out.
func (m searchMetrics) Collect(to chan<- prometheus.Metric) {
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	gauge(searchOut, oneIf(m.engine.out.Load()))
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	for _, f := range m.copies.all {
		gauge(searchSound, oneIf(f.keeper.Sound()), f.name)
		if last := f.verifier.Last(); last != nil {
			gauge(searchDrift, float64(last.Drift()), f.name)
		}
		behind, err := f.registry.Behind(ctx)
		if err != nil {
			m.log.Warn("metrics of the index are not there", zap.String("index", f.name), zap.Error(err))
			continue
		}
		gauge(searchPending, float64(behind.Pending), f.name)
		gauge(searchParked, float64(behind.Parked), f.name)
		gauge(searchLag, behind.Lag.Seconds(), f.name)
	}
}

func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
