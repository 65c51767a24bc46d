package elastic

import (
	"context"
	"fmt"
	"io"
	"maps"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"

	"github.com/elastic/go-elasticsearch/v8/esapi"
)

// Index implements gallery.Engine and gallery.Pointer: one family of physical indices, of which at most one is searched, through an alias. Each
// is written through an alias of its own, which goes with it: so a write can never make an index that is not there.
type Index struct {
	client   *Client
	name     string // what its physical indices and aliases begin with
	schema   int
	mapping  object
	settings object
}

var (
	_ gallery.Engine  = (*Index)(nil)
	_ gallery.Pointer = (*Index)(nil)
)

// AssetIndex is the index of assets.
func AssetIndex(c *Client) *Index {
	return &Index{client: c, name: c.prefix + "-assets", schema: assetSchema, mapping: assetMapping, settings: assetSettings}
}

func (i *Index) readAlias() string { return i.name + "-read" }

func writeAlias(physical string) string { return physical + "-write" }

// masterPatience is how long a request about an index as a whole may take: it waits for the cluster's master.
const masterPatience = 30 * time.Second

// Schema implements gallery.Engine.
func (i *Index) Schema() int { return i.schema }

// Create implements gallery.Engine. The name has the schema, the time and the id.
func (i *Index) Create(ctx context.Context, id ident.ID, at time.Time) (gallery.Copy, error) {
	stamp := at.UTC().Format("20060102t150405")
	made := gallery.Copy{ID: id, Name: fmt.Sprintf("%s-%d-%s-%s", i.name, i.schema, stamp, id), Schema: i.schema}
	mapping := maps.Clone(i.mapping)
	mapping["_meta"] = object{"schema": made.Schema, "id": made.ID}
	body := object{"settings": i.settings, "mappings": mapping, "aliases": object{writeAlias(made.Name): object{}}}
	err := i.ask(ctx, body, func(body io.Reader) esapi.Request {
		return esapi.IndicesCreateRequest{Index: made.Name, Body: body}
	})
	if isType(err, "resource_already_exists_exception") { // made by a try whose answer was lost: no other has the id
		err = nil
	}
	return made, err
}

// Use implements gallery.Pointer.
func (i *Index) Use(ctx context.Context, c gallery.Copy) error {
	actions := []object{
		{"remove": object{"index": i.name + "-*", "alias": i.readAlias(), "must_exist": false}},
		{"add": object{"index": c.Name, "alias": i.readAlias()}},
	}
	return i.ask(ctx, object{"actions": actions}, func(body io.Reader) esapi.Request {
		return esapi.IndicesUpdateAliasesRequest{Body: body}
	})
}

// InUse implements gallery.Pointer. An alias on several indices is none.
func (i *Index) InUse(ctx context.Context) (gallery.Copy, error) {
	return i.find(ctx, i.readAlias())
}

// Has implements gallery.Engine.
func (i *Index) Has(ctx context.Context, c gallery.Copy) (bool, error) {
	found, err := i.find(ctx, writeAlias(c.Name))
	return found == c, err
}

// find gives the one physical index that the alias names.
func (i *Index) find(ctx context.Context, alias string) (gallery.Copy, error) {
	var found map[string]struct {
		Aliases  map[string]struct{} `json:"aliases"`
		Mappings struct {
			Meta struct {
				Schema int      `json:"schema"`
				ID     ident.ID `json:"id"`
			} `json:"_meta"`
		} `json:"mappings"`
	}
	yes := true
	err := i.client.ask(ctx, masterPatience, nil, func(io.Reader) esapi.Request {
		return esapi.IndicesGetRequest{
			Index: []string{alias}, IgnoreUnavailable: &yes, AllowNoIndices: &yes,
			FilterPath: []string{"*.aliases", "*.mappings._meta"},
		}
	}, &found)
	if err != nil || len(found) != 1 {
		return gallery.Copy{}, err
	}
	var only gallery.Copy
	for name, index := range found {
		if _, named := index.Aliases[alias]; named {
			only = gallery.Copy{ID: index.Mappings.Meta.ID, Name: name, Schema: index.Mappings.Meta.Schema}
		}
	}
	return only, nil
}

// Drop implements gallery.Engine.
func (i *Index) Drop(ctx context.Context, c gallery.Copy) error {
	err := i.ask(ctx, nil, func(io.Reader) esapi.Request { return esapi.IndicesDeleteRequest{Index: []string{c.Name}} })
	if isType(err, noIndex) {
		return nil
	}
	return err
}

// refresh makes visible to searches what was written through the alias before.
func (i *Index) refresh(ctx context.Context, alias string) error {
	var answer struct {
		Shards shards `json:"_shards"`
	}
	err := i.client.ask(ctx, masterPatience, nil, func(io.Reader) esapi.Request {
		return esapi.IndicesRefreshRequest{Index: []string{alias}}
	}, &answer)
	if err == nil && !answer.Shards.complete() {
		err = translate(errPartial)
	}
	return err
}

// ask sends a request that is answered by no more than that it was done.
func (i *Index) ask(ctx context.Context, body object, request func(io.Reader) esapi.Request) error {
	return i.client.ask(ctx, masterPatience, body, request, &struct{}{})
}
