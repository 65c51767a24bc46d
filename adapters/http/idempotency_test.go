package http

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheSameRequestHasOneEffect(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	key := header("Idempotency-Key", "one")
	first := ana.post("/projects", `{"title": "Lamp"}`, key).is(http.StatusCreated)
	require.Empty(t, first.header.Get("Idempotent-Replayed"))
	id := decode[projectJSON](first).ID
	ana.patch("/projects/"+id, `{"title": "Oak lamp"}`).is(http.StatusOK)

	again := ana.post("/projects", `{"title": "Lamp"}`, key).is(http.StatusCreated)
	require.Equal(t, "true", again.header.Get("Idempotent-Replayed"))
	require.Equal(t, first.header.Get("Location"), again.header.Get("Location"))
	require.Equal(t, "Oak lamp", decode[projectJSON](again).Title, "the resource as it is now")
	require.Equal(t, []string{"Oak lamp"}, ana.titles("/projects"))

	t.Run("another request with the key is refused", func(t *testing.T) {
		ana := ana.on(t)
		ana.post("/projects", `{"title": "Lamp" }`, key).isProblem("idempotency-key-reused")
		ana.post("/projects/"+id+"/duplicate", `{"title": "Lamp"}`, key).isProblem("idempotency-key-reused")
		ana.post("/projects/bulk", `{"action": "favorite", "ids": ["`+id+`"]}`, key).isProblem("idempotency-key-reused")
		require.Len(t, ana.titles("/projects"), 1)
	})
	t.Run("another owner's key is another key", func(t *testing.T) {
		bo := s.as(t, "bo")
		got := bo.post("/projects", `{"title": "Other"}`, key).is(http.StatusCreated)
		require.Empty(t, got.header.Get("Idempotent-Replayed"))
		require.Equal(t, []string{"Other"}, bo.titles("/projects"))
	})
	t.Run("what was purged meanwhile is gone", func(t *testing.T) {
		ana := ana.on(t)
		ana.delete("/projects/" + id).is(http.StatusNoContent)
		ana.delete("/projects/" + id + "?permanent=true").is(http.StatusNoContent)
		ana.post("/projects", `{"title": "Lamp"}`, key).isProblem("not-found")
		require.Empty(t, ana.titles("/projects"))
	})
}

func TestWhatFailedIsNotKept(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	key := header("Idempotency-Key", "k")
	ana.post("/projects", `{"title": ""}`, key).isProblem("validation-failed")
	ana.post("/projects", `{"title": "Lamp"}`, key).is(http.StatusCreated)
}

func TestEveryPostTakesAKey(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	p := ana.add(`{"title": "Lamp"}`)
	for _, row := range [][2]string{
		{"/projects/" + p.ID + "/duplicate", `{}`},
		{"/projects/" + p.ID + "/restore", ``},
		{"/projects/bulk", `{"action": "trash", "ids": ["` + p.ID + `", "` + newID().String() + `"]}`},
	} {
		target, text := row[0], row[1]
		first := ana.post(target, text, header("Idempotency-Key", target))
		before := ana.titles("/projects")
		again := ana.post(target, text, header("Idempotency-Key", target)).is(first.status)
		require.Equal(t, "true", again.header.Get("Idempotent-Replayed"), target)
		require.Equal(t, before, ana.titles("/projects"), target)
		if strings.HasSuffix(target, "bulk") {
			require.Equal(t, first.body, again.body, "a bulk request gives its first results again")
		}
	}
}

func TestOneKeyManyTimesAtOnce(t *testing.T) {
	s := newServer(t)
	statuses := make([]int, 50)
	var all sync.WaitGroup
	for i := range statuses {
		ana := s.as(t, "ana")
		all.Go(func() {
			statuses[i] = ana.post("/projects", `{"title": "Lamp"}`, header("Idempotency-Key", "k")).status
		})
	}
	all.Wait()
	require.Contains(t, statuses, http.StatusCreated)
	for _, status := range statuses {
		require.Contains(t, []int{http.StatusCreated, http.StatusConflict}, status)
	}
	require.Equal(t, []string{"Lamp"}, s.as(t, "ana").titles("/projects"))
}

func TestParallelDuplicatesGetDistinctTitles(t *testing.T) {
	s := newServer(t)
	p := s.as(t, "ana").add(`{"title": "Lamp"}`)
	var all sync.WaitGroup
	for range 10 {
		ana := s.as(t, "ana")
		all.Go(func() { ana.post("/projects/"+p.ID+"/duplicate", `{}`) })
	}
	all.Wait()
	want := []string{"Lamp", "Lamp (copy)"}
	for i := 2; i <= 10; i++ {
		want = append(want, fmt.Sprintf("Lamp (copy %d)", i))
	}
	require.ElementsMatch(t, want, s.as(t, "ana").titles("/projects"))
}

func TestKeysAreReadStrictly(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	for _, bad := range []string{"", "caf\xc3\xa9", "a\tb", "a\x00b", strings.Repeat("k", maxKey+1)} {
		got := ana.post("/projects", `{}`, header("Idempotency-Key", bad))
		require.Equal(t, []string{"Idempotency-Key malformed"}, got.isProblem("invalid-header").mistakes(), "%q", bad)
	}
	ana.post("/projects", `{}`, header("Idempotency-Key", "a"), header("Idempotency-Key", "b")).isProblem("invalid-header")
	require.Empty(t, ana.titles("/projects"))
	ana.post("/projects", `{}`, header("Idempotency-Key", strings.Repeat("~ ", 127)+"k")).is(http.StatusCreated)
}
