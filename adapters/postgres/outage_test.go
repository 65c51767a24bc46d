package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"vitrine/adapters/elastic"
	"vitrine/adapters/elastic/estest"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

// trouble is what happens to a request on its way: nil is nothing.
type trouble func(r *http.Request, onward http.RoundTripper) (*http.Response, error)

// wire is the way to Elasticsearch.
type wire struct {
	onward http.RoundTripper
	now    atomic.Pointer[trouble]
}

// RoundTrip implements http.RoundTripper.
func (l *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	if now := l.now.Load(); now != nil {
		return (*now)(r, l.onward)
	}
	return l.onward.RoundTrip(r)
}

// redirected sends requests to another address.
func redirected(address string) trouble {
	return func(r *http.Request, onward http.RoundTripper) (*http.Response, error) {
		r = r.Clone(r.Context())
		r.URL.Host = address
		return onward.RoundTrip(r)
	}
}

// answered answers in place of Elasticsearch.
func answered(status int, header http.Header, body string) trouble {
	return func(r *http.Request, _ http.RoundTripper) (*http.Response, error) {
		return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	}
}

// changed lets requests through and changes what is answered.
func changed(change func(body string) string) trouble {
	return func(r *http.Request, onward http.RoundTripper) (*http.Response, error) {
		res, err := onward.RoundTrip(r)
		if err != nil {
			return nil, err
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		res.Body = io.NopCloser(strings.NewReader(change(string(body))))
		return res, err
	}
}

// never answers until the caller gives up.
func never(r *http.Request, _ http.RoundTripper) (*http.Response, error) {
	<-r.Context().Done()
	return nil, r.Context().Err()
}

func asJSON() http.Header {
	return http.Header{"Content-Type": {"application/json"}, "X-Elastic-Product": {"Elasticsearch"}}
}

// refusing is an address at which nobody listens, silent one at which somebody listens and never says a word.
func addresses(t *testing.T) (refusing, silent string) {
	var config net.ListenConfig
	gone, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	require.NoError(t, gone.Close())
	deaf, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, deaf.Close()) })
	return gone.Addr().String(), deaf.Addr().String()
}

// studio is the service over a record and an index, and the line between them.
type studio struct {
	*indexed
	line    *wire
	service *gallery.Service
	client  *http.Client
	url     string
}

func newStudio(t *testing.T) studio {
	l := &wire{onward: http.DefaultTransport.(*http.Transport).Clone()}
	c := elastic.Config{Addresses: []string{estest.URL(t)}, Prefix: estest.Prefix(), Patience: 3 * time.Second, Transport: l}
	x := openIndexOf(t, open(t), c)
	t.Cleanup(func() { l.now.Store(nil) })
	service := gallery.NewService(gallery.Ports{Repository: x.Assets, Finder: x.Assets, Vocabulary: x.Assets, Index: x.index}, randomID, time.Now, 1000)
	return studio{indexed: x, line: l, service: service, client: &http.Client{}, url: c.Addresses[0] + "/" + c.Prefix + "-assets-read"}
}

// asked searches for a word and counts what it finds, and gives the titles. Both answers are degraded or neither is.
func (s studio) asked(t *testing.T, q string) (titles []string, degraded bool) {
	t.Helper()
	listed, err := s.service.List(t.Context(), keeper, gallery.Listing{Filter: gallery.Filter{Q: q}, Limit: 50})
	require.NoError(t, err)
	for _, e := range listed.Page.Items {
		titles = append(titles, e.Asset.Title)
	}
	counts, err := s.service.Count(t.Context(), keeper, gallery.Filter{Q: q}, nil)
	require.NoError(t, err)
	require.Equal(t, int64(len(titles)), counts.Total.Value)
	return titles, listed.Degraded || counts.Degraded
}

func (s studio) rename(t *testing.T, id ident.ID, title string) {
	t.Helper()
	_, err := s.Update(t.Context(), keeper, []ident.ID{id}, idempotency.Key{}, func(a *gallery.Asset) error {
		a.Title = title
		a.Version++
		return nil
	})
	require.NoError(t, err)
}

// ask speaks to Elasticsearch beside the line.
func (s studio) ask(t *testing.T, method, path, body string, into any) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, s.url+path, strings.NewReader(body))
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/json")
	res, err := s.client.Do(req)
	require.NoError(t, err)
	defer res.Body.Close()
	said, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, res.StatusCode, "%s", said)
	require.NoError(t, json.Unmarshal(said, into))
}

