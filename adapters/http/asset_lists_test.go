package http

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"vitrine/core/gallery"

	"github.com/stretchr/testify/require"
)

// stream is a client with some assets without a project: "A00", "A01", … in the order of their creation.
func stream(t *testing.T, n int) *client {
	ana := newServer(t).as(t, "ana")
	for i := range n {
		ana.create(fmt.Sprintf(`{"type": "text", "content": "A%02d"}`, i))
	}
	return ana
}

// page reads a page of assets.
func (c *client) page(target string) assetListJSON {
	c.t.Helper()
	return decode[assetListJSON](c.get(target).is(http.StatusOK))
}

func TestAssetFilters(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	home := ana.add(`{}`).ID
	ana.create(`{"type": "image", "url": "/a", "title": "Oak lamp", "tags": ["lamp", "oak"], "favorite": true, "width": 2, "height": 3,
		"scene": "hero", "model": "lumen 2", "project_id": "` + home + `"}`)
	ana.create(`{"type": "video", "url": "/b", "title": "Red shoe", "tags": ["shoe"], "width": 3, "height": 2, "model": "reel"}`)
	ana.create(`{"type": "text", "content": "Shoes by a lamp", "format": "email", "original_prompt": "write of walnut"}`)
	ana.create(`{"type": "image", "url": "/d", "title": "Square", "width": 2, "height": 2, "scene": "detail"}`)

	for query, want := range map[string][]string{
		"":                                   {"Oak lamp", "Red shoe", "Shoes by a lamp", "Square"},
		"type=image":                         {"Oak lamp", "Square"},
		"type=video,text":                    {"Red shoe", "Shoes by a lamp"},
		"project_id=" + home:                 {"Oak lamp"},
		"project_id=none":                    {"Red shoe", "Shoes by a lamp", "Square"},
		"project_id=" + newID().String():     {},
		"tag=oak,shoe":                       {"Oak lamp", "Red shoe"},
		"favorite=true":                      {"Oak lamp"},
		"orientation=portrait":               {"Oak lamp"},
		"orientation=landscape,square":       {"Red shoe", "Square"},
		"format=email":                       {"Shoes by a lamp"},
		"format=other":                       {},
		"scene=hero,detail":                  {"Oak lamp", "Square"},
		"model=reel,lumen+2":                 {"Oak lamp", "Red shoe"},
		"model=Reel":                         {},
		"q=shoe":                             {"Red shoe", "Shoes by a lamp"},
		"q=walnut":                           {"Shoes by a lamp"},
		"q=lamp+-oak":                        {"Shoes by a lamp"},
		"q=lamp&type=image":                  {"Oak lamp"},
		"trashed=true":                       {},
		"created_after=2026-03-01T12:00:03Z": {"Shoes by a lamp", "Square"},
		"created_before=2026-03-01T12:00:03Z&favorite=false": {"Red shoe"},
	} {
		require.Equal(t, want, ana.names("/assets?sort=created_at&"+query), query)
	}
	require.Equal(t, []string{"Oak lamp", "Shoes by a lamp"}, ana.names("/assets?sort=-relevance&q=lamp"), "a title says more than a copy")
}

