package elastic

import (
	"context"
	"encoding/json"
	"io"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/elastic/go-elasticsearch/v8/esapi"
)

// Assets implements gallery.Searcher.
type Assets struct {
	client *Client
	alias  string
}

var _ gallery.Searcher = (*Assets)(nil)

// NewAssets makes the search of the assets that the client's cluster has indexed.
func NewAssets(c *Client) *Assets {
	return &Assets{client: c, alias: readAlias(c.prefix + assetsSuffix)}
}

// Search implements gallery.Searcher.
func (s *Assets) Search(ctx context.Context, owner ident.Owner, q gallery.Query) ([]page.Key, error) {
	scale := scaleOf(q.Order)
	var found answer
	if err := s.client.search(ctx, s.alias, owner, placesOf(owner, q, scale), &found); err != nil {
		return nil, err
	}
	places := make([]page.Key, len(found.Hits.Hits))
	for i, hit := range found.Hits.Hits {
		var err error
		if places[i], err = scale.place(hit.Sort); err != nil {
			return nil, translate(err)
		}
	}
	return places, nil
}

// placesOf writes the search for the window's places.
func placesOf(owner ident.Owner, q gallery.Query, s scale) object {
	rows, descending := about(owner, q.Filter), q.Window.Descending(q.Order)
	body := object{
		"query": rows.rows(), "size": q.Window.Rows(), "sort": s.sort(descending), "_source": false, "track_total_hits": false,
	}
	if q.Order.By == gallery.ByRelevance {
		body["query"] = rows.scored()
	}
	if q.Window.From != nil {
		body["search_after"] = s.after(q.Window, descending)
	}
	return body
}

// search asks the one shard that has the owner's rows, unless the breaker is open. A part of the answer is no answer.
func (c *Client) search(ctx context.Context, alias string, owner ident.Owner, body object, found interface{ complete() bool }) error {
	no := false
	return c.breaker.through(ctx, func() error {
		err := c.ask(ctx, c.patience, body, func(body io.Reader) esapi.Request {
			return esapi.SearchRequest{
				Index: []string{alias}, Routing: []string{routing(owner)}, Body: body, AllowPartialSearchResults: &no,
				FilterPath: []string{"timed_out", "terminated_early", "_shards", "hits.hits.sort", "aggregations"},
			}
		}, found)
		if err == nil && !found.complete() {
			err = translate(errPartial)
		}
		return err
	})
}

// answer is what Elasticsearch says to a search.
type answer struct {
	completeness
	Hits struct {
		Hits []struct {
			Sort []json.RawMessage `json:"sort"`
		} `json:"hits"`
	} `json:"hits"`
	Aggregations map[string]aggregation `json:"aggregations"`
}

// completeness is what every answer to a search says of how it came about.
type completeness struct {
	TimedOut        *bool  `json:"timed_out"`
	TerminatedEarly bool   `json:"terminated_early"`
	Shards          shards `json:"_shards"`
}

// complete reports whether nothing is missing.
func (c completeness) complete() bool {
	return c.TimedOut != nil && !*c.TimedOut && !c.TerminatedEarly && c.Shards.complete()
}

// shards is how an answer came about.
type shards struct {
	Total  int `json:"total"`
	Failed int `json:"failed"`
}

func (s shards) complete() bool { return s.Total > 0 && s.Failed == 0 }
