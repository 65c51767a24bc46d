// Package estest gives tests and measurements a real Elasticsearch: the one of ELASTICSEARCH_URL, else a temporary server
// that tools/elasticsearch fetches and starts.
//
// A test package calls Main, or Stop, from its TestMain and URL from its tests. Without a server the test is skipped with a line that
// says how to get one, unless CONTRACT_BACKENDS promises elastic: then it fails.
package estest

import (
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// Server is a running Elasticsearch.
type Server struct {
	URL  string
	stop func() error
}

// Stop ends the server, unless it was running before.
func (s Server) Stop() error { return s.stop() }

// Start gives the server of ELASTICSEARCH_URL, or starts one.
func Start() (Server, error) {
	if given := os.Getenv("ELASTICSEARCH_URL"); given != "" {
		return Server{URL: given, stop: func() error { return nil }}, nil
	}
	for program, provider := range map[string]string{"java": "a JDK 17 or newer", "mvn": "Maven", "bash": "bash"} {
		if _, err := exec.LookPath(program); err != nil {
			return Server{}, fmt.Errorf("install %s, or set ELASTICSEARCH_URL to an Elasticsearch 8: %w", provider, err)
		}
	}
	return startLocal()
}

// shared is the one server of a test binary, started at the first call.
var shared = sync.OnceValues(Start)

// started tells Main whether there is something to stop.
var started atomic.Bool

// Main runs the tests and then ends the server that they started.
func Main(m *testing.M) int { return Stop(m.Run()) }

// Stop ends the server that tests started, if any. It gives the exit code of the tests, or another if that fails.
func Stop(code int) int {
	if !started.Load() {
		return code
	}
	if s, err := shared(); err == nil {
		if err := s.stop(); err != nil {
			fmt.Fprintln(os.Stderr, "stop Elasticsearch:", err)
			return max(code, 1)
		}
	}
	return code
}

// URL gives the address of the server.
func URL(t testing.TB) string {
	t.Helper()
	started.Store(true)
	s, err := shared()
	if err != nil {
		absent(t, err)
	}
	return s.URL
}

// Prefix makes a prefix for the names of indices that no other test has.
func Prefix() string { return "test-" + strings.ToLower(rand.Text()) }

// absent skips the test, or fails it where this run promised Elasticsearch.
func absent(t testing.TB, err error) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("CONTRACT_BACKENDS"), ","), "elastic") {
		t.Fatalf("Elasticsearch is promised by CONTRACT_BACKENDS: %v", err)
	}
	t.Skipf("skipped without Elasticsearch: %v", err)
}
