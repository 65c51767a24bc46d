package app

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// freshness is how long an answer about readiness is good for: a flood of questions reaches no dependency more often.
const freshness = time.Second

// probe asks whether a dependency can be used.
type probe struct {
	name     string
	optional bool // the server does its work without it, a little less well
	ask      func(context.Context) error
}

// probes is where the probes of all modules are put together.
const probes = `group:"probes"`

// condition is what does not answer.
type condition struct {
	missing, degraded []string
}

// Readiness tells whether the server can do its work, and what is missing if not.
type Readiness struct {
	probes   []probe
	stopping atomic.Bool

	mu    sync.Mutex // held while asking, so that there is one question at a time
	asked time.Time
	found condition
}

// newReadiness makes the readiness of a server with these dependencies.
func newReadiness(probes []probe) *Readiness { return &Readiness{probes: probes} }

// Stop makes the server not ready for good; it is about to end.
func (r *Readiness) Stop() { r.stopping.Store(true) }

// condition asks the dependencies, unless it has just done so.
func (r *Readiness) condition(ctx context.Context) condition {
	if r.stopping.Load() {
		return condition{missing: []string{"stopping"}}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if time.Since(r.asked) < freshness {
		return r.found
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	r.found = condition{}
	for _, p := range r.probes {
		switch err := p.ask(ctx); {
		case err == nil:
		case p.optional:
			r.found.degraded = append(r.found.degraded, p.name)
		default:
			r.found.missing = append(r.found.missing, p.name)
		}
	}
	r.asked = time.Now()
	return r.found
}

// ServeHTTP answers 200 or 503, with the names of what is missing and nothing more about it. What the server can do without is
// no reason for 503: whoever balances load would take away the answers that it still gives.
func (r *Readiness) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	found := r.condition(req.Context())
	status, answer := http.StatusOK, map[string]any{"status": "ready"}
	if len(found.degraded) > 0 {
		answer = map[string]any{"status": "degraded", "degraded": found.degraded}
	}
	if len(found.missing) > 0 {
		status, answer = http.StatusServiceUnavailable, map[string]any{"status": "not ready", "missing": found.missing}
	}
	writeJSON(w, status, answer)
}

func writeJSON(w http.ResponseWriter, status int, answer any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(answer) // the asker may be gone, and nobody else wants to know
}
