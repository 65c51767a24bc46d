package memory

import (
	"context"
	"maps"
	"slices"
	"sync"

	"vitrine/core/ident"
)

// DB is the database behind all ports of this package. It is safe for concurrent use, and starts nothing that would
// have to be stopped. Each owner has a lock of its own, so that none waits for another.
type DB struct {
	mu       sync.RWMutex // of the map alone
	holdings map[ident.Owner]*holding
	running  sync.Map // the keyedRequests at work
}

// New makes an empty database.
func New() *DB { return &DB{holdings: map[ident.Owner]*holding{}} }

// read lets look at what the owner has, while nobody changes it.
func (db *DB) read(ctx context.Context, owner ident.Owner, look func(*holding) error) error {
	db.mu.RLock()
	h, ok := db.holdings[owner]
	db.mu.RUnlock()
	if !ok {
		h = newHolding()
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	return look(h)
}

// write changes what the owner has, in two steps, alone. stage decides and may fail, so it must change nothing; commit,
// which it returns, changes everything and cannot fail. A context that ends before the commit prevents it.
func (db *DB) write(ctx context.Context, owner ident.Owner, stage func(*holding) (commit func(), err error)) error {
	h := db.own(owner)
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	commit, err := stage(h)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	commit()
	return nil
}

// owners are all who may have something, in byte order.
func (db *DB) owners() []ident.Owner {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return slices.Sorted(maps.Keys(db.holdings))
}

// own gives what the owner has, which may be nothing yet.
func (db *DB) own(owner ident.Owner) *holding {
	db.mu.Lock()
	defer db.mu.Unlock()
	h, ok := db.holdings[owner]
	if !ok {
		h = newHolding()
		db.holdings[owner] = h
	}
	return h
}
