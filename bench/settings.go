package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"
)

// settings compares reading and patching the settings with a bare handler that runs the same statements.
func settings(ctx context.Context, b *bed) (err error) {
	product, floor, err := b.both(ctx, projectStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop(), floor.kill()) }()
	address := product.url + "/api/v1/user/settings"
	if err := renaming(address, 0).send(ctx, client(1), nil); err != nil {
		return err
	}
	if err := compare(ctx, "settings read", b.options, floor.url+"/settings", address); err != nil {
		return err
	}
	var ratios, floors figures
	for i := range b.pairs + 1 {
		f, err := patches(ctx, floor.url+"/settings/patch", b.options)
		if err != nil {
			return err
		}
		p, err := patches(ctx, address, b.options)
		if err != nil {
			return err
		}
		if i > 0 {
			ratios, floors = append(ratios, p/f), append(floors, f)
		}
	}
	fmt.Printf("%-34s %s  n=%d pairs, floor %.0f/s\n", "settings patch", ratios, b.pairs, floors.median())
	return nil
}

// patches changes one owner's settings again and again, all connections at once, and returns changes a second.
func patches(ctx context.Context, address string, o options) (float64, error) {
	c := client(o.conns)
	var n atomic.Int64
	return rate(ctx, o.conns, o.slice, func(ctx context.Context, _ int) (int64, error) {
		return 1, renaming(address, n.Add(1)).send(ctx, c, nil)
	})
}

// renaming sets a name that differs each time.
func renaming(address string, n int64) submission {
	body := fmt.Sprintf(`{"profile":{"display_name":"Ana %d %d"}}`, n, time.Now().UnixNano())
	return submission{method: http.MethodPatch, address: address, body: body, status: http.StatusOK}
}
