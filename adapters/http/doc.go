// Package http is the HTTP face of the core: version 1 of the API under /api/v1, its OpenAPI document, and the pages that
// explain both.
//
// The walk of one request: the handlers of server.go's chain, each in a file of its own, outermost first (exchange.go
// gives it an id, accesslog.go writes its line, guard.go catches panics, …) → router.go finds the row of routes.go →
// endpoint.go does what every row needs: who calls (caller.go, devmode.go, jwt.go), what the client can
// read (accept.go), whether the query is empty where it has to be → the row's handler, a dozen lines in a file named after
// the resource: read the query (query.go, params.go) or the body (body.go, object.go, objects.go), ask the core, return an answer →
// answer.go writes it, with its ETag, or problem.go writes the fault that came up instead. Nothing else writes to a
// client, and nothing else logs.
//
// A new resource is one file of handlers and representations, its rows in routes.go, and its part of openapi.yaml. The
// tests hold the rows against the document both ways, and every answer of every test against it.
package http
