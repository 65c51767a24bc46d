package http

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"vitrine/core/gallery"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

func TestANewAssetHasEveryMember(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	got := ana.post("/assets", `{"type": "text", "content": "A lamp that warms the room."}`).is(http.StatusCreated)
	a := decode[assetJSON](got)

	require.Equal(t, "/api/v1/assets/"+a.ID, got.header.Get("Location"))
	require.Regexp(t, `^"1-[A-Za-z0-9_-]{12}"$`, got.header.Get("ETag"))
	empty, words, other := "", "A lamp that warms the room.", "other"
	want := assetJSON{
		ID: a.ID, Type: gallery.Text, DisplayTitle: words, OriginalPrompt: &empty, NegativePrompt: &empty, Content: &words, Format: &other,
		Truncated: []string{}, Tags: []string{}, Version: 1,
		CreatedAt: "2026-03-01T12:00:01.000Z", UpdatedAt: "2026-03-01T12:00:01.000Z",
	}
	require.Empty(t, cmp.Diff(want, a))
	require.Empty(t, cmp.Diff(want, ana.asset(a.ID)))
}

func TestTheAssetMembersKnownToTheReaderAreThoseShown(t *testing.T) {
	got := newServer(t).as(t, "ana").post("/assets", `{"type": "text", "content": "x"}`)
	var shown map[string]any
	require.NoError(t, json.Unmarshal(got.body, &shown))
	require.ElementsMatch(t, assetMembers, slices.Collect(maps.Keys(shown)))
}

func TestEverythingGivenOfAnAssetIsShown(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	project, parent := ana.add(`{}`).ID, ana.create(`{"type": "text", "content": "x"}`).ID
	common := fmt.Sprintf(`"project_id":%q,"title":"Lamp","prompt":"p","original_prompt":"o","negative_prompt":"n","provider":"lumen","model":"lumen-2",`+
		`"seed":"9007199254740993","parent_id":%q,"position":7,"tags":["a","b"],"favorite":true`, project, parent)
	media := `"url":"https://media.example/a.webp","thumbnail_url":"/t/a.webp","mime_type":"image/webp","size_bytes":9007199254740991,"width":100000,"height":1`
	for kind, own := range map[string]string{
		"image": media + `,"scene":"hero"`,
		"video": media + `,"duration_ms":86400000`,
		"text":  `"content":" two\nlines ","format":"email","language":"pt-PT"`,
	} {
		t.Run(kind, func(t *testing.T) {
			ana := ana.on(t)
			text := `{"type":"` + kind + `",` + common + `,` + own + `}`
			var given, shown map[string]any
			require.NoError(t, json.Unmarshal([]byte(text), &given))
			got := ana.post("/assets", text).is(http.StatusCreated)
			require.NoError(t, json.Unmarshal(got.body, &shown))
			for name, value := range given {
				require.Equal(t, value, shown[name], name)
			}
			require.Contains(t, string(got.body), `"seed":"9007199254740993"`)
			if kind != "text" {
				require.Contains(t, string(got.body), `"size_bytes":9007199254740991`)
			}
		})
	}
	require.Equal(t, assetCountsJSON{Image: 1, Video: 1, Text: 1}, ana.find(project).AssetCounts)
	require.Equal(t, "/t/a.webp", ana.find(project).Thumbnail.URL)
}

func TestWhatToCallAnAsset(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	long := strings.Repeat("word ", 20)
	for text, want := range map[string]string{
		`{"type": "image", "url": "/a", "title": "Lamp", "prompt": "p"}`:         "Lamp",
		`{"type": "image", "url": "/a", "title": null, "prompt": "oak lamp"}`:    "oak lamp",
		`{"type": "video", "url": "/a", "prompt": "` + long + `"}`:               strings.TrimSpace(strings.Repeat("word ", 12)) + "…",
		`{"type": "text", "content": "copy", "prompt": "p"}`:                     "copy",
		`{"type": "image", "url": "/a", "original_prompt": "not what is shown"}`: "Untitled",
	} {
		a := ana.create(text)
		require.Equal(t, want, a.DisplayTitle)
		require.Equal(t, []string{want}, ana.names("/assets?limit=1"), "lists say the same")
	}
}

