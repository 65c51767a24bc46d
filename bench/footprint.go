package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
)

// footprint compares what the server keeps in memory after a load of lists and searches with what it had at its start,
// over little and much data.
func footprint(ctx context.Context, b *bed) error {
	for _, s := range []stock{smallStock, aloneStock} {
		if err := footprintOf(ctx, b, s); err != nil {
			return err
		}
	}
	return nil
}

func footprintOf(ctx context.Context, b *bed, s stock) (err error) {
	product, err := b.product(ctx, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop()) }()
	start, err := product.memory("VmRSS")
	if err != nil {
		return err
	}
	shapes, err := allShapes(ctx, b, product, s)
	if err != nil {
		return err
	}
	for _, shape := range shapes {
		if _, err := throughput(ctx, client(b.conns), shape.query+limitOf(shape.query), b.conns, b.slice); err != nil {
			return err
		}
	}
	peak, err := product.memory("VmHWM")
	fmt.Printf("%-34s %.0f MiB above the start's %.0f MiB, at the highest\n", "memory, stock "+s.name, peak-start, start)
	return err
}

// limitOf asks for the largest page; a single asset has none.
func limitOf(address string) string {
	switch {
	case strings.Contains(address, "?"):
		return "&limit=100"
	case strings.HasSuffix(address, "/assets"):
		return "?limit=100"
	default:
		return ""
	}
}

// memory reads a size of the process, in MiB, from /proc (proc(5)); it needs Linux.
func (p *process) memory(name string) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		var kib float64
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			_, err := fmt.Sscanf(rest, "%f kB", &kib)
			return kib / 1024, err
		}
	}
	return 0, fmt.Errorf("the system does not tell %s", name)
}
