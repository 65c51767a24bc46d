package http

import (
	"net/http"
	"time"

	"go.uber.org/zap"
)

// response remembers what was sent, for the access log and the panic guard.
type response struct {
	http.ResponseWriter
	status int // 0 until the header is written
	bytes  int64
}

// WriteHeader notes the status.
func (w *response) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write notes the number of bytes.
func (w *response) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *response) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// logAccess writes one line a request. It names the route's template and never the path, the query or a header, since
// those can hold what people typed and what they must keep secret.
func (a *api) logAccess(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sent := &response{ResponseWriter: w}
		next.ServeHTTP(sent, r)
		x := exchangeOf(r)
		took := time.Since(x.began)
		fields := []zap.Field{
			zap.String("request_id", x.id),
			zap.String("method", shortened(r.Method)),
			zap.Int("status", sent.status),
			zap.Int64("bytes", sent.bytes),
			zap.Duration("took", took),
		}
		if x.route != nil {
			fields = append(fields, zap.String("route", x.route.path))
			a.Observe(x.route.method, x.route.path, sent.status, took)
		}
		if x.caller.Owner != "" {
			fields = append(fields, zap.String("owner", string(x.caller.Owner)))
		}
		if x.problem != "" {
			fields = append(fields, zap.String("problem", x.problem))
		}
		a.log.Info("request", fields...)
	})
}