func TestMistakesOfANewAsset(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	foreign, hidden := s.as(t, "bo").add(`{}`).ID, s.as(t, "bo").create(`{"type": "text", "content": "x"}`).ID
	absent := newID().String()
	for text, want := range map[string][]string{
		`{}`:                                     {"/type unknown_value"},
		`{"type": "poster"}`:                     {"/type unknown_value"},
		`{"type": ""}`:                           {"/type required"},
		`{"type": 1}`:                            {"/type wrong_type"},
		`{"type": "image"}`:                      {"/url invalid_url"},
		`{"type": "image", "url": 1}`:            {"/url wrong_type"},
		`{"type": "image", "url": ""}`:           {"/url required"},
		`{"type": "text"}`:                       {"/content required"},
		`{"type": "text", "content": "\u0000"}`:  {"/content invalid_characters"},
		`{"type": "text", "content": " \u200b"}`: {"/content required"},
		`{"type": "text", "content": "x", "url": "/a", "thumbnail_url": "/a", "mime_type": "a/b", "size_bytes": 1, "width": 1, "height": 1, "duration_ms": 1, "scene": "hero"}`: {
			"/url not_applicable", "/thumbnail_url not_applicable", "/mime_type not_applicable", "/size_bytes not_applicable",
			"/width not_applicable", "/height not_applicable", "/duration_ms not_applicable", "/scene not_applicable",
		},
		`{"type": "image", "url": "/a", "content": "x", "format": "email", "language": "en", "duration_ms": 1}`: {
			"/content not_applicable", "/format not_applicable", "/language not_applicable", "/duration_ms not_applicable",
		},
		`{"type": "video", "url": "/a", "scene": "hero", "duration_ms": 86400001}`:          {"/scene not_applicable", "/duration_ms out_of_range"},
		`{"type": "image", "url": "/a", "width": 0, "height": 100001}`:                      {"/width out_of_range", "/height out_of_range"},
		`{"type": "image", "url": "/a", "width": 640}`:                                      {"/height required"},
		`{"type": "image", "url": "/a", "width": "640", "height": 640}`:                     {"/width wrong_type"},
		`{"type": "image", "url": "/a", "height": 640}`:                                     {"/width required"},
		`{"type": "image", "url": "/a", "size_bytes": 9007199254740992}`:                    {"/size_bytes out_of_range"},
		`{"type": "image", "url": "/a", "size_bytes": 99999999999999999999}`:                {"/size_bytes out_of_range"},
		`{"type": "image", "url": "/a", "size_bytes": 1.0, "width": "1", "height": 1e3}`:    {"/size_bytes wrong_type", "/width wrong_type", "/height wrong_type"},
		`{"type": "image", "url": "/a", "seed": 42, "model": "a,b", "provider": "a\nb"}`:    {"/seed wrong_type", "/model invalid_characters", "/provider invalid_characters"},
		`{"type": "image", "url": "/a", "position": 1000001}`:                               {"/position out_of_range"},
		`{"type": "image", "url": "/a", "position": -1}`:                                    {"/position out_of_range"},
		`{"type": "image", "url": "/a", "project_id": "x", "parent_id": 1}`:                 {"/project_id malformed", "/parent_id wrong_type"},
		`{"type": "image", "url": "/a", "project_id": "` + strings.ToUpper(foreign) + `"}`:  {"/project_id malformed"},
		`{"type": "image", "url": "/a", "project_id": "` + foreign + `"}`:                   {"/project_id not_found"},
		`{"type": "image", "url": "/a", "project_id": "` + absent + `"}`:                    {"/project_id not_found"},
		`{"type": "image", "url": "/a", "parent_id": "` + hidden + `"}`:                     {"/parent_id not_found"},
		`{"type": "image", "url": "/a", "id": "x", "display_title": "x", "truncated": []}`:  {"/id read_only", "/display_title read_only", "/truncated read_only"},
		`{"type": "image", "url": "/a", "source_asset_id": null, "highlights": [], "x": 1}`: {"/source_asset_id read_only", "/highlights unknown_member", "/x unknown_member"},
	} {
		require.ElementsMatch(t, want, ana.post("/assets", text).isProblem("validation-failed").mistakes(), text)
	}
	require.Empty(t, ana.names("/assets"))
}

