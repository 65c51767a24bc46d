package index

import (
	"context"
	"errors"

	"vitrine/core/ident"
)

// EveryCopy implements Indexer: it writes to all registered copies. A change is Done when it is in each, and Parked when one
// refuses it and none has to be tried again.
type EveryCopy[D any] struct {
	registry Registry
	engine   Engine[D]
	writers  map[ident.ID]Indexer[D]
}

// NewEveryCopy makes the writer of one worker.
func NewEveryCopy[D any](r Registry, e Engine[D]) *EveryCopy[D] {
	return &EveryCopy[D]{registry: r, engine: e, writers: map[ident.ID]Indexer[D]{}}
}

// Write implements Indexer.
func (w *EveryCopy[D]) Write(ctx context.Context, changes []Change[D]) ([]Outcome, error) {
	outcomes := make([]Outcome, len(changes))
	if err := w.meet(ctx); err != nil {
		return outcomes, err
	}
	for i := range outcomes {
		outcomes[i].Verdict = Done
	}
	var failed error
	for _, writer := range w.writers {
		said, err := writer.Write(ctx, changes)
		failed = errors.Join(failed, err)
		for i := range outcomes {
			outcomes[i] = Worse(outcomes[i], said[i])
		}
	}
	return outcomes, failed
}

// Worse is the outcome that has more left to do.
func Worse(a, b Outcome) Outcome {
	if b.Verdict == Kept || a.Verdict == Done {
		return b
	}
	return a
}

// meet has a writer for each copy that is registered now. One that came since the last time missed nothing: what was committed
// before it was registered it is filled with.
func (w *EveryCopy[D]) meet(ctx context.Context) error {
	copies, err := w.registry.Copies(ctx)
	if err != nil {
		return err
	}
	known := w.writers
	w.writers = make(map[ident.ID]Indexer[D], len(copies))
	for _, c := range copies {
		writer, there := known[c.ID]
		if !there {
			writer = w.engine.Indexer(c.Copy)
		}
		w.writers[c.ID] = writer
	}
	return nil
}

// Refresh implements Indexer.
func (w *EveryCopy[D]) Refresh(ctx context.Context) error {
	var failed error
	for _, writer := range w.writers {
		failed = errors.Join(failed, writer.Refresh(ctx))
	}
	return failed
}