func TestMistakesInAQuestionForAssets(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	id := newID().String()
	for target, want := range map[string][]string{
		"/assets?type=package":                               {"type unknown_value"},
		"/assets?format=Email&scene=":                        {"format unknown_value", "scene empty"},
		"/assets?orientation=round":                          {"orientation unknown_value"},
		"/assets?project_id=":                                {"project_id malformed"},
		"/assets?project_id=None":                            {"project_id malformed"},
		"/assets?project_id=none,none":                       {"project_id malformed"},
		"/assets?project_id=" + strings.ToUpper(id):          {"project_id malformed"},
		"/assets?model=" + strings.Repeat("é", 101):          {"model too_long"},
		"/assets?tag=" + strings.Repeat("é", 51):             {"tag too_long"},
		"/assets?highlight=1":                                {"highlight unknown_value"},
		"/assets?around=x":                                   {"around malformed"},
		"/assets?cursor=x&around=" + id:                      {"around not_applicable"},
		"/assets?sort=title":                                 {"sort unknown_value"},
		"/assets?sort=-position&project_id=" + id:            {"sort unknown_value"},
		"/assets/counts?facets=color":                        {"facets unknown_value"},
		"/assets/fences?every=49":                            {"every out_of_range"},
		"/assets/fences?every=5001":                          {"every out_of_range"},
		"/assets/fences?every=":                              {"every out_of_range"},
		"/assets/fences?sort=-relevance&q=x":                 {"sort unknown_value"},
		"/assets/fences?sort=position&project_id=" + id:      {"sort unknown_value"},
		"/assets?limit=0&around=x&type=&sort=x&trashed=nope": {"limit out_of_range", "around malformed", "type empty", "sort unknown_value", "trashed unknown_value"},
	} {
		require.ElementsMatch(t, want, ana.get(target).isProblem("invalid-parameter").mistakes(), target)
	}
	for _, target := range []string{"/assets?status=draft", "/assets/counts?highlight=true", "/assets/counts?sort=created_at", "/assets/fences?limit=5", "/assets/fences?cursor=x"} {
		ana.get(target).isProblem("unknown-parameter")
	}
}

func TestAssetListsAreReadBothWays(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	home := ana.add(`{}`).ID
	for i := range 11 {
		ana.create(fmt.Sprintf(`{"type": "text", "content": "lamp", "title": "A%02d", "position": %d, "project_id": %q}`, i, i/4, home))
	}
	for _, order := range gallery.Orders {
		for _, limit := range []int{1, 3, 10, 11, 100} {
			target := fmt.Sprintf("/assets?q=lamp&project_id=%s&sort=%s&limit=%d", home, order, limit)
			there, back := ana.walk(target)
			require.Len(t, there, 11, target)
			require.Equal(t, there, back, target)
		}
	}
}

// TestAWalkWhileAssetsChange sees every asset that stays exactly once.
func TestAWalkWhileAssetsChange(t *testing.T) {
	ana := stream(t, 20)
	home := ana.add(`{}`).ID
	seen, cursor := map[string]int{}, ""
	for {
		page := ana.page("/assets?limit=3" + cursor)
		for _, a := range page.Items {
			seen[a.DisplayTitle]++
		}
		if page.Next == nil {
			break
		}
		cursor = "&cursor=" + *page.Next
		ana.create(`{"type": "text", "content": "new"}`)
		ana.patch("/assets/"+page.Items[0].ID, `{"project_id": "`+home+`", "favorite": true}`).is(http.StatusOK)
		ana.delete("/assets/" + page.Items[2].ID).is(http.StatusNoContent)
		ana.send(http.MethodPost, "/assets/"+page.Items[2].ID+"/restore").is(http.StatusOK)
	}
	require.Len(t, seen, 20)
	for title, times := range seen {
		require.True(t, times == 1 && title != "new", title)
	}
}

func TestListsCarryExcerpts(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	long := strings.Repeat("灯", 501)
	a := ana.create(`{"type": "text", "content": "` + long + `", "prompt": "` + long[3:] + `", "original_prompt": "o", "negative_prompt": "n"}`)
	require.Equal(t, long, *a.Content)
	require.Equal(t, []string{}, a.Truncated)
	require.Equal(t, "o", *a.OriginalPrompt)

	b := ana.create(`{"type": "image", "url": "/a", "prompt": "` + long + `"}`)
	page := ana.page("/assets?sort=created_at")
	listed := page.Items[0]
	require.Equal(t, a.ID, listed.ID)
	require.Equal(t, long[3:], *listed.Content)
	require.Equal(t, long[3:], listed.Prompt)
	require.Equal(t, []string{"content"}, listed.Truncated)
	require.Nil(t, listed.OriginalPrompt)
	require.Nil(t, listed.NegativePrompt)
	require.Equal(t, []string{"prompt"}, page.Items[1].Truncated)
	require.Equal(t, b.DisplayTitle, page.Items[1].DisplayTitle)
	require.NotContains(t, string(ana.get("/assets").body), "original_prompt")
}

