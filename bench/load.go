package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// client keeps as many connections as the load has.
func client(conns int) *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: conns, MaxConnsPerHost: conns, DisableCompression: true}}
}

// throughput loads the address with conns connections for a while, each asking again as soon as it has an answer, and
// returns answers a second. Anything but 200 is an error.
func throughput(ctx context.Context, c *http.Client, address string, conns int, d time.Duration) (float64, error) {
	return rate(ctx, conns, d, func(ctx context.Context, _ int) (int64, error) {
		_, err := fetch(ctx, c, address)
		return 1, err
	})
}

// rate has workers do something again and again for a while, and returns how much was done a second, as do counts it. The
// first error ends all.
func rate(ctx context.Context, workers int, d time.Duration, do func(ctx context.Context, worker int) (int64, error)) (float64, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var done atomic.Int64
	var wait sync.WaitGroup
	begin := time.Now()
	for worker := range workers {
		wait.Go(func() {
			for time.Since(begin) < d {
				n, err := do(ctx, worker)
				if err != nil {
					cancel(err)
					return
				}
				done.Add(n)
			}
		})
	}
	wait.Wait()
	return float64(done.Load()) / time.Since(begin).Seconds(), context.Cause(ctx)
}

func fetch(ctx context.Context, c *http.Client, address string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: status %d: %.200s", address, resp.StatusCode, body)
	}
	return body, err
}

// figures are the values of several runs.
type figures []float64

func (f figures) median() float64 {
	s := slices.Clone(f)
	slices.Sort(s)
	return s[len(s)/2]
}

// String gives the median with the lowest and the highest.
func (f figures) String() string {
	return fmt.Sprintf("%.2f [%.2f–%.2f]", f.median(), slices.Min(f), slices.Max(f))
}

// compare loads floor and product in turn and prints the ratio of their throughput, pair by pair.
func compare(ctx context.Context, name string, o options, floor, product string) error {
	c := client(o.conns)
	var ratios, floors figures
	for i := range o.pairs + 1 {
		f, err := throughput(ctx, c, floor, o.conns, o.slice)
		if err != nil {
			return err
		}
		p, err := throughput(ctx, c, product, o.conns, o.slice)
		if err != nil {
			return err
		}
		if i > 0 { // the first pair warms up
			ratios, floors = append(ratios, p/f), append(floors, f)
		}
	}
	fmt.Printf("%-34s %s  n=%d pairs, floor %.0f/s\n", name, ratios, o.pairs, floors.median())
	return nil
}
