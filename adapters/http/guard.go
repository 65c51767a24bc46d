package http

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"vitrine/core/fault"

	"go.uber.org/zap"
)

// guardPanics turns a panic into a 500 that tells the client nothing; the stack goes to the log. Where the answer has
// begun already, the connection is cut, so that nobody takes half an answer for a whole one.
func (a *api) guardPanics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(cause) // the server's own way to cut a connection
			}
			a.log.Error("panic", zap.String("request_id", exchangeOf(r).id), zap.Any("cause", cause),
				zap.ByteString("stack", debug.Stack()))
			if sent, ok := w.(*response); ok && sent.status != 0 {
				panic(http.ErrAbortHandler)
			}
			a.fail(w, r, fmt.Errorf("panic: %v", cause))
		}()
		next.ServeHTTP(w, r)
	})
}

// limitTime gives each request a deadline; what it asks of a store ends with it.
func limitTime(limit time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), limit)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// maxConcurrent is how many requests are served at once: far above what two cores need to be busy, and low enough that a
// flood is refused before it fills the memory.
const maxConcurrent = 512

// limitConcurrency refuses what is beyond the number of places, at once, instead of letting everybody wait.
func (a *api) limitConcurrency(places int, next http.Handler) http.Handler {
	taken := make(chan struct{}, places)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case taken <- struct{}{}:
			defer func() { <-taken }()
			next.ServeHTTP(w, r)
		default:
			a.fail(w, r, fault.New(fault.Unavailable, fault.CodeOverloaded, "The server is busy; try again shortly."))
		}
	})
}
