package http

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// TestForeignIsAsAbsent asks every route for what another owner has, and for what never was: the answers are the same bytes
// but for the request id, and nothing changes.
func TestForeignIsAsAbsent(t *testing.T) {
	s := newServer(t)
	ana, bo := s.as(t, "ana"), s.as(t, "bo")
	secret := bo.add(`{"title": "canary-7f3a", "tags": ["canary-7f3a"], "brief": "canary-7f3a"}`)
	hidden := bo.create(`{"type": "text", "content": "canary-7f3a", "tags": ["canary-7f3a"]}`)
	absent := newID().String()

	tried := 0
	for _, rt := range (&api{Config: Config{Auth: DevMode{}}}).routes(Services{}) {
		if !strings.Contains(rt.path, "{id}") || rt.public {
			continue
		}
		tried++
		foreign := secret.ID
		if strings.HasPrefix(rt.path, "/api/v1/assets/") {
			foreign = hidden.ID
		}
		ask := func(id string) string {
			parts := []part{}
			if rt.body != nil {
				parts = append(parts, body(`{}`))
			}
			got := ana.send(rt.method, strings.ReplaceAll(strings.TrimPrefix(rt.path, "/api/v1"), "{id}", id), parts...)
			got.isProblem("not-found")
			return strings.Replace(string(got.body), got.header.Get("X-Request-Id"), "", 1)
		}
		require.Equal(t, ask(absent), ask(foreign), rt.operation)
	}
	require.Equal(t, 9, tried)
	require.Empty(t, cmp.Diff(secret, bo.find(secret.ID)))
	require.Empty(t, cmp.Diff(hidden, bo.asset(hidden.ID)))
}

// looks are questions that would show what another owner has, for every route that reads: {id} is an asset of that owner.
// A route that is not here fails the test until it is.
var looks = map[string][]string{
	"listProjects": {"/projects", "/projects?q=canary", "/projects?tag=canary", "/projects?trashed=true"},
	"countProjects": {
		"/projects/counts?facets=status,type,tag", "/projects/counts?q=canary&facets=tag", "/projects/counts?trashed=true&facets=type",
	},
	"getProject": {"/projects/{id}"},
	"listAssets": {
		"/assets", "/assets?q=canary&highlight=true", "/assets?q=canarz", "/assets?tag=canary", "/assets?model=canary", "/assets?trashed=true",
		"/assets?project_id={project}", "/assets?project_id={project}&sort=position", "/assets?around={id}", "/assets?q=canarz&around={id}",
	},
	"countAssets": {
		"/assets/counts?facets=type,tag,model,format,scene,orientation,project_id", "/assets/counts?q=canarz&facets=type",
		"/assets/counts?project_id={project}&facets=type", "/assets/counts?trashed=true&facets=type",
	},
	"fenceAssets": {"/assets/fences", "/assets/fences?q=canarz", "/assets/fences?project_id={project}", "/assets/fences?trashed=true"},
	"getAsset":    {"/assets/{id}"},
	"getUser":     {"/user"},
	"getStats": {
		"/insights/stats", "/insights/stats?by=channel", "/insights/stats?by=asset_type&range=12mo", "/insights/stats?project_id={project}",
	},
	"getChart": {
		"/insights/charts", "/insights/charts?compare=previous&metrics=revenue,ctr,assets_created,projects_created", "/insights/charts?project_id={project}",
	},
	"listTopAssets": {
		"/insights/top-assets", "/insights/top-assets?metric=revenue&currency=EUR", "/insights/top-assets?project_id={project}",
		"/insights/top-assets?metric=ctr&min_denominator=1&range=today",
	},
	"getDefinitions":     {"/insights/definitions"},
	"getSettings":        {settingsAt},
	"getSettingsOptions": {settingsAt + "/options"},
	"listSettingsAudit":  {settingsAt + "/audit"},
}

// TestNothingOfAnotherOwnerShows asks every route that reads, before and after another owner comes to have everything: the
// answers are the same, byte by byte.
func TestNothingOfAnotherOwnerShows(t *testing.T) {
	s := newServer(t)
	ana, bo := s.as(t, "ana"), s.as(t, "bo")
	ana.add(`{"title": "mine"}`)
	ana.create(`{"type": "text", "content": "mine"}`)
	before := ana.look(newID().String(), newID().String())

	project := bo.add(`{"title": "canary", "tags": ["canary"], "brief": "canary"}`).ID
	bo.choose(`{"profile": {"bio": "canary"}}`)
	asset := bo.create(`{"type": "image", "url": "/canary", "width": 1, "height": 1, "scene": "hero", "title": "canary", "tags": ["canary"],
		"model": "canary", "project_id": "` + project + `"}`).ID
	bo.delete("/assets/" + bo.create(`{"type": "text", "content": "canary", "project_id": "`+project+`"}`).ID).is(http.StatusNoContent)
	bo.delete("/projects/" + bo.add(`{"title": "canary"}`).ID).is(http.StatusNoContent)
	s.as(t, "bo", ScopePipeline).happened(asset, "view", "click", "conversion", "refund")
	after := ana.look(asset, project)
	require.Empty(t, cmp.Diff(before, after))
}

// look asks everything that looks has about an asset and a project, and requires that it has every route that reads. The
// ids are taken out of the answers, which may repeat the question.
func (c *client) look(asset, project string) map[string]string {
	seen, read := map[string]string{}, 0
	ids := strings.NewReplacer("{id}", asset, "{project}", project)
	for _, rt := range (&api{Config: Config{Auth: DevMode{}}}).routes(Services{}) {
		if rt.method != http.MethodGet || rt.public {
			continue
		}
		read++
		require.NotEmpty(c.t, looks[rt.operation], "%s reads, and nobody looks at it", rt.operation)
		for _, target := range looks[rt.operation] {
			got := c.get(ids.Replace(target))
			names := strings.NewReplacer(got.header.Get("X-Request-Id"), "", asset, "{id}", project, "{project}")
			seen[target] = fmt.Sprint(got.status, names.Replace(string(got.body)))
		}
	}
	require.Len(c.t, looks, read, "looks has nothing but routes that read")
	return seen
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