// converges carries what is left, and then wants the index to have the ids and versions of the record, and no others.
func (s studio) converges(t *testing.T) {
	t.Helper()
	_, err := s.db().pool.Exec(t.Context(), `UPDATE search_dirty SET due_at = now() WHERE due_at < 'infinity'`) // as time would
	require.NoError(t, err)
	s.settle(t)
	var found struct {
		Hits struct {
			Hits []struct {
				Version int64                      `json:"_version"`
				Source  struct{ ID, Owner string } `json:"_source"`
			}
		}
	}
	s.ask(t, http.MethodPost, "/_search", `{"size": 1000, "version": true, "_source": ["id", "owner"]}`, &found)
	indexed := map[[2]string]int64{}
	for _, hit := range found.Hits.Hits {
		indexed[[2]string{hit.Source.Owner, hit.Source.ID}] = hit.Version
	}
	recorded := map[[2]string]int64{}
	stock, _, err := NewAssetStock(s.db()).After(t.Context(), "", 1000)
	require.NoError(t, err)
	for _, c := range stock {
		recorded[[2]string{string(c.Owner), c.ID}] = c.Version
	}
	require.Equal(t, recorded, indexed)
}

func (s studio) db() *DB { return s.outbox.db }

// outage is what happens on the way to Elasticsearch.
type outage struct {
	trouble trouble
	writes  bool // and what is written meanwhile is lost on the way
}

func outages(t *testing.T) map[string]outage {
	t.Helper()
	refusing, silent := addresses(t)
	html := http.Header{"Content-Type": {"text/html"}}
	packed := asJSON()
	packed.Set("Content-Encoding", "gzip")
	return map[string]outage{
		"down":              {redirected(refusing), true},
		"a black hole":      {redirected(silent), true},
		"slow":              {never, true},
		"pressure":          {answered(http.StatusTooManyRequests, asJSON(), `{"error":{"type":"circuit_breaking_exception"}}`), true},
		"unavailable":       {answered(http.StatusServiceUnavailable, asJSON(), ``), true},
		"a proxy's page":    {answered(http.StatusBadGateway, html, `<html>Bad gateway</html>`), true},
		"a page for answer": {answered(http.StatusOK, html, `<html>Sign in</html>`), true},
		"truncated":         {changed(func(s string) string { return s[:len(s)/2] }), true},
		"garbled":           {answered(http.StatusOK, packed, "\x1f\x8bnot gzip"), true},
		"a broken line": {func(*http.Request, http.RoundTripper) (*http.Response, error) {
			return nil, errors.New("connection reset by peer")
		}, true},
		"a shard is missing": {changed(func(s string) string { return strings.ReplaceAll(s, `"failed":0`, `"failed":1`) }), true},
		"out of time":        {changed(func(s string) string { return strings.ReplaceAll(s, `"timed_out":false`, `"timed_out":true`) }), false},
	}
}

// Whatever happens on the way to Elasticsearch: people get right answers, marked while the index cannot give them, their edits
// are kept, and once it is over the index has what the record has.
func TestOutages(t *testing.T) {
	t.Parallel()
	for name, c := range outages(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStudio(t)
			assets := s.lamps(t, 3)
			s.settle(t)
			titles, degraded := s.asked(t, "lamp")
			require.Len(t, titles, 3)
			require.False(t, degraded)

			s.line.now.Store(&c.trouble)
			titles, degraded = s.asked(t, "lamp")
			require.Len(t, titles, 3)
			require.True(t, degraded)

			s.rename(t, assets[0].ID, "chair")
			titles, degraded = s.asked(t, "chair")
			require.Equal(t, []string{"chair"}, titles)
			require.False(t, degraded, "the record answers anyhow, while something is pending")
			hurried, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			defer cancel()
			if err := s.relay.Drain(hurried); c.writes {
				require.Error(t, err)
				titles, _ = s.asked(t, "chair")
				require.Equal(t, []string{"chair"}, titles, "nothing is forgotten that was not written")
			}

			s.line.now.Store(nil)
			s.converges(t)
			require.Eventually(t, func() bool {
				titles, degraded := s.asked(t, "chair")
				require.Equal(t, []string{"chair"}, titles)
				return !degraded
			}, time.Minute, 100*time.Millisecond, "once the breaker has seen that it is over")
		})
	}
}

