package elastic

import (
	"cmp"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// scripted is an Elasticsearch that answers as it is told, in that order, and the last answer from then on.
type scripted struct {
	answers  []reply
	requests []string
	changed  func(open bool)
}

// reply is one answer: a success, in JSON, unless it says otherwise.
type reply struct {
	status int
	kind   string
	body   string
	err    error
}

func (s *scripted) client(t testing.TB) *Client {
	t.Helper()
	c, err := Open(Config{
		Addresses: []string{"http://elastic.test"}, APIKey: "c2VjcmV0", Prefix: "vitrine", Patience: 30 * time.Second, Transport: s, Changed: s.changed,
	})
	require.NoError(t, err)
	return c
}

// RoundTrip implements http.RoundTripper.
func (s *scripted) RoundTrip(r *http.Request) (*http.Response, error) {
	written, err := wire(r)
	if err != nil {
		return nil, err
	}
	s.requests = append(s.requests, written)
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	now := s.answers[min(len(s.requests), len(s.answers))-1]
	if now.err != nil {
		return nil, now.err
	}
	header := http.Header{"Content-Type": {"application/json"}, "X-Elastic-Product": {"Elasticsearch"}}
	if now.kind != "" {
		header.Set("Content-Type", now.kind)
	}
	return &http.Response{StatusCode: cmp.Or(now.status, http.StatusOK), Header: header, Body: io.NopCloser(strings.NewReader(now.body)), Request: r}, nil
}
