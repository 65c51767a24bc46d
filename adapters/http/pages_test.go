package http

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEveryProblemHasItsPage(t *testing.T) {
	reader := newServer(t).anonymous(t)
	for _, kind := range problemKinds {
		got := reader.get("//problems/" + kind.slug).is(http.StatusOK)
		require.Equal(t, mediaHTML, got.header.Get("Content-Type"))
		require.Contains(t, string(got.body), kind.slug)
		require.Contains(t, string(got.body), kind.title)
	}
	reader.get("//problems/nope").isProblem("not-found")
}

// TestEveryFaultHasItsProblem looks for the codes of faults in the sources of core and of this package.
func TestEveryFaultHasItsProblem(t *testing.T) {
	made := regexp.MustCompile(`(?s)fault\.New\(fault\.\w+,\s*"([a-z-]+)"`)
	found := 0
	for _, root := range []string{"../../core", "."} {
		require.NoError(t, filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			for _, match := range made.FindAllStringSubmatch(string(source), -1) {
				found++
				require.Contains(t, kindBySlug, match[1], path)
			}
			return err
		}))
	}
	require.NotZero(t, found)
}

func TestTheHomePageOfAServerWithoutItsPage(t *testing.T) {
	for mode, change := range map[string]func(*Config){
		ModeDev: func(c *Config) { c.Auth = DevMode{} },
		ModeJWT: func(*Config) {},
	} {
		page := string(newServer(t, unbuilt, change).anonymous(t).get("//", header("X-Forwarded-Host", "evil.example")).is(http.StatusOK).body)
		require.Contains(t, page, mode+" mode")
		require.Equal(t, mode == ModeJWT, strings.Contains(page, "$AUTH"))
		require.NotContains(t, page, "evil.example")
	}
}

// TestPagesAskNobodyElse holds the pages to what their policy allows: no inline code or style, and no other host.
func TestPagesAskNobodyElse(t *testing.T) {
	reader := newServer(t, unbuilt).anonymous(t)
	for _, target := range []string{"//", "//docs", "//problems/internal"} {
		page := string(reader.get(target).is(http.StatusOK).body)
		require.NotRegexp(t, `<style|style="|<script>| on[a-z]+="`, page)
		for _, link := range links(page) {
			require.True(t, strings.HasPrefix(link, "/"), link)
			reader.get("/" + link).is(http.StatusOK)
		}
	}
	require.Contains(t, reader.get("//docs").header.Get("Content-Security-Policy"), "script-src 'self'")
	require.NotContains(t, reader.get("//").header.Get("Content-Security-Policy"), "script-src")
}

// links are the addresses that a page refers to, empty data aside.
func links(page string) (found []string) {
	for _, match := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if match[1] != "data:," {
			found = append(found, match[1])
		}
	}
	return found
}
