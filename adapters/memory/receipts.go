package memory

import (
	"cmp"
	"context"
	"strings"
	"time"

	"vitrine/core/bulk"
	"vitrine/core/idempotency"
	"vitrine/core/ident"

	"github.com/tidwall/btree"
)

// receipts are the receipts of an owner, by the name of their key and by age.
type receipts struct {
	byName map[string]idempotency.Stored
	byAge  *btree.BTreeG[agedName]
}

type agedName struct {
	at   time.Time
	name string
}

func newReceipts() receipts {
	older := func(a, b agedName) bool { return cmp.Or(a.at.Compare(b.at), strings.Compare(a.name, b.name)) < 0 }
	return receipts{
		byName: map[string]idempotency.Stored{},
		byAge:  btree.NewBTreeGOptions(older, btree.Options{NoLocks: true}),
	}
}

// find judges the receipt of the key, if there is one.
func (r receipts) find(key idempotency.Key) (receipt idempotency.Receipt, found bool, err error) {
	stored, ok := r.byName[key.Name]
	if !ok {
		return idempotency.Receipt{}, false, nil
	}
	return key.Replay(stored)
}

// keep keeps the receipt in place of an expired one, and forgets those that have expired by the time of the key, oldest
// first, down to its own. So there are never more than a retention's worth of them.
func (r receipts) keep(key idempotency.Key, receipt idempotency.Receipt) {
	if key.IsZero() || receipt.Empty() {
		return
	}
	if old, ok := r.byName[key.Name]; ok {
		r.byAge.Delete(agedName{old.At, key.Name})
	}
	r.byName[key.Name] = idempotency.Stored{Fingerprint: key.Fingerprint, Receipt: receipt, At: key.Now}
	r.byAge.Set(agedName{key.Now, key.Name})
	for oldest, _ := r.byAge.Min(); r.expired(oldest.name, key); oldest, _ = r.byAge.Min() {
		r.byAge.PopMin()
		delete(r.byName, oldest.name)
	}
}

// expired reports whether the receipt of that name is too old to be found by the time of the key.
func (r receipts) expired(name string, key idempotency.Key) bool {
	_, found, err := key.Replay(r.byName[name])
	return !found && err == nil
}

// keyedRequest is a request that is at work.
type keyedRequest struct {
	owner ident.Owner
	key   string
}

// once is write, unless the key has a receipt already: then it returns that one. Whoever holds the lock may take long, so
// that a key is at work is told before waiting for it.
func (db *DB) once(
	ctx context.Context, owner ident.Owner, key idempotency.Key,
	stage func(*holding) (receipt idempotency.Receipt, commit func(), err error),
) (receipt idempotency.Receipt, err error) {
	if !key.IsZero() {
		request := keyedRequest{owner, key.Name}
		if _, running := db.running.LoadOrStore(request, true); running {
			return idempotency.Receipt{}, idempotency.InProgress()
		}
		defer db.running.Delete(request)
	}
	err = db.write(ctx, owner, func(h *holding) (func(), error) {
		stored, found, err := h.receipts.find(key)
		if found || err != nil {
			receipt = stored
			return func() {}, err
		}
		made, commit, err := stage(h)
		receipt = made
		return func() { commit(); h.receipts.keep(key, made) }, err
	})
	if err != nil {
		return idempotency.Receipt{}, err
	}
	return receipt, nil
}

// onceEach is once for a change of many, whose receipt are the results.
func (db *DB) onceEach(
	ctx context.Context, owner ident.Owner, key idempotency.Key,
	stage func(*holding) (results bulk.Results, commit func(), err error),
) (results bulk.Results, replayed bool, err error) {
	receipt, err := db.once(ctx, owner, key, func(h *holding) (idempotency.Receipt, func(), error) {
		made, commit, err := stage(h)
		if err != nil {
			return idempotency.Receipt{}, nil, err
		}
		results = made
		receipt, err := made.Receipt()
		return receipt, commit, err
	})
	switch {
	case err != nil:
		return nil, false, err
	case receipt.Replayed:
		results, err = bulk.DecodeResults(receipt.Results)
	}
	return results, receipt.Replayed, err
}
