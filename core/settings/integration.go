package settings

import (
	"slices"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
)

// Provider is a service that an owner can connect.
type Provider string

// Providers are all providers, in the order of the document.
var Providers = []Provider{"shopify", "amazon", "tiktok"}

// member is a leaf of the provider's object.
func (p Provider) member(leaf string) Member { return p.object() + "/" + Member(leaf) }

// object is the provider's place in the document.
func (p Provider) object() Member { return Member(Integrations) + "/" + Member(p) }

// Status is where an integration stands.
type Status string

// The statuses.
const (
	NotConnected Status = "not_connected"
	Connecting   Status = "connecting"
	Connected    Status = "connected"
	Expired      Status = "expired"
	Errored      Status = "error"
)

// Statuses are all statuses, the default first.
var Statuses = []Status{NotConnected, Connecting, Connected, Expired, Errored}

// moves are the allowed changes of status. The same status again is no move.
var moves = map[Status][]Status{
	NotConnected: {Connecting, Connected},
	Connecting:   {Connected, Errored, NotConnected},
	Connected:    {Expired, Errored, NotConnected},
	Expired:      {Connecting, Connected, NotConnected},
	Errored:      {Connecting, Connected, NotConnected},
}

// Moves are the statuses that may follow s.
func (s Status) Moves() []Status { return slices.Clone(moves[s]) }

// hasReason reports whether the status has a reason.
func (s Status) hasReason() bool { return s == Expired || s == Errored }

// Reason says why an integration expired or is in error.
type Reason string

// UnknownReason is the reason where none was given.
const UnknownReason Reason = "unknown"

// Reasons are all reasons.
var Reasons = []Reason{
	"token_expired", "authorization_ended", "revoked", "scope_missing", "account_suspended", "provider_unavailable",
	UnknownReason,
}

// Integration is the state of one provider's connection. What it takes to connect is not here and has no place here.
type Integration struct {
	Status      Status
	Account     string    // the shop or seller; empty when not known
	Reason      Reason    // of Expired and Errored, else empty
	ConnectedAt time.Time // when it last became Connected; zero before that, and when NotConnected
	UpdatedAt   time.Time // of the last change; zero before the first
}

// moved is the integration in a status, with what follows from it: NotConnected forgets the connection, and only that
// does; each way into Connected begins one anew.
func (it Integration) moved(to Status, now time.Time) Integration {
	if it.Status == to {
		return it
	}
	it.Status, it.Reason = to, ""
	switch {
	case to == NotConnected:
		it.Account, it.ConnectedAt = "", time.Time{}
	case to == Connected:
		it.ConnectedAt = now
	case to.hasReason():
		it.Reason = UnknownReason
	}
	return it
}

// judgeMove gives the fault "invalid-transition" where the move is not allowed, and says what would be; else nil.
func judgeMove(p Provider, from, to Status) *fault.Error {
	if from == to || slices.Contains(moves[from], to) {
		return nil
	}
	allowed := from.Moves()
	e := fault.New(fault.Conflict, "invalid-transition", "The integration %s cannot go from %s to %s (allowed: %s).",
		p, from, to, content.Listed(allowed)).
		With("from", from).With("to", to).With("allowed", allowed)
	e.Fields = []fault.Field{{
		Source: fault.Pointer, Name: string(p.member("status")), Code: "invalid_transition", Detail: e.Message,
	}}
	return e
}
