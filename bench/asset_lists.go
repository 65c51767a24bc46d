package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"

	"github.com/jackc/pgx/v5"
)

// assetShape is a list of assets: how the product is asked for it, and how the floor.
type assetShape struct{ name, query, floor string }

// assetShapes are the lists that are measured, with values that the stock has.
func assetShapes(ctx context.Context, database string) ([]assetShape, error) {
	values := map[string]string{}
	for name, find := range map[string]string{
		"project": `SELECT project_id::text FROM assets WHERE owner_id = $1 AND NOT trashed AND project_id IS NOT NULL
			GROUP BY 1 HAVING count(*) BETWEEN 25 AND 60 ORDER BY 1 LIMIT 1`,
		"rare": `SELECT tag FROM assets, unnest(tags) AS tag WHERE owner_id = $1 AND tag LIKE 'edition-%' AND NOT trashed
			GROUP BY 1 ORDER BY count(*), 1 LIMIT 1`,
	} {
		var value string
		if err := ask(ctx, database, find, &value, heavy); err != nil {
			return nil, fmt.Errorf("a %s to ask for: %w", name, err)
		}
		values[name] = value
	}
	v := func(shape string, values ...string) string { return shape + "?" + url.Values{"v": values}.Encode() }
	return []assetShape{
		{"assets, first page", "", "list/first"},
		{"assets, one type", "?type=video", v("list/type", "video")},
		{"assets, favourites", "?favorite=true", "list/favorite"},
		{"assets, one project", "?project_id=" + values["project"], v("list/project", values["project"])},
		{"assets, a common tag", "?tag=shopify", v("list/label", "tag:shopify")},
		{"assets, a rare tag", "?tag=" + values["rare"], v("list/label", "tag:"+values["rare"])},
		{"assets, one model", "?model=kinora-2", v("list/label", "model:kinora-2")},
	}, nil
}

// searchShapes are searches newest first: the floor is given the same match as the product makes of the text.
var searchShapes = []assetShape{
	{"search, a common word", "?q=" + url.QueryEscape("light "), "search?" + url.Values{"v": {`'light' | 'lights'`}}.Encode()},
	{"search, a rare phrase", "?q=" + url.QueryEscape(rarePhrase), "search?" + url.Values{"v": {`'walnut' <-> 'lounge' <-> 'chair'`}}.Encode()},
}

const rarePhrase = `"walnut lounge chair"`

// ask scans the one value that a statement gives.
func ask(ctx context.Context, database, statement string, to any, args ...any) error {
	conn, err := pgx.Connect(ctx, database)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	return conn.QueryRow(ctx, statement, args...).Scan(to)
}

// assets compares each list shape, searches and a single read with the floor.
func assets(ctx context.Context, b *bed) (err error) {
	product, floor, err := b.both(ctx, mixedStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop(), floor.kill()) }()
	list := product.url + "/api/v1/assets"
	cursor, last, err := deepCursor(ctx, list, 20)
	if err != nil {
		return err
	}
	shapes, err := assetShapes(ctx, b.urls[mixedStock.name])
	if err != nil {
		return err
	}
	deep := url.Values{"v": {last.CreatedAt, last.ID}}.Encode()
	shapes = append(append(shapes, searchShapes...),
		assetShape{"assets, page 21 by cursor", "?cursor=" + cursor, "list/deep?" + deep},
		assetShape{"single asset", "/" + last.ID, "single/" + last.ID})
	for _, shape := range shapes {
		bare := floor.url + "/assets/" + shape.floor
		if err := errors.Join(sameBytes(ctx, bare, list+shape.query), compare(ctx, shape.name, b.options, bare, list+shape.query)); err != nil {
			return fmt.Errorf("%s: %w", shape.name, err)
		}
	}
	return nil
}
