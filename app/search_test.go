package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"vitrine/adapters/elastic"
	"vitrine/adapters/elastic/estest"
	"vitrine/adapters/postgres/pgtest"
	"vitrine/core/gallery"
	"vitrine/core/index"

	"github.com/stretchr/testify/require"
)

// gate is a way to Elasticsearch that can be closed.
type gate struct {
	*httptest.Server
	closed atomic.Bool
}

func newGate(t *testing.T) *gate {
	t.Helper()
	to, err := url.Parse(estest.URL(t))
	require.NoError(t, err)
	g := &gate{}
	onward := httputil.NewSingleHostReverseProxy(to)
	g.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if g.closed.Load() {
			panic(http.ErrAbortHandler)
		}
		onward.ServeHTTP(w, r)
	}))
	t.Cleanup(g.Close)
	return g
}

// indexing is a configuration with Elasticsearch, whose index is dropped once the server that runs with it has ended.
func indexing(t *testing.T, address string, more ...string) *Config {
	t.Helper()
	c := config(t, append(more,
		"VITRINE_PROFILE=postgres-elastic", "VITRINE_MIGRATE=true", "VITRINE_DATABASE_URL="+pgtest.Database(t),
		"VITRINE_ELASTICSEARCH_URL="+address, "VITRINE_ELASTICSEARCH_INDEX_PREFIX="+estest.Prefix())...)
	t.Cleanup(func() {
		var out bytes.Buffer
		require.NoError(t, DropSearch(context.WithoutCancel(t.Context()), c, &out))
		for _, name := range []string{"assets", "counters"} {
			require.Contains(t, out.String(), "dropped "+c.IndexPrefix+"-"+name+"-")
		}
	})
	return c
}

// searched is the titles that a search finds, and whether the answer is degraded.
func searched(t *testing.T, public, q string) (titles []string, degraded bool) {
	t.Helper()
	status, body := get(t, public+"/api/v1/assets?q="+q)
	require.Equal(t, http.StatusOK, status, string(body))
	var found struct {
		Items    []struct{ Title string }
		Degraded []string
	}
	require.NoError(t, json.Unmarshal(body, &found))
	for _, item := range found.Items {
		titles = append(titles, item.Title)
	}
	return titles, len(found.Degraded) > 0
}

// ranked is how often the first of the top assets was viewed, 0 without any, and whether the answer is degraded.
func ranked(t *testing.T, public string) (views int, degraded bool) {
	t.Helper()
	status, body := get(t, public+"/api/v1/insights/top-assets")
	require.Equal(t, http.StatusOK, status, string(body))
	var top struct {
		Items    []struct{ Value int }
		Degraded []string
	}
	require.NoError(t, json.Unmarshal(body, &top))
	if len(top.Items) > 0 {
		views = top.Items[0].Value
	}
	return views, len(top.Degraded) > 0
}

// view has somebody look at the asset.
func view(t *testing.T, public, asset string) {
	t.Helper()
	post(t, public+"/api/v1/insights/events", fmt.Sprintf(
		`{"events":[{"id":%q,"type":"view","asset_id":%q,"channel":"shopify","occurred_at":%q}]}`, newID(), asset, time.Now().Format(time.RFC3339)))
}

// post gives the id of what was made.
func post(t *testing.T, address, body string) (id string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(body))
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	defer func() { require.NoError(t, resp.Body.Close()) }()
	require.Contains(t, []int{http.StatusCreated, http.StatusOK}, resp.StatusCode)
	var made struct{ ID string }
	require.NoError(t, json.NewDecoder(resp.Body).Decode(&made))
	return made.ID
}

func searchMetric(t *testing.T, admin, name string) string {
	t.Helper()
	_, body := get(t, admin+"/metrics")
	_, after, _ := strings.Cut(string(body), "\nvitrine_search_"+name+" ")
	value, _, _ := strings.Cut(after, "\n")
	return value
}

// ready waits until the server says so of itself.
func ready(t *testing.T, admin, want string) {
	t.Helper()
	require.Eventually(t, func() bool {
		status, body := get(t, admin+"/readyz")
		require.Equal(t, http.StatusOK, status)
		return strings.Contains(string(body), want)
	}, time.Minute, 50*time.Millisecond)
}

// carried waits until an index has seen everything.
func carried(t *testing.T, admin, index string) {
	t.Helper()
	require.Eventually(t, func() bool {
		return searchMetric(t, admin, `pending{index="`+index+`"}`) == "0"
	}, time.Minute, 50*time.Millisecond)
}

// The server starts without Elasticsearch, takes it into service when it is there, and goes on when it goes away.
func TestAServerWithElasticsearch(t *testing.T) {
	g := newGate(t)
	g.closed.Store(true)
	c := indexing(t, g.URL)
	public, admin := running(t, c)
	soon := func(what string, degraded bool, titles ...string) {
		t.Helper()
		require.Eventually(t, func() bool {
			found, marked := searched(t, public, "lamp")
			require.ElementsMatch(t, titles, found, "whoever answers")
			return marked == degraded
		}, time.Minute, 50*time.Millisecond, what)
	}
	post(t, public+"/api/v1/assets", `{"type":"text","content":"lamp","title":"One"}`)
	soon("before the index is there", true, "One")
	ready(t, admin, `{"degraded":["search"],"status":"degraded"}`)

	g.closed.Store(false)
	soon("once it is", false, "One")
	ready(t, admin, `{"status":"ready"}`)
	post(t, public+"/api/v1/assets", `{"type":"text","content":"lamp","title":"Two"}`)
	soon("its own writes at once", false, "One", "Two")
	carried(t, admin, "assets")
	require.Equal(t, "1", searchMetric(t, admin, `sound{index="assets"}`))
	require.Equal(t, "0", searchMetric(t, admin, "breaker_open"))

	g.closed.Store(true)
	soon("when it is gone", true, "One", "Two")
	ready(t, admin, "degraded")
	post(t, public+"/api/v1/assets", `{"type":"text","content":"lamp","title":"Three"}`)
	soon("what is pending the record answers anyhow", false, "One", "Two", "Three")
	g.closed.Store(false)
	carried(t, admin, "assets")
	soon("when it is back", false, "One", "Two", "Three")
	ready(t, admin, `{"status":"ready"}`)
}

