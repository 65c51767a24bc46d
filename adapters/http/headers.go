package http

import "net/http"

// Content security policies. An answer of the API has nothing to run or to show; a page has its own files.
const (
	policyAPI  = "default-src 'none'; frame-ancestors 'none'"
	policyPage = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	policyDocs = policyPage + "; script-src 'self'; connect-src 'self'"
	policyApp  = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; " +
		"img-src 'self' https:; media-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

// vary are the request headers that an answer depends on, Accept-Encoding and Origin aside, which their handlers add.
const vary = "Authorization, Vitrine-Owner, Accept"

// secureHeaders sets what every answer carries: it is read as what it says it is, embedded nowhere, and kept by no cache.
// What may be kept says so itself (answer.go). Strict-Transport-Security belongs to whoever ends TLS.
func secureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-store")
		h.Set("Content-Security-Policy", policyAPI)
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Add("Vary", vary)
		next.ServeHTTP(w, r)
	})
}
