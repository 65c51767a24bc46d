package http

import (
	"fmt"
	"net/http"
	"testing"

	"vitrine/core/settings"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// audit reads a page of what was changed.
func (c *client) audit(query string) listJSON[entryJSON] {
	c.t.Helper()
	return decode[listJSON[entryJSON]](c.get(settingsAt + "/audit" + query).is(http.StatusOK))
}

func TestTheAuditHasLeavesBeforeAndAfter(t *testing.T) {
	s := newServer(t)
	ana, pipeline := s.as(t, "ana"), s.as(t, "ana", ScopePipeline)
	ana.choose(`{"profile": {"timezone": "UTC"}, "ai_preferences": {"tone": "casual"}}`)
	pipeline.choose(`{"integrations": {"amazon": {"status": "connected", "account": "ana"}}}`)
	ana.choose(`{"ai_preferences": null, "integrations": {"amazon": null}}`)

	text := func(s string) *string { return &s }
	list := ana.audit("")
	want := []entryJSON{
		{ID: list.Items[0].ID, At: "2026-03-01T12:00:03.000Z", Actor: settings.User, Version: 3, Changes: []changeJSON{
			{settings.Tone, text("casual"), nil},
			{"/integrations/amazon/status", text("connected"), text("not_connected")},
			{"/integrations/amazon/account", text("ana"), nil},
		}},
		{ID: list.Items[1].ID, At: "2026-03-01T12:00:02.000Z", Actor: settings.Pipeline, Version: 2, Changes: []changeJSON{
			{"/integrations/amazon/status", text("not_connected"), text("connected")},
			{"/integrations/amazon/account", nil, text("ana")},
		}},
		{ID: list.Items[2].ID, At: "2026-03-01T12:00:01.000Z", Actor: settings.User, Version: 1, Changes: []changeJSON{
			{settings.Timezone, nil, text("UTC")}, {settings.Tone, nil, text("casual")},
		}},
	}
	require.Empty(t, cmp.Diff(want, list.Items))
	require.Nil(t, list.Next)
	require.Nil(t, list.Prev)
}

func TestTheActorIsThePipelineWhereItActs(t *testing.T) {
	s := newServer(t)
	pipeline := s.as(t, "pipeline", ScopePipeline)
	for i, row := range []struct {
		text  string
		parts []part
		want  settings.Actor
	}{
		{`{"profile": {"bio": "a"}}`, nil, settings.User},
		{`{"integrations": {"amazon": {"status": "connected"}}}`, nil, settings.Pipeline},
		{`{"integrations": {"amazon": null}}`, nil, settings.User},
		{`{"profile": {"bio": "b"}}`, []part{header("Vitrine-Owner", "pipeline")}, settings.Pipeline},
	} {
		pipeline.choose(row.text, row.parts...)
		require.Equal(t, row.want, pipeline.audit("").Items[0].Actor, "change %d", i)
	}
	pipeline.choose(`{"profile": {"bio": "c"}}`, header("Vitrine-Owner", "ana"))
	require.Equal(t, "c", s.as(t, "ana").settings().Profile.Bio)
	require.Equal(t, settings.Pipeline, s.as(t, "ana").audit("").Items[0].Actor)
}

func TestTheAuditIsAList(t *testing.T) {
	s := newServer(t)
	ana := s.as(t, "ana")
	for i := range 5 {
		ana.choose(fmt.Sprintf(`{"profile": {"bio": "%d"}}`, i))
	}
	versions := func(l listJSON[entryJSON]) (all []int64) {
		for _, e := range l.Items {
			all = append(all, e.Version)
		}
		return all
	}
	first := ana.audit("?limit=2")
	require.Equal(t, []int64{5, 4}, versions(first))
	require.Nil(t, first.Prev)
	second := ana.audit("?limit=2&cursor=" + *first.Next)
	require.Equal(t, []int64{3, 2}, versions(second))
	require.Equal(t, []int64{5, 4}, versions(ana.audit("?limit=2&cursor="+*second.Prev)))
	last := ana.audit("?limit=2&cursor=" + *second.Next)
	require.Equal(t, []int64{1}, versions(last))
	require.Nil(t, last.Next)

	target := settingsAt + "/audit"
	s.as(t, "bo").get(target + "?cursor=" + *first.Next).isProblem("invalid-cursor")
	require.Empty(t, s.as(t, "bo").audit("").Items)
	require.Equal(t, []string{"cursor empty"}, ana.get(target+"?cursor=").isProblem("invalid-cursor").mistakes())
	ana.get(target + "?limit=101").isProblem("invalid-parameter")
	ana.get(target + "?sort=version").isProblem("unknown-parameter")
	ana.get("/projects?limit=1&cursor=" + *first.Next).isProblem("invalid-cursor")
	ana.delete(target).is(http.StatusMethodNotAllowed)
}
