package elastic

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/insights"
	"vitrine/core/page"
	"vitrine/core/search"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the requests in testdata anew")

// Requests are compared with the ones in testdata, byte for byte, so that a change of what goes over the wire is seen in a
// review, and so that the adapter is tested without a server too.
func TestRequestsAreTheOnesReviewed(t *testing.T) {
	id, other := ident.ID{0: 1, 6: 0x70, 15: 1}, ident.ID{0: 1, 6: 0x70, 15: 0x0a}
	yes := true
	before := noon.Add(time.Hour)
	everything := gallery.Filter{
		Text: search.Parse(`walnut "red lamp" AX-4021 -green sho`), Types: gallery.Types[:2], Project: &id, Tags: []string{"sale"},
		Favorite: &yes, Orientations: gallery.Orientations[:1], Formats: gallery.Formats[:1], Scenes: gallery.Scenes[:1],
		Models: []string{"flux"}, CreatedAfter: &noon, CreatedBefore: &before, Trashed: true,
	}
	lamp := gallery.Filter{Text: search.Parse("lamp 鞋")}
	at := &page.Key{Rank: 12, Time: noon.UnixMilli(), ID: other}
	asset := gallery.Asset{
		ID: id, ProjectID: &other, Type: gallery.Image, Title: "Red Wi-Fi lamp", Tags: []string{"sale", "table top"}, Favorite: true,
		Position: 3, Prompt: "a (red lamp:1.3)", Width: 2, Height: 1, Scene: "hero", Model: "flux", CreatedAt: noon, Version: 7,
	}
	for name, call := range map[string]func(*Client) error{
		"search_everything": searching(t.Context(), gallery.Query{Filter: everything, Order: gallery.Newest, Window: page.Window{Limit: 24}}),
		"search_relevance": searching(t.Context(), gallery.Query{
			Filter: gallery.Filter{Text: search.Parse("ax-4021 -lamp")}, Order: page.Order{By: gallery.ByRelevance, Desc: true},
			Window: page.Window{Limit: 24, From: at},
		}),
		"search_backward": searching(t.Context(), gallery.Query{
			Filter: lamp, Order: gallery.Newest, Window: page.Window{Limit: 1, From: at, Backward: true},
		}),
		"search_inclusive": searching(t.Context(), gallery.Query{
			Filter: lamp, Order: page.Order{By: gallery.ByPosition}, Window: page.Window{Limit: 1, From: at, Inclusive: true},
		}),
		"count_facets": func(c *Client) error {
			_, err := NewAssets(c).Count(t.Context(), "idp|ana,ben", everything, gallery.Facets, 100)
			return err
		},
		"leaders_views": func(c *Client) error {
			q := days(insights.Views, 10)
			q.Filter = insights.Filter{Channels: insights.Channels[:2], AssetTypes: insights.AssetTypes[:1]}
			_, _, _, err := NewLeaders(c).Lead(t.Context(), "idp|ana,ben", q)
			return err
		},
		"leaders_revenue": func(c *Client) error {
			_, _, _, err := NewLeaders(c).Lead(t.Context(), "idp|ana,ben", ofMoney(days(insights.Revenue, 100)))
			return err
		},
		"counters_create": func(c *Client) error { _, err := CounterIndex(c).Create(t.Context(), id, noon); return err },
		"counters_bulk": func(c *Client) error {
			_, err := CounterIndex(c).Indexer(index.Copy{Name: "vitrine-counters-new"}).Write(t.Context(), []index.Change[insights.Counter]{
				counterOf(id, aDay, "", insights.Counts{Impressions: 5, Views: 4, Clicks: 3, Conversions: 2, Refunds: 1}).ToIndex("idp|ana,ben", 7),
				counterOf(id, aDay, "EUR", insights.Counts{Revenue: insights.Money{"EUR": -250}}).ToIndex("idp|ana,ben", 7),
				{Owner: "ben", ID: counterOf(other, aDay, "", insights.Counts{}).String(), Version: 8},
			})
			return err
		},
		"index_create": func(c *Client) error { _, err := AssetIndex(c).Create(t.Context(), id, noon); return err },
		"index_use":    func(c *Client) error { return AssetIndex(c).Use(t.Context(), index.Copy{Name: "vitrine-assets-new"}) },
		"index_get":    func(c *Client) error { _, err := AssetIndex(c).InUse(t.Context()); return err },
		"inventory_sums": func(c *Client) error {
			_, err := AssetIndex(c).Inventory(index.Copy{Name: "vitrine-assets-new"}).Sums(t.Context(), "idp|ana,ben", 500)
			return err
		},
		"inventory_entries": func(c *Client) error {
			_, err := AssetIndex(c).Inventory(index.Copy{Name: "vitrine-assets-new"}).Entries(t.Context(), "idp|ana,ben", id.String(), 1000)
			return err
		},
		"bulk": func(c *Client) error {
			_, err := AssetIndex(c).Indexer(index.Copy{Name: "vitrine-assets-new"}).Write(t.Context(), []index.Change[gallery.Asset]{
				gallery.ToIndex("idp|ana,ben", asset), {Owner: "ben", ID: other.String(), Version: 2},
			})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			server := &scripted{answers: []reply{{status: 500}}}
			require.Error(t, call(server.client(t)))
			require.Len(t, server.requests, 1)
			golden(t, filepath.Join("testdata", name+".http"), server.requests[0])
		})
	}
}

func searching(ctx context.Context, q gallery.Query) func(*Client) error {
	return func(c *Client) error {
		_, err := NewAssets(c).Search(ctx, "idp|ana,ben", q)
		return err
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// wire writes a request for people: one document folded to short lines, lines of documents as they are.
func wire(r *http.Request) (string, error) {
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			return "", err
		}
	}
	if json.Valid(body) {
		body = append(fold(body, ""), '\n')
	}
	return fmt.Sprintf("%s %s\nContent-Type: %s\n\n%s", r.Method, r.URL.RequestURI(), r.Header.Get("Content-Type"), body), nil
}

// lineLength is how long a value may be to stand on one line.
const lineLength = 120

// fold writes a value on one line where it fits, else member by member.
func fold(value json.RawMessage, indent string) []byte {
	var members map[string]json.RawMessage
	var items []json.RawMessage
	deeper := indent + "  "
	var lines [][]byte
	switch {
	case len(indent)+len(value) <= lineLength:
		return value
	case json.Unmarshal(value, &items) == nil:
		for _, item := range items {
			lines = append(lines, fold(item, deeper))
		}
	case json.Unmarshal(value, &members) == nil:
		for _, name := range slices.Sorted(maps.Keys(members)) {
			lines = append(lines, append([]byte(strconv.Quote(name)+": "), fold(members[name], deeper)...))
		}
	}
	between := "\n" + deeper
	inside := bytes.Join(lines, []byte(","+between))
	return slices.Concat(value[:1], []byte(between), inside, []byte("\n"+indent), value[len(value)-1:])
}
