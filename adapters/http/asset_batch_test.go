package http

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// statuses are those of a batch's results, in order, each at its index.
func (b batchJSON) statuses(t *testing.T) (found []int) {
	for i, result := range b.Results {
		require.Equal(t, i, result.Index)
		require.Equal(t, result.Problem == nil, result.ID != "")
		found = append(found, result.Status)
	}
	return found
}

// items is the body of a batch.
func items(texts ...string) string { return `{"items": [` + strings.Join(texts, ",") + `]}` }

func TestABatchKeepsTheGoodOnes(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	home, foreign := ana.add(`{}`).ID, s.as(t, "bo").add(`{}`).ID
	trashed := ana.add(`{}`).ID
	ana.delete("/projects/" + trashed).is(http.StatusNoContent)
	image := func(title, project string) string {
		return fmt.Sprintf(`{"type": "image", "url": "/a", "title": %q, "project_id": %q}`, title, project)
	}
	got := decode[batchJSON](ana.post("/assets/batch", items(
		image("first", home), `{"type": "image", "seed": 1, "x": "\u0000"}`, image("second", home), image("lost", foreign), image("late", trashed),
		`null`, `"\u0000"`, `[]`, `{"type": "text", "content": "a\u0000b"}`, image("third", home),
	)).is(http.StatusOK))

	require.Equal(t, 3, got.Created)
	require.Equal(t, 7, got.Failed)
	require.Equal(t, []int{201, 422, 201, 422, 409, 422, 422, 422, 422, 201}, got.statuses(t))
	for i, want := range map[int][]string{
		1: {"/seed wrong_type", "/x unknown_member", "/url invalid_url"},
		3: {"/project_id not_found"}, 4: {}, 5: {" wrong_type"}, 6: {" wrong_type"}, 7: {" wrong_type"}, 8: {"/content invalid_characters"},
	} {
		require.ElementsMatch(t, want, got.Results[i].Problem.mistakes(), "item %d", i)
	}
	require.Equal(t, "/problems/in-trash", got.Results[4].Problem.Type)

	require.Equal(t, []string{"third", "second", "first"}, ana.names("/assets"))
	for i, title := range map[int]string{0: "first", 2: "second", 9: "third"} {
		require.Equal(t, title, ana.asset(got.Results[i].ID).Title)
	}
	require.Equal(t, []string{"first", "second", "third"}, ana.names("/assets?sort=position&project_id="+home), "positions follow the order given")
	require.EqualValues(t, 3, ana.find(home).AssetCounts.Image)
}

func TestABatchThatCannotBeReadIsRefusedWhole(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	item := `{"type": "text", "content": "x"}`
	many := func(n int) string {
		return items(strings.Split(strings.TrimSuffix(strings.Repeat(item+"|", n), "|"), "|")...)
	}
	for text, want := range map[string][]string{
		`{}`:              {"/items out_of_range"},
		`{"items": null}`: {"/items out_of_range"},
		`{"items": []}`:   {"/items out_of_range"},
		`{"items": {}}`:   {"/items wrong_type"},
		`{"items": [` + item + `], "items_": 1, "x": "\u0000"}`: {"/items_ unknown_member", "/x unknown_member", "/x invalid_characters"},
		many(501): {"/items out_of_range"},
	} {
		require.ElementsMatch(t, want, ana.post("/assets/batch", text).isProblem("validation-failed").mistakes(), "%.50s", text)
	}
	ana.post("/assets/batch", many(1001)).isProblem("malformed-json")
	ana.post("/assets/batch", `{"items": [`+item+`, {"type": "text", "type": "image"}]}`).isProblem("malformed-json")
	require.Empty(t, ana.names("/assets"))
	require.Equal(t, 500, decode[batchJSON](ana.post("/assets/batch", many(500)).is(http.StatusOK)).Created)
}

