package http

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// TestForeignIsAsAbsent asks every route for another owner's project, and for one that never was: the answers are the same
// bytes but for the request id, nothing changes, and nothing of the other owner shows.
func TestForeignIsAsAbsent(t *testing.T) {
	s := newServer(t)
	ana, bo := s.as(t, "ana"), s.as(t, "bo")
	secret := bo.add(`{"title": "canary-7f3a", "tags": ["canary-7f3a"], "brief": "canary-7f3a"}`)
	bo.choose(`{"profile": {"bio": "canary-7f3a"}}`)
	ana.add(`{"title": "mine"}`)
	absent := newID().String()

	tried := 0
	for _, rt := range (&api{Config: Config{Auth: DevMode{}}}).routes(Services{}) {
		if !strings.Contains(rt.path, "{id}") {
			continue
		}
		tried++
		ask := func(id string) string {
			parts := []part{}
			if rt.body != nil {
				parts = append(parts, body(`{}`))
			}
			got := ana.send(rt.method, strings.ReplaceAll(strings.TrimPrefix(rt.path, "/api/v1"), "{id}", id), parts...)
			got.isProblem("not-found")
			return strings.Replace(string(got.body), got.header.Get("X-Request-Id"), "", 1)
		}
		require.Equal(t, ask(absent), ask(secret.ID), rt.operation)
	}
	require.Equal(t, 5, tried)
	require.Empty(t, cmp.Diff(secret, bo.find(secret.ID)))

	for _, target := range []string{
		"/projects", "/projects?q=canary", "/projects?tag=canary-7f3a", "/projects?trashed=true",
		"/projects/counts?facets=status,type,tag", "/projects/counts?q=canary", "/user", settingsAt, settingsAt + "/audit",
	} {
		require.NotContains(t, string(ana.get(target).is(http.StatusOK).body), "canary", target)
	}
	require.Equal(t, `{"total":{"value":1,"relation":"exact"}}`, string(ana.get("/projects/counts").body))
}

func TestACursorBelongsToItsOwnerAndItsList(t *testing.T) {
	s := newServer(t)
	ana, bo := s.as(t, "ana"), s.as(t, "bo")
	for range 3 {
		ana.add(`{}`)
		bo.add(`{}`)
	}
	cursor := *decode[listJSON[projectJSON]](ana.get("/projects?limit=1")).Next
	ana.get("/projects?limit=2&cursor=" + cursor).is(http.StatusOK)
	bo.get("/projects?limit=1&cursor=" + cursor).isProblem("invalid-cursor")
	for _, other := range []string{"sort=title", "q=x", "status=draft", "trashed=true", "favorite=false", "created_after=2026-01-01T00:00:00Z"} {
		ana.get("/projects?limit=1&" + other + "&cursor=" + cursor).isProblem("invalid-cursor")
	}
}

func TestThePipelineActsForAnOwner(t *testing.T) {
	s := newServer(t)
	ana, pipeline := s.as(t, "ana"), s.as(t, "pipeline", "openid", ScopePipeline)
	forAna := header("Vitrine-Owner", "ana")
	p := decode[projectJSON](pipeline.post("/projects", `{"title": "Lamp"}`, forAna).is(http.StatusCreated))
	pipeline.patch("/projects/"+p.ID, `{"status": "pending"}`, forAna).is(http.StatusOK)
	require.Equal(t, []string{"Lamp"}, ana.titles("/projects?status=pending"))
	require.Empty(t, pipeline.titles("/projects"))
	require.Equal(t, userJSON{ID: "pipeline", Scopes: []string{"openid", ScopePipeline}, Mode: ModeJWT},
		decode[userJSON](pipeline.get("/user", forAna)), "it is still itself")

	require.Equal(t, ScopePipeline, ana.get("/projects", header("Vitrine-Owner", "bo")).isProblem("insufficient-scope").Members["scope"])
	ana.get("/projects", forAna).isProblem("insufficient-scope")
	for _, bad := range []string{"", "a\x00b", "\xff", strings.Repeat("a", 256)} {
		pipeline.get("/projects", header("Vitrine-Owner", bad)).isProblem("invalid-header")
	}
	pipeline.get("/projects", forAna, header("Vitrine-Owner", "bo")).isProblem("invalid-header")
}
