// Package idempotency gives a request that may be sent twice its one effect.
//
// A creating port method takes a Key and must write it in the transaction of its effect. So a second request with the
// same key finds either nothing (the first had no effect) or the receipt of what was done.
package idempotency

import (
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
)

// Retention is how long a receipt is kept.
const Retention = 24 * time.Hour

// Key names a request. The zero Key means that the caller gave none: the effect happens, and nothing is kept.
type Key struct {
	Name        string   // as the caller chose it, 1 to 255 printable ASCII characters; unique to the owner
	Fingerprint [32]byte // of route and request: the same name with another fingerprint is a mistake
	Now         time.Time
}

// IsZero reports whether no key was given.
func (k Key) IsZero() bool { return k.Name == "" }

// Receipt says what an effect left behind: the resource of a single effect, or the encoded results of a batch.
type Receipt struct {
	Replayed bool // the effect is an earlier request's, found under the same key
	Resource ident.ID
	Results  []byte
}

// Empty reports whether the effect left nothing behind; such a receipt is not kept.
func (r Receipt) Empty() bool { return r.Resource.IsZero() && r.Results == nil }

// Stored is a receipt at rest, with the fingerprint it was made under.
type Stored struct {
	Fingerprint [32]byte
	Receipt     Receipt
	At          time.Time
}

// Replay judges a stored receipt against the key of a new request. found is false when the receipt has expired. It
// fails with "idempotency-key-reused" when the stored request was a different one.
func (k Key) Replay(s Stored) (r Receipt, found bool, err error) {
	switch {
	case !k.Now.Before(s.At.Add(Retention)):
		return Receipt{}, false, nil
	case s.Fingerprint != k.Fingerprint:
		return Receipt{}, false, fault.New(fault.Invalid, "idempotency-key-reused",
			"This Idempotency-Key was used with another request; a new request needs a new key.")
	}
	r = s.Receipt
	r.Replayed = true
	return r, true, nil
}

// InProgress is the fault of a request whose key belongs to one that is still running.
func InProgress() *fault.Error {
	return fault.New(fault.Conflict, "idempotency-in-progress",
		"A request with this Idempotency-Key is still running; ask again shortly.")
}
