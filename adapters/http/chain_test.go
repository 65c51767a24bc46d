package http

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"vitrine/core/fault"

	"github.com/stretchr/testify/require"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"
)

// behind is the inner part of the chain around one handler of the test's own, reached at /test.
func behind(t testing.TB, handle func(*http.Request) (answer, error)) (*client, *observer.ObservedLogs) {
	core, logs := observer.New(zapcore.DebugLevel)
	a := &api{Config: Config{Auth: DevMode{}, Observe: func(string, string, int, time.Duration) {}}, log: zap.New(core)}
	h := a.router([]route{{method: http.MethodGet, path: "/test", handle: handle}})
	return &client{t: t, server: identify(a.logAccess(a.guardPanics(secureHeaders(h))))}, logs
}

func TestAPanicTellsNothing(t *testing.T) {
	c, logs := behind(t, func(*http.Request) (answer, error) { panic("canary-9d1e") })
	got := c.get("//test")
	got.isProblem("internal")
	require.NotContains(t, string(got.body), "canary")
	lines := logs.FilterMessage("panic").All()
	require.Len(t, lines, 1)
	require.Equal(t, "canary-9d1e", lines[0].ContextMap()["cause"])
	require.Contains(t, lines[0].ContextMap()["stack"], "chain_test.go")
	require.EqualValues(t, http.StatusInternalServerError, logs.FilterMessage("request").All()[0].ContextMap()["status"])
}

func TestAHalfAnswerIsCut(t *testing.T) {
	a := &api{log: zap.NewNop()}
	h := identify(a.logAccess(a.guardPanics(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("half"))
		panic("no more")
	}))))
	require.PanicsWithValue(t, http.ErrAbortHandler, func() {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
	})
}

func TestWhatWentWrongInsideStaysInside(t *testing.T) {
	for name, row := range map[string]struct {
		err   error
		slug  string
		level zapcore.Level
	}{
		"an error nobody classified": {errors.New("canary"), "internal", zapcore.ErrorLevel},
		"a fault without a kind":     {fault.New(fault.Conflict, "canary", "canary"), "internal", zapcore.ErrorLevel},
		"an internal fault":          {fault.New(fault.Internal, fault.CodeConflict, "canary").With("canary", 1), "internal", zapcore.ErrorLevel},
		"a dependency that is gone":  {fault.Unreachable("database", errors.New("canary")), "dependency-unavailable", zapcore.WarnLevel},
		"a deadline":                 {context.DeadlineExceeded, "query-timeout", zapcore.WarnLevel},
	} {
		t.Run(name, func(t *testing.T) {
			c, logs := behind(t, func(*http.Request) (answer, error) { return answer{}, row.err })
			got := c.get("//test")
			got.isProblem(row.slug)
			require.NotContains(t, string(got.body), "canary")
			require.Equal(t, got.status == http.StatusServiceUnavailable, got.header.Get("Retry-After") == retryAfter)
			require.Equal(t, "no-store", got.header.Get("Cache-Control"))
			loud := logs.Filter(func(e observer.LoggedEntry) bool { return e.Level > zapcore.InfoLevel }).All()
			require.Len(t, loud, 1, "logged once")
			require.Equal(t, row.level, loud[0].Level)
			require.Equal(t, got.header.Get("X-Request-Id"), loud[0].ContextMap()["request_id"])
		})
	}
}

func TestALineOfTheAccessLog(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	got := ana.get("/projects/"+newID().String(), header("X-Request-Id", "mine\nforged"))
	require.NotContains(t, got.header.Get("X-Request-Id"), "mine")
	ana.get("/projects?q=canary&nope=canary")
	ana.send("PROPFIND"+strings.Repeat("X", 200), "//canary")

	lines := s.logs.FilterMessage("request").All()
	require.Len(t, lines, 3)
	first := lines[0].ContextMap()
	require.Equal(t, got.header.Get("X-Request-Id"), first["request_id"])
	require.Equal(t, "/api/v1/projects/{id}", first["route"])
	require.Equal(t, "ana", first["owner"])
	require.Equal(t, "not-found", first["problem"])
	require.EqualValues(t, http.StatusNotFound, first["status"])
	require.EqualValues(t, len(got.body), first["bytes"])
	for _, line := range lines {
		for _, value := range line.ContextMap() {
			require.NotContains(t, fmt.Sprint(value), "canary")
		}
	}
	require.Len(t, lines[2].ContextMap()["method"], maxShown+len("…"))
}

