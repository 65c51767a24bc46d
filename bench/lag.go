package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// lag measures the greatest rate of edits, and then at half of it how long the oldest change has been waiting for the index.
func lag(ctx context.Context, b *bed) (err error) {
	product, err := b.indexed(ctx, mixedStock)
	if err != nil {
		return err
	}
	owner := fmt.Sprintf("lag-%d", time.Now().Unix())
	defer func() {
		err = errors.Join(err, product.stop(), b.forget(context.WithoutCancel(ctx), mixedStock, owner))
	}()
	s := &studio{c: client(b.conns), api: product.url + "/api/v1", owner: owner}
	if err := s.seed(ctx, 20); err != nil {
		return err
	}
	most, err := rate(ctx, b.conns, 5*b.slice, func(ctx context.Context, _ int) (int64, error) { return 1, s.editAny(ctx) })
	if err != nil {
		return err
	}
	if err := b.untilDrained(ctx); err != nil {
		return err
	}
	working, stop := context.WithTimeout(ctx, 10*b.slice)
	defer stop()
	var wait sync.WaitGroup
	var n int64
	var editing error
	wait.Go(func() { n, editing = s.paced(working, most/2) })
	ages, err := b.ages(working)
	wait.Wait()
	if err := errors.Join(err, editing); err != nil {
		return err
	}
	slices.Sort(ages)
	fmt.Printf("%-34s p50 %s, p99 %s, at %d edits of at most %.0f/s\n", "lag of the index", quantile(ages, 0.5).Round(time.Millisecond),
		quantile(ages, 0.99).Round(time.Millisecond), n, most)
	return nil
}

// ages samples how old the oldest change is that the index has not seen.
func (b *bed) ages(ctx context.Context) (ages []time.Duration, err error) {
	conn, err := pgx.Connect(ctx, b.urls[mixedStock.name])
	if err != nil {
		return nil, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		var seconds float64
		err := conn.QueryRow(ctx, `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(dirty_at)), 0)::float8 FROM search_dirty`).Scan(&seconds)
		if ctx.Err() != nil {
			return ages, nil
		}
		if err != nil {
			return nil, err
		}
		ages = append(ages, time.Duration(seconds*float64(time.Second)))
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ages, nil
		}
	}
}

// untilDrained waits until the index has seen everything.
func (b *bed) untilDrained(ctx context.Context) error {
	for {
		var pending bool
		if err := ask(ctx, b.urls[mixedStock.name], `SELECT EXISTS (SELECT FROM search_dirty)`, &pending); err != nil || !pending {
			return err
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
