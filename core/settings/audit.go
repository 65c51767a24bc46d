package settings

import (
	"slices"
	"time"

	"vitrine/core/ident"
	"vitrine/core/page"
)

// Actor is in whose role the settings were changed.
type Actor string

// The actors.
const (
	User     Actor = "user"
	Pipeline Actor = "pipeline"
)

// Entry is what is remembered of one change. Entries are written with their change and never again.
type Entry struct {
	ID      ident.ID
	At      time.Time
	Actor   Actor
	Changes []Change // at least one, in the order of the document
	Version int64    // of the document after the change; no two entries of an owner have the same
}

// Change is one leaf of the document before and after. Of what is chosen it has the explicit values as they were stored,
// and nil where none was chosen. Of an integration it has status, account and reason as they were, and nil for an account
// or a reason that was not there; its times follow from those.
type Change struct {
	Pointer       Member
	Before, After *string
}

// Clone is a copy that shares nothing.
func (e Entry) Clone() Entry {
	e.Changes = slices.Clone(e.Changes)
	for i, c := range e.Changes {
		e.Changes[i].Before, e.Changes[i].After = copied(c.Before), copied(c.After)
	}
	return e
}

func copied(s *string) *string {
	if s == nil {
		return nil
	}
	return optional(*s, true)
}

// changes lists what differs between two documents of one owner.
func changes(before, after Document) []Change {
	var d diff
	for _, r := range rules {
		was, had := before.Chosen[r.member]
		is, has := after.Chosen[r.member]
		d.add(r.member, optional(was, had), optional(is, has))
	}
	for _, p := range Providers {
		was, is := before.stored(p), after.stored(p)
		d.add(p.member("status"), optional(string(was.Status), true), optional(string(is.Status), true))
		d.add(p.member("account"), optional(was.Account, was.Account != ""), optional(is.Account, is.Account != ""))
		d.add(p.member("reason"), optional(string(was.Reason), was.Reason != ""), optional(string(is.Reason), is.Reason != ""))
	}
	return d
}

// diff is a list of changes that takes only those that change something.
type diff []Change

func (d *diff) add(m Member, before, after *string) {
	if before == after || before != nil && after != nil && *before == *after {
		return
	}
	*d = append(*d, Change{Pointer: m, Before: before, After: after})
}

func optional(value string, there bool) *string {
	if !there {
		return nil
	}
	return &value
}

// place is where an entry stands in the audit, which is ordered by version. Clocks of several servers may disagree;
// versions do not, and no two entries share one.
func (e Entry) place() page.Key { return page.Key{Rank: e.Version} }
