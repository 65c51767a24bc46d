// Package settings is the module of an owner's settings: the profile, what the generation is to prefer, and the state of
// the integrations. They are one document, one to one with the owner, with one version.
//
// A document holds only what was chosen. What is in effect is the choice, else the default, so that a changed default
// reaches everyone who never chose. Defaults and rules are one table, in member.go.
//
// Read it in this order: member.go (what can be chosen; its rules lean on ratio.go and zone.go, a form on options.go),
// integration.go and report.go (how an integration moves), document.go (what is in effect), patch.go (how it changes),
// audit.go (what is remembered of a change), codec.go (how it is stored), ports.go (what a store must supply),
// service.go (what can be done).
package settings
