package http

import (
	"net/http"
	"testing"

	"vitrine/core/projects"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

func TestANewProjectIsADraftWithEveryMember(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	got := ana.post("/projects", `{}`).is(http.StatusCreated)
	p := decode[projectJSON](got)

	require.Equal(t, "/api/v1/projects/"+p.ID, got.header.Get("Location"))
	require.Regexp(t, `^"1-[A-Za-z0-9_-]{12}"$`, got.header.Get("ETag"))
	want := projectJSON{
		ID: p.ID, Title: projects.Untitled, Type: "package", Status: "draft", Tags: []string{}, Version: 1,
		CreatedAt: "2026-03-01T12:00:01.000Z", UpdatedAt: "2026-03-01T12:00:01.000Z",
		Options: []byte("null"), Timeline: []spanJSON{},
	}
	require.Empty(t, cmp.Diff(want, p))
	require.Empty(t, cmp.Diff(want, ana.find(p.ID)))
}

func TestTheMembersKnownToTheReaderAreThoseShown(t *testing.T) {
	got := newServer(t).as(t, "ana").post("/projects", `{}`)
	var shown map[string]any
	require.NoError(t, json.Unmarshal(got.body, &shown))
	names := []string{}
	for name := range shown {
		names = append(names, name)
	}
	require.ElementsMatch(t, projectMembers, names)
}

func TestEverythingGivenIsShown(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	p := ana.add(`{"title": " Walnut <lamp> & \"friends\" ", "description": "two\nlines", "type": "image", "brief": "a warm light",
		"source_image_url": "https://media.example/lamp.png", "options": { "sizes": [1, 2.50], "deep": {"a": null} },
		"tags": ["lamp", " lamp ", "oak"], "favorite": true}`)

	require.Equal(t, `Walnut <lamp> & "friends"`, p.Title)
	require.Equal(t, "two\nlines", p.Description)
	require.Equal(t, projects.Image, p.Type)
	require.Equal(t, "a warm light", p.Brief)
	require.Equal(t, `{"sizes":[1,2.50],"deep":{"a":null}}`, string(p.Options))
	require.Equal(t, []string{"lamp", "oak"}, p.Tags)
	require.True(t, p.Favorite)
	require.Equal(t, &pictureJSON{URL: "https://media.example/lamp.png"}, p.Thumbnail)
}

func TestAProjectWithoutATitleIsCalledByItsBrief(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	p := ana.add(`{"title": null, "brief": "A warm light on a walnut desk, late afternoon, a hand reaching for it"}`)
	require.Equal(t, "A warm light on a walnut desk, late afternoon, a hand", p.Title)
}

func TestAllMistakesOfANewProjectAreNamedAtOnce(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	problem := ana.post("/projects", `{"title": "", "type": "poster", "favorite": "yes", "status": "running", "Title": "x",
		"source_image_url": "javascript:alert(1)", "tags": ["a,b", 7], "options": [], "a/b~c": 1}`).isProblem("validation-failed")
	require.ElementsMatch(t, []string{
		"/title required", "/type unknown_value", "/favorite wrong_type", "/status read_only", "/Title unknown_member",
		"/source_image_url invalid_url", "/tags/1 wrong_type", "/options wrong_type", "/a~1b~0c unknown_member",
	}, problem.mistakes())
	require.Empty(t, ana.titles("/projects"))
}

func TestPeopleEditTheirProject(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	p := ana.add(`{"title": "Lamp", "brief": "oak lamp", "tags": ["a"], "favorite": true}`)
	target := "/projects/" + p.ID

	got := ana.patch(target, `{"title": "Desk lamp", "tags": ["b"]}`).is(http.StatusOK)
	edited := decode[projectJSON](got)
	require.Equal(t, "Desk lamp", edited.Title)
	require.Equal(t, []string{"b"}, edited.Tags)
	require.True(t, edited.Favorite, "absent members stay")
	require.EqualValues(t, 2, edited.Version)
	require.Greater(t, edited.UpdatedAt, p.UpdatedAt)
	require.Regexp(t, `^"2-`, got.header.Get("ETag"))

	t.Run("null resets to the default", func(t *testing.T) {
		ana := ana.on(t)
		reset := decode[projectJSON](ana.patch(target, `{"title": null, "tags": null, "favorite": null, "description": null}`).is(http.StatusOK))
		require.Equal(t, "oak lamp", reset.Title)
		require.Empty(t, reset.Tags)
		require.False(t, reset.Favorite)
	})
	t.Run("a patch without effect changes nothing", func(t *testing.T) {
		ana := ana.on(t)
		before := ana.find(p.ID)
		for _, text := range []string{`{}`, `{"title": "oak lamp", "tags": []}`} {
			require.Empty(t, cmp.Diff(before, decode[projectJSON](ana.patch(target, text).is(http.StatusOK))))
		}
	})
	t.Run("plain JSON is read as a merge patch", func(t *testing.T) {
		ana := ana.on(t)
		ana.patch(target, `{"favorite": true}`, header("Content-Type", mediaJSON)).is(http.StatusOK)
	})
	t.Run("what the server sets is read-only", func(t *testing.T) {
		ana := ana.on(t)
		problem := ana.patch(target, `{"id": "x", "type": "image", "version": 9, "thumbnail": null, "colour": 1}`).isProblem("validation-failed")
		require.ElementsMatch(t, []string{
			"/id read_only", "/type read_only", "/version read_only", "/thumbnail read_only", "/colour unknown_member",
		}, problem.mistakes())
	})
}

func TestADuplicateGetsAFreeTitle(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	p := ana.add(`{"title": "Lamp", "brief": "b", "tags": ["x"], "favorite": true, "options": {"n": 1}}`)
	duplicate := func(id, text string) projectJSON {
		return decode[projectJSON](ana.send(http.MethodPost, "/projects/"+id+"/duplicate", body(text)).is(http.StatusCreated))
	}
	first := decode[projectJSON](ana.send(http.MethodPost, "/projects/"+p.ID+"/duplicate").is(http.StatusCreated))
	require.Equal(t, "Lamp (copy)", first.Title)
	require.Equal(t, &p.ID, first.SourceProjectID)
	require.Equal(t, []string{"x"}, first.Tags)
	require.Equal(t, p.Options, first.Options)
	require.False(t, first.Favorite)

	require.Equal(t, "Lamp (copy 2)", duplicate(p.ID, `{}`).Title)
	require.Equal(t, "Lamp (copy 3)", duplicate(first.ID, `{"assets": "none"}`).Title)
	ana.delete("/projects/" + first.ID).is(http.StatusNoContent)
	require.Equal(t, "Lamp (copy 4)", duplicate(p.ID, `{"assets": "copy", "title": null}`).Title, "titles in the trash are taken")
	require.Equal(t, "Mine", duplicate(p.ID, `{"title": "Mine"}`).Title)

	problem := ana.post("/projects/"+p.ID+"/duplicate", `{"title": "", "assets": "some", "status": "draft"}`).isProblem("validation-failed")
	require.ElementsMatch(t, []string{"/title required", "/assets unknown_value", "/status unknown_member"}, problem.mistakes())
}

func TestTrashAndRestore(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	p := ana.add(`{"title": "Lamp"}`)
	target := "/projects/" + p.ID

	ana.delete(target).is(http.StatusNoContent)
	trashed := ana.find(p.ID)
	require.NotNil(t, trashed.DeletedAt)
	require.Equal(t, "2026-03-31", (*trashed.PurgeAt)[:10], "30 days later")
	require.EqualValues(t, 2, trashed.Version)
	require.Equal(t, p.UpdatedAt, trashed.UpdatedAt)
	require.Empty(t, ana.titles("/projects"))
	require.Equal(t, []string{"Lamp"}, ana.titles("/projects?trashed=true"))

	t.Run("again is 204, whatever its If-Match", func(t *testing.T) {
		ana := ana.on(t)
		ana.delete(target, header("If-Match", `"1"`)).is(http.StatusNoContent)
		require.Empty(t, cmp.Diff(trashed, ana.find(p.ID)))
	})
	t.Run("what is in the trash cannot be changed or duplicated", func(t *testing.T) {
		ana := ana.on(t)
		ana.patch(target, `{"title": "x"}`).isProblem("in-trash")
		ana.post(target+"/duplicate", `{}`).isProblem("in-trash")
	})
	t.Run("restore brings it back", func(t *testing.T) {
		ana := ana.on(t)
		got := ana.send(http.MethodPost, target+"/restore").is(http.StatusOK)
		back := decode[projectJSON](got)
		require.Nil(t, back.DeletedAt)
		require.Nil(t, back.PurgeAt)
		require.EqualValues(t, 3, back.Version)
		require.Equal(t, []string{"Lamp"}, ana.titles("/projects"))
	})
	t.Run("restore of what is alive changes nothing", func(t *testing.T) {
		ana := ana.on(t)
		require.EqualValues(t, 3, decode[projectJSON](ana.post(target+"/restore", `{}`).is(http.StatusOK)).Version)
	})
	t.Run("only the trash is purged", func(t *testing.T) {
		ana := ana.on(t)
		ana.delete(target + "?permanent=true").isProblem("conflict")
		ana.delete(target + "?permanent=false").is(http.StatusNoContent)
		ana.delete(target + "?permanent=true").is(http.StatusNoContent)
		ana.get(target).isProblem("not-found")
		ana.delete(target + "?permanent=true").isProblem("not-found")
	})
}

func TestABulkRequestJudgesEachItem(t *testing.T) {
	s := newServer(t)
	ana, bo := s.as(t, "ana"), s.as(t, "bo")
	a, b, foreign := ana.add(`{"title": "A"}`), ana.add(`{"title": "B"}`), bo.add(`{"title": "C"}`)
	absent := newID().String()
	ids := `["` + a.ID + `","` + foreign.ID + `","` + absent + `","` + b.ID + `"]`

	got := decode[bulkJSON](ana.post("/projects/bulk", `{"action": "trash", "ids": `+ids+`}`).is(http.StatusOK))
	require.Equal(t, 2, got.Done)
	require.Equal(t, 2, got.Failed)
	statuses := []int{}
	for _, item := range got.Results {
		statuses = append(statuses, item.Status)
	}
	require.Equal(t, []int{200, 404, 404, 200}, statuses)
	require.Equal(t, got.Results[1].Problem, got.Results[2].Problem, "foreign is as absent")
	require.Equal(t, []string{"C"}, bo.titles("/projects"))
	require.Empty(t, ana.titles("/projects"))

	t.Run("in the trash only restore works", func(t *testing.T) {
		ana := ana.on(t)
		tagged := decode[bulkJSON](ana.post("/projects/bulk", `{"action": "tag", "tags": ["x"], "ids": ["`+a.ID+`"]}`).is(http.StatusOK))
		require.Equal(t, http.StatusConflict, tagged.Results[0].Status)
		require.Equal(t, "/problems/in-trash", tagged.Results[0].Problem.Type)
		ana.post("/projects/bulk", `{"action": "restore", "ids": `+ids+`}`).is(http.StatusOK)
		require.Equal(t, []string{"B", "A"}, ana.titles("/projects"))
	})
	t.Run("tags and favorites", func(t *testing.T) {
		ana := ana.on(t)
		for _, command := range []string{`"tag", "tags": ["x", "y"]`, `"untag", "tags": ["y"]`, `"favorite"`} {
			ana.post("/projects/bulk", `{"action": `+command+`, "ids": `+ids+`}`).is(http.StatusOK)
		}
		p := ana.find(a.ID)
		require.Equal(t, []string{"x"}, p.Tags)
		require.True(t, p.Favorite)
		ana.post("/projects/bulk", `{"action": "unfavorite", "ids": `+ids+`}`).is(http.StatusOK)
		require.False(t, ana.find(a.ID).Favorite)
	})
	t.Run("a command that cannot be meant is refused whole", func(t *testing.T) {
		ana := ana.on(t)
		problem := ana.post("/projects/bulk", `{"action": "move", "ids": ["`+a.ID+`", "A"], "tags": ["x"], "project_id": null}`).isProblem("validation-failed")
		require.ElementsMatch(t, []string{
			"/action unknown_value", "/ids/1 malformed", "/tags not_applicable", "/project_id unknown_member",
		}, problem.mistakes())
		problem = ana.post("/projects/bulk", `{}`).isProblem("validation-failed")
		require.ElementsMatch(t, []string{"/action unknown_value", "/ids out_of_range"}, problem.mistakes())
	})
}
