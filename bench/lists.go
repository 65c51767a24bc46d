package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"time"
)

// lists compares each list shape, and a single read, with the floor that sends the same bytes.
func lists(ctx context.Context, b *bed) (err error) {
	product, floor, err := b.both(ctx, projectStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop(), floor.kill()) }()

	list := product.url + "/api/v1/projects"
	cursor, last, err := deepCursor(ctx, list, 20)
	if err != nil {
		return err
	}
	deep := floor.url + "/deep?" + url.Values{"at": {last.CreatedAt}, "id": {last.ID}}.Encode()
	for _, shape := range []struct{ name, floor, product string }{
		{"list, first page", floor.url + "/first", list},
		{"list, one status", floor.url + "/status", list + "?status=running"},
		{"list, one type", floor.url + "/type", list + "?type=video"},
		{"list by title", floor.url + "/title", list + "?sort=title"},
		{"list, page 21 by cursor", deep, list + "?cursor=" + cursor},
		{"single project", floor.url + "/single/" + last.ID, list + "/" + last.ID},
	} {
		if err := sameBytes(ctx, shape.floor, shape.product); err != nil {
			return fmt.Errorf("%s: %w", shape.name, err)
		}
		if err := compare(ctx, shape.name, b.options, shape.floor, shape.product); err != nil {
			return err
		}
	}
	return nil
}

// both starts product and floor on the stock.
func (b *bed) both(ctx context.Context, s stock) (product, floor *process, err error) {
	if product, err = b.product(ctx, s); err != nil {
		return nil, nil, err
	}
	if floor, err = b.floor(ctx, s); err != nil {
		return nil, nil, errors.Join(err, product.stop())
	}
	return product, floor, nil
}

type listed struct {
	Items []struct {
		ID        string `json:"id"`
		CreatedAt string `json:"created_at"`
	} `json:"items"`
	Next string `json:"next_cursor"`
}

// deepCursor walks some pages and gives the cursor there, and the row before it.
func deepCursor(ctx context.Context, list string, pages int) (cursor string, last struct{ ID, CreatedAt string }, err error) {
	c := client(1)
	for range pages {
		body, err := fetch(ctx, c, list+"?limit=24&cursor="+cursor)
		if cursor == "" {
			body, err = fetch(ctx, c, list)
		}
		if err != nil {
			return "", last, err
		}
		var page listed
		if err := json.Unmarshal(body, &page); err != nil {
			return "", last, err
		}
		cursor = page.Next
		row := page.Items[len(page.Items)-1]
		last.ID, last.CreatedAt = row.ID, row.CreatedAt
	}
	return cursor, last, nil
}

// sameBytes holds the floor to its promise: the same rows, byte for byte, and as many bytes in all.
func sameBytes(ctx context.Context, floor, product string) error {
	c := client(1)
	want, err := fetch(ctx, c, product)
	if err != nil {
		return err
	}
	got, err := fetch(ctx, c, floor)
	if err != nil {
		return err
	}
	if !bytes.Equal(bytes.TrimSpace(rowsOf(want)), bytes.TrimSpace(rowsOf(got))) {
		return fmt.Errorf("the floor sends other rows:\n%.600s\n%.600s", rowsOf(want), rowsOf(got))
	}
	if d := len(want) - len(got); d > 64 || d < -64 { // cursors differ in length
		return fmt.Errorf("the floor sends %d bytes, the product %d", len(got), len(want))
	}
	return nil
}

// rowsOf are the bytes of an answer's items; of a single resource all.
func rowsOf(body []byte) []byte {
	var page struct {
		Items json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(body, &page); err != nil || page.Items == nil {
		return body
	}
	return page.Items
}

// depth compares the time of a page in the middle of the list with that of the first.
func depth(ctx context.Context, b *bed) (err error) {
	product, err := b.product(ctx, projectStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop()) }()
	list := product.url + "/api/v1/projects"
	cursor, _, err := deepCursor(ctx, list, b.projects/2/24)
	if err != nil {
		return err
	}
	var ratios figures
	var first time.Duration
	c := client(1)
	for range b.pairs {
		if first, err = latency(ctx, c, list, 400); err != nil {
			return err
		}
		deep, err := latency(ctx, c, list+"?cursor="+cursor, 400)
		if err != nil {
			return err
		}
		ratios = append(ratios, float64(deep)/float64(first))
	}
	fmt.Printf("%-34s %s  n=%d pairs, first page %s\n", fmt.Sprintf("page at depth %d ÷ first", b.projects/2), ratios, b.pairs, first)
	return nil
}
