package app

import (
	"strconv"
	"time"

	api "vitrine/adapters/http"
	"vitrine/core/insights"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// newMetrics is what /metrics shows: the process, and what else registers itself.
func newMetrics() *prometheus.Registry {
	r := prometheus.NewRegistry()
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return r
}

// observed measures every request by the template of its route, never by its path, of which there are too many.
func observed(r *prometheus.Registry) api.Observer {
	took := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "vitrine_http_request_seconds", Help: "How long requests took, by route and status.",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
	}, []string{"method", "route", "status"})
	r.MustRegister(took)
	return func(method, route string, status int, d time.Duration) {
		took.WithLabelValues(method, route, strconv.Itoa(status)).Observe(d.Seconds())
	}
}

// countedEvents counts events by what became of them.
func countedEvents(r *prometheus.Registry) func(insights.Report) {
	events := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "vitrine_events_total", Help: "Events that were posted, by what became of them.",
	}, []string{"outcome"})
	r.MustRegister(events)
	return func(report insights.Report) {
		events.WithLabelValues("accepted").Add(float64(report.Accepted))
		events.WithLabelValues("duplicate").Add(float64(report.Duplicate))
		events.WithLabelValues("rejected").Add(float64(report.Rejected))
	}
}
