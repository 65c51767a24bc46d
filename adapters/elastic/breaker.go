package elastic

import (
	"context"
	"time"

	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/sony/gobreaker/v2"
)

// When a breaker opens, and for how long: it then lets one question through to see.
const (
	failuresInARow = 3
	judgedAtLeast  = 20 // questions of a window before their share of failures counts
	judgedOver     = 10 * time.Second
	restOpen       = 5 * time.Second
)

// Breaker implements gallery.Searcher in front of another one. Once that is out it says so at once instead of having everybody
// wait for it. A question that was refused, or that the caller gave up, is no sign of an outage.
type Breaker struct {
	behind  gallery.Searcher
	breaker *gobreaker.TwoStepCircuitBreaker[struct{}]
}

var _ gallery.Searcher = (*Breaker)(nil)

// NewBreaker makes a breaker, closed. changed is told when it opens (with true) and closes; it must not block.
func NewBreaker(s gallery.Searcher, changed func(open bool)) *Breaker {
	return &Breaker{behind: s, breaker: gobreaker.NewTwoStepCircuitBreaker[struct{}](gobreaker.Settings{
		Interval: judgedOver,
		Timeout:  restOpen,
		ReadyToTrip: func(c gobreaker.Counts) bool {
			return c.ConsecutiveFailures >= failuresInARow || c.Requests >= judgedAtLeast && 2*c.TotalFailures >= c.Requests
		},
		IsSuccessful: func(err error) bool { return !fault.Is(err, fault.Unavailable) },
		OnStateChange: func(_ string, from, to gobreaker.State) {
			if from == gobreaker.StateClosed || to == gobreaker.StateClosed {
				changed(to != gobreaker.StateClosed)
			}
		},
	})}
}

// Search implements gallery.Searcher.
func (b *Breaker) Search(ctx context.Context, owner ident.Owner, q gallery.Query) ([]page.Key, error) {
	return through(ctx, b, func() ([]page.Key, error) { return b.behind.Search(ctx, owner, q) })
}

// Count implements gallery.Searcher.
func (b *Breaker) Count(
	ctx context.Context, owner ident.Owner, f gallery.Filter, facets []string, limit int64,
) (page.Counts, error) {
	return through(ctx, b, func() (page.Counts, error) { return b.behind.Count(ctx, owner, f, facets, limit) })
}

// through asks if the breaker lets it.
func through[T any](ctx context.Context, b *Breaker, ask func() (T, error)) (T, error) {
	var none T
	done, err := b.breaker.Allow()
	if err != nil {
		return none, fault.Unreachable("search index", err)
	}
	found, err := ask()
	if ctx.Err() != nil {
		done(nil)
	} else {
		done(err)
	}
	return found, err
}
