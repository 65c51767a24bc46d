package http

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"vitrine/adapters/memory"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/projects"
	"vitrine/core/settings"

	"github.com/go-json-experiment/json"
	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"github.com/stretchr/testify/require"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"
)

// What the tokens of the tests say.
const (
	testIssuer   = "https://login.example"
	testAudience = "vitrine"
	testSecret   = "kZ8vQ1xW4rT7yU2oP5aS9dF3gH6jL0cB"
)

// server is the real handler over the real service and the memory adapter.
type server struct {
	http.Handler
	db   *memory.DB
	logs *observer.ObservedLogs
	now  time.Time // at which figures are asked for
}

// countLimit is the count limit of the tests' server.
const countLimit = 30

// newServer starts a server that believes tokens signed with the test secret, and makes no sample figures. configure changes
// what else it is told.
func newServer(t testing.TB, configure ...func(*Config)) *server {
	return newServerWith(t, insights.Rules{Retention: 400 * 24 * time.Hour}, configure...)
}

func newServerWith(t testing.TB, rules insights.Rules, configure ...func(*Config)) *server {
	return newServerBeside(t, nil, rules, configure...)
}

// newServerBeside has an index beside the record.
func newServerBeside(t testing.TB, x *gallery.Index, rules insights.Rules, configure ...func(*Config)) *server {
	core, logs := observer.New(zapcore.DebugLevel)
	c := Config{
		Auth: newTestJWT(t), AllowedOrigins: []string{"https://studio.example"},
		RequestTimeout: 10 * time.Second, TrashRetention: 30 * 24 * time.Hour, Log: zap.New(core),
	}
	for _, change := range configure {
		change(&c)
	}
	s := &server{db: memory.New(), logs: logs, now: insightsNow}
	db := s.db
	store, assets, events := memory.NewProjects(db), memory.NewAssets(db), memory.NewInsights(db)
	ports := gallery.Ports{Repository: assets, Finder: assets, Vocabulary: assets, Index: x}
	h, err := New(c, Services{
		Projects: projects.NewService(store, store, newID, tickingClock(), countLimit),
		Gallery:  gallery.NewService(ports, newID, tickingClock(), countLimit),
		Settings: settings.NewService(memory.NewSettings(db), newID, tickingClock()),
		Insights: insights.NewService(
			insights.Ports{Events: events, Reader: events, Ranking: events, Catalog: events, Upkeep: events},
			func() time.Time { return s.now }, rules),
	})
	require.NoError(t, err)
	s.Handler = h
	return s
}

// insightsNow is the time at which figures are asked for, a Sunday: an hour after everything else has happened.
var insightsNow = time.Date(2026, 3, 1, 13, 5, 11, 0, time.UTC)

func newTestJWT(t testing.TB) *JWT {
	path := filepath.Join(t.TempDir(), "secret")
	require.NoError(t, os.WriteFile(path, []byte(testSecret+"\n"), 0o600))
	auth, err := NewJWT(JWTConfig{Issuer: testIssuer, Audience: testAudience, SecretFile: path})
	require.NoError(t, err)
	return auth
}

func newID() ident.ID { return ident.ID(uuid.Must(uuid.NewV7())) }

// tickingClock goes on by a second whenever it is read, so that times are known and differ.
func tickingClock() ident.Clock {
	var ticks atomic.Int64
	return func() time.Time { return time.Date(2026, 3, 1, 12, 0, int(ticks.Add(1)), 0, time.UTC) }
}

// client sends requests as somebody. Every answer is held against the OpenAPI document, and so is every request that was
// not refused for its form.
type client struct {
	t      testing.TB
	server http.Handler
	header http.Header
}

// as is a client with a token for the owner.
func (s *server) as(t testing.TB, owner string, scopes ...string) *client {
	c := s.anonymous(t)
	c.header.Set("Authorization", "Bearer "+token(t, jwt.MapClaims{"sub": owner, "scope": strings.Join(scopes, " ")}))
	return c
}

func (s *server) anonymous(t testing.TB) *client {
	return &client{t: t, server: s, header: http.Header{}}
}

// token signs the claims, with those that every token has filled in.
func token(t testing.TB, claims jwt.MapClaims) string {
	for name, value := range map[string]any{"iss": testIssuer, "aud": testAudience, "exp": time.Now().Add(time.Hour).Unix()} {
		if _, ok := claims[name]; !ok {
			claims[name] = value
		}
	}
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(testSecret))
	require.NoError(t, err)
	return signed
}

// on is the same client for a subtest.
func (c *client) on(t testing.TB) *client {
	own := *c
	own.t = t
	return &own
}

// part is something that a request has beside method and target.
type part func(*http.Request)

// header sets a header, once more if it is there.
func header(name, value string) part {
	return func(r *http.Request) { r.Header.Add(name, value) }
}