func TestAFloodIsRefusedAtOnce(t *testing.T) {
	a := &api{log: zap.NewNop()}
	entered, leave := make(chan struct{}), make(chan struct{})
	h := identify(a.limitConcurrency(1, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		entered <- struct{}{}
		<-leave
	})))
	c := &client{t: t, server: h}
	go c.get("//slow")
	<-entered
	got := c.get("//quick")
	got.isProblem("overloaded")
	require.Equal(t, retryAfter, got.header.Get("Retry-After"))
	close(leave)
}

func TestARequestHasADeadline(t *testing.T) {
	var deadline time.Time
	h := limitTime(time.Minute, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { deadline, _ = r.Context().Deadline() }))
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
	require.False(t, deadline.IsZero())

	got := newServer(t, func(c *Config) { c.RequestTimeout = time.Nanosecond }).as(t, "ana").get("/projects")
	got.isProblem("query-timeout")
}

// TestEveryAnswerIsGuarded asks every route, well and badly, and looks at what all answers must carry.
func TestEveryAnswerIsGuarded(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	id := ana.add(`{}`).ID
	for _, rt := range (&api{Config: Config{Auth: DevMode{}}}).routes(Services{}) {
		target := strings.NewReplacer("{id}", id, "{slug}", "internal").Replace(rt.path)
		for _, c := range []*client{ana, s.anonymous(t)} {
			for _, query := range []string{"", "?nope=1"} {
				got := c.send(rt.method, "/"+target+query)
				require.Equal(t, "nosniff", got.header.Get("X-Content-Type-Options"), target)
				require.Equal(t, "no-referrer", got.header.Get("Referrer-Policy"))
				require.Equal(t, "same-origin", got.header.Get("Cross-Origin-Resource-Policy"))
				require.Contains(t, got.header.Get("Content-Security-Policy"), "default-src 'none'")
				require.Contains(t, got.header.Get("Content-Security-Policy"), "frame-ancestors 'none'")
				require.NotContains(t, got.header.Get("Content-Security-Policy"), "unsafe")
				require.Len(t, got.header.Values("X-Request-Id"), 1)
				require.Empty(t, got.header.Get("Server"))
				vary := strings.Join(got.header.Values("Vary"), ", ")
				for _, name := range []string{"Authorization", "Vitrine-Owner", "Accept", "Accept-Encoding", "Origin"} {
					require.Contains(t, strings.Split(vary, ", "), name)
				}
				if got.status == http.StatusOK && rt.method == http.MethodGet {
					require.Equal(t, "private, no-cache", got.header.Get("Cache-Control"))
				} else {
					require.Equal(t, "no-store", got.header.Get("Cache-Control"))
				}
				switch {
				case rt.query && rt.public: // the page, whose script looks at them
					require.Equal(t, http.StatusOK, got.status, target)
				case query != "":
					require.Contains(t, []int{http.StatusBadRequest, http.StatusUnauthorized}, got.status, "%s takes any parameter", target)
				case c != ana && !rt.public:
					got.isProblem("unauthorized")
				}
			}
		}
	}
}

