package http

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"vitrine/core/settings"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// paths lead an integration to each status.
var paths = map[settings.Status][]settings.Status{
	settings.NotConnected: {},
	settings.Connecting:   {settings.Connecting},
	settings.Connected:    {settings.Connected},
	settings.Expired:      {settings.Connected, settings.Expired},
	settings.Errored:      {settings.Connected, settings.Errored},
}

// reporting is the patch that brings an integration to a status.
func reporting(name settings.Provider, status settings.Status) string {
	return fmt.Sprintf(`{"integrations": {%q: {"status": %q}}}`, name, status)
}

// TestEveryMoveOfAnIntegration tries each status from each: an allowed one is made, the same is none, and others are
// refused with what would be allowed.
func TestEveryMoveOfAnIntegration(t *testing.T) {
	for _, from := range settings.Statuses {
		for _, to := range settings.Statuses {
			t.Run(string(from+" to "+to), func(t *testing.T) {
				pipeline := newServer(t).as(t, "ana", ScopePipeline)
				for _, status := range paths[from] {
					pipeline.choose(reporting("amazon", status))
				}
				before := pipeline.settings()
				got := pipeline.patch(settingsAt, reporting("amazon", to))
				switch {
				case from == to:
					require.Empty(t, cmp.Diff(before, decode[settingsJSON](got.is(http.StatusOK))), "the same again is no move")
				case slices.Contains(from.Moves(), to):
					moved := decode[settingsJSON](got.is(http.StatusOK))
					require.Equal(t, to, moved.Integrations["amazon"].Status)
					require.Equal(t, before.Version+1, moved.Version)
				default:
					problem := got.isProblem("invalid-transition")
					require.Equal(t, string(from), problem.Members["from"])
					require.Equal(t, string(to), problem.Members["to"])
					require.Len(t, problem.Members["allowed"], len(from.Moves()))
					require.Equal(t, []string{"/integrations/amazon/status invalid_transition"}, problem.mistakes())
					require.Empty(t, cmp.Diff(before, pipeline.settings()))
				}
			})
		}
	}
}

func TestAnIntegrationIsShownAsItGoes(t *testing.T) {
	pipeline := newServer(t).as(t, "ana", ScopePipeline)
	shopify := func(text string) integrationJSON {
		return pipeline.choose(`{"integrations": {"shopify": ` + text + `}}`).Integrations["shopify"]
	}
	text := func(s string) *string { return &s }
	at := func(second int) *string { return text(fmt.Sprintf("2026-03-01T12:00:%02d.000Z", second)) }

	require.Equal(t, integrationJSON{Status: "connected", Account: text("ana-store"), ConnectedAt: at(1), UpdatedAt: at(1)},
		shopify(`{"status": "connected", "account": "ana-store"}`))
	require.Equal(t, integrationJSON{Status: "error", Account: text("ana-store"), Reason: text("revoked"), ConnectedAt: at(1), UpdatedAt: at(2)},
		shopify(`{"status": "error", "reason": "revoked"}`))
	require.Equal(t, integrationJSON{Status: "error", Account: text("ana"), Reason: text("unknown"), ConnectedAt: at(1), UpdatedAt: at(3)},
		shopify(`{"account": "ana", "reason": null}`))
	require.Equal(t, integrationJSON{Status: "not_connected", UpdatedAt: at(4)}, shopify(`null`))
}

func TestPeopleOnlyDisconnect(t *testing.T) {
	s := newServer(t)
	ana, pipeline := s.as(t, "ana"), s.as(t, "ana", ScopePipeline)
	pipeline.choose(reporting("tiktok", settings.Connected))
	before := ana.settings()
	for _, text := range []string{
		reporting("tiktok", settings.Expired), `{"integrations": {"tiktok": {"account": null}}}`, `{"integrations": {"tiktok": {"reason": "revoked"}}}`,
		`{"integrations": {"tiktok": {"status": null}}}`, `{"profile": {"bio": "b"}, "integrations": {"shopify": {"status": "not_connected"}}}`,
	} {
		got := ana.patch(settingsAt, text)
		require.Equal(t, ScopePipeline, got.isProblem("insufficient-scope").Members["scope"], text)
		require.Equal(t, `Bearer error="insufficient_scope", scope="pipeline"`, got.header.Get("WWW-Authenticate"))
	}
	require.Empty(t, cmp.Diff(before, ana.settings()))

	require.Equal(t, settings.NotConnected, ana.choose(`{"integrations": {"tiktok": null}}`).Integrations["tiktok"].Status)
	pipeline.choose(reporting("tiktok", settings.Connected))
	require.Equal(t, settings.NotConnected, ana.choose(`{"integrations": null}`).Integrations["tiktok"].Status)
}

func TestSeveralMovesRefusedAreAllNamed(t *testing.T) {
	pipeline := newServer(t).as(t, "ana", ScopePipeline)
	problem := pipeline.patch(settingsAt, `{"profile": {"bio": "b"}, "integrations": {"shopify": {"status": "error"}, "tiktok": {"status": "expired"}}}`).
		isProblem("invalid-transition")
	require.Equal(t, []string{"/integrations/shopify/status invalid_transition", "/integrations/tiktok/status invalid_transition"}, problem.mistakes())
	require.Equal(t, "error", problem.Members["to"])
	require.Empty(t, cmp.Diff(defaults(), pipeline.settings()))
}
