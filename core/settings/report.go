package settings

import (
	"slices"
	"time"

	"vitrine/core/content"
	"vitrine/core/patch"
)

// Report is a merge patch of one integration, as its connector sends it. A null status is NotConnected, a null account is
// none, a null reason is UnknownReason where the status has one.
type Report struct {
	Status  patch.Field[Status]
	Account patch.Field[string]
	Reason  patch.Field[Reason]
}

// disconnect is the report that null in place of an integration stands for.
var disconnect = Report{Status: patch.Null[Status]()}

// empty reports whether the report changes nothing, whatever the integration.
func (r Report) empty() bool { return !r.Status.Set && !r.Account.Set && !r.Reason.Set }

// check judges what can be judged without the integration, and brings the values into their stored form.
func (r *Report) check(c *content.Check, p Provider) {
	if r.Account.Given() {
		r.Account.Value = c.Name(string(p.member("account")), r.Account.Value, MaxAccount)
	}
	if r.Reason.Given() {
		content.OneOf(c, string(p.member("reason")), r.Reason.Value, Reasons)
	}
	if r.Status.Given() {
		content.OneOf(c, string(p.member("status")), r.Status.Value, Statuses)
	}
	// Without a status, and with one that is none, there is nothing yet to fit.
	if to := r.Status.Apply("", NotConnected); slices.Contains(Statuses, to) {
		r.fit(c, p, to)
	}
}

// fit notes the members that an integration of the status does not have.
func (r Report) fit(c *content.Check, p Provider, s Status) {
	if r.Account.Given() && s == NotConnected {
		c.Add(string(p.member("account")), content.NotApplicable, "belongs to an integration that is or was connected, not to one that is %s.", s)
	}
	if r.Reason.Given() && !s.hasReason() {
		c.Add(string(p.member("reason")), content.NotApplicable, "belongs to an integration that is %s or %s, not to one that is %s.", Expired, Errored, s)
	}
}

// apply gives the integration after the report, whose move must be allowed and whose members must fit.
func (r Report) apply(it Integration, now time.Time) Integration {
	next := it.moved(r.Status.Apply(it.Status, NotConnected), now)
	next.Account = r.Account.Apply(next.Account, "")
	var reset Reason
	if next.Status.hasReason() {
		reset = UnknownReason
	}
	next.Reason = r.Reason.Apply(next.Reason, reset)
	if next != it {
		next.UpdatedAt = now
	}
	return next
}