func TestWrongMethods(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	id := ana.add(`{}`).ID
	for target, want := range map[string]string{
		"/projects":                      "GET, HEAD, POST",
		"/projects/counts":               "GET, HEAD, PATCH, DELETE",
		"/projects/" + id:                "GET, HEAD, PATCH, DELETE",
		"/projects/" + id + "/duplicate": "POST",
		"/user":                          "GET, HEAD",
		"//":                             "GET, HEAD",
	} {
		for _, method := range []string{"PUT", "TRACE", "OPTIONS", "PROPFIND", "FOO", "get"} {
			got := ana.send(method, target, header("X-HTTP-Method-Override", "GET"))
			got.isProblem("method-not-allowed")
			require.Equal(t, want, got.header.Get("Allow"), target)
		}
	}
	ana.send("PUT", "/nothing").isProblem("not-found")
	ana.send("PUT", "//").isProblem("method-not-allowed")
}

func TestHeadIsGetWithoutABody(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	id := ana.add(`{}`).ID
	live := httptest.NewServer(s)
	defer live.Close()
	for _, target := range []string{"/api/v1/projects", "/api/v1/projects/" + id, "/api/v1/projects/counts", "/api/v1/projects?x=1", "/"} {
		ask := func(method string) *http.Response {
			r, err := http.NewRequestWithContext(t.Context(), method, live.URL+target, nil)
			require.NoError(t, err)
			r.Header = ana.header.Clone()
			r.Header.Set("Accept-Encoding", "identity")
			res, err := http.DefaultClient.Do(r)
			require.NoError(t, err)
			t.Cleanup(func() { require.NoError(t, res.Body.Close()) })
			return res
		}
		get, head := ask(http.MethodGet), ask(http.MethodHead)
		require.Equal(t, get.StatusCode, head.StatusCode)
		body, err := io.ReadAll(head.Body)
		require.NoError(t, err)
		require.Empty(t, body)
		for _, name := range []string{"Content-Type", "Etag", "Content-Length", "Cache-Control"} {
			require.Equal(t, get.Header.Get(name), head.Header.Get(name), "%s %s", target, name)
		}
	}
}

func TestWhatTheClientCanRead(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	for accept, ok := range map[string]bool{
		"application/json": true, "application/*": true, "*/*": true, "text/html, */*;q=0.1": true, "Application/JSON": true,
		"application/json;charset=utf-8": true, "text/html, application/xml;q=0.9, */*;q=0.8": true, "nonsense, */*": true,
		"text/html": false, "application/json;q=0": false, "application/json;q=0, */*": false, "application/problem+json": false, "": false,
	} {
		got := ana.get("/projects", header("Accept", accept))
		if ok {
			got.is(http.StatusOK)
		} else {
			got.isProblem("not-acceptable")
		}
	}
	ana.post("/projects", `{}`, header("Accept", "text/html")).isProblem("not-acceptable")
	require.Empty(t, ana.titles("/projects"), "nothing is done that cannot be told")
}

func TestOtherOrigins(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	const allowed = "https://studio.example"
	preflight := func(origin, method, headers string) http.Header {
		return s.anonymous(t).send(http.MethodOptions, "/projects", header("Origin", origin),
			header("Access-Control-Request-Method", method), header("Access-Control-Request-Headers", headers)).is(http.StatusNoContent).header
	}
	got := preflight(allowed, "PATCH", "authorization,content-type,idempotency-key,if-match,if-none-match,vitrine-owner")
	require.Equal(t, allowed, got.Get("Access-Control-Allow-Origin"))
	require.Equal(t, "PATCH", got.Get("Access-Control-Allow-Methods"))
	require.Equal(t, "600", got.Get("Access-Control-Max-Age"))
	require.Empty(t, got.Get("Access-Control-Allow-Credentials"))
	require.Empty(t, preflight(allowed, "PATCH", "x-secret").Get("Access-Control-Allow-Origin"))
	require.Empty(t, preflight(allowed, "PUT", "").Get("Access-Control-Allow-Origin"))

	for _, origin := range []string{
		"https://evil.example", "null", "https://studio.example.evil.example", "https://STUDIO.example", "http://studio.example",
		"https://studio.example:444", "file://", "*",
	} {
		require.Empty(t, preflight(origin, "GET", "").Get("Access-Control-Allow-Origin"), origin)
		require.Empty(t, ana.get("/projects", header("Origin", origin)).is(http.StatusOK).header.Get("Access-Control-Allow-Origin"))
		ana.post("/projects", `{}`, header("Origin", origin)).isProblem("cross-origin-denied")
	}
	for _, site := range []string{"cross-site", "same-site"} {
		ana.post("/projects", `{}`, header("Sec-Fetch-Site", site)).isProblem("cross-origin-denied")
		ana.post("/projects", `{}`, header("Sec-Fetch-Site", site), header("Origin", "https://evil.example")).isProblem("cross-origin-denied")
	}
	require.Empty(t, ana.titles("/projects"))

	shared := ana.post("/projects", `{}`, header("Origin", allowed), header("Sec-Fetch-Site", "cross-site")).is(http.StatusCreated)
	require.Equal(t, allowed, shared.header.Get("Access-Control-Allow-Origin"))
	require.Equal(t, "Etag, Location, Idempotent-Replayed, X-Request-Id, Retry-After", shared.header.Get("Access-Control-Expose-Headers"))
	ana.post("/projects", `{}`, header("Origin", "http://localhost"), header("Sec-Fetch-Site", "same-origin")).is(http.StatusCreated)
}

