package http

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net"
	"net/http"

	"vitrine/core/fault"

	"github.com/gorilla/mux"
)

// The underscore of a file that a bundler named so must not leave it out: hence all.
//
//go:embed all:pages
var pageFiles embed.FS

var pageTemplates = template.Must(template.ParseFS(pageFiles, "pages/*.html"))

// pages are the rows that people read: the page, what each problem means, and the API to browse.
func (a *api) pages() []route {
	return append(a.page(), []route{
		{method: http.MethodGet, path: "/site.css", handle: static("pages/site.css", mediaCSS), public: true},
		{method: http.MethodGet, path: "/problems/{slug}", handle: problemPage, public: true},
		{method: http.MethodGet, path: "/docs", handle: docsPage, public: true},
		{method: http.MethodGet, path: "/docs/start.js", handle: static("pages/docs.js", mediaScript), public: true},
		{method: http.MethodGet, path: "/docs/swagger-ui.css", handle: viewer("swagger-ui.css", mediaCSS), public: true},
		{method: http.MethodGet, path: "/docs/swagger-ui-bundle.js", handle: viewer("swagger-ui-bundle.js", mediaScript), public: true},
	}...)
}

// home stands in for a page that was not built: it says how to build it, how the server knows its callers, and what to try.
func (a *api) home(r *http.Request) (answer, error) {
	mode := a.Auth.Mode()
	return render("home.html", policyPage, map[string]any{"Dev": mode == ModeDev, "Mode": mode, "Base": baseAddress(r)})
}

// baseAddress is where the examples of the home page point: the listener itself where the reader may use it. It never comes
// from the request, which could name anything.
func baseAddress(r *http.Request) string {
	if local, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr); ok && local.IP.IsLoopback() {
		return "http://" + local.String()
	}
	return "https://vitrine.example"
}

// problemPage says what a problem's type means.
func problemPage(r *http.Request) (answer, error) {
	kind, ok := kindBySlug[mux.Vars(r)["slug"]]
	if !ok {
		return answer{}, fault.Absent()
	}
	return render("problem.html", policyPage, map[string]any{
		"Slug": kind.slug, "Status": kind.status, "StatusText": http.StatusText(kind.status), "Title": kind.title, "Advice": kind.advice,
	})
}

// render answers with a template.
func render(name, policy string, data any) (answer, error) {
	var b bytes.Buffer
	if err := pageTemplates.ExecuteTemplate(&b, name, data); err != nil {
		return answer{}, fmt.Errorf("render %s: %w", name, err)
	}
	return answer{status: http.StatusOK, file: &file{mediaType: mediaHTML, policy: policy, content: b.Bytes()}}, nil
}

// static answers with a file of the pages.
func static(path, mediaType string) func(*http.Request) (answer, error) {
	return func(*http.Request) (answer, error) {
		content, err := pageFiles.ReadFile(path)
		return answer{status: http.StatusOK, file: &file{mediaType: mediaType, content: content}}, err
	}
}
