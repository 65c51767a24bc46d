package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"vitrine/core/gallery"
)

// counts compares counts and fences of the heavy owner with a bare count(*), and says how large fences are.
func counts(ctx context.Context, b *bed) (err error) {
	product, floor, err := b.both(ctx, mixedStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop(), floor.kill()) }()
	list := product.url + "/api/v1/assets"
	light := "q=" + url.QueryEscape("light ")
	for _, row := range []struct{ name, query string }{
		{"total alone", "/counts"},
		{"all seven facets", "/counts?facets=" + strings.Join(gallery.Facets, ",")},
		{"all facets, with a common word", "/counts?" + light + "&facets=" + strings.Join(gallery.Facets, ",")},
		{"fences", "/fences"},
		{"fences, a common word", "/fences?" + light},
		{"fences, a common tag", "/fences?tag=shopify"},
		{"fences, word and tag", "/fences?tag=shopify&" + light},
		{"fences, one type", "/fences?type=image"},
	} {
		if err := ratio(ctx, row.name+" ÷ count(*)", b.options, 15, floor.url+"/assets/count", list+row.query); err != nil {
			return err
		}
	}
	size, err := compressed(ctx, list+"/fences")
	fmt.Printf("%-34s %.1f KB\n", "fences, compressed", float64(size)/1000)
	return err
}

// compressed is how many bytes an answer has on the wire.
func compressed(ctx context.Context, address string) (int64, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, err
	}
	req.Header.Set("Accept-Encoding", "gzip")
	resp, err := client(1).Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	wire := &counter{r: resp.Body}
	plain, err := gzip.NewReader(wire)
	if err != nil {
		return 0, err
	}
	_, err = io.Copy(io.Discard, plain) //nolint:gosec // our own server's answer
	return wire.n, err
}

type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// searches times what has to look at many rows.
func searches(ctx context.Context, b *bed) (err error) {
	product, err := b.product(ctx, mixedStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop()) }()
	list := product.url + "/api/v1/assets?q="
	for _, row := range []struct{ name, query string }{
		{"relevance, a common word", "light&sort=-relevance"},
		{"relevance, two common words", url.QueryEscape("linen light") + "&sort=-relevance"},
		{"relevance, a word of all", "in&sort=-relevance"},
		{"two words that never meet", url.QueryEscape(`"light product"`)},
		{"two words that never meet, spelt on", url.QueryEscape(`"studio the"`)},
		{"nothing, and a word to correct", "tableclotn"},
	} {
		if err := percentiles(ctx, row.name, list+row.query, 100); err != nil {
			return err
		}
	}
	return nil
}
