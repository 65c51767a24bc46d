package http

import (
	"context"
	"crypto/rand"
	"net/http"
	"time"
)

// exchange is what is known of one request while it is served. The outermost handler puts it into the context; those
// further in fill it, and the access log reads it at the end.
type exchange struct {
	id      string // of the request: in logs, in X-Request-Id, and the instance of a problem
	began   time.Time
	route   *route // the row that serves it; nil where no route matched
	caller  Caller // zero on public routes
	media   string // media type that the answer is to have; empty on public routes
	problem string // slug of the problem it was answered with; empty for none
}

type exchangeKey struct{}

// exchangeOf gives the exchange that a request belongs to.
func exchangeOf(r *http.Request) *exchange {
	x, _ := r.Context().Value(exchangeKey{}).(*exchange)
	return x
}

// identify begins the exchange. The request's id is always made here: one that a client sends is text of a stranger, and
// is ignored.
func identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := &exchange{id: rand.Text(), began: time.Now()}
		w.Header().Set("X-Request-Id", x.id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), exchangeKey{}, x)))
	})
}
