package elastic

import (
	"context"
	"fmt"
	"io"
	"time"

	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/elastic/go-elasticsearch/v8/esapi"
)

// inventory implements index.Inventory. It asks all shards and names no routing, so that what lies in a wrong shard is seen
// as well.
type inventory struct {
	client   *Client
	physical string
}

// Inventory implements index.Holdings.
func (i *Index[D]) Inventory(c index.Copy) index.Inventory {
	return inventory{client: i.client, physical: c.Name}
}

// inventoryPatience is how long one request of an inventory may take: nobody waits for it.
const inventoryPatience = 30 * time.Second

// sums is the name of the aggregation by owner.
const sums = "sums"

// Sums implements index.Inventory.
func (v inventory) Sums(ctx context.Context, after ident.Owner, n int) ([]index.Sum, error) {
	owners := object{"size": n, "sources": []object{{fieldOwner: object{"terms": object{"field": fieldOwner}}}}}
	if after != "" {
		owners["after"] = object{fieldOwner: after}
	}
	var found sumsAnswer
	err := v.ask(ctx, object{"size": 0, "track_total_hits": false, "aggs": object{sums: object{
		"composite": owners, "aggs": object{fieldCheck: object{"sum": object{"field": fieldCheck}}},
	}}}, &found)
	switch {
	case err != nil:
		return nil, err
	case !found.complete():
		return nil, translate(errPartial)
	case found.Aggregations.Sums == nil:
		return nil, translate(errGarbled)
	}
	all := make([]index.Sum, len(found.Aggregations.Sums.Buckets))
	for i, b := range found.Aggregations.Sums.Buckets {
		all[i] = index.Sum{Owner: b.Key.Owner, Documents: b.Documents, Check: int64(b.Check.Value)}
	}
	return all, nil
}

// sumsAnswer has a bucket for each owner.
type sumsAnswer struct {
	completeness
	Aggregations struct {
		Sums *struct {
			Buckets []struct {
				Key struct {
					Owner ident.Owner `json:"owner"`
				} `json:"key"`
				Documents int64 `json:"doc_count"`
				Check     struct {
					Value float64 `json:"value"`
				} `json:"check"`
			} `json:"buckets"`
		} `json:"sums"`
	} `json:"aggregations"`
}

// Entries implements index.Inventory. In a full page the last id is left to the next one, which then has all its documents.
func (v inventory) Entries(ctx context.Context, owner ident.Owner, after string, n int) ([]index.Entry, error) {
	body := object{
		"query": all([]object{term(fieldOwner, string(owner))}), "size": n, "sort": []object{{fieldID: "asc"}}, "version": true,
		"_source": false, "docvalue_fields": []string{fieldCheck}, "track_total_hits": false,
	}
	if after != "" {
		body["search_after"] = []string{after}
	}
	var found struct {
		completeness
		Hits struct {
			Hits []entry `json:"hits"`
		} `json:"hits"`
	}
	if err := v.ask(ctx, body, &found); err != nil {
		return nil, err
	}
	if !found.complete() {
		return nil, translate(errPartial)
	}
	entries := make([]index.Entry, len(found.Hits.Hits))
	for i, hit := range found.Hits.Hits {
		var err error
		if entries[i], err = hit.entry(); err != nil {
			return nil, err
		}
	}
	if len(entries) == n {
		entries = withoutLast(entries)
	}
	return entries, nil
}

// entry is a hit of an inventory.
type entry struct {
	Version int64     `json:"_version"`
	Sort    []*string `json:"sort"`
	Fields  struct {
		Check []int64 `json:"check"`
	} `json:"fields"`
}

func (e entry) entry() (index.Entry, error) {
	if len(e.Sort) != 1 || e.Sort[0] == nil || len(e.Fields.Check) != 1 {
		return index.Entry{}, translate(fmt.Errorf("%w: a document without id or check", errGarbled))
	}
	return index.Entry{ID: *e.Sort[0], Version: e.Version, Check: e.Fields.Check[0]}, nil
}

// withoutLast leaves out the entries with the last id, unless all have it.
func withoutLast(entries []index.Entry) []index.Entry {
	end := len(entries)
	for end > 0 && entries[end-1].ID == entries[len(entries)-1].ID {
		end--
	}
	if end == 0 {
		return entries
	}
	return entries[:end]
}

func (v inventory) ask(ctx context.Context, body object, found any) error {
	no := false
	return v.client.ask(ctx, inventoryPatience, body, func(body io.Reader) esapi.Request {
		return esapi.SearchRequest{
			Index: []string{v.physical}, Body: body, AllowPartialSearchResults: &no,
			FilterPath: []string{
				"timed_out", "terminated_early", "_shards", "hits.hits._version", "hits.hits.sort", "hits.hits.fields", "aggregations",
			},
		}
	}, found)
}
