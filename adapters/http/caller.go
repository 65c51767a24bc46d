package http

import (
	"net/http"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vitrine/core/fault"
	"vitrine/core/ident"
)

// ScopePipeline lets a caller act for another owner and move what only the generation pipeline moves.
const ScopePipeline = "pipeline"

// Modes are the ways to know who calls.
const (
	ModeDev = "dev"
	ModeJWT = "jwt"
)

// Authenticator tells who sends a request.
type Authenticator interface {
	// Mode is one of the modes, as shown to people.
	Mode() string
	// Authenticate gives the caller. It fails with the code "unauthorized" where nobody is known, and with
	// "dependency-unavailable" where that cannot be found out now.
	Authenticate(r *http.Request) (Caller, error)
}

// Caller is who calls, and whose data the call is about.
type Caller struct {
	ID     ident.Owner
	Owner  ident.Owner // the caller's own id, unless it acts for somebody
	acting bool        // the owner was named by Vitrine-Owner
	Email  string      // empty when not known
	Name   string      // empty when not known
	Scopes []string
}

// has reports whether the caller has the right.
func (c Caller) has(scope string) bool { return slices.Contains(c.Scopes, scope) }

// requirePipeline fails with "insufficient-scope" unless the caller is the pipeline, which alone has the right to what is named.
func (c Caller) requirePipeline(what string) error {
	const scope = ScopePipeline
	if c.has(scope) {
		return nil
	}
	e := fault.New(fault.Forbidden, slugInsufficientScope, "It takes the scope %q to %s.", scope, what).With("scope", scope)
	return refusal{fault: e, header: "WWW-Authenticate", value: `Bearer error="insufficient_scope", scope="` + scope + `"`}
}

// actingFor gives the caller with the owner that the header Vitrine-Owner names, which it takes the scope to do.
func (c Caller) actingFor(r *http.Request) (Caller, error) {
	owners := r.Header.Values("Vitrine-Owner")
	if owners == nil {
		return c, nil
	}
	if err := c.requirePipeline("act for another owner"); err != nil {
		return c, err
	}
	if len(owners) > 1 || !soundOwner(owners[0]) {
		return c, badHeader("Vitrine-Owner", "must be one owner, 1 to %d bytes of UTF-8 without control characters.", ident.MaxOwner)
	}
	c.Owner, c.acting = ident.Owner(owners[0]), true
	return c, nil
}

// soundOwner judges an owner's name, as it comes in a token or a header.
func soundOwner(s string) bool {
	return s != "" && len(s) <= ident.MaxOwner && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// callerOf gives who sends the request, on routes that are not public.
func callerOf(r *http.Request) Caller { return exchangeOf(r).caller }

// ownerOf gives whose data the request is about.
func ownerOf(r *http.Request) ident.Owner { return callerOf(r).Owner }