func TestWithoutAllowedOriginsNoneIs(t *testing.T) {
	s := newServer(t, func(c *Config) { c.AllowedOrigins = nil })
	got := s.as(t, "ana").get("/projects", header("Origin", "https://studio.example")).is(http.StatusOK)
	require.Empty(t, got.header.Get("Access-Control-Allow-Origin"))
}

func TestConfigurationsThatNewRefuses(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"a wildcard":                 func(c *Config) { c.AllowedOrigins = []string{"*"} },
		"an origin without scheme":   func(c *Config) { c.AllowedOrigins = []string{"studio.example"} },
		"an origin with a path":      func(c *Config) { c.AllowedOrigins = []string{"https://studio.example/"} },
		"no time to answer":          func(c *Config) { c.RequestTimeout = 0 },
		"a trash that keeps nothing": func(c *Config) { c.TrashRetention = 0 },
	} {
		t.Run(name, func(t *testing.T) {
			c := Config{Auth: DevMode{}, RequestTimeout: time.Second, TrashRetention: time.Hour, Log: zap.NewNop()}
			change(&c)
			_, err := New(c, Services{})
			require.Error(t, err)
		})
	}
}

func TestDevModeAnswersThisMachineAlone(t *testing.T) {
	s := newServer(t, func(c *Config) { c.Auth = DevMode{} })
	anybody := s.anonymous(t)
	require.Equal(t, userJSON{ID: "dev", Email: orNull("demo@vitrine.example"), Name: orNull("Demo user"), Scopes: []string{ScopePipeline}, Mode: "dev"},
		decode[userJSON](anybody.get("/user").is(http.StatusOK)))
	host := func(name string) part { return func(r *http.Request) { r.Host = name } }
	for _, name := range []string{"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080"} {
		anybody.get("/projects", host(name)).is(http.StatusOK)
	}
	for _, name := range []string{"", "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example:80", "0.0.0.0:8080", "127.0.0.2", "::1", "localhost:8080:80"} {
		for _, target := range []string{"/projects", "/openapi.yaml", "//", "//docs"} {
			anybody.get(target, host(name)).isProblem("cross-origin-denied")
		}
	}
	t.Run("with its own port", func(t *testing.T) {
		live := httptest.NewServer(s)
		defer live.Close()
		_, port, _ := strings.Cut(strings.TrimPrefix(live.URL, "http://"), ":")
		for name, status := range map[string]int{"localhost:" + port: http.StatusOK, "localhost:1": http.StatusForbidden, "localhost": http.StatusForbidden} {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, live.URL+"/api/v1/user", nil)
			require.NoError(t, err)
			r.Host = name
			res, err := http.DefaultClient.Do(r)
			require.NoError(t, err)
			require.NoError(t, res.Body.Close())
			require.Equal(t, status, res.StatusCode, name)
		}
	})
}
