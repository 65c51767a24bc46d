package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"

	"vitrine/adapters/postgres/pgtest"
)

// inserts are what a keyed creation writes, for pgbench.
const inserts = `
BEGIN;
INSERT INTO idempotency_keys (owner_id, name, fingerprint, resource_id, created_at)
	VALUES ('floor', gen_random_uuid()::text, '\x00', gen_random_uuid(), now());
WITH made AS (
	INSERT INTO projects (owner_id, id, title, title_key, description, tags, favorite, type, brief, source_image_url, status,
		created_at, updated_at, version)
	VALUES ('floor', gen_random_uuid(), 'Walnut lamp', 'walnut lamp', 'Warm light', '{lamp,walnut}', false, 'package',
		'Show the lamp on a desk in the evening.', '', 'draft', now(), now(), 1) RETURNING owner_id, id, created_at)
, state AS (
	INSERT INTO project_states (owner_id, project_id, status, stage, progress, timeline)
	SELECT owner_id, id, 'draft', '', 0, '[]' FROM made)
INSERT INTO project_terms (owner_id, project_id, created_at, terms)
	SELECT owner_id, id, created_at, '''walnut'':1A ''lamp'':2A ''warm'':10C ''light'':11C' FROM made;
COMMIT;
`

// create compares keyed creations over HTTP with pgbench making the same inserts in one transaction.
func create(ctx context.Context, b *bed) (err error) {
	pgbench, ok := pgtest.Program("pgbench")
	if !ok {
		fmt.Println("skipped: pgbench is not on this machine")
		return nil
	}
	script := filepath.Join(b.dir, "inserts.sql")
	if err := os.WriteFile(script, []byte(inserts), 0o600); err != nil {
		return err
	}
	url, err := b.stocked(ctx, projectStock)
	if err != nil {
		return err
	}
	product, err := b.product(ctx, projectStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop()) }()
	var ratios, floors figures
	for i := range b.pairs + 1 {
		f, err := runPgbench(ctx, pgbench, script, url, b.options)
		if err != nil {
			return err
		}
		p, err := creations(ctx, product.url+"/api/v1/projects", b.options)
		if err != nil {
			return err
		}
		if i > 0 {
			ratios, floors = append(ratios, p/f), append(floors, f)
		}
	}
	fmt.Printf("%-34s %s  n=%d pairs, floor %.0f/s\n", "keyed create ÷ pgbench", ratios, b.pairs, floors.median())
	return nil
}

var transactions = regexp.MustCompile(`tps = ([0-9.]+)`)

func runPgbench(ctx context.Context, program, script, url string, o options) (float64, error) {
	out, err := exec.CommandContext(ctx, program, "-n", "-f", script, "-c", strconv.Itoa(o.conns), "-j", "2",
		"-T", strconv.Itoa(max(1, int(o.slice.Seconds()))), "-M", "prepared", url).CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("pgbench: %w: %s", err, out)
	}
	found := transactions.FindSubmatch(out)
	if found == nil {
		return 0, fmt.Errorf("pgbench said no figure: %s", out)
	}
	return strconv.ParseFloat(string(found[1]), 64)
}

// creations posts new projects, each with a key of its own.
func creations(ctx context.Context, address string, o options) (float64, error) {
	const body = `{"title":"Walnut lamp","description":"Warm light","tags":["lamp","walnut"],"brief":"Show the lamp on a desk in the evening."}`
	c, creation := client(o.conns), submission{method: http.MethodPost, address: address, body: body, keyed: true, status: http.StatusCreated}
	return rate(ctx, o.conns, o.slice, func(ctx context.Context, _ int) (int64, error) {
		return 1, creation.send(ctx, c, nil)
	})
}
