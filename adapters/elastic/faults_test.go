package elastic

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/page"
	"vitrine/core/search"

	"github.com/stretchr/testify/require"
)

const (
	oneHit = `{"timed_out":false,"_shards":{"total":1,"failed":0},"hits":{"hits":[{"sort":[5,"01000000-0000-7000-0000-000000000001"]}]}}`
	gone   = `{"error":{"type":"index_not_found_exception","reason":"no such index"},"status":404}`
	html   = `<html><body>Bad gateway</body></html>`
)

// What a search makes of answers that a real server does not give on demand: a part is no answer, an outage is one that the
// record stands in for, and what is our own mistake is neither tried again nor covered up.
func TestAnswersToASearch(t *testing.T) {
	hit := []page.Key{{Time: 5, ID: ident.ID{0: 1, 6: 0x70, 15: 1}}}
	refused := errors.New("connection refused")
	for name, c := range map[string]struct {
		answers []reply
		want    []page.Key
		kind    fault.Kind
		tries   int
	}{
		"a hit":                 {[]reply{{body: oneHit}}, hit, 0, 1},
		"nothing":               {[]reply{{body: `{"timed_out":false,"_shards":{"total":1,"failed":0}}`}}, []page.Key{}, 0, 1},
		"pressure, then a hit":  {[]reply{{status: 429}, {body: oneHit}}, hit, 0, 2},
		"a broken connection":   {[]reply{{err: refused}, {body: oneHit}}, hit, 0, 2},
		"pressure without end":  {[]reply{{status: 429}}, nil, fault.Unavailable, 3},
		"nobody there":          {[]reply{{err: refused}}, nil, fault.Unavailable, 3},
		"a proxy's page":        {[]reply{{status: 502, kind: "text/html", body: html}}, nil, fault.Unavailable, 3},
		"a login page":          {[]reply{{kind: "text/html", body: html}}, nil, fault.Unavailable, 3},
		"a page called JSON":    {[]reply{{body: html}}, nil, fault.Unavailable, 3},
		"half an answer":        {[]reply{{body: oneHit[:60]}}, nil, fault.Unavailable, 3},
		"too long an answer":    {[]reply{{body: oneHit + strings.Repeat(" ", maxAnswer)}}, nil, fault.Unavailable, 3},
		"no index":              {[]reply{{status: 404, body: gone}}, nil, fault.Unavailable, 1},
		"no right to read":      {[]reply{{status: 403, body: `{"error":{"type":"security_exception"}}`}}, nil, fault.Unavailable, 1},
		"a broken server":       {[]reply{{status: 500}}, nil, fault.Unavailable, 1},
		"a wrong question":      {[]reply{{status: 400, body: `{"error":{"type":"parsing_exception"}}`}}, nil, fault.Internal, 1},
		"out of time":           {[]reply{{body: strings.Replace(oneHit, "false", "true", 1)}}, nil, fault.Unavailable, 1},
		"a shard missing":       {[]reply{{body: strings.Replace(oneHit, `failed":0`, `failed":1`, 1)}}, nil, fault.Unavailable, 1},
		"ended early":           {[]reply{{body: `{"terminated_early":true,` + oneHit[1:]}}, nil, fault.Unavailable, 1},
		"an empty object":       {[]reply{{body: `{}`}}, nil, fault.Unavailable, 1},
		"no JSON object":        {[]reply{{body: `[]`}}, nil, fault.Unavailable, 3},
		"a hit without a place": {[]reply{{body: strings.Replace(oneHit, `5,`, ``, 1)}}, nil, fault.Unavailable, 1},
		"a hit without an id":   {[]reply{{body: strings.Replace(oneHit, `"0100`, `"xx00`, 1)}}, nil, fault.Unavailable, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := &scripted{answers: c.answers}
			got, err := NewAssets(server.client(t)).Search(t.Context(), "ana", gallery.Query{Order: gallery.Newest})
			require.Equal(t, c.want, got)
			require.Len(t, server.requests, c.tries)
			if c.want == nil {
				require.Equal(t, c.kind, fault.Of(err).Kind, "%v", err)
				require.NotContains(t, err.Error(), "c2VjcmV0")
			} else {
				require.NoError(t, err)
			}
		})
	}
}

func TestCountsWithoutANumberAreNoAnswer(t *testing.T) {
	server := &scripted{answers: []reply{{body: `{"timed_out":false,"_shards":{"total":1,"failed":0},"aggregations":{"total":{"doc_count":3}}}`}}}
	f := gallery.Filter{Text: search.Parse("lamp")}
	counts, err := NewAssets(server.client(t)).Count(t.Context(), "ana", f, nil, 2)
	require.NoError(t, err)
	require.Equal(t, page.Counts{Total: page.Total{Value: 2, Relation: page.AtLeast}}, counts)
	_, err = NewAssets(server.client(t)).Count(t.Context(), "ana", f, []string{gallery.FacetType}, 2)
	require.True(t, fault.Is(err, fault.Unavailable))
}

func TestACallersEndIsNoOutage(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	server := &scripted{answers: []reply{{body: oneHit}}}
	_, err := NewAssets(server.client(t)).Search(ctx, "ana", gallery.Query{Order: gallery.Newest})
	require.ErrorIs(t, err, context.Canceled)
}

// pair are two changes: an asset, and one that is gone.
func pair() []index.Change[gallery.Asset] {
	a := gallery.Asset{ID: ident.ID{15: 1}, Type: gallery.Image, Version: 7, CreatedAt: noon}
	return []index.Change[gallery.Asset]{gallery.ToIndex("ana", a), {Owner: "ana", ID: ident.ID{15: 2}.String(), Version: 2}}
}

