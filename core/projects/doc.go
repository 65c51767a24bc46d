// Package projects is the module of generation projects. A project is one product package: what the generation was
// given, how far it got, and what people make of it.
//
// Read it in this order: project.go (what a project is), status.go and run.go (how it moves), query.go (how it is
// found), ports.go (what a store must supply), service.go (what can be done).
package projects
