package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"time"
)

const (
	batchSize   = 500
	promptWords = 40
	ingestConns = 4
)

// ingest sends batches of assets with prompts of 40 words for an owner of its own, beside a million others, on a few
// connections at once.
func ingest(ctx context.Context, b *bed) (err error) {
	product, err := b.product(ctx, mixedStock)
	if err != nil {
		return err
	}
	owner := fmt.Sprintf("ingest-%d", time.Now().Unix())
	defer func() {
		err = errors.Join(err, product.stop(), b.forget(context.WithoutCancel(ctx), mixedStock, owner))
	}()
	var rates figures
	for i := range b.pairs + 1 {
		rate, err := batches(ctx, product.url+"/api/v1/assets/batch", owner, max(b.slice, 5*time.Second))
		if err != nil {
			return err
		}
		if i > 0 {
			rates = append(rates, rate)
		}
	}
	fmt.Printf("%-34s %.0f assets/s [%.0f–%.0f]  n=%d\n", "ingest", rates.median(), slices.Min(rates), slices.Max(rates), len(rates))
	return nil
}

// batches posts for a while and returns assets a second.
func batches(ctx context.Context, address, owner string, d time.Duration) (float64, error) {
	c := client(ingestConns)
	return rate(ctx, ingestConns, d, func(ctx context.Context, _ int) (int64, error) {
		var answer struct{ Created int64 }
		err := send(ctx, c, address, owner, batch(), http.StatusOK, &answer)
		return answer.Created, err
	})
}

// send posts a body for an owner, with a key, and reads the answer.
func send(ctx context.Context, c *http.Client, address, owner, body string, status int, answer any) error {
	return submission{method: http.MethodPost, address: address, owner: owner, body: body, keyed: true, status: status}.send(ctx, c, answer)
}

// batch is a body of assets as a pipeline sends them.
func batch() string {
	var b strings.Builder
	b.WriteString(`{"items":[`)
	for i := range batchSize {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"type":"image","url":"https://cdn.example/%d.png","thumbnail_url":"https://cdn.example/%[1]d-s.webp",`+
			`"mime_type":"image/png","size_bytes":1482113,"width":1024,"height":1280,"scene":"hero","provider":"lumen",`+
			`"model":"lumen-image-3","seed":"%[1]d","tags":["%s","%s"],"prompt":"`, rand.Uint64(), word(), word()) //nolint:gosec // not a secret
		for range promptWords {
			b.WriteString(word())
			b.WriteByte(' ')
		}
		b.WriteString(`"}`)
	}
	b.WriteString(`]}`)
	return b.String()
}

// vocabulary is how many words there are; the nth is used an nth as often as the first.
const vocabulary = 20_000

func word() string {
	const consonants, vowels = "bcdfghklmnprstvz", "aeiou"
	n := int(math.Exp(rand.Float64()*math.Log(vocabulary))) + len(consonants) //nolint:gosec // not a secret
	var b strings.Builder
	for ; n > 0; n /= len(consonants) * len(vowels) {
		b.WriteByte(consonants[n%len(consonants)])
		b.WriteByte(vowels[n/len(consonants)%len(vowels)])
	}
	return b.String()
}

// forget removes what an experiment has added for an owner of its own.
func (b *bed) forget(ctx context.Context, s stock, owner string) error {
	tables := []string{"assets", "projects", "asset_words", "idempotency_keys", "events"}
	for _, r := range rollupGrains {
		tables = append(tables, r[0], r[0]+"_revenue")
	}
	for _, table := range tables {
		if err := execute(ctx, b.urls[s.name], "DELETE FROM "+table+" WHERE owner_id = $1", owner); err != nil {
			return err
		}
	}
	return execute(ctx, b.urls[s.name], "VACUUM ANALYZE")
}
