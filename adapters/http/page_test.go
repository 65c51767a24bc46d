package http

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// pageOf configures a server with a page of these files.
func pageOf(files map[string]string) func(*Config) {
	built := fstest.MapFS{}
	for name, content := range files {
		built[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return func(c *Config) { c.Page = built }
}

// unbuilt configures a server whose binary was built without the page.
var unbuilt = pageOf(nil)

// built configures a server with a small page.
var built = pageOf(map[string]string{
	"index.html":               `<!doctype html><script src="/assets/index-Ab3.js"></script>`,
	"theme.js":                 "// theme",
	"assets/index-Ab3.js":      strings.Repeat("// script\n", 1000),
	"assets/_chunk-Cd4.js":     "// chunk",
	"assets/index-Ef5.css":     "body{}",
	"assets/mark-Gh6.svg":      "<svg/>",
	"assets/geist-Ij7.woff2":   "wOF2",
	"assets/index-Ab3.js.map":  "{}",
	"assets/forgotten-Kl8.txt": "unknown kind",
})

func TestEveryScreenIsThePage(t *testing.T) {
	reader := newServer(t, built).anonymous(t)
	for _, address := range []string{
		"/", "/projects", "/projects?q=red,blue&q=twice&whatever", "/projects/019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01", "/gallery?asset=x",
		"/insights", "/settings", "/signed-in",
	} {
		got := reader.get("/" + address).is(http.StatusOK)
		require.Equal(t, mediaHTML, got.header.Get("Content-Type"), address)
		require.Contains(t, string(got.body), "/assets/index-Ab3.js", address)
	}
}

func TestThePageIsAskedForAgainEachTime(t *testing.T) {
	reader := newServer(t, built).anonymous(t)
	got := reader.get("//projects").is(http.StatusOK)
	require.Equal(t, "private, no-cache", got.header.Get("Cache-Control"))
	require.NotEmpty(t, got.header.Get("ETag"))
	reader.get("//projects", header("If-None-Match", got.header.Get("ETag"))).is(http.StatusNotModified)
	require.Equal(t, "private, no-cache", reader.get("//theme.js").is(http.StatusOK).header.Get("Cache-Control"))
}

func TestHashedFilesAreKeptForGood(t *testing.T) {
	reader := newServer(t, built).anonymous(t)
	for name, mediaType := range map[string]string{
		"index-Ab3.js": mediaScript, "_chunk-Cd4.js": mediaScript, "index-Ef5.css": mediaCSS, "mark-Gh6.svg": mediaSVG, "geist-Ij7.woff2": mediaFont,
	} {
		got := reader.get("//assets/" + name).is(http.StatusOK)
		require.Equal(t, mediaType, got.header.Get("Content-Type"), name)
		require.Equal(t, "public, max-age=31536000, immutable", got.header.Get("Cache-Control"), name)
		require.Equal(t, "nosniff", got.header.Get("X-Content-Type-Options"), name)
	}
}

func TestScriptsTravelCompressed(t *testing.T) {
	got := newServer(t, built).anonymous(t).get("//assets/index-Ab3.js", header("Accept-Encoding", "gzip")).is(http.StatusOK)
	require.Equal(t, "gzip", got.header.Get("Content-Encoding"))
	require.Contains(t, string(got.body), "// script")
}

func TestThePageRunsNothingButItsOwnScripts(t *testing.T) {
	policy := newServer(t, built).anonymous(t).get("//gallery").is(http.StatusOK).header.Get("Content-Security-Policy")
	rules := map[string]string{}
	for rule := range strings.SplitSeq(policy, "; ") {
		name, sources, _ := strings.Cut(rule, " ")
		rules[name] = sources
	}
	require.Equal(t, map[string]string{
		"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "font-src": "'self'", "connect-src": "'self'",
		"img-src": "'self' https:", "media-src": "'self' https:",
		"base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'",
	}, rules)
}

func TestWhatIsNoScreenIsNoPage(t *testing.T) {
	reader := newServer(t, built).anonymous(t)
	for _, address := range []string{
		"/nope", "/projects/", "/projects/a/b", "/gallery/a", "/index.html", "/assets", "/assets/", "/assets/gone-Zz9.js",
		"/assets/..%2Findex.html", "/assets/index-Ab3.js.map", "/assets/forgotten-Kl8.txt", "/api/v1/nope", "/docs/nope",
	} {
		reader.get("/" + address).isProblem("not-found")
	}
	reader.post("//projects", "{}").isProblem("method-not-allowed")
	reader.get("//assets/index-Ab3.js?v=2").isProblem("unknown-parameter")
	require.Contains(t, string(reader.get("//docs").is(http.StatusOK).body), "Vitrine API")
	require.Contains(t, string(reader.get("//problems/not-found").is(http.StatusOK).body), "not-found")
}

func TestWithoutItsPageTheServerSaysHowToBuildIt(t *testing.T) {
	reader := newServer(t, unbuilt).anonymous(t)
	for _, address := range []string{"/", "/projects?q=lamp", "/settings"} {
		require.Contains(t, string(reader.get("/"+address).is(http.StatusOK).body), "make build", address)
	}
	reader.get("//theme.js").isProblem("not-found")
	reader.get("//assets/index-Ab3.js").isProblem("not-found")
}

// TestTheEmbeddedPage holds the page that was built, if it was, to its policy: no inline code or style, and every file served.
func TestTheEmbeddedPage(t *testing.T) {
	reader := newServer(t).anonymous(t)
	page := string(reader.get("//").is(http.StatusOK).body)
	require.NotRegexp(t, `<style|style="|<script>| on[a-z]+="`, page)
	for _, link := range links(page) {
		reader.get("/" + link).is(http.StatusOK)
	}
}
