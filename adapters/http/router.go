package http

import (
	"context"
	"net/http"
	"strings"

	"vitrine/core/fault"
	"vitrine/core/ident"

	"github.com/gorilla/mux"
)

// methods are those that any row may have, in the order in which Allow lists them.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPatch, http.MethodDelete}

// router finds the row that serves a request. The routes are flat, since gorilla/mux answers 404 instead of 405 under
// subrouters. Paths are taken as they were sent: cleaning them would redirect, and a client repeats a redirected POST as a
// GET; and an escaped slash stays part of its segment.
func (a *api) router(routes []route) http.Handler {
	m := mux.NewRouter().SkipClean(true).UseEncodedPath()
	for _, rt := range routes {
		verbs := []string{rt.method}
		if rt.method == http.MethodGet {
			verbs = append(verbs, http.MethodHead) // the server drops the body of the answer
		}
		m.Handle(rt.path, a.endpoint(rt)).Methods(verbs...)
	}
	m.NotFoundHandler = a.unrouted(m)
	m.MethodNotAllowedHandler = m.NotFoundHandler
	return m
}

// unrouted answers what no row serves: 405 with Allow if another method would be served there, else 404.
func (a *api) unrouted(m *mux.Router) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		allowed := allowedMethods(m, r)
		if len(allowed) == 0 {
			a.fail(w, r, fault.New(fault.NotFound, fault.CodeNotFound, "There is nothing at this address."))
			return
		}
		list := strings.Join(allowed, ", ")
		e := fault.New(fault.Invalid, "method-not-allowed", "This address allows %s.", list)
		a.fail(w, r, refusal{fault: e, header: "Allow", value: list})
	})
}

// allowedMethods asks the router what it would do with each method, since it does not say so itself.
func allowedMethods(m *mux.Router, r *http.Request) (allowed []string) {
	probe := r.Clone(context.WithoutCancel(r.Context()))
	for _, method := range methods {
		probe.Method = method
		var match mux.RouteMatch
		if m.Match(probe, &match) && match.MatchErr == nil {
			allowed = append(allowed, method)
		}
	}
	return allowed
}

// pathID reads the id in the path.
func pathID(r *http.Request) (ident.ID, error) {
	id, err := ident.ParseID(mux.Vars(r)["id"])
	if err != nil {
		return id, fault.BadParameter("id", codeMalformed, notAnID)
	}
	return id, nil
}
