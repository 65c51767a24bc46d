package http

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/page"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

func queryOf(raw string) *query {
	return readQuery(&http.Request{URL: &url.URL{RawQuery: raw}})
}

// everything reads what the list of projects reads.
func everything(q *query) (projects.Listing, error) {
	l := projects.Listing{Filter: projectFilter(q), Order: q.sort(projects.Orders), Limit: q.limit(), Cursor: q.cursor()}
	return l, q.err()
}

func TestMistakesInAQuery(t *testing.T) {
	for raw, want := range map[string]struct {
		slug     string
		mistakes []string
	}{
		"limit=0":                        {"invalid-parameter", []string{"limit out_of_range"}},
		"limit=101":                      {"invalid-parameter", []string{"limit out_of_range"}},
		"limit=%2B5":                     {"invalid-parameter", []string{"limit out_of_range"}},
		"limit=05":                       {"invalid-parameter", []string{"limit out_of_range"}},
		"limit=5.0":                      {"invalid-parameter", []string{"limit out_of_range"}},
		"limit=":                         {"invalid-parameter", []string{"limit out_of_range"}},
		"limit=99999999999999999999":     {"invalid-parameter", []string{"limit out_of_range"}},
		"foo=1":                          {"unknown-parameter", []string{"foo unknown"}},
		"foo=1&bar=2":                    {"unknown-parameter", []string{"bar unknown", "foo unknown"}},
		"foo=%00&foo=2":                  {"unknown-parameter", []string{"foo unknown"}},
		"foo=1&limit=0":                  {"invalid-parameter", []string{"limit out_of_range", "foo unknown"}},
		"limit=1&limit=1":                {"duplicate-parameter", []string{"limit duplicate"}},
		"limit=0&limit=0":                {"duplicate-parameter", []string{"limit duplicate"}},
		"=x":                             {"unknown-parameter", []string{" unknown"}},
		"%ff=x":                          {"unknown-parameter", []string{"\uFFFD unknown"}},
		"status=":                        {"invalid-parameter", []string{"status empty"}},
		"status=draft,":                  {"invalid-parameter", []string{"status empty"}},
		"status=,draft":                  {"invalid-parameter", []string{"status empty"}},
		"status=Draft":                   {"invalid-parameter", []string{"status unknown_value"}},
		"status=draft;running":           {"invalid-query", nil},
		"type=image,poster":              {"invalid-parameter", []string{"type unknown_value"}},
		"tag=" + strings.Repeat("é", 51): {"invalid-parameter", []string{"tag too_long"}},
		"favorite=1":                     {"invalid-parameter", []string{"favorite unknown_value"}},
		"favorite=":                      {"invalid-parameter", []string{"favorite unknown_value"}},
		"trashed=TRUE":                   {"invalid-parameter", []string{"trashed unknown_value"}},
		"sort=":                          {"invalid-parameter", []string{"sort unknown_value"}},
		"sort=relevance":                 {"invalid-parameter", []string{"sort unknown_value"}},
		"cursor=":                        {"invalid-cursor", []string{"cursor empty"}},
		"cursor=&limit=0":                {"invalid-parameter", []string{"limit out_of_range", "cursor empty"}},
		"created_after=yesterday":        {"invalid-parameter", []string{"created_after malformed"}},
		"q=%00":                          {"invalid-parameter", []string{"q invalid_characters"}},
		"q=%1b[31m":                      {"invalid-parameter", []string{"q invalid_characters"}},
		"q=%c2%85":                       {"invalid-parameter", []string{"q invalid_characters"}},
		"q=%ed%a0%80":                    {"invalid-parameter", []string{"q invalid_characters"}},
		"tag=a%0ab":                      {"invalid-parameter", []string{"tag invalid_characters"}},
		"q=%zz":                          {"invalid-query", nil},
	} {
		t.Run(raw, func(t *testing.T) {
			_, err := everything(queryOf(raw))
			f := fault.Of(err)
			require.NotNil(t, f)
			require.Equal(t, want.slug, f.Code)
			found := newProblem(f).mistakes()
			require.ElementsMatch(t, append([]string{}, want.mistakes...), found)
		})
	}
}

func TestWhatAQuerySays(t *testing.T) {
	l, err := everything(queryOf("q=+a%09b%0d%0ac&status=draft,running,draft&tag=a+b,c&favorite=false&trashed=true&sort=-title&limit=7&cursor=x"))
	require.NoError(t, err)
	no := false
	require.Equal(t, projects.Listing{
		Filter: projects.Filter{
			Q: " a b  c", Statuses: []projects.Status{projects.Draft, projects.Running}, Tags: []string{"a b", "c"}, Favorite: &no, Trashed: true,
		},
		Order: page.Order{By: projects.ByTitle, Desc: true}, Limit: 7, Cursor: "x",
	}, l)

	l, err = everything(queryOf("q="))
	require.NoError(t, err)
	require.Equal(t, projects.Listing{Limit: page.DefaultLimit}, l)
}

func TestLimitsOfAQuery(t *testing.T) {
	for raw, ok := range map[string]bool{
		"q=" + strings.Repeat("%C3%A9", 256):                          true,
		"q=" + strings.Repeat("%C3%A9", 257):                          false,
		"tag=" + strings.Repeat("a,", maxValues-1) + "a":              true,
		"tag=" + strings.Repeat("a,", maxValues) + "a":                false,
		"q=" + strings.Repeat("a", maxQuery):                          false,
		"q=a" + strings.Repeat("&x=1", maxParameters):                 false,
		strings.TrimPrefix(strings.Repeat("&", maxParameters+1), "&"): false,
	} {
		_, err := everything(queryOf(raw))
		require.Equal(t, ok, err == nil, "%.60s: %v", raw, err)
	}
}

func TestInstants(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-22T13:05:11Z":           "2026-11-22T13:05:11.000Z",
		"2026-11-22T13:05:11.1Z":         "2026-11-22T13:05:11.100Z",
		"2026-11-22T13:05:11.123Z":       "2026-11-22T13:05:11.123Z",
		"2026-11-22T13:05:11.1230000Z":   "2026-11-22T13:05:11.123Z",
		"2026-11-22T13:05:11.123000001Z": "2026-11-22T13:05:11.124Z",
		"2026-11-22T13:05:11.999999999Z": "2026-11-22T13:05:12.000Z",
		"2026-11-22T13:05:11+05:45":      "2026-11-22T07:20:11.000Z",
		"2024-02-29T00:00:00-23:59":      "2024-02-29T23:59:00.000Z",
		"1970-01-01T00:00:00Z":           "1970-01-01T00:00:00.000Z",
		"2100-12-31T23:59:59.999Z":       "2100-12-31T23:59:59.999Z",
	} {
		got, ok := parseInstant(text)
		require.True(t, ok, text)
		require.Equal(t, want, instant(got), text)
		require.Equal(t, time.UTC, got.Location())
	}
	for _, bad := range []string{
		"", "2026-11-22", "2026-11-22T13:05:11", "2024-02-30T00:00:00Z", "2026-11-22T13:05:11+24:00",
		"1969-12-31T23:59:59Z", "1970-01-01T00:00:00+00:01", "2101-01-01T00:00:00Z", "2100-12-31T23:59:59.9999Z", "0000-01-01T00:00:00Z",
		"9999-12-31T23:59:59Z",
	} {
		_, ok := parseInstant(bad)
		require.False(t, ok, "%q", bad)
	}
}
