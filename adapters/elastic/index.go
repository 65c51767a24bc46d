package elastic

import (
	"context"
	"fmt"
	"io"
	"maps"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/elastic/go-elasticsearch/v8/esapi"
)

// Index implements index.Engine and index.Pointer for documents D: one family of physical indices, of which at most one is
// searched, through an alias. Each is written through an alias of its own, which goes with it: so a write can never make an
// index that is not there.
type Index[D any] struct {
	client   *Client
	name     string // what its physical indices and aliases begin with
	schema   int
	mapping  object
	settings object
	document func(owner ident.Owner, doc D) any // as it is indexed
}

var (
	_ index.Engine[gallery.Asset] = (*Index[gallery.Asset])(nil)
	_ index.Pointer               = (*Index[gallery.Asset])(nil)
)

// AssetIndex is the index of assets.
func AssetIndex(c *Client) *Index[gallery.Asset] {
	return &Index[gallery.Asset]{
		client: c, name: c.prefix + assetsSuffix, schema: assetSchema, mapping: assetMapping, settings: assetSettings,
		document: func(owner ident.Owner, a gallery.Asset) any { return newDocument(owner, a) },
	}
}

// assetsSuffix stands behind the prefix of all names.
const assetsSuffix = "-assets"

func readAlias(name string) string { return name + "-read" }

func writeAlias(physical string) string { return physical + "-write" }

// masterPatience is how long a request about an index as a whole may take: it waits for the cluster's master.
const masterPatience = 30 * time.Second

// Schema implements index.Engine.
func (i *Index[D]) Schema() int { return i.schema }

// Create implements index.Engine. The name has the schema, the time and the id.
func (i *Index[D]) Create(ctx context.Context, id ident.ID, at time.Time) (index.Copy, error) {
	stamp := at.UTC().Format("20060102t150405")
	made := index.Copy{ID: id, Name: fmt.Sprintf("%s-%d-%s-%s", i.name, i.schema, stamp, id), Schema: i.schema}
	mapping := maps.Clone(i.mapping)
	mapping["_meta"] = object{"schema": made.Schema, "id": made.ID}
	settings := maps.Clone(i.settings)
	settings["index.number_of_shards"] = i.client.shards
	body := object{"settings": settings, "mappings": mapping, "aliases": object{writeAlias(made.Name): object{}}}
	err := i.ask(ctx, body, func(body io.Reader) esapi.Request {
		return esapi.IndicesCreateRequest{Index: made.Name, Body: body}
	})
	if isType(err, "resource_already_exists_exception") { // made by a try whose answer was lost: no other has the id
		err = nil
	}
	return made, err
}

// Use implements index.Pointer.
func (i *Index[D]) Use(ctx context.Context, c index.Copy) error {
	actions := []object{
		{"remove": object{"index": i.name + "-*", "alias": readAlias(i.name), "must_exist": false}},
		{"add": object{"index": c.Name, "alias": readAlias(i.name)}},
	}
	return i.ask(ctx, object{"actions": actions}, func(body io.Reader) esapi.Request {
		return esapi.IndicesUpdateAliasesRequest{Body: body}
	})
}

// InUse implements index.Pointer. An alias on several indices is none.
func (i *Index[D]) InUse(ctx context.Context) (index.Copy, error) {
	return i.find(ctx, readAlias(i.name))
}

// Has implements index.Engine.
func (i *Index[D]) Has(ctx context.Context, c index.Copy) (bool, error) {
	found, err := i.find(ctx, writeAlias(c.Name))
	return found == c, err
}

// find gives the one physical index that the alias names.
func (i *Index[D]) find(ctx context.Context, alias string) (index.Copy, error) {
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
		return index.Copy{}, err
	}
	var only index.Copy
	for name, physical := range found {
		if _, named := physical.Aliases[alias]; named {
			only = index.Copy{ID: physical.Mappings.Meta.ID, Name: name, Schema: physical.Mappings.Meta.Schema}
		}
	}
	return only, nil
}

// Drop implements index.Engine.
func (i *Index[D]) Drop(ctx context.Context, c index.Copy) error {
	err := i.ask(ctx, nil, func(io.Reader) esapi.Request { return esapi.IndicesDeleteRequest{Index: []string{c.Name}} })
	if isType(err, noIndex) {
		return nil
	}
	return err
}

// refresh makes visible to searches what was written through the alias before.
func (i *Index[D]) refresh(ctx context.Context, alias string) error {
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
func (i *Index[D]) ask(ctx context.Context, body object, request func(io.Reader) esapi.Request) error {
	return i.client.ask(ctx, masterPatience, body, request, &struct{}{})
}
