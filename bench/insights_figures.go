package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
)

// figuresOfEvents times stats and top lists over ten million events of the heavy owner.
func figuresOfEvents(ctx context.Context, b *bed) (err error) {
	product, err := b.product(ctx, insightStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop()) }()
	var project string
	const find = `SELECT project_id::text FROM assets WHERE owner_id = $1 AND project_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`
	if err := ask(ctx, b.urls[insightStock.name], find, &project, heavy); err != nil {
		return err
	}
	for _, row := range []struct{ name, question string }{
		{"stats, 30 days", "stats"},
		{"stats, 30 days of Kathmandu", "stats?tz=Asia/Kathmandu"},
		{"stats, 30 days by channel", "stats?by=channel"},
		{"stats, 30 days of a project", "stats?project_id=" + project},
		{"stats, a project in Kathmandu", "stats?tz=Asia/Kathmandu&project_id=" + project},
		{"top 10, 30 days", "top-assets"},
		{"top 10 of a channel", "top-assets?channel=shopify"},
		{"top 10 of Kathmandu", "top-assets?tz=Asia/Kathmandu"},
		{"top 10 by click rate", "top-assets?metric=ctr"},
		{"top 10, 90 days", "top-assets?range=90d"},
		{"top 10 of a channel, 90 days", "top-assets?range=90d&channel=shopify"},
	} {
		if err := percentiles(ctx, row.name, product.url+"/api/v1/insights/"+row.question, 100); err != nil {
			return err
		}
	}
	return nil
}

// charts compares a chart of 90 days with a bare handler that reads the same rollup, and with one that counts single events.
func charts(ctx context.Context, b *bed) (err error) {
	product, floor, err := b.both(ctx, insightStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop(), floor.kill()) }()
	chart := product.url + "/api/v1/insights/charts?range=90d"
	bare, raw := floor.url+"/insights/chart/rollup", floor.url+"/insights/chart/raw"
	for _, other := range []string{bare, raw} {
		if err := sameFigures(ctx, other, chart); err != nil {
			return err
		}
	}
	if err := compare(ctx, "chart, 90 days", b.options, bare, chart); err != nil {
		return err
	}
	return ratio(ctx, "chart, 90 days ÷ from raw events", b.options, 1, raw, chart)
}

// sameFigures compares two answers byte for byte, but for their times.
func sameFigures(ctx context.Context, base, other string) error {
	var answers [2]map[string]json.RawMessage
	for i, address := range []string{base, other} {
		body, err := fetch(ctx, client(1), address)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(body, &answers[i]); err != nil {
			return err
		}
		delete(answers[i], "as_of")
	}
	if !maps.EqualFunc(answers[0], answers[1], func(x, y json.RawMessage) bool { return bytes.Equal(x, y) }) {
		return fmt.Errorf("%s and %s answer differently:\n%.3000s\n%.3000s", base, other, answers[0], answers[1])
	}
	return nil
}