// The same with figures.
func TestAServerThatRanksWithElasticsearch(t *testing.T) {
	g := newGate(t)
	g.closed.Store(true)
	public, admin := running(t, indexing(t, g.URL))
	soon := func(what string, degraded bool, views int) {
		t.Helper()
		require.Eventually(t, func() bool {
			found, marked := ranked(t, public)
			require.Equal(t, views, found, "whoever answers")
			return marked == degraded
		}, time.Minute, 50*time.Millisecond, what)
	}
	lamp := post(t, public+"/api/v1/assets", `{"type":"text","content":"lamp","title":"One"}`)
	view(t, public, lamp)
	soon("before the index is there", true, 1)
	g.closed.Store(false)
	soon("once it is", false, 1)
	view(t, public, lamp)
	soon("its own events at once", false, 2)
	carried(t, admin, "counters")
	soon("and once they are carried", false, 2)
	g.closed.Store(true)
	soon("when it is gone", true, 2)
	view(t, public, lamp)
	soon("what is pending the record answers anyhow", false, 3)
	g.closed.Store(false)
	carried(t, admin, "counters")
	soon("when it is back", false, 3)
	ready(t, admin, `{"status":"ready"}`)
}

func TestTheIndexIsRebuiltByACommand(t *testing.T) {
	c := indexing(t, estest.URL(t))
	public, _ := running(t, c)
	for i := range 3 {
		post(t, public+"/api/v1/assets", fmt.Sprintf(`{"type":"text","content":"lamp","title":"%d"}`, i))
	}
	sound := func() bool { _, degraded := searched(t, public, "lamp"); return !degraded }
	require.Eventually(t, sound, time.Minute, 50*time.Millisecond)
	var out bytes.Buffer
	require.NoError(t, RebuildSearch(t.Context(), c, &out))
	require.Equal(t, "The index of assets is new: 3 document(s) written.\nThe index of counters is new: 0 document(s) written.\n", out.String())
	require.Eventually(t, sound, time.Minute, 50*time.Millisecond)
	out.Reset()
	require.NoError(t, VerifySearch(t.Context(), c, false, false, &out))
	require.Equal(t, "assets: 3 document(s) of 1 owner(s), none differs from the record.\n"+noCounters, out.String())
	require.ErrorIs(t, RebuildSearch(t.Context(), config(t), &out), errNoIndex)
}

const noCounters = "counters: 0 document(s) of 0 owner(s), none differs from the record.\n"

// What is planted in the index is found, refused to be removed while it is much, and then removed.
func TestTheIndexIsComparedAndMendedByACommand(t *testing.T) {
	c := indexing(t, estest.URL(t), "VITRINE_SEARCH_VERIFY_INTERVAL=0")
	public, _ := running(t, c)
	post(t, public+"/api/v1/assets", `{"type":"text","content":"lamp","title":"One"}`)
	require.Eventually(t, func() bool { _, degraded := searched(t, public, "lamp"); return !degraded }, time.Minute, 50*time.Millisecond)
	verify := func(repair, force bool) (string, error) {
		var out bytes.Buffer
		err := VerifySearch(t.Context(), c, repair, force, &out)
		return out.String(), err
	}
	alone := func() {
		t.Helper()
		require.Eventually(t, func() bool {
			said, err := verify(false, false)
			require.NoError(t, err)
			return said == "assets: 1 document(s) of 1 owner(s), none differs from the record.\n"+noCounters
		}, time.Minute, 50*time.Millisecond, "what is pending is no difference")
	}
	alone()
	ghost := gallery.Asset{ID: newID(), Type: gallery.Text, Title: "lamp", Version: 1, CreatedAt: time.Now()}
	plant(t, c, gallery.ToIndex("dev", ghost))

	said, err := verify(false, false)
	require.ErrorIs(t, err, ErrIndexDiffers)
	require.Contains(t, said, "surplus: 1")
	require.Contains(t, said, ghost.ID.String())
	_, err = verify(true, false)
	require.ErrorIs(t, err, ErrRefused)
	said, err = verify(true, true)
	require.NoError(t, err)
	require.Contains(t, said, "After the repair: assets: ")
	alone()
	c.ElasticURL = "http://127.0.0.1:1"
	said, err = verify(false, false)
	require.ErrorIs(t, err, ErrNotCompared)
	require.Empty(t, said)
	require.ErrorContains(t, err, "the index of assets: ")
	require.ErrorContains(t, err, "the index of counters: ")
	c.ElasticURL = estest.URL(t)
}

// plant writes into the index what the record does not have.
func plant(t *testing.T, c *Config, changes ...index.Change[gallery.Asset]) {
	t.Helper()
	client, err := c.elastic(nil)
	require.NoError(t, err)
	engine := elastic.AssetIndex(client)
	used, err := engine.InUse(t.Context())
	require.NoError(t, err)
	writer := engine.Indexer(used)
	_, err = writer.Write(t.Context(), changes)
	require.NoError(t, err)
	require.NoError(t, writer.Refresh(t.Context()))
}
