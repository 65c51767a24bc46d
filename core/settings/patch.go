package settings

import (
	"maps"
	"slices"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/patch"
)

// Patch is a merge patch (RFC 7396) of the document, taken apart into its leaves. Null means the default at every level:
//
//   - a member that is null loses its explicit value;
//   - an integration that is null is disconnected, which is all that people may do with one;
//   - a group that is null is the patch in which all it has is null; Reset makes that;
//   - an absent or empty object changes nothing, and null where nothing was chosen neither.
type Patch struct {
	Choices      map[Member]patch.Field[string]
	Integrations map[Provider]patch.Field[Report]
}

// Reset makes all that the group has null.
func (p *Patch) Reset(g Group) {
	p.Choices, p.Integrations = cloned(p.Choices), cloned(p.Integrations)
	for _, r := range rules {
		if r.member.in(g) {
			p.Choices[r.member] = patch.Null[string]()
		}
	}
	if g == Integrations {
		for _, name := range Providers {
			p.Integrations[name] = patch.Null[Report]()
		}
	}
}

// NeedsPipeline reports whether the patch has a member that only the pipeline may set: any of an integration, since only
// a connector knows them. Null in place of an integration is none.
func (p Patch) NeedsPipeline() bool {
	for _, f := range p.Integrations {
		if f.Given() && !f.Value.empty() {
			return true
		}
	}
	return false
}

// Check judges what can be judged without the document, and brings the values into their stored form. Update does so
// too; it is for a caller that has mistakes of its own to report beside. It fails with "validation-failed", naming every
// mistake, a member that is not the document's included.
func (p *Patch) Check() error {
	var c content.Check
	p.Choices, p.Integrations = cloned(p.Choices), cloned(p.Integrations)
	for _, r := range rules {
		if f := p.Choices[r.member]; f.Given() {
			p.Choices[r.member] = patch.Of(r.judge(&c, string(r.member), f.Value))
		}
	}
	for _, name := range Providers {
		if f := p.Integrations[name]; f.Given() {
			f.Value.check(&c, name)
			p.Integrations[name] = f
		}
	}
	p.checkNames(&c)
	return c.Err()
}

func (p Patch) checkNames(c *content.Check) {
	for _, m := range slices.Sorted(maps.Keys(p.Choices)) {
		if _, known := ruleOf(m); !known {
			c.Add(string(m), content.Unknown, "is no member of the settings.")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Integrations)) {
		if !slices.Contains(Providers, name) {
			c.Add(string(name.object()), content.Unknown, "is no integration; there are %s.", content.Listed(Providers))
		}
	}
}

// apply gives the document after the patch, which must have been checked. It fails with "validation-failed" where a
// member does not belong to the status of its integration, and with "invalid-transition" naming every move refused.
func (p Patch) apply(d Document, now time.Time) (Document, error) {
	next := d.Clone()
	next.unreadable = nil // what cannot be read is not written again
	if err := p.judgeIntegrations(d); err != nil {
		return Document{}, err
	}
	for m, f := range p.Choices {
		switch {
		case f.Given():
			next.Chosen[m] = f.Value
		case f.Null:
			delete(next.Chosen, m)
		}
	}
	for _, name := range Providers {
		if r := p.report(name); !r.empty() {
			next.Integrations[name] = r.apply(d.stored(name), now)
		}
	}
	return next, nil
}

// report is what the patch says of an integration.
func (p Patch) report(name Provider) Report {
	if f := p.Integrations[name]; f.Null {
		return disconnect
	}
	return p.Integrations[name].Value
}

// judgeIntegrations judges the reports against the integrations as they are served. Of several moves refused, the
// members of the fault are those of the first.
func (p Patch) judgeIntegrations(d Document) error {
	var c content.Check
	var refused *fault.Error
	for _, name := range Providers {
		r, from := p.report(name), d.Integration(name).Status
		to := r.Status.Apply(from, NotConnected)
		r.fit(&c, name, to)
		switch refusal := judgeMove(name, from, to); {
		case refusal == nil:
		case refused == nil:
			refused = refusal
		default:
			refused.Fields = append(refused.Fields, refusal.Fields...)
		}
	}
	if err := c.Err(); err != nil || refused == nil {
		return err
	}
	return refused
}
