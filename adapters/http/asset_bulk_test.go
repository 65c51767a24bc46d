package http

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// shelfOf is a client with a project and three assets in it, and their ids as a body has them.
func shelfOf(t *testing.T, s *server) (ana *client, home string, ids []string) {
	ana = s.as(t, "ana")
	home = ana.add(`{}`).ID
	for _, title := range []string{"a", "b", "c"} {
		ids = append(ids, ana.create(`{"type": "image", "url": "/`+title+`", "title": "`+title+`", "project_id": "`+home+`"}`).ID)
	}
	return ana, home, ids
}

// bulk does something to assets; command is what the body has beside the ids.
func (c *client) bulk(command string, ids ...string) bulkJSON {
	c.t.Helper()
	return decode[bulkJSON](c.post("/assets/bulk", bulkBody(command, ids...)).is(http.StatusOK))
}

func bulkBody(command string, ids ...string) string {
	return `{` + command + `, "ids": ["` + strings.Join(ids, `", "`) + `"]}`
}

func TestABulkRequestJudgesEachAsset(t *testing.T) {
	s := newServer(t)
	ana, home, ids := shelfOf(t, s)
	bo := s.as(t, "bo")
	foreign := bo.create(`{"type": "text", "content": "theirs"}`)
	asked := []string{ids[2], foreign.ID, newID().String(), ids[0]}

	got := ana.bulk(`"action": "trash"`, asked...)
	require.Equal(t, 2, got.Done)
	require.Equal(t, 2, got.Failed)
	for i, status := range []int{200, 404, 404, 200} {
		require.Equal(t, asked[i], got.Results[i].ID)
		require.Equal(t, status, got.Results[i].Status)
	}
	require.Equal(t, got.Results[1].Problem, got.Results[2].Problem, "foreign is as absent")
	require.Empty(t, cmp.Diff(foreign, bo.asset(foreign.ID)))
	require.Equal(t, []string{"b"}, ana.names("/assets"))
	require.EqualValues(t, 1, ana.find(home).AssetCounts.Image)
	require.Equal(t, "/b", ana.find(home).Thumbnail.URL)

	tagged := ana.bulk(`"action": "tag", "tags": ["x"]`, ids...)
	require.Equal(t, []int{409, 200, 409}, []int{tagged.Results[0].Status, tagged.Results[1].Status, tagged.Results[2].Status})
	require.Equal(t, "/problems/in-trash", tagged.Results[0].Problem.Type)

	require.Equal(t, 2, ana.bulk(`"action": "restore"`, asked...).Done, "a restore of the same ids undoes a trash")
	require.Equal(t, []string{"c", "b", "a"}, ana.names("/assets"))
	require.EqualValues(t, 3, ana.find(home).AssetCounts.Image)
}

func TestBulkTagsAndFavorites(t *testing.T) {
	ana, _, ids := shelfOf(t, newServer(t))
	ana.bulk(`"action": "tag", "tags": [" x ", "y"], "project_id": null`, ids...)
	ana.bulk(`"action": "untag", "tags": ["y"]`, ids[0])
	ana.bulk(`"action": "favorite"`, ids...)
	ana.bulk(`"action": "unfavorite"`, ids[0])
	require.Equal(t, []string{"x"}, ana.asset(ids[0]).Tags)
	require.Equal(t, []string{"c", "b"}, ana.names("/assets?tag=y&favorite=true"))

	full := `["` + strings.Join(strings.Split("abcdefghijklmnopqrs", ""), `", "`) + `"]`
	got := ana.bulk(`"action": "tag", "tags": `+full, ids...)
	require.Equal(t, 1, got.Done, "19 and one are 20")
	require.Equal(t, []string{"/tags too_many"}, got.Results[1].Problem.mistakes())
}

func TestAssetsMoveBetweenProjects(t *testing.T) {
	s := newServer(t)
	ana, home, ids := shelfOf(t, s)
	other := ana.add(`{}`).ID
	require.Equal(t, 2, ana.bulk(`"action": "move", "project_id": "`+other+`"`, ids[1], ids[0]).Done)
	require.Equal(t, []string{"b", "a"}, ana.names("/assets?sort=position&project_id="+other), "in the order of the ids")
	require.EqualValues(t, 1, ana.find(home).AssetCounts.Image)
	require.EqualValues(t, 2, ana.find(other).AssetCounts.Image)
	require.Equal(t, 3, ana.bulk(`"action": "move", "project_id": null`, ids...).Done)
	require.Equal(t, []string{"c", "b", "a"}, ana.names("/assets?project_id=none"))
}

func TestAMoveToNowhereIsRefusedWhole(t *testing.T) {
	s := newServer(t)
	ana, home, ids := shelfOf(t, s)
	foreign := s.as(t, "bo").add(`{}`).ID
	key := header("Idempotency-Key", "k")
	asked := append([]string{newID().String()}, ids...)
	for _, target := range []string{foreign, newID().String()} {
		got := ana.post("/assets/bulk", bulkBody(`"action": "move", "project_id": "`+target+`"`, asked...), key)
		require.Equal(t, []string{"/project_id not_found"}, got.isProblem("validation-failed").mistakes())
	}
	require.EqualValues(t, 3, ana.find(home).AssetCounts.Image)
	for _, id := range ids {
		require.EqualValues(t, 1, ana.asset(id).Version, "nothing has happened")
	}
	ana.post("/assets/bulk", bulkBody(`"action": "move", "project_id": null`, ids...), key).is(http.StatusOK)
}

func TestABulkRequestThatCannotBeMeant(t *testing.T) {
	ana, home, ids := shelfOf(t, newServer(t))
	id := ids[0]
	for text, want := range map[string][]string{
		`{}`: {"/action unknown_value", "/ids out_of_range"},
		`{"action": "purge", "ids": ["` + id + `"]}`:                                          {"/action unknown_value"},
		`{"action": "trash", "ids": ["` + id + `", "X", 1]}`:                                  {"/ids/2 wrong_type", "/ids out_of_range"},
		`{"action": "trash", "ids": ["` + id + `", "X"]}`:                                     {"/ids/1 malformed"},
		`{"action": "trash", "ids": ["` + id + `", "` + id + `"]}`:                            {"/ids/1 repeated"},
		`{"action": "trash", "ids": ["` + id + `"], "tags": ["x"]}`:                           {"/tags not_applicable"},
		`{"action": "trash", "ids": ["` + id + `"], "project_id": "` + home + `"}`:            {"/project_id not_applicable"},
		`{"action": "tag", "ids": ["` + id + `"]}`:                                            {"/tags required"},
		`{"action": "move", "ids": ["` + id + `"]}`:                                           {"/project_id required"},
		`{"action": "move", "ids": ["` + id + `"], "project_id": "x"}`:                        {"/project_id malformed"},
		`{"action": "move", "ids": ["` + id + `"], "project_id": {}, "to": 1, "tags": ["a"]}`: {"/project_id wrong_type", "/to unknown_member", "/tags not_applicable"},
	} {
		require.ElementsMatch(t, want, ana.post("/assets/bulk", text).isProblem("validation-failed").mistakes(), text)
	}
	require.Equal(t, []string{"c", "b", "a"}, ana.names("/assets"))
}
