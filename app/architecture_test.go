package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// rule says what the packages under a path may import besides the standard library. An entry that ends in a slash
// allows what is below it.
type rule struct {
	path    string
	allowed []string
}

// rules are the dependency rule of docs/adr/0001, the most specific first.
var rules = []rule{
	{"vitrine/core/projects", kernel},
	{"vitrine/core/gallery", kernel},
	{"vitrine/core/settings", kernel},
	{"vitrine/core/insights", kernel},
	{"vitrine/core/", slices.Concat(kernel, []string{"golang.org/x/text/"})},
	{"vitrine/adapters/memory", []string{"vitrine/core/", "github.com/tidwall/btree"}},
	{"vitrine/adapters/postgres", []string{
		"vitrine/core/", "vitrine/adapters/postgres/", "github.com/jackc/pgx/v5", "github.com/jackc/pgx/v5/",
		"github.com/jmoiron/sqlx", "github.com/pressly/goose/v3", "github.com/pressly/goose/v3/",
		"github.com/cenkalti/backoff/v5", "github.com/fergusstrange/embedded-postgres",
	}},
	{"vitrine/adapters/elastic", []string{
		"vitrine/core/", "vitrine/adapters/elastic/", "github.com/elastic/elastic-transport-go/v8/",
		"github.com/elastic/go-elasticsearch/v8/esapi", "github.com/cenkalti/backoff/v5", "github.com/sony/gobreaker/v2",
	}},
	{"vitrine/adapters/http", nil}, // its own libraries are many; what it must not import is below
	{"vitrine/contracttests", []string{"vitrine/core/", "github.com/google/go-cmp/", "golang.org/x/text/"}},
	{"vitrine/app/demo", []string{"vitrine/core/", "vitrine/app/demo/", "golang.org/x/"}},
	{"vitrine/cmd/server", []string{"vitrine/app"}},
}

// kernel are the packages of the core that every module may use. Modules do not import each other.
var kernel = []string{
	"vitrine/core/bulk", "vitrine/core/content", "vitrine/core/fault", "vitrine/core/idempotency", "vitrine/core/ident", "vitrine/core/index",
	"vitrine/core/page", "vitrine/core/patch", "vitrine/core/rfc3339", "vitrine/core/search", "vitrine/core/zone",
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) (all []goPackage) {
	t.Helper()
	list := exec.Command("go", "list", "-json=ImportPath,Imports", "vitrine/...")
	var out, errs bytes.Buffer
	list.Stdout, list.Stderr = &out, &errs
	require.NoError(t, list.Run(), errs.String())
	for decoder := json.NewDecoder(&out); ; {
		var p goPackage
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		require.NoError(t, err)
		all = append(all, p)
	}
}

func TestTheDependencyRuleHolds(t *testing.T) {
	for _, p := range listPackages(t) {
		for _, imported := range p.Imports {
			require.True(t, permitted(p.ImportPath, imported), "%s must not import %s", p.ImportPath, imported)
		}
	}
}

func permitted(from, imported string) bool {
	standard := !strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") && !strings.HasPrefix(imported, "vitrine/")
	if strings.HasPrefix(imported, "go.uber.org/fx") {
		return from == "vitrine/app"
	}
	if strings.HasPrefix(imported, "vitrine/adapters/") && from != "vitrine/app" && !strings.HasPrefix(from, "vitrine/bench") {
		return strings.HasPrefix(from, "vitrine/adapters/") && sameAdapter(from, imported)
	}
	for _, r := range rules {
		if from == r.path || strings.HasPrefix(from, strings.TrimSuffix(r.path, "/")+"/") {
			return standard || r.allowed == nil || slices.ContainsFunc(r.allowed, func(a string) bool {
				return imported == a || strings.HasSuffix(a, "/") && strings.HasPrefix(imported, a)
			})
		}
	}
	return true
}

func sameAdapter(a, b string) bool {
	return strings.Split(a, "/")[2] == strings.Split(b, "/")[2]
}

func TestTheRuleWouldBeNoticed(t *testing.T) {
	for from, imported := range map[string]string{
		"vitrine/core/projects":     "vitrine/core/gallery",
		"vitrine/core/search":       "github.com/google/uuid",
		"vitrine/adapters/memory":   "vitrine/adapters/postgres",
		"vitrine/adapters/postgres": "go.uber.org/fx",
		"vitrine/contracttests":     "vitrine/adapters/memory",
		"vitrine/cmd/server":        "vitrine/adapters/http",
		"vitrine/app/demo":          "vitrine/adapters/memory",
	} {
		require.False(t, permitted(from, imported), "%s importing %s", from, imported)
	}
}
