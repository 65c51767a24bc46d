package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"vitrine/adapters/elastic"
	"vitrine/adapters/postgres"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"
)

// engineShapes are the questions that the index answers.
var engineShapes = []struct{ name, query string }{
	{"relevance, a common word", "?q=light&sort=-relevance"},
	{"relevance, two common words", "?q=" + url.QueryEscape("linen light") + "&sort=-relevance"},
	{"newest first, a common word", "?q=" + url.QueryEscape("light ")},
	{"newest first, a rare phrase", "?q=" + url.QueryEscape(rarePhrase)},
	{"two words that never meet", "?q=" + url.QueryEscape(`"light product"`)},
	{"total of a common word", "/counts?q=" + url.QueryEscape("light ")},
	{"total of a rare phrase", "/counts?q=" + url.QueryEscape(rarePhrase)},
	{"all facets of a common word", "/counts?q=" + url.QueryEscape("light ") + "&facets=" + strings.Join(gallery.Facets, ",")},
}

// engines compares the server with and without Elasticsearch, which give the same rows, and says how much of a search is the
// reading of its rows.
func engines(ctx context.Context, b *bed) (err error) {
	record, err := b.product(ctx, mixedStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, record.stop()) }()
	indexed, err := b.indexed(ctx, mixedStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, indexed.stop()) }()
	for _, shape := range engineShapes {
		base, other := record.url+"/api/v1/assets"+shape.query, indexed.url+"/api/v1/assets"+shape.query
		if err := errors.Join(sameBytes(ctx, base, other), untilSound(ctx, other), compare(ctx, shape.name, b.options, base, other)); err != nil {
			return fmt.Errorf("%s: %w", shape.name, err)
		}
	}
	return b.rowsShare(ctx, mixedStock)
}

// rowsShare prints how much of a search by relevance is spent at the record, for its 24 rows and for what is pending.
func (b *bed) rowsShare(ctx context.Context, s stock) (err error) {
	c, err := b.indexClient(s)
	if err != nil {
		return err
	}
	db, err := postgres.Open(b.urls[s.name], 2)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	searcher, rows, outbox := elastic.NewAssets(c), postgres.NewAssets(db), postgres.NewAssetOutbox(db)
	for _, typed := range []string{"light", "linen light", rarePhrase} {
		q := gallery.Query{
			Filter: gallery.Filter{Text: search.Parse(typed)}, Order: page.Order{By: gallery.ByRelevance, Desc: true},
			Window: page.Window{Limit: 24},
		}
		var found, read, pending time.Duration
		for i := range 220 {
			begin := time.Now()
			if _, err := outbox.Pending(ctx, heavy); err != nil {
				return err
			}
			asked := time.Now()
			places, err := searcher.Search(ctx, heavy, q)
			if err != nil {
				return err
			}
			answered := time.Now()
			ids := make([]ident.ID, len(places))
			for i, p := range places {
				ids[i] = p.ID
			}
			if _, err := rows.ByIDs(ctx, heavy, ids); err != nil {
				return err
			}
			if i >= 20 { // the first warm up
				pending, found, read = pending+asked.Sub(begin), found+answered.Sub(asked), read+time.Since(answered)
			}
		}
		fmt.Printf("%-34s reading the rows is %.0f %% of it: %s of %s, and to see what is pending %s\n", "relevance, "+typed,
			100*float64(read)/float64(pending+found+read), (read / 200).Round(time.Microsecond), ((pending + found + read) / 200).Round(time.Microsecond),
			(pending / 200).Round(time.Microsecond))
	}
	return nil
}
