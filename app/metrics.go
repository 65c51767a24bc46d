package app

import (
	"strconv"
	"time"

	api "vitrine/adapters/http"

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