func TestPeopleEditTheirAsset(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	project := ana.add(`{}`).ID
	a := ana.create(`{"type": "text", "content": "copy", "tags": ["a"], "favorite": true}`)
	target := "/assets/" + a.ID

	got := ana.patch(target, `{"title": "Slogan", "content": "better copy", "tags": ["b"], "project_id": "`+project+`"}`).is(http.StatusOK)
	edited := decode[assetJSON](got)
	require.Equal(t, "Slogan", edited.Title)
	require.Equal(t, "better copy", *edited.Content)
	require.Equal(t, []string{"b"}, edited.Tags)
	require.Equal(t, project, *edited.ProjectID)
	require.True(t, edited.Favorite, "absent members stay")
	require.EqualValues(t, 2, edited.Version)
	require.Greater(t, edited.UpdatedAt, a.UpdatedAt)
	require.Regexp(t, `^"2-`, got.header.Get("ETag"))
	require.EqualValues(t, 1, ana.find(project).AssetCounts.Text)

	t.Run("null resets to the default", func(t *testing.T) {
		ana := ana.on(t)
		reset := decode[assetJSON](ana.patch(target, `{"title": null, "tags": null, "favorite": null, "project_id": null, "position": null}`).is(http.StatusOK))
		require.Equal(t, "better copy", reset.DisplayTitle)
		require.Empty(t, reset.Tags)
		require.False(t, reset.Favorite)
		require.Nil(t, reset.ProjectID)
		require.Zero(t, ana.find(project).AssetCounts.Text)
	})
	t.Run("a patch without effect changes nothing", func(t *testing.T) {
		ana := ana.on(t)
		before := ana.asset(a.ID)
		for _, text := range []string{`{}`, `{"content": "better copy", "tags": []}`} {
			require.Empty(t, cmp.Diff(before, decode[assetJSON](ana.patch(target, text, header("If-Match", `"1"`)).is(http.StatusOK))))
		}
	})
	t.Run("a stale change is refused with the asset as it is", func(t *testing.T) {
		ana := ana.on(t)
		current := ana.asset(a.ID)
		for _, got := range []reply{
			ana.patch(target, `{"title": "late"}`, header("If-Match", `"1"`)), ana.delete(target, header("If-Match", `"1"`)),
		} {
			text, err := json.Marshal(got.isProblem("precondition-failed").Members["current"])
			require.NoError(t, err)
			require.Empty(t, cmp.Diff(current, decode[assetJSON](reply{t: t, body: text})))
		}
		ana.patch(target, `{"favorite": true}`, header("If-Match", fmt.Sprintf(`"%d"`, current.Version))).is(http.StatusOK)
	})
	t.Run("mistakes", func(t *testing.T) {
		ana := ana.on(t)
		foreign := s.as(t, "bo").add(`{}`).ID
		image := ana.create(`{"type": "image", "url": "/a"}`).ID
		for text, want := range map[string][]string{
			`{"content": null}`: {"/content required"},
			`{"content": ""}`:   {"/content required"},
			`{"position": 1.5, "favorite": "yes", "tags": [1]}`:            {"/position wrong_type", "/favorite wrong_type", "/tags/0 wrong_type"},
			`{"project_id": "x"}`:                                          {"/project_id malformed"},
			`{"project_id": "` + foreign + `"}`:                            {"/project_id not_found"},
			`{"project_id": "` + newID().String() + `"}`:                   {"/project_id not_found"},
			`{"type": "image", "prompt": "x", "url": "/a", "version": 3}`:  {"/type read_only", "/prompt read_only", "/url read_only", "/version read_only"},
			`{"title": "` + strings.Repeat("é", 301) + `", "colour": "r"}`: {"/title too_long", "/colour unknown_member"},
		} {
			require.ElementsMatch(t, want, ana.patch(target, text).isProblem("validation-failed").mistakes(), text)
		}
		require.Equal(t, []string{"/content not_applicable"},
			ana.patch("/assets/"+image, `{"content": "x"}`).isProblem("validation-failed").mistakes())
	})
}

