package settings

import (
	"maps"
	"slices"

	"vitrine/core/content"
)

// Document is the settings of an owner, as they are stored. The zero Document is that of an owner who has never changed
// anything; its version is 0.
type Document struct {
	// Version is the number of changes so far, whichever member they were of.
	Version int64
	// Chosen are the explicit values. It may hold what today's rules do not accept or know; that is kept, and Value does
	// not give it.
	Chosen map[Member]string
	// Integrations are those that ever changed. Integration gives any of them.
	Integrations map[Provider]Integration

	newer      bool     // stored by a newer version of the program; it cannot be written
	unreadable []Member // what Decode could make nothing of
}

// Value is the member's effective value: what was chosen, if today's rules accept it, else the default.
func (d Document) Value(m Member) string {
	r, known := ruleOf(m)
	if !known {
		return ""
	}
	if v, ok := d.choice(r); ok {
		return v
	}
	return r.reset
}

// Explicit are the members whose effective value was chosen, in the order of the document.
func (d Document) Explicit() []Member {
	explicit := []Member{}
	for _, r := range rules {
		if _, ok := d.choice(r); ok {
			explicit = append(explicit, r.member)
		}
	}
	return explicit
}

// choice is the explicit value of a member in the form that today's rules give it, if they accept it.
func (d Document) choice(r rule) (value string, ok bool) {
	value, stored := d.Chosen[r.member]
	if !stored {
		return "", false
	}
	var c content.Check
	value = r.judge(&c, string(r.member), value)
	return value, c.Err() == nil
}

// Integration is the state of a provider's connection: the stored one, but that a status or a reason that today's rules
// do not know is the default.
func (d Document) Integration(p Provider) Integration {
	it := d.stored(p)
	switch {
	case !slices.Contains(Statuses, it.Status):
		return Integration{Status: NotConnected, UpdatedAt: it.UpdatedAt}
	case it.Status.hasReason() && !slices.Contains(Reasons, it.Reason):
		it.Reason = UnknownReason
	}
	return it
}

func (d Document) stored(p Provider) Integration {
	if it, ok := d.Integrations[p]; ok {
		return it
	}
	return Integration{Status: NotConnected}
}

// Invalid are the members that have a stored value and are served as their default nevertheless, since today's rules do
// not accept it, in the order of the document. Whoever sets such a member anew mends it.
func (d Document) Invalid() []Member {
	invalid := []Member{}
	note := func(m Member, forbidden bool) {
		if forbidden || slices.Contains(d.unreadable, m) {
			invalid = append(invalid, m)
		}
	}
	for _, r := range rules {
		_, stored := d.Chosen[r.member]
		_, accepted := d.choice(r)
		note(r.member, stored && !accepted)
	}
	for _, p := range Providers {
		stored, served := d.stored(p), d.Integration(p)
		note(p.object(), false)
		note(p.member("status"), stored.Status != served.Status)
		note(p.member("reason"), stored.Status == served.Status && stored.Reason != served.Reason)
	}
	return invalid
}

// Clone is a copy that shares nothing, ready to be changed.
func (d Document) Clone() Document {
	d.Chosen = cloned(d.Chosen)
	d.Integrations = cloned(d.Integrations)
	d.unreadable = slices.Clone(d.unreadable)
	return d
}

// cloned is a copy of the map that can be written to, also where there was none.
func cloned[K comparable, V any](m map[K]V) map[K]V {
	c := make(map[K]V, len(m))
	maps.Copy(c, m)
	return c
}
