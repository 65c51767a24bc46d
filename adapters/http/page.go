package http

import (
	"io/fs"
	"net/http"
	"path"
	"strings"

	"vitrine/core/fault"
)

// builtPage gives the page that people work with, as `make build` left it. It is not part of the sources: of a binary that was
// built without it, it has no files.
func builtPage() (fs.FS, error) { return fs.Sub(pageFiles, "pages/app") }

// pageFilesRoot is where the files of the page are, beside its document.
const pageFilesRoot = "/assets/"

// screens are the addresses of the page. Each is answered with the same document, whose script shows the right screen, so that
// every place in it can be linked to and loaded again. web/src/router.tsx has the same list.
var screens = []string{"/", "/projects", "/projects/{id}", "/gallery", "/insights", "/settings", "/signed-in"}

// page are the rows of the page. The query parameters of a screen are the script's own, so the server does not look at them.
func (a *api) page() []route {
	rows := []route{
		{method: http.MethodGet, path: "/theme.js", handle: a.pageFile, public: true},
		{method: http.MethodGet, path: pageFilesRoot + "{name}", handle: a.hashedPageFile, public: true},
	}
	for _, address := range screens {
		rows = append(rows, route{method: http.MethodGet, path: address, handle: a.screen, public: true, query: true})
	}
	return rows
}

// screen answers with the page, or with how to build it.
func (a *api) screen(r *http.Request) (answer, error) {
	document, err := fs.ReadFile(a.Page, "index.html")
	if err != nil {
		return a.home(r)
	}
	return answer{status: http.StatusOK, file: &file{mediaType: mediaHTML, policy: policyApp, content: document}}, nil
}

// pageMedia are the kinds of files that the page consists of, beside its document.
var pageMedia = map[string]string{".js": mediaScript, ".css": mediaCSS, ".svg": mediaSVG, ".woff2": mediaFont}

// pageFile answers with a script, style, font or drawing of the page.
func (a *api) pageFile(r *http.Request) (answer, error) {
	content, err := fs.ReadFile(a.Page, strings.TrimPrefix(r.URL.Path, "/"))
	mediaType, known := pageMedia[path.Ext(r.URL.Path)]
	if err != nil || !known {
		return answer{}, fault.New(fault.NotFound, fault.CodeNotFound, "The page has no such file.")
	}
	return answer{status: http.StatusOK, file: &file{mediaType: mediaType, content: content}}, nil
}

// hashedPageFile answers with a file whose name contains a hash of its content.
func (a *api) hashedPageFile(r *http.Request) (answer, error) {
	found, err := a.pageFile(r)
	if err == nil {
		found.file.immutable = true
	}
	return found, err
}