// What Elasticsearch calls the assets of pair.
var (
	first  = name("ana", "00000000-0000-0000-0000-000000000001")
	second = name("ana", "00000000-0000-0000-0000-000000000002")
)

// items writes the answer of a bulk for pair.
func items(indexed, deleted string) string {
	return `{"items":[{"index":{"_id":"` + first + `",` + indexed + `}},` +
		`{"delete":{"_id":"` + second + `",` + deleted + `}}]}`
}

// Every item is judged by itself, by its status.
func TestResultsOfABulk(t *testing.T) {
	const (
		conflict = `"status":409,"error":{"type":"version_conflict_engine_exception"}`
		poison   = `"status":400,"error":{"type":"document_parsing_exception","reason":"immense term"}`
		full     = `"status":429,"error":{"type":"cluster_block_exception"}`
		blocked  = `"status":403,"error":{"type":"cluster_block_exception"}`
		noTarget = `"status":404,"error":{"type":"index_not_found_exception"}`
	)
	for name, c := range map[string]struct {
		answer        reply
		first, second index.Verdict
		failed        bool
	}{
		"both written":               {reply{body: items(`"status":201`, `"status":200`)}, index.Done, index.Done, false},
		"both known already":         {reply{body: items(conflict, conflict)}, index.Done, index.Done, false},
		"nothing to delete":          {reply{body: items(`"status":200`, `"status":404`)}, index.Done, index.Done, false},
		"a poison document":          {reply{body: items(poison, `"status":200`)}, index.Parked, index.Done, false},
		"pressure on one":            {reply{body: items(full, `"status":200`)}, index.Kept, index.Done, true},
		"a block that people set":    {reply{body: items(blocked, blocked)}, index.Kept, index.Kept, true},
		"no index":                   {reply{body: items(noTarget, noTarget)}, index.Kept, index.Kept, true},
		"a status of no kind":        {reply{body: items(`"status":0`, `"status":200`)}, index.Kept, index.Done, true},
		"fewer results than changes": {reply{body: `{"items":[{"index":{"_id":"` + first + `","status":201}}]}`}, index.Kept, index.Kept, true},
		"results of others":          {reply{body: strings.Replace(items(`"status":201`, `"status":200`), "0002", "0003", 1)}, index.Kept, index.Kept, true},
		"results out of order":       {reply{body: strings.Replace(items(`"status":201`, `"status":200`), "delete", "index", 1)}, index.Kept, index.Kept, true},
		"the whole refused":          {reply{status: 429}, index.Kept, index.Kept, true},
		"the whole too large":        {reply{status: 413}, index.Kept, index.Kept, true},
		"an empty answer":            {reply{body: `{}`}, index.Kept, index.Kept, true},
		"no answer":                  {reply{err: errors.New("broken pipe")}, index.Kept, index.Kept, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := &scripted{answers: []reply{c.answer}}
			writer := AssetIndex(server.client(t)).Indexer(index.Copy{Name: "copy"})
			outcomes, err := writer.Write(t.Context(), pair())
			require.Equal(t, c.failed, err != nil, "%v", err)
			require.Equal(t, []index.Verdict{c.first, c.second}, []index.Verdict{outcomes[0].Verdict, outcomes[1].Verdict})
			require.Len(t, server.requests, 1, "a bulk is sent once")
		})
	}
}

func TestUnderPressureRequestsAreHalvedAndTheRestIsNotTried(t *testing.T) {
	server := &scripted{answers: []reply{{status: http.StatusServiceUnavailable}}}
	writer := AssetIndex(server.client(t)).Indexer(index.Copy{Name: "copy"})
	many := make([]index.Change[gallery.Asset], 1200)
	sizes := []int{}
	for range 12 {
		server.requests = nil
		_, err := writer.Write(t.Context(), many)
		require.Error(t, err)
		require.Len(t, server.requests, 1)
		sizes = append(sizes, strings.Count(server.requests[0], `"delete"`))
	}
	require.Equal(t, []int{500, 250, 125, 62, 31, 15, 7, 3, 1, 1, 1, 1}, sizes)
}

func TestAnOversizeDocumentGoesAlone(t *testing.T) {
	server := &scripted{answers: []reply{{status: http.StatusRequestEntityTooLarge}}}
	writer := AssetIndex(server.client(t)).Indexer(index.Copy{Name: "copy"})
	outcomes, err := writer.Write(t.Context(), pair()[:1])
	require.NoError(t, err)
	require.Equal(t, index.Parked, outcomes[0].Verdict)
}

func TestARequestStaysBelowItsLimits(t *testing.T) {
	var content strings.Builder
	for i := range 15_000 {
		fmt.Fprintf(&content, "%060d ", i)
	}
	big := gallery.Asset{ID: ident.ID{15: 1}, Type: gallery.Text, Version: 1, CreatedAt: noon, Content: content.String()}
	server := &scripted{answers: []reply{{status: http.StatusServiceUnavailable}}}
	writer := AssetIndex(server.client(t)).Indexer(index.Copy{Name: "copy"})
	many := make([]index.Change[gallery.Asset], 8)
	for i := range many {
		many[i] = gallery.ToIndex("ana", big)
	}
	_, err := writer.Write(t.Context(), many)
	require.Error(t, err)
	require.Less(t, len(server.requests[0]), maxBytes+1000)
	require.Greater(t, len(server.requests[0]), maxBytes/2)
}
