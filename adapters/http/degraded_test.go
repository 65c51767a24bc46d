package http

import (
	"context"
	"net/http"
	"testing"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

// caughtUp is a backlog in which nothing is.
type caughtUp struct{}

func (caughtUp) Pending(context.Context, ident.Owner) (bool, error) { return false, nil }

// With the index out, what has a text is answered all the same, and says so; what has none is not concerned.
func TestAnswersWithoutTheIndexSaySo(t *testing.T) {
	out := gallery.NewIndex(nil, nil, index.NewGuard(caughtUp{}, func() bool { return false }))
	ana := newServerBeside(t, out, insights.Rules{}).as(t, "ana")
	ana.create(`{"type": "text", "content": "lamp"}`)

	require.Len(t, ana.page("/assets?q=lamp").Items, 1)
	require.Equal(t, []string{"search"}, ana.page("/assets?q=lamp").Degraded)
	require.JSONEq(t, `{"total":{"value":1,"relation":"exact"},"degraded":["search"]}`, string(ana.get("/assets/counts?q=lamp").is(http.StatusOK).body))
	require.NotContains(t, string(ana.get("/assets").is(http.StatusOK).body), "degraded")
	require.NotContains(t, string(ana.get("/assets/counts").is(http.StatusOK).body), "degraded")
}