func TestAroundAnAsset(t *testing.T) {
	ana := stream(t, 7)
	all := ana.page("/assets").Items
	around := func(i, limit int) assetListJSON {
		return ana.page(fmt.Sprintf("/assets?limit=%d&around=%s", limit, all[i].ID))
	}
	titles := func(p assetListJSON) (names string) {
		for _, a := range p.Items {
			names += a.DisplayTitle
		}
		return names
	}
	neighbours := around(3, 3)
	require.Equal(t, "A04A03A02", titles(neighbours))
	require.Equal(t, []string{"A06", "A05"}, ana.names("/assets?limit=3&cursor="+*neighbours.Prev))
	require.Equal(t, []string{"A01", "A00"}, ana.names("/assets?limit=3&cursor="+*neighbours.Next))

	first, last := around(0, 3), around(6, 3)
	require.Equal(t, "A06A05", titles(first))
	require.Nil(t, first.Prev)
	require.Equal(t, "A01A00", titles(last))
	require.Nil(t, last.Next)
	require.Equal(t, "A03", titles(around(3, 1)))

	ana.get("/assets?q=a05&around=" + all[3].ID).isProblem("not-found")
	ana.get("/assets?trashed=true&around=" + all[3].ID).isProblem("not-found")
	ana.get("/assets?around=" + newID().String()).isProblem("not-found")
}

func TestMisspeltWordsAreCorrected(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	for _, title := range []string{"Red shoes", "Blue shoe", "Oak lamp"} {
		ana.create(`{"type": "image", "url": "/a", "title": "` + title + `"}`)
	}
	found := ana.page("/assets?q=Shoos&limit=1&highlight=true")
	require.Equal(t, []correctionJSON{{From: "Shoos", To: []string{"shoes"}}}, found.Corrections)
	require.Equal(t, "Blue shoe", found.Items[0].DisplayTitle)
	require.Equal(t, []highlightJSON{{Field: "title", Start: 5, End: 9}}, found.Items[0].Highlights)

	rest := ana.page("/assets?q=Shoos&limit=1&cursor=" + *found.Next)
	require.Equal(t, "Red shoes", rest.Items[0].DisplayTitle, "the cursor carries them on")
	require.Equal(t, found.Corrections, rest.Corrections)
	around := ana.page("/assets?q=Shoos&limit=3&around=" + rest.Items[0].ID)
	require.Len(t, around.Items, 2)
	require.Equal(t, found.Corrections, around.Corrections)
	require.Equal(t, `{"total":{"value":2,"relation":"exact"}}`, string(ana.get("/assets/counts?q=Shoos").is(http.StatusOK).body))
	require.EqualValues(t, 2, decode[fencesJSON](ana.get("/assets/fences?q=Shoos").is(http.StatusOK)).Total)

	for _, query := range []string{"q=shoes", "q=%22shoos%22", "q=zebra", "q=", "q=shoos&trashed=true"} {
		require.NotContains(t, string(ana.get("/assets?"+query).is(http.StatusOK).body), "corrections", query)
	}
}

func TestHighlightsSayWhatMatched(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	ana.create(`{"type": "text", "title": "👩‍🚀 Lamps", "tags": ["x", "lamp"], "content": "運動鞋 by a lamp", "original_prompt": "lamp"}`)
	highlights := func(query string) []highlightJSON { return ana.page("/assets?" + query).Items[0].Highlights }
	second := 1
	require.Equal(t, []highlightJSON{
		{Field: "title", Start: 4, End: 9}, {Field: "tags", Index: &second, Start: 0, End: 4}, {Field: "content", Start: 9, End: 13},
	}, highlights("q=lamp&highlight=true"))
	require.Equal(t, []highlightJSON{{Field: "content", Start: 0, End: 2}}, highlights("q=%E9%81%8B%E5%8B%95&highlight=true"))
	require.Equal(t, []highlightJSON{}, highlights("highlight=true"), "a list even where nothing matched")
	require.Nil(t, highlights("q=lamp"))
	require.Nil(t, highlights("q=lamp&highlight=false"))
}

