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
	name string
	ask  func(context.Context) error
}

// Readiness tells whether the server can do its work, and what is missing if not.
type Readiness struct {
	probes   []probe
	stopping atomic.Bool

	mu      sync.Mutex // held while asking, so that there is one question at a time
	asked   time.Time
	missing []string
}

// newReadiness makes the readiness of a server with these dependencies.
func newReadiness(probes []probe) *Readiness { return &Readiness{probes: probes} }

// Stop makes the server not ready for good; it is about to end.
func (r *Readiness) Stop() { r.stopping.Store(true) }

// Missing names the dependencies that do not answer.
func (r *Readiness) Missing(ctx context.Context) []string {
	if r.stopping.Load() {
		return []string{"stopping"}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if time.Since(r.asked) < freshness {
		return r.missing
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	r.missing = nil
	for _, p := range r.probes {
		if err := p.ask(ctx); err != nil {
			r.missing = append(r.missing, p.name)
		}
	}
	r.asked = time.Now()
	return r.missing
}

// ServeHTTP answers 200 or 503, with the names of what is missing and nothing more about it.
func (r *Readiness) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	missing := r.Missing(req.Context())
	status, answer := http.StatusOK, map[string]any{"status": "ready"}
	if len(missing) > 0 {
		status, answer = http.StatusServiceUnavailable, map[string]any{"status": "not ready", "missing": missing}
	}
	writeJSON(w, status, answer)
}

func writeJSON(w http.ResponseWriter, status int, answer any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(answer) // the asker may be gone, and nobody else wants to know
}