// Elasticsearch has written what it says it has not: that is written again, and what is there already is no error.
func TestABulkOfWhichAPartFailed(t *testing.T) {
	t.Parallel()
	s := newStudio(t)
	s.lamps(t, 20)
	failing := changed(func(said string) string {
		return strings.Replace(said, `"status":201`, `"status":429,"error":{"type":"es_rejected_execution_exception","reason":"full"}`, 3)
	})
	s.line.now.Store(&failing)
	require.Error(t, s.relay.Drain(t.Context()))
	titles, degraded := s.asked(t, "lamp")
	require.Len(t, titles, 20)
	require.False(t, degraded)
	s.line.now.Store(nil)
	s.converges(t)
}

// A document that Elasticsearch refuses holds up no other. Its owner is answered by the record, until it is put right.
func TestAPoisonDocumentIsParked(t *testing.T) {
	t.Parallel()
	s := newStudio(t)
	poison := gallery.Asset{
		ID: randomID(), Type: gallery.Image, Title: "poison", Tags: []string{strings.Repeat("m", 40_000)}, Version: 1, CreatedAt: time.UnixMilli(1).UTC(),
	}
	_, err := s.Insert(t.Context(), keeper, []gallery.Asset{poison}, idempotency.Key{})
	require.NoError(t, err)
	s.lamps(t, 5)
	s.settle(t)
	require.Equal(t, int64(5), s.found(t, "lamp"), "the rest is there")
	require.Zero(t, s.found(t, "poison"))
	titles, degraded := s.asked(t, "poison")
	require.Equal(t, []string{"poison"}, titles)
	require.False(t, degraded)
	var parked struct {
		Due   string `db:"due"`
		Error string `db:"error"`
	}
	require.NoError(t, s.db().sql.GetContext(t.Context(), &parked, `SELECT due_at::text AS due, error FROM search_dirty`))
	require.Equal(t, "infinity", parked.Due)
	require.Contains(t, parked.Error, "failed to parse field [tags]")
	_, err = s.Update(t.Context(), keeper, []ident.ID{poison.ID}, idempotency.Key{}, func(a *gallery.Asset) error {
		a.Tags = nil
		a.Version++
		return nil
	})
	require.NoError(t, err)
	s.converges(t)
	require.Equal(t, int64(1), s.found(t, "poison"))
}

// A disk that is nearly full makes Elasticsearch refuse writes. Searches go on meanwhile, and writes by themselves afterwards.
func TestABlockOfWritesEndsByItself(t *testing.T) {
	t.Parallel()
	s := newStudio(t)
	assets := s.lamps(t, 3)
	s.settle(t)
	for _, block := range []string{"read_only_allow_delete", "write"} {
		var done map[string]any
		s.ask(t, http.MethodPut, "/_settings", `{"index.blocks.`+block+`": true}`, &done)
		s.rename(t, assets[0].ID, "chair "+block)
		require.Error(t, s.relay.Drain(t.Context()))
		titles, degraded := s.asked(t, "chair")
		require.Equal(t, []string{"chair " + block}, titles)
		require.False(t, degraded)
		s.ask(t, http.MethodPut, "/_settings", `{"index.blocks.`+block+`": null}`, &done)
		s.converges(t)
		require.Equal(t, int64(1), s.found(t, "chair "+block))
	}
}

// What is delivered twice, or late, changes nothing: the newest version stays.
func TestWhatComesTwiceOrLateChangesNothing(t *testing.T) {
	t.Parallel()
	s := newStudio(t)
	assets := s.lamps(t, 2)
	s.settle(t)
	older := gallery.ToIndex(keeper, assets[0])
	s.rename(t, assets[0].ID, "chair")
	_, err := s.db().pool.Exec(t.Context(), `DELETE FROM assets WHERE id = $1`, assets[1].ID)
	require.NoError(t, err)
	s.settle(t)
	s.plant(t, older, older, gallery.ToIndex(keeper, assets[1]))
	s.converges(t)
	require.Equal(t, int64(1), s.found(t, "chair"))
	require.Zero(t, s.found(t, "lamp"))
}
