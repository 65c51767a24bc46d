package http

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"vitrine/core/page"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

// shelf is a client with some projects: "P00", "P01", … in the order of their creation.
func shelf(t *testing.T, n int) *client {
	ana := newServer(t).as(t, "ana", ScopePipeline)
	for i := range n {
		ana.add(fmt.Sprintf(`{"title": "P%02d"}`, i))
	}
	return ana
}

// titled is what items of lists have in common.
type titled struct {
	Title        string `json:"title"`
	DisplayTitle string `json:"display_title"`
}

// walk follows the cursors of a list from its beginning to its end, and back.
func (c *client) walk(target string) (there, back []string) {
	c.t.Helper()
	page := decode[listJSON[titled]](c.get(target).is(http.StatusOK))
	require.Nil(c.t, page.Prev, "nothing comes before the beginning")
	follow := func(cursor *string) {
		page = decode[listJSON[titled]](c.get(target + "&cursor=" + url.QueryEscape(*cursor)).is(http.StatusOK))
	}
	titles := func() (found []string) {
		for _, p := range page.Items {
			found = append(found, cmp.Or(p.Title, p.DisplayTitle))
		}
		return found
	}
	for there = titles(); page.Next != nil; there = append(there, titles()...) {
		follow(page.Next)
	}
	for back = titles(); page.Prev != nil; back = append(titles(), back...) {
		follow(page.Prev)
	}
	return there, back
}

func TestListsAreReadBothWays(t *testing.T) {
	ana := shelf(t, 11)
	for _, order := range projects.Orders {
		for _, limit := range []int{1, 2, 3, 5, 10, 11, 12, 100} {
			t.Run(fmt.Sprint(order, " by ", limit), func(t *testing.T) {
				target := fmt.Sprintf("/projects?sort=%s&limit=%d&q=p", order, limit)
				there, back := ana.on(t).walk(target)
				require.Len(t, there, 11)
				require.Equal(t, there, back)
				want := slices.Sorted(slices.Values(there))
				if order.Desc {
					slices.Reverse(want)
				}
				require.Equal(t, want, there)
			})
		}
	}
}

func TestTheFirstPageIsNewestFirstWithTwentyFour(t *testing.T) {
	ana := shelf(t, 25)
	titles := ana.titles("/projects")
	require.Len(t, titles, page.DefaultLimit)
	require.Equal(t, "P24", titles[0])
	require.Equal(t, titles, ana.titles("/projects?q=&sort=-created_at"), "q without text is as if absent")
}

func TestACursorOutlivesItsRow(t *testing.T) {
	ana := shelf(t, 6)
	first := decode[listJSON[projectJSON]](ana.get("/projects?limit=3"))
	ana.delete("/projects/" + first.Items[2].ID).is(http.StatusNoContent)
	ana.add(`{"title": "new"}`)
	require.Equal(t, []string{"P02", "P01", "P00"}, ana.titles("/projects?limit=3&cursor="+*first.Next))
}

