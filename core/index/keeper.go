package index

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"time"

	"vitrine/core/ident"
)

// Keeper sees to it that the copy that is searched is the registered one, of this binary's schema, with all that the record
// has. It is safe for concurrent use.
type Keeper[D any] struct {
	Ports[D]
	newID ident.Source
	clock ident.Clock
	sound atomic.Bool
}

// Ports are what an engine and the record supply to a keeper, and to a verifier.
type Ports[D any] struct {
	Engine   Engine[D]
	Pointer  Pointer
	Registry Registry
	Stock    Stock[D]
}

// NewKeeper makes a keeper that has looked at nothing yet: until Check the index is not Sound.
func NewKeeper[D any](p Ports[D], newID ident.Source, clock ident.Clock) *Keeper[D] {
	return &Keeper[D]{Ports: p, newID: newID, clock: clock}
}

// Sound reports whether the copy that is searched was the right one when it was last looked at.
func (k *Keeper[D]) Sound() bool { return k.sound.Load() }

// Check looks at the copy that is searched, and makes another one where it has to: no copy, one that is not registered, one of
// an older schema. One of a newer schema belongs to a newer server. If another server is at it already it does nothing.
func (k *Keeper[D]) Check(ctx context.Context) error {
	fine, err := k.look(ctx)
	if err != nil || fine {
		return err
	}
	_, err = k.Registry.Alone(ctx, func(ctx context.Context) error {
		fine, err := k.look(ctx) // another may have been at it until now
		if err != nil || fine {
			return err
		}
		return k.rebuild(ctx, func(int) {})
	})
	return err
}

// look notes whether the copy that is searched is sound, and reports whether it may stay. One that cannot be looked at is not
// sound.
func (k *Keeper[D]) look(ctx context.Context) (fine bool, err error) {
	sound := false
	defer func() { k.sound.Store(sound) }()
	used, registered, err := k.inUse(ctx)
	if err != nil {
		return false, err
	}
	sound = registered && used.Schema == k.Engine.Schema()
	return registered && used.Schema >= k.Engine.Schema(), nil
}

// inUse gives the copy that is searched, and reports whether it is registered.
func (p Ports[D]) inUse(ctx context.Context) (used Copy, registered bool, err error) {
	if used, err = p.Pointer.InUse(ctx); err != nil {
		return used, false, err
	}
	copies, err := p.Registry.Copies(ctx)
	return used, slices.ContainsFunc(copies, func(c Registered) bool { return c.Copy == used }), err
}

// ErrBusy is returned where another server makes or compares a copy.
var ErrBusy = errors.New("another server is rebuilding or comparing the index")

// Rebuild makes a new copy, or goes on with one that was begun, and has it searched in place of the other when it is full;
// until then the other one is searched and kept up to date as well. progress is told how many documents came in each time.
func (k *Keeper[D]) Rebuild(ctx context.Context, progress func(documents int)) error {
	ran, err := k.Registry.Alone(ctx, func(ctx context.Context) error { return k.rebuild(ctx, progress) })
	if err == nil && !ran {
		return ErrBusy
	}
	return err
}

func (k *Keeper[D]) rebuild(ctx context.Context, progress func(int)) error {
	used, err := k.Pointer.InUse(ctx)
	if err != nil {
		return err
	}
	next, err := k.next(ctx, used)
	if err != nil {
		return err
	}
	if err := k.fill(ctx, next, progress); err != nil {
		return err
	}
	if err := k.prove(ctx, next.Copy); err != nil {
		return err
	}
	if err := k.Pointer.Use(ctx, next.Copy); err != nil {
		return err
	}
	if err := k.retire(ctx, next.Copy); err != nil {
		return err
	}
	_, err = k.look(ctx)
	return err
}

// next is a copy that was begun and is there, or a new one. One that got lost is unregistered at once, or the outbox would keep
// everything for it.
func (k *Keeper[D]) next(ctx context.Context, used Copy) (Registered, error) {
	copies, err := k.Registry.Copies(ctx)
	if err != nil {
		return Registered{}, err
	}
	for _, c := range copies {
		if c.Copy == used || c.Schema != k.Engine.Schema() {
			continue
		}
		if there, err := k.Engine.Has(ctx, c.Copy); err != nil || there {
			return c, err
		}
		if err := k.Registry.Unregister(ctx, c.ID); err != nil {
			return Registered{}, err
		}
	}
	made, err := k.Engine.Create(ctx, k.newID(), k.clock.Now())
	if err != nil {
		return Registered{}, err
	}
	if err := k.Registry.Register(ctx, made); err != nil {
		return Registered{}, errors.Join(err, k.Engine.Drop(context.WithoutCancel(ctx), made)) // or nobody would know of it
	}
	return Registered{Copy: made}, nil
}

// retire ends every other copy that is registered. What nobody registered is not ours to delete.
func (k *Keeper[D]) retire(ctx context.Context, kept Copy) error {
	copies, err := k.Registry.Copies(ctx)
	if err != nil {
		return err
	}
	for _, c := range copies {
		if c.Copy == kept {
			continue
		}
		if err := k.Registry.Unregister(ctx, c.ID); err != nil {
			return err
		}
		if err := k.Engine.Drop(ctx, c.Copy); err != nil {
			return err
		}
	}
	return nil
}

// Drop deletes all registered copies; the outbox keeps nothing for them any more. It says which they were.
func (k *Keeper[D]) Drop(ctx context.Context) (dropped []Registered, err error) {
	ran, err := k.Registry.Alone(ctx, func(ctx context.Context) (err error) {
		if dropped, err = k.Registry.Copies(ctx); err != nil {
			return err
		}
		return k.retire(ctx, Copy{})
	})
	if err == nil && !ran {
		return nil, ErrBusy
	}
	return dropped, err
}

// watchEvery is how often a keeper checks.
const watchEvery = 5 * time.Second

// Run checks until the context ends. It tells failed of each check that failed.
func (k *Keeper[D]) Run(ctx context.Context, failed func(error)) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		if err := k.Check(ctx); err != nil && ctx.Err() == nil {
			failed(err)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}
