package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// deepAssets compares the page in the middle of a million assets, which a fence leads to, with the first page.
func deepAssets(ctx context.Context, b *bed) (err error) {
	product, err := b.product(ctx, aloneStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop()) }()
	list := product.url + "/api/v1/assets"
	body, err := fetch(ctx, client(1), list+"/fences?every=5000")
	if err != nil {
		return err
	}
	var marks struct {
		Fences []struct {
			Ordinal int
			Cursor  string
		}
	}
	if err := json.Unmarshal(body, &marks); err != nil {
		return err
	}
	for _, f := range marks.Fences {
		if f.Ordinal == 500_000 {
			return ratio(ctx, "assets, position 500 000 ÷ first", b.options, 300, list, list+"?cursor="+f.Cursor)
		}
	}
	return fmt.Errorf("none of %d fences is at 500 000", len(marks.Fences))
}

// growth compares the time of each list in a large stock with that in a small one.
func growth(ctx context.Context, b *bed) (err error) {
	small, err := b.product(ctx, smallStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, small.stop()) }()
	large, err := b.product(ctx, aloneStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, large.stop()) }()
	from, err := allShapes(ctx, b, small, smallStock)
	if err != nil {
		return err
	}
	to, err := allShapes(ctx, b, large, aloneStock)
	if err != nil {
		return err
	}
	for i := range from {
		if err := ratio(ctx, from[i].name, b.options, 200, from[i].query, to[i].query); err != nil {
			return err
		}
	}
	return nil
}

// allShapes are the lists, the newest-first search of a common word and a single asset, with whole addresses.
func allShapes(ctx context.Context, b *bed, product *process, s stock) ([]assetShape, error) {
	list := product.url + "/api/v1/assets"
	cursor, last, err := deepCursor(ctx, list, 20)
	if err != nil {
		return nil, err
	}
	shapes, err := assetShapes(ctx, b.urls[s.name])
	shapes = append(shapes, searchShapes[0],
		assetShape{name: "assets, page 21 by cursor", query: "?cursor=" + cursor}, assetShape{name: "single asset", query: "/" + last.ID})
	for i := range shapes {
		shapes[i].query = list + shapes[i].query
	}
	return shapes, err
}
