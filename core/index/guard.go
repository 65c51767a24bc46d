package index

import (
	"context"
	"errors"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
)

// Backlog knows what an index has still to learn.
type Backlog interface {
	// Pending must report whether there is a change of the owner's that has been committed and that searches of the index may
	// not see yet.
	Pending(ctx context.Context, owner ident.Owner) (bool, error)
}

// Guard decides who answers. It is safe for concurrent use.
type Guard struct {
	backlog  Backlog
	sound    func() bool
	standIns chan struct{} // a place for each question that the record answers instead of the index
}

// maxStandIns is how many questions at a time the record answers in place of an index that is out: no more than leave it room
// for everything else.
const maxStandIns = 8

// NewGuard makes the guard of an index that has an answer only while it is sound.
func NewGuard(b Backlog, sound func() bool) *Guard {
	return &Guard{backlog: b, sound: sound, standIns: make(chan struct{}, maxStandIns)}
}

var errUnsound = errors.New("it is not there, or not the registered one")

// Ask asks the index. The record answers while the index has not seen all that the owner has written: nothing is wrong then. It
// also answers in place of an index that is out (fault.Unavailable), and that is degraded. A question that the index refuses is
// a mistake, which the record must not cover up.
func Ask[T any](ctx context.Context, g *Guard, owner ident.Owner, index, record func() (T, error)) (found T, degraded bool, err error) {
	pending, err := g.backlog.Pending(ctx, owner)
	if err != nil {
		return found, false, err
	}
	if pending {
		found, err = record()
		return found, false, err
	}
	if err = fault.Unreachable("search index", errUnsound); g.sound() {
		found, err = index()
	}
	if !fault.Is(err, fault.Unavailable) {
		return found, false, err
	}
	leave, err := g.standIn(ctx)
	if err != nil {
		return found, false, err
	}
	defer leave()
	found, err = record()
	return found, true, err
}

// standInPatience is how long a question waits for its turn.
const standInPatience = time.Second

// standIn waits for one of the places at the record.
func (g *Guard) standIn(ctx context.Context) (leave func(), err error) {
	ctx, cancel := context.WithTimeout(ctx, standInPatience)
	defer cancel()
	select {
	case g.standIns <- struct{}{}:
		return func() { <-g.standIns }, nil
	case <-ctx.Done():
		return nil, fault.New(fault.Unavailable, fault.CodeOverloaded, "Searching is slow right now; try again shortly.")
	}
}
