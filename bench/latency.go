package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// latencies asks one after the other on one connection and returns how long each took, the shortest first.
func latencies(ctx context.Context, c *http.Client, address string, n int) ([]time.Duration, error) {
	took := make([]time.Duration, n)
	for i := range took {
		begin := time.Now()
		if _, err := fetch(ctx, c, address); err != nil {
			return nil, err
		}
		took[i] = time.Since(begin)
	}
	slices.Sort(took)
	return took, nil
}

// quantile is the time that a part of them did not exceed.
func quantile(sorted []time.Duration, part float64) time.Duration {
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))]
}

// latency is the median of n answers.
func latency(ctx context.Context, c *http.Client, address string, n int) (time.Duration, error) {
	took, err := latencies(ctx, c, address, n)
	if err != nil {
		return 0, err
	}
	return quantile(took, 0.5), nil
}

// ratio measures the median of both addresses in turn and prints how many times longer the second takes.
func ratio(ctx context.Context, name string, o options, n int, base, address string) error {
	c := client(1)
	var ratios, bases figures
	for i := range o.pairs + 1 {
		one, err := latency(ctx, c, base, n)
		if err != nil {
			return err
		}
		other, err := latency(ctx, c, address, n)
		if err != nil {
			return err
		}
		if i > 0 { // the first pair warms up
			ratios, bases = append(ratios, float64(other)/float64(one)), append(bases, one.Seconds()*1000)
		}
	}
	fmt.Printf("%-34s %s  n=%d pairs, base %.2f ms\n", name, ratios, o.pairs, bases.median())
	return nil
}

// percentiles prints how long an address takes.
func percentiles(ctx context.Context, name, address string, n int) error {
	took, err := latencies(ctx, client(1), address, n)
	if err != nil {
		return err
	}
	tell(name, took)
	return nil
}

func tell(name string, sorted []time.Duration) {
	fmt.Printf("%-34s p50 %s, p95 %s  n=%d\n", name, quantile(sorted, 0.5).Round(time.Millisecond/10),
		quantile(sorted, 0.95).Round(time.Millisecond/10), len(sorted))
}