// body sends text as JSON; as a merge patch where the method is PATCH.
func body(text string) part {
	return func(r *http.Request) {
		if r.Header.Get("Content-Type") == "" {
			r.Header.Set("Content-Type", map[bool]string{true: mediaPatch, false: mediaJSON}[r.Method == http.MethodPatch])
		}
		bytesOf(text)(r)
	}
}

// bytesOf sends bytes without saying what they are.
func bytesOf(text string) part {
	return func(r *http.Request) {
		r.Body, r.ContentLength = io.NopCloser(strings.NewReader(text)), int64(len(text))
	}
}

// reply is an answer, read to its end.
type reply struct {
	t      testing.TB
	status int
	header http.Header
	body   []byte
}

// send sends a request to a target below the API's root, or to a page when it begins with two slashes.
func (c *client) send(method, target string, parts ...part) reply {
	c.t.Helper()
	if page, ok := strings.CutPrefix(target, "/"); ok && strings.HasPrefix(page, "/") {
		target = page
	} else {
		target = "/api/v1" + target
	}
	build := func() *http.Request {
		r := httptest.NewRequest(method, "http://localhost"+target, nil)
		for name, values := range c.header {
			r.Header[name] = values
		}
		r.Header = r.Header.Clone()
		for _, p := range parts {
			p(r)
		}
		return r
	}
	w := httptest.NewRecorder()
	c.server.ServeHTTP(w, build())
	got := reply{t: c.t, status: w.Code, header: w.Result().Header, body: w.Body.Bytes()}
	if got.header.Get("Content-Encoding") == "gzip" {
		got.body = unzip(c.t, got.body)
	}
	checkAgainstDocument(c.t, build(), got)
	return got
}

func unzip(t testing.TB, b []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(b))
	require.NoError(t, err)
	plain, err := io.ReadAll(z)
	require.NoError(t, err)
	return plain
}

func (c *client) get(target string, parts ...part) reply {
	c.t.Helper()
	return c.send(http.MethodGet, target, parts...)
}

func (c *client) post(target, text string, parts ...part) reply {
	c.t.Helper()
	return c.send(http.MethodPost, target, append(parts, body(text))...)
}

func (c *client) patch(target, text string, parts ...part) reply {
	c.t.Helper()
	return c.send(http.MethodPatch, target, append(parts, body(text))...)
}

func (c *client) delete(target string, parts ...part) reply {
	c.t.Helper()
	return c.send(http.MethodDelete, target, parts...)
}

// add makes a project.
func (c *client) add(text string) projectJSON {
	c.t.Helper()
	return decode[projectJSON](c.post("/projects", text).is(http.StatusCreated))
}

// find reads a project.
func (c *client) find(id string) projectJSON {
	c.t.Helper()
	return decode[projectJSON](c.get("/projects/" + id).is(http.StatusOK))
}

// titles are those of a list, in its order.
func (c *client) titles(target string) []string {
	c.t.Helper()
	titles := []string{}
	for _, p := range decode[listJSON[projectJSON]](c.get(target).is(http.StatusOK)).Items {
		titles = append(titles, p.Title)
	}
	return titles
}

// create makes an asset.
func (c *client) create(text string) assetJSON {
	c.t.Helper()
	return decode[assetJSON](c.post("/assets", text).is(http.StatusCreated))
}

// asset reads an asset.
func (c *client) asset(id string) assetJSON {
	c.t.Helper()
	return decode[assetJSON](c.get("/assets/" + id).is(http.StatusOK))
}

// names are the display titles of a list of assets, in its order.
func (c *client) names(target string) []string {
	c.t.Helper()
	names := []string{}
	for _, a := range decode[assetListJSON](c.get(target).is(http.StatusOK)).Items {
		names = append(names, a.DisplayTitle)
	}
	return names
}

// is requires the status.
func (r reply) is(status int) reply {
	r.t.Helper()
	require.Equal(r.t, status, r.status, "%s", r.body)
	return r
}

// isProblem requires the problem with the status that it always has, and returns its document.
func (r reply) isProblem(slug string) problem {
	r.t.Helper()
	require.Equal(r.t, mediaProblem, r.header.Get("Content-Type"), "%d %s", r.status, r.body)
	p := decode[problem](r)
	require.Equal(r.t, "/problems/"+slug, p.Type, "%s", r.body)
	require.Equal(r.t, kindBySlug[slug].status, r.status)
	require.Equal(r.t, r.status, p.Status)
	require.Equal(r.t, r.header.Get("X-Request-Id"), p.Instance)
	return p
}

// mistakes are the places and codes of a problem's errors.
func (p problem) mistakes() []string {
	found := []string{}
	for _, e := range p.Errors {
		found = append(found, e["pointer"]+e["parameter"]+e["header"]+" "+e["code"])
	}
	return found
}

func decode[T any](r reply) T {
	r.t.Helper()
	var v T
	require.NoError(r.t, json.Unmarshal(r.body, &v), "%s", r.body)
	return v
}
