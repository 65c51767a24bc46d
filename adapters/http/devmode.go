package http

import (
	"net/http"

	"vitrine/core/ident"
)

// DevOwner is the one user of dev mode.
const DevOwner ident.Owner = "dev"

// DevMode takes everybody for one demo user with every right. Only a loopback address may be served like this, and New
// answers no other host then.
type DevMode struct{}

// Mode is ModeDev.
func (DevMode) Mode() string { return ModeDev }

// Authenticate gives the demo user, whatever the request says.
func (DevMode) Authenticate(*http.Request) (Caller, error) {
	return Caller{
		ID: DevOwner, Owner: DevOwner, Email: "demo@vitrine.example", Name: "Demo user", Scopes: []string{ScopePipeline},
	}, nil
}
