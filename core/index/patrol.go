package index

import (
	"context"
	"errors"
	"time"
)

// When a verifier goes round for the first time, so that a server that is started daily does it too, and when again after
// a round that failed or that another server's work did not admit.
const (
	firstRound = time.Minute
	nextTry    = 5 * time.Minute
)

// Run verifies and repairs with care, again and again, until the context ends: each server at its own times, but no two at
// once, nor while a copy is made. It tells each round's report and error as Verify gives them.
func (v *Verifier[D]) Run(ctx context.Context, every time.Duration, told func(Report, error)) {
	for pause := min(firstRound, every); ; {
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return
		}
		var r Report
		ran, err := v.Registry.Alone(ctx, func(ctx context.Context) (err error) {
			r, err = v.Verify(ctx, Careful, func(Report) {})
			return err
		})
		if ctx.Err() != nil {
			return
		}
		if ran || err != nil {
			told(r, err)
		}
		pause = every
		if !ran || err != nil && !errors.Is(err, ErrBrake) {
			pause = min(nextTry, every)
		}
	}
}
