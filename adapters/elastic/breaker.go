package elastic

import (
	"context"
	"time"

	"vitrine/core/fault"

	"github.com/sony/gobreaker/v2"
)

// When a breaker opens, and for how long: it then lets one question through to see.
const (
	failuresInARow = 3
	judgedAtLeast  = 20 // questions of a window before their share of failures counts
	judgedOver     = 10 * time.Second
	restOpen       = 5 * time.Second
)

// breaker stands in front of all searches. Once Elasticsearch is out it says so at once instead of having everybody wait for it.
// A question that was refused, or that the caller gave up, is no sign of an outage.
type breaker struct {
	steps *gobreaker.TwoStepCircuitBreaker[struct{}]
}

// newBreaker makes a breaker, closed.
func newBreaker(changed func(open bool)) breaker {
	return breaker{gobreaker.NewTwoStepCircuitBreaker[struct{}](gobreaker.Settings{
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

// through asks if the breaker lets it.
func (b breaker) through(ctx context.Context, ask func() error) error {
	done, err := b.steps.Allow()
	if err != nil {
		return fault.Unreachable("search index", err)
	}
	err = ask()
	if ctx.Err() != nil {
		done(nil)
	} else {
		done(err)
	}
	return err
}