func TestPositionsFollowTheProject(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	project := ana.add(`{}`).ID
	create := func(title, more string) assetJSON {
		return ana.create(`{"type": "image", "url": "/a", "title": "` + title + `", "project_id": "` + project + `"` + more + `}`)
	}
	first, _, middle := create("first", ""), create("second", ""), create("middle", `, "position": 0`)
	require.Zero(t, middle.Position)
	list := "/assets?sort=position&project_id=" + project
	require.Equal(t, []string{"first", "middle", "second"}, ana.names(list))
	moved := decode[assetJSON](ana.patch("/assets/"+first.ID, `{"position": null}`).is(http.StatusOK))
	require.Equal(t, 2, moved.Position, "behind the last")
	require.Equal(t, []string{"middle", "second", "first"}, ana.names(list))
	for _, query := range []string{"", "&project_id=none"} {
		require.Equal(t, []string{"sort not_applicable"}, ana.get("/assets?sort=position"+query).isProblem("invalid-parameter").mistakes())
	}
}

func TestTrashAndRestoreOfAnAsset(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	project := ana.add(`{}`).ID
	a := ana.create(`{"type": "image", "url": "/a", "title": "Lamp", "project_id": "` + project + `"}`)
	target := "/assets/" + a.ID

	ana.delete(target).is(http.StatusNoContent)
	trashed := ana.asset(a.ID)
	require.NotNil(t, trashed.DeletedAt)
	require.EqualValues(t, 2, trashed.Version)
	require.Equal(t, a.UpdatedAt, trashed.UpdatedAt)
	require.Empty(t, ana.names("/assets"))
	require.Equal(t, []string{"Lamp"}, ana.names("/assets?trashed=true"))
	require.Nil(t, ana.find(project).Thumbnail)

	ana.delete(target, header("If-Match", `"1"`)).is(http.StatusNoContent)
	require.Empty(t, cmp.Diff(trashed, ana.asset(a.ID)), "again is 204, whatever its If-Match")
	ana.patch(target, `{"title": "x"}`).isProblem("in-trash")
	ana.delete(target + "?permanent=true").isProblem("unknown-parameter")

	back := decode[assetJSON](ana.send(http.MethodPost, target+"/restore").is(http.StatusOK))
	require.Nil(t, back.DeletedAt)
	require.EqualValues(t, 3, back.Version)
	require.Equal(t, "/a", ana.find(project).Thumbnail.URL)
	require.EqualValues(t, 3, decode[assetJSON](ana.post(target+"/restore", `{}`).is(http.StatusOK)).Version, "what is alive stays as it is")
}

func TestAProjectInTheTrashTakesNoAssets(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	project := ana.add(`{}`).ID
	a, loose := ana.create(`{"type": "image", "url": "/a", "project_id": "`+project+`"}`).ID, ana.create(`{"type": "image", "url": "/b"}`).ID
	ana.delete("/projects/" + project).is(http.StatusNoContent)
	require.NotNil(t, ana.asset(a).DeletedAt, "its assets went with it")

	ana.send(http.MethodPost, "/assets/"+a+"/restore").isProblem("in-trash")
	ana.patch("/assets/"+loose, `{"project_id": "`+project+`"}`).isProblem("in-trash")
	ana.post("/assets", `{"type": "image", "url": "/c", "project_id": "`+project+`"}`).isProblem("in-trash")
	moved := decode[bulkJSON](ana.post("/assets/bulk", `{"action": "move", "project_id": "`+project+`", "ids": ["`+loose+`"]}`).is(http.StatusOK))
	require.Equal(t, "/problems/in-trash", moved.Results[0].Problem.Type)

	ana.send(http.MethodPost, "/projects/"+project+"/restore").is(http.StatusOK)
	require.Nil(t, ana.asset(a).DeletedAt, "and come back with it")
}