func TestCountsOfAssets(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	home := ana.add(`{}`).ID
	for _, text := range []string{
		`{"type": "image", "url": "/a", "tags": ["a", "b"], "model": "m1", "scene": "hero", "width": 1, "height": 2, "project_id": "` + home + `"}`,
		`{"type": "image", "url": "/b", "tags": ["a"], "model": "m1", "scene": "detail", "width": 1, "height": 1}`,
		`{"type": "video", "url": "/c", "model": "m2"}`,
		`{"type": "text", "content": "x", "format": "email"}`,
	} {
		ana.create(text)
	}
	count := func(query string) string { return string(ana.get("/assets/counts" + query).is(http.StatusOK).body) }
	require.Equal(t, `{"total":{"value":4,"relation":"exact"}}`, count(""))
	require.Equal(t, `{"total":{"value":2,"relation":"exact"},"facets":{`+
		`"format":[],`+
		`"model":[{"value":"m1","count":2}],`+
		`"orientation":[{"value":"portrait","count":1},{"value":"square","count":1}],`+
		`"project_id":[{"value":"`+home+`","count":1},{"value":"none","count":1}],`+
		`"scene":[{"value":"detail","count":1},{"value":"hero","count":1}],`+
		`"tag":[{"value":"a","count":2},{"value":"b","count":1}],`+
		`"type":[{"value":"image","count":2},{"value":"text","count":1},{"value":"video","count":1}]}}`,
		count("?type=image&facets="+strings.Join(gallery.Facets, ",")), "a facet ignores its own filter and no other")
	require.Equal(t, `{"total":{"value":1,"relation":"exact"},"facets":{"project_id":[{"value":"none","count":3},{"value":"`+home+`","count":1}]}}`,
		count("?facets=project_id&project_id="+home))
}

func TestCountsOfAssetsBeyondTheLimit(t *testing.T) {
	ana := stream(t, countLimit+1)
	require.Equal(t, fmt.Sprintf(`{"total":{"value":%d,"relation":"at_least"},"facets":{"type":null}}`, countLimit),
		string(ana.get("/assets/counts?facets=type").body))
}

func TestFencesOpenTheListAtTheirOrdinal(t *testing.T) {
	ana := stream(t, 120)
	ana.create(`{"type": "image", "url": "/a", "title": "other"}`)
	for _, sort := range []string{"-created_at", "created_at"} {
		list := "/assets?type=text&sort=" + sort
		got := decode[fencesJSON](ana.get("/assets/fences?type=text&every=50&sort=" + sort).is(http.StatusOK))
		require.EqualValues(t, 50, got.Every)
		require.EqualValues(t, 120, got.Total)
		require.Len(t, got.Fences, 3)
		there, _ := ana.walk(list + "&limit=100")
		for i, fence := range got.Fences {
			require.EqualValues(t, i*50, fence.Ordinal)
			cursor := ""
			if i > 0 {
				cursor = "&cursor=" + *fence.Cursor
			}
			page := ana.page(list + "&limit=5" + cursor)
			require.Equal(t, there[fence.Ordinal], page.Items[0].DisplayTitle)
			require.Equal(t, fence.CreatedAt, page.Items[0].CreatedAt)
			if i > 0 {
				before := ana.page(list + "&limit=1&cursor=" + *page.Prev)
				require.Equal(t, there[fence.Ordinal-1], before.Items[0].DisplayTitle, "and the page before it")
			}
		}
		require.Nil(t, got.Fences[0].Cursor)
	}
	require.Equal(t, fencesJSON{Every: 200, Fences: []fenceJSON{}}, decode[fencesJSON](ana.get("/assets/fences?q=nothing").is(http.StatusOK)))
	require.Len(t, decode[fencesJSON](ana.get("/assets/fences").is(http.StatusOK)).Fences, 1)
}