func TestFilters(t *testing.T) {
	ana := newServer(t).as(t, "ana", ScopePipeline)
	ana.add(`{"title": "Oak lamp", "type": "image", "tags": ["lamp", "oak"], "favorite": true}`)
	ana.add(`{"title": "Red shoe", "type": "video", "tags": ["shoe"], "description": "for the lamp shop"}`)
	running := ana.add(`{"title": "Blue shoe", "brief": "walks by a lamp"}`)
	ana.patch("/projects/"+running.ID, `{"status": "pending"}`).is(http.StatusOK)

	for query, want := range map[string][]string{
		"type=image":                          {"Oak lamp"},
		"type=image,video":                    {"Oak lamp", "Red shoe"},
		"status=pending":                      {"Blue shoe"},
		"status=draft,pending,failed":         {"Blue shoe", "Oak lamp", "Red shoe"},
		"tag=oak":                             {"Oak lamp"},
		"tag=oak,shoe":                        {"Oak lamp", "Red shoe"},
		"tag=OAK":                             {},
		"favorite=true":                       {"Oak lamp"},
		"favorite=false":                      {"Blue shoe", "Red shoe"},
		"trashed=false&type=video":            {"Red shoe"},
		"trashed=true":                        {},
		"q=shoes":                             {"Blue shoe", "Red shoe"},
		"q=shoe+-red":                         {"Blue shoe"},
		"q=%22oak+lamp%22":                    {"Oak lamp"},
		"q=%25":                               {"Blue shoe", "Oak lamp", "Red shoe"},
		"q=shoe&type=video":                   {"Red shoe"},
		"created_after=2026-03-01T12:00:02Z":  {"Blue shoe", "Red shoe"},
		"created_before=2026-03-01T12:00:02Z": {"Oak lamp"},
		"created_after=2026-03-01T13:00:02%2B01:00&created_before=2026-03-01T12:00:02.0001Z": {"Red shoe"},
	} {
		require.Equal(t, want, ana.titles("/projects?sort=title&"+query), query)
	}
	require.Equal(t, []string{"Oak lamp", "Red shoe", "Blue shoe"}, ana.titles("/projects?q=lamp&sort=-relevance"))
}

func TestRelevanceNeedsAText(t *testing.T) {
	ana := shelf(t, 3)
	require.Equal(t, []string{"sort not_applicable"}, ana.get("/projects?sort=-relevance").isProblem("invalid-parameter").mistakes())
	require.Equal(t, []string{"P02", "P01", "P00"}, ana.titles("/projects?sort=-relevance&q=%25"), "without a word: newest first")
}

func TestCounts(t *testing.T) {
	ana := newServer(t).as(t, "ana", ScopePipeline)
	for _, text := range []string{
		`{"type": "image", "tags": ["a", "b"]}`, `{"type": "image", "tags": ["a"]}`, `{"type": "video", "tags": ["b"]}`, `{"tags": ["c"]}`,
	} {
		ana.add(text)
	}
	count := func(query string) string { return string(ana.get("/projects/counts" + query).is(http.StatusOK).body) }

	require.Equal(t, `{"total":{"value":4,"relation":"exact"}}`, count(""))
	require.Equal(t, `{"total":{"value":2,"relation":"exact"}}`, count("?type=image"))
	require.Equal(t, `{"total":{"value":2,"relation":"exact"},"facets":{`+
		`"tag":[{"value":"a","count":2},{"value":"b","count":1}],`+
		`"type":[{"value":"image","count":2},{"value":"package","count":1},{"value":"video","count":1}]}}`,
		count("?type=image&facets=type,tag"), "a facet ignores its own filter and no other")
	require.Equal(t, `{"total":{"value":0,"relation":"exact"},"facets":{"status":[]}}`, count("?q=nothing&facets=status"))
}

func TestCountsBeyondTheLimit(t *testing.T) {
	ana := shelf(t, countLimit+1)
	require.Equal(t, fmt.Sprintf(`{"total":{"value":%d,"relation":"at_least"},"facets":{"status":null}}`, countLimit),
		string(ana.get("/projects/counts?facets=status").body))
}

// TestAWalkWhileOthersWrite sees every project that stays exactly once.
func TestAWalkWhileOthersWrite(t *testing.T) {
	ana := shelf(t, 20)
	seen := map[string]int{}
	cursor := ""
	for step := 0; ; step++ {
		page := decode[listJSON[projectJSON]](ana.get("/projects?limit=3" + cursor).is(http.StatusOK))
		for _, p := range page.Items {
			seen[p.Title]++
		}
		if page.Next == nil {
			break
		}
		cursor = "&cursor=" + *page.Next
		ana.add(fmt.Sprintf(`{"title": "new %d"}`, step))
		last := page.Items[len(page.Items)-1]
		ana.delete("/projects/" + last.ID).is(http.StatusNoContent)
		ana.patch("/projects/"+page.Items[0].ID, `{"favorite": true}`).is(http.StatusOK)
	}
	require.Len(t, seen, 20)
	for title, times := range seen {
		require.True(t, times == 1 && strings.HasPrefix(title, "P"), title)
	}
}
