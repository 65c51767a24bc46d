package http

import (
	"fmt"
	"net"
	"net/http"
	"slices"

	"vitrine/core/fault"

	"github.com/rs/cors"
)

// preflightAge is how long, in seconds, a browser may remember the answer of a preflight.
const preflightAge = 600

// share lets the pages of the allowed origins call the API and read its answers (CORS). Origins are compared exactly and
// none is allowed by default; cookies are never shared, since there are none.
func share(allowed []string, next http.Handler) http.Handler {
	return cors.New(cors.Options{
		AllowOriginFunc: func(origin string) bool { return slices.Contains(allowed, origin) },
		AllowedMethods:  []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPatch, http.MethodDelete},
		AllowedHeaders:  []string{"Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key", "Vitrine-Owner"},
		ExposedHeaders:  []string{"ETag", "Location", "Idempotent-Replayed", "X-Request-Id", "Retry-After"},
		MaxAge:          preflightAge,
	}).Handler(next)
}

// refuseForgeries refuses writes that a browser sends on behalf of a page of another origin, unless it is allowed.
func (a *api) refuseForgeries(allowed []string, next http.Handler) (http.Handler, error) {
	protection := http.NewCrossOriginProtection()
	for _, origin := range allowed {
		if err := protection.AddTrustedOrigin(origin); err != nil {
			return nil, fmt.Errorf("allowed origin: %w", err)
		}
	}
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a.fail(w, r, crossOrigin("A page of another origin may not write here."))
	}))
	return protection.Handler(next), nil
}

// loopbackNames are the names by which a browser on this machine can mean this machine.
var loopbackNames = []string{"localhost", "127.0.0.1", "::1"}

// refuseForeignHosts answers only to loopback names and the listener's own port. Without a token to steal, that is what
// keeps a page out whose name was made to resolve to this machine (DNS rebinding).
func (a *api) refuseForeignHosts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopbackHost(r) {
			a.fail(w, r, crossOrigin("In dev mode the server answers only to localhost, 127.0.0.1 and [::1], with its own port."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func loopbackHost(r *http.Request) bool {
	name, port, err := net.SplitHostPort(r.Host)
	if err != nil {
		name, port, err = net.SplitHostPort(r.Host + ":80") // a host without a port means that of the scheme
	}
	if err != nil || !slices.Contains(loopbackNames, name) {
		return false
	}
	local, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return true // not served by a listener
	}
	_, own, err := net.SplitHostPort(local.String())
	return err == nil && port == own
}

func crossOrigin(message string) *fault.Error {
	return fault.New(fault.Forbidden, "cross-origin-denied", "%s", message)
}
