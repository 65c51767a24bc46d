package app

import (
	"context"
	"sync"

	"go.uber.org/fx"
)

// inBackground runs the works from the start on until the server ends. Each has to end with its context, and is waited for.
func inBackground(life fx.Lifecycle, works ...func(context.Context)) {
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	life.Append(fx.Hook{
		OnStart: func(context.Context) error {
			for _, work := range works {
				running.Go(func() { work(ctx) })
			}
			return nil
		},
		OnStop: func(context.Context) error {
			cancel()
			running.Wait()
			return nil
		},
	})
}