func TestABatchMayBeLarge(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	item := `{"type": "text", "content": "` + strings.Repeat("a", 100_000) + `"}`
	texts := make([]string, 80)
	for i := range texts {
		texts[i] = item
	}
	require.Equal(t, 80, decode[batchJSON](ana.post("/assets/batch", items(texts...)).is(http.StatusOK)).Created)
	ana.post("/assets/batch", items(append(texts, texts...)...)).isProblem("content-too-large")
	ana.post("/assets", `{"type": "text", "content": "`+strings.Repeat("a", maxBody)+`"}`).isProblem("content-too-large")
}

func TestABatchSentTwiceHasOneEffect(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	key := header("Idempotency-Key", "k")
	text := items(`{"type": "text", "content": "a"}`, `{"type": "text"}`, `{"type": "text", "content": "b"}`)
	first := ana.post("/assets/batch", text, key).is(http.StatusOK)
	require.Empty(t, first.header.Get("Idempotent-Replayed"))
	ana.delete("/assets/" + decode[batchJSON](first).Results[0].ID).is(http.StatusNoContent)

	again := ana.post("/assets/batch", text, key).is(http.StatusOK)
	require.Equal(t, "true", again.header.Get("Idempotent-Replayed"))
	require.Equal(t, string(first.body), string(again.body), "the first results")
	require.Equal(t, []string{"b"}, ana.names("/assets"))
	ana.post("/assets/batch", items(`{"type": "text", "content": "c"}`), key).isProblem("idempotency-key-reused")
	ana.post("/assets", `{"type": "text", "content": "a"}`, key).isProblem("idempotency-key-reused")
}

func TestABatchWithoutEffectLeavesItsKeyFree(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	key := header("Idempotency-Key", "k")
	absent := newID().String()
	for _, text := range []string{
		items(`{"type": "text"}`, `7`), items(`{"type": "text", "content": "x", "project_id": "` + absent + `"}`),
	} {
		for range 2 {
			got := ana.post("/assets/batch", text, key).is(http.StatusOK)
			require.Empty(t, got.header.Get("Idempotent-Replayed"))
			require.Zero(t, decode[batchJSON](got).Created)
		}
	}
	require.Equal(t, 1, decode[batchJSON](ana.post("/assets/batch", items(`{"type": "text", "content": "x"}`), key).is(http.StatusOK)).Created)
}

func TestEveryPostOfAssetsTakesAKey(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	a := ana.create(`{"type": "text", "content": "a"}`)
	for _, row := range [][2]string{
		{"/assets", `{"type": "text", "content": "b"}`},
		{"/assets/" + a.ID + "/restore", ``},
		{"/assets/bulk", `{"action": "trash", "ids": ["` + a.ID + `", "` + newID().String() + `"]}`},
	} {
		target, text := row[0], row[1]
		first := ana.post(target, text, header("Idempotency-Key", target))
		before := ana.get("/assets").body
		again := ana.post(target, text, header("Idempotency-Key", target)).is(first.status)
		require.Equal(t, "true", again.header.Get("Idempotent-Replayed"), target)
		require.Equal(t, string(first.body), string(again.body), target)
		require.Equal(t, string(before), string(ana.get("/assets").body), target)
	}
}

func TestAnAssetThatWasPurgedMeanwhileIsGone(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	home := ana.add(`{}`).ID
	key, text := header("Idempotency-Key", "k"), `{"type": "text", "content": "x", "project_id": "`+home+`"}`
	first := ana.post("/assets", text, key).is(http.StatusCreated)
	ana.patch("/assets/"+decode[assetJSON](first).ID, `{"title": "now"}`).is(http.StatusOK)
	require.Equal(t, "now", decode[assetJSON](ana.post("/assets", text, key).is(http.StatusCreated)).Title, "the asset as it is now")

	ana.delete("/projects/" + home).is(http.StatusNoContent)
	ana.delete("/projects/" + home + "?permanent=true").is(http.StatusNoContent)
	ana.post("/assets", text, key).isProblem("not-found")
}
