package main

import (
	"context"
	"errors"
	"fmt"
)

// leaders compares the server with and without Elasticsearch, which put the same assets in order over ten million events.
func leaders(ctx context.Context, b *bed) (err error) {
	record, err := b.product(ctx, insightStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, record.stop()) }()
	indexed, err := b.indexed(ctx, insightStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, indexed.stop()) }()
	for _, shape := range []struct{ name, query string }{
		{"top 10, 30 days", ""},
		{"top 10 of a channel, 30 days", "?channel=shopify"},
		{"top 10, 90 days", "?range=90d"},
		{"top 10 by revenue, 90 days", "?range=90d&metric=revenue&currency=EUR"},
	} {
		base, other := record.url+"/api/v1/insights/top-assets"+shape.query, indexed.url+"/api/v1/insights/top-assets"+shape.query
		if err := errors.Join(sameFigures(ctx, base, other), untilSound(ctx, other), compare(ctx, shape.name, b.options, base, other)); err != nil {
			return fmt.Errorf("%s: %w", shape.name, err)
		}
	}
	return nil
}
