package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"vitrine/adapters/elastic/estest"
	"vitrine/adapters/postgres/pgtest"

	"github.com/stretchr/testify/require"
	"go.uber.org/fx"
)

func TestMain(m *testing.M) { os.Exit(estest.Stop(pgtest.Main(m))) }

// config is a configuration on ports that are free.
func config(t *testing.T, env ...string) *Config {
	t.Helper()
	c, err := LoadConfig(append(env, "VITRINE_ADDR=127.0.0.1:0", "VITRINE_ADMIN_ADDR=127.0.0.1:0", "VITRINE_LOG_LEVEL=error"), nil)
	require.NoError(t, err)
	return c
}

func TestEveryProfileFitsTogether(t *testing.T) {
	for _, env := range [][]string{
		{"VITRINE_PROFILE=memory"},
		{"VITRINE_PROFILE=memory", "VITRINE_DEMO=true"},
		{"VITRINE_PROFILE=postgres", "VITRINE_DATABASE_URL=postgres://nobody@127.0.0.1:1/nothing"},
		{
			"VITRINE_PROFILE=postgres-elastic", "VITRINE_DATABASE_URL=postgres://nobody@127.0.0.1:1/nothing",
			"VITRINE_ELASTICSEARCH_URL=http://127.0.0.1:1",
		},
	} {
		require.NoError(t, fx.ValidateApp(Options(config(t, env...)), fx.NopLogger), env)
	}
}

// running starts the application and gives the addresses of its listeners; it ends with the test.
func running(t *testing.T, c *Config) (public, admin string) {
	t.Helper()
	server := fx.New(Options(c), fx.NopLogger, fx.Invoke(func(p publicServer, a adminServer, life fx.Lifecycle) {
		life.Append(fx.StartHook(func() { public, admin = "http://"+p.addr, "http://"+a.addr }))
	}))
	require.NoError(t, server.Start(t.Context()))
	t.Cleanup(func() { require.NoError(t, end(server)) })
	return public, admin
}

func get(t *testing.T, address string) (int, []byte) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	require.NoError(t, err)
	resp, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp.StatusCode, body
}

// counted is how many projects the API says there are.
func counted(t *testing.T, public string) int {
	t.Helper()
	status, body := get(t, public+"/api/v1/projects/counts")
	require.Equal(t, http.StatusOK, status, string(body))
	var counts struct{ Total struct{ Value int } }
	require.NoError(t, json.Unmarshal(body, &counts))
	return counts.Total.Value
}

func TestTheServerServesDemoDataAndTellsHowItIs(t *testing.T) {
	public, admin := running(t, config(t, "VITRINE_DEMO=true", "VITRINE_DEMO_PROJECTS=10", "VITRINE_DEMO_ASSETS=20", "VITRINE_DEMO_EVENTS=300"))
	require.Positive(t, counted(t, public))
	_, figures := get(t, public+"/api/v1/insights/stats?range=12mo")
	require.Contains(t, string(figures), `"data_source":"real"`)
	status, page := get(t, public+"/")
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, string(page), "Vitrine")

	for path, want := range map[string]string{"/healthz": "alive", "/readyz": "ready", "/metrics": "go_goroutines"} {
		status, body := get(t, admin+path)
		require.Equal(t, http.StatusOK, status, path)
		require.Contains(t, string(body), want)
	}
	_, metrics := get(t, admin+"/metrics")
	require.Contains(t, string(metrics), `route="/api/v1/projects/counts",status="200"`)
	status, _ = get(t, admin+"/debug/pprof/")
	require.Equal(t, http.StatusNotFound, status, "profiles are served only when asked for")
}

func TestThePostgresProfileStartsOnceItsSchemaIsThere(t *testing.T) {
	env := []string{"VITRINE_PROFILE=postgres", "VITRINE_DATABASE_URL=" + pgtest.Database(t)}
	behind := fx.New(Options(config(t, env...)), fx.NopLogger)
	err := behind.Start(t.Context())
	require.ErrorContains(t, err, "server migrate")
	require.NoError(t, end(behind))

	var out bytes.Buffer
	require.Error(t, Migrate(t.Context(), config(t, env...), true, &out))
	require.NoError(t, Migrate(t.Context(), config(t, env...), false, &out))
	require.NoError(t, Migrate(t.Context(), config(t, env...), true, &out))

	o := DemoOptions{Seed: 7, Projects: 6, Assets: 40, Owner: "dev", Owners: 2}
	require.NoError(t, Demo(t.Context(), config(t, env...), o, &out))
	public, admin := running(t, config(t, env...))
	found := counted(t, public)
	require.Positive(t, found)
	status, body := get(t, admin+"/readyz")
	require.Equal(t, http.StatusOK, status, string(body))

	require.NoError(t, Demo(t.Context(), config(t, env...), o, &out), "a second run finds all there")
	require.Equal(t, found, counted(t, public))
}

func TestHealthAsksTheAdminListener(t *testing.T) {
	answer := http.StatusServiceUnavailable
	admin := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(answer) }))
	t.Cleanup(admin.Close)
	c := &Config{AdminAddr: admin.Listener.Addr().String()}
	require.ErrorContains(t, Health(t.Context(), c, io.Discard), "503")
	answer = http.StatusOK
	require.NoError(t, Health(t.Context(), c, io.Discard))
}

func TestReadinessAsksAtMostOnceASecondAndNamesWhatIsMissing(t *testing.T) {
	asked := 0
	var database, search error
	r := newReadiness([]probe{
		{name: "database", ask: func(context.Context) error { asked++; return database }},
		{name: "search", optional: true, ask: func(context.Context) error { return search }},
	})
	answers := func(status int, body string) {
		t.Helper()
		for range 50 {
			w := httptest.NewRecorder()
			r.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/readyz", nil))
			require.Equal(t, status, w.Code)
			require.JSONEq(t, body, w.Body.String())
		}
		require.Equal(t, 1, asked)
		r.asked, asked = time.Now().Add(-freshness), 0
	}
	answers(http.StatusOK, `{"status":"ready"}`)
	search = errors.New("canary: address")
	answers(http.StatusOK, `{"status":"degraded","degraded":["search"]}`)
	database = errors.New("canary: password")
	answers(http.StatusServiceUnavailable, `{"status":"not ready","missing":["database"]}`)
	r.Stop()
	require.Equal(t, []string{"stopping"}, r.condition(t.Context()).missing)
}
