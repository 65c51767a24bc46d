package http

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"vitrine/core/patch"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

func TestAChangeThatWasOvertakenIsRefused(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	p := ana.add(`{"title": "Lamp"}`)
	target := "/projects/" + p.ID
	first := ana.get(target).header.Get("ETag")
	ana.patch(target, `{"title": "Oak lamp"}`, header("If-Match", first)).is(http.StatusOK)

	current := ana.find(p.ID)
	for name, stale := range map[string]string{
		"tag of the answer": first, "version alone": `"1"`, "weak": `W/"2"`, "weak by its tag": "W/" + ana.get(target).header.Get("ETag"),
		"a list": `"1", "3"`, "no version": `"x"`, "another spelling": `"02"`, "empty tag": `""`,
	} {
		t.Run(name, func(t *testing.T) {
			ana := ana.on(t)
			for _, got := range []reply{
				ana.patch(target, `{"title": "Red lamp"}`, header("If-Match", stale)), ana.delete(target, header("If-Match", stale)),
			} {
				problem := got.isProblem("precondition-failed")
				text, err := json.Marshal(problem.Members["current"])
				require.NoError(t, err)
				require.Empty(t, cmp.Diff(current, decode[projectJSON](reply{t: t, body: text})))
			}
			require.Empty(t, cmp.Diff(current, ana.find(p.ID)))
		})
	}
	t.Run("what is wholly in effect is no conflict", func(t *testing.T) {
		ana.on(t).patch(target, `{"title": "Oak lamp"}`, header("If-Match", first)).is(http.StatusOK)
	})
	t.Run("any of a list, or any at all", func(t *testing.T) {
		ana := ana.on(t)
		ana.patch(target, `{"favorite": true}`, header("If-Match", `"1", "2-abc"`)).is(http.StatusOK)
		ana.patch(target, `{"favorite": false}`, header("If-Match", "*")).is(http.StatusOK)
	})
	t.Run("the run moves without changing the version", func(t *testing.T) {
		ana := ana.on(t)
		before := ana.get(target).header.Get("ETag")
		s.as(t, "ana", ScopePipeline).patch(target, `{"status": "pending"}`).is(http.StatusOK)
		after := ana.get(target).header.Get("ETag")
		require.NotEqual(t, before, after, "other bytes, another tag")
		ana.patch(target, `{"title": "Lamp"}`, header("If-Match", before)).is(http.StatusOK)
	})
	t.Run("purge looks at it too", func(t *testing.T) {
		ana := ana.on(t)
		ana.delete(target).is(http.StatusNoContent)
		ana.delete(target+"?permanent=true", header("If-Match", `"1"`)).isProblem("precondition-failed")
		ana.delete(target+"?permanent=true", header("If-Match", ana.get(target).header.Get("ETag"))).is(http.StatusNoContent)
	})
}

func TestIfMatchIsReadStrictly(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	target := "/projects/" + ana.add(`{}`).ID
	for _, bad := range []string{"", " ", ",", "1", `"`, `"1`, `1"`, `"1" "2"`, `"1",2`, `w/"1"`, `*, "1"`, `"a b"`, strings.Repeat(`"1",`, maxTags+1)} {
		for _, got := range []reply{
			ana.patch(target, `{"title": "x"}`, header("If-Match", bad)), ana.delete(target, header("If-Match", bad)),
		} {
			require.Equal(t, []string{"If-Match malformed"}, got.isProblem("invalid-header").mistakes(), "%q", bad)
		}
	}
	ana.post("/projects", `{}`, header("If-Match", `"1"`)).isProblem("invalid-header")
	ana.post(target+"/restore", `{}`, header("If-Match", "*")).isProblem("invalid-header")
	require.Len(t, ana.titles("/projects"), 1)
}

func TestVersionsOfIfMatch(t *testing.T) {
	for text, want := range map[string]patch.Match{
		`*`:                          {Required: true, Any: true},
		`"12"`:                       {Required: true, Versions: []int64{12}},
		`"12-abc-gzip"`:              {Required: true, Versions: []int64{12}},
		` "1" ,, "2-x",`:             {Required: true, Versions: []int64{1, 2}},
		`W/"1", "x", "-1"`:           {Required: true},
		`"1","99999999999999999999"`: {Required: true, Versions: []int64{1}},
	} {
		r := &http.Request{Header: http.Header{"If-Match": {text}}}
		got, err := ifMatch(r)
		require.NoError(t, err, text)
		require.Empty(t, cmp.Diff(want, got), text)
	}
	got, err := ifMatch(&http.Request{Header: http.Header{"If-Match": {`"1"`, `"2"`}}})
	require.NoError(t, err)
	require.Equal(t, []int64{1, 2}, got.Versions, "several lines are one list")
}

func TestWhatTheClientHasIsNotSentAgain(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	target := "/projects/" + ana.add(`{"title": "Lamp"}`).ID
	for _, target := range []string{target, "/projects?limit=5", "/projects/counts?facets=type", "/assets", "/assets/counts", "/assets/fences", "/user", settingsAt, settingsAt + "/options", settingsAt + "/audit", "/openapi.yaml", "//", "//docs"} {
		whole := ana.get(target).is(http.StatusOK)
		tag := whole.header.Get("ETag")
		for _, known := range []string{tag, "W/" + tag, `"x", ` + tag, "*"} {
			got := ana.get(target, header("If-None-Match", known)).is(http.StatusNotModified)
			require.Empty(t, got.body)
			require.NotEmpty(t, got.header.Get("ETag"))
			for _, name := range []string{"Cache-Control", "Vary", "Content-Security-Policy"} {
				require.Equal(t, whole.header.Values(name), got.header.Values(name), "%s %s", target, name)
			}
			require.Empty(t, got.header.Get("Content-Type"))
			require.Empty(t, got.header.Get("Content-Length"))
		}
		ana.get(target, header("If-None-Match", `"x"`)).is(http.StatusOK)
		for _, bad := range []string{"", tag[1:], strings.Repeat(`"x",`, maxTags+1)} {
			ana.get(target, header("If-None-Match", bad)).isProblem("invalid-header")
		}
	}
	list := ana.get("/projects").header.Get("ETag")
	ana.patch(target, `{"favorite": true}`).is(http.StatusOK)
	ana.get("/projects", header("If-None-Match", list)).is(http.StatusOK)
}

func TestTheTagOfACompressedAnswerIsItsOwn(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	for i := range 10 {
		ana.add(fmt.Sprintf(`{"title": "Lamp %d"}`, i))
	}
	zip := header("Accept-Encoding", "gzip")
	plain := ana.get("/projects").header.Get("ETag")
	got := ana.get("/projects", zip)
	require.Equal(t, "gzip", got.header.Get("Content-Encoding"))
	require.Contains(t, strings.Join(got.header.Values("Vary"), ", "), "Accept-Encoding")
	zipped := got.header.Get("ETag")
	require.Equal(t, strings.TrimSuffix(plain, `"`)+`-gzip"`, zipped)

	for _, known := range []string{plain, zipped} {
		got := ana.get("/projects", zip, header("If-None-Match", known)).is(http.StatusNotModified)
		require.Equal(t, known, got.header.Get("ETag"), "the tag of what the client keeps")
	}
}
