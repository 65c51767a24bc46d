package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"time"

	"vitrine/adapters/postgres"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"
)

// edit gives one of the assets another title.
func (s *studio) edit(ctx context.Context, id string) error {
	body := fmt.Sprintf(`{"title":"Lamp %d"}`, rand.Uint64()) //nolint:gosec // not a secret
	return submission{method: http.MethodPatch, address: s.api + "/assets/" + id, owner: s.owner, body: body, status: http.StatusOK}.send(ctx, s.c, nil)
}

// editAny edits one at random.
func (s *studio) editAny(ctx context.Context) error {
	return s.edit(ctx, s.assets[rand.IntN(len(s.assets))]) //nolint:gosec // not a secret
}

// paced edits so many a second, by some workers, until the context ends, and returns how many there were.
func (s *studio) paced(ctx context.Context, perSecond float64) (int64, error) {
	const workers = 8
	begin := time.Now()
	done := make(chan int64)
	failed := make(chan error, workers)
	for range workers {
		go func() {
			var n int64
			defer func() { done <- n }()
			for ; ; n++ {
				due := begin.Add(time.Duration(float64(n) * workers / perSecond * float64(time.Second)))
				select {
				case <-time.After(time.Until(due)):
				case <-ctx.Done():
					return
				}
				if err := s.editAny(ctx); err != nil && ctx.Err() == nil {
					failed <- err
					return
				}
			}
		}()
	}
	var n int64
	for range workers {
		n += <-done
	}
	close(failed)
	return n, <-failed
}

// hung compares edits of assets that a hung writer of the index has taken with edits of others.
func hung(ctx context.Context, b *bed) (err error) {
	product, err := b.product(ctx, mixedStock)
	if err != nil {
		return err
	}
	owner := fmt.Sprintf("hung-%d", time.Now().Unix())
	db, err := postgres.Open(b.urls[mixedStock.name], 2)
	if err != nil {
		return errors.Join(err, product.stop())
	}
	registry, outbox := postgres.NewAssetRegistry(db), postgres.NewAssetOutbox(db)
	unfilled := index.Copy{ID: ident.ID{15: 1}, Name: "never-filled", Schema: 1}
	defer func() {
		ending := context.WithoutCancel(ctx)
		err = errors.Join(err, product.stop(), registry.Unregister(ending, unfilled.ID), db.Close(), b.forget(ending, mixedStock, owner))
	}()
	if err := registry.Register(ctx, unfilled); err != nil {
		return err
	}
	s := &studio{c: client(1), api: product.url + "/api/v1", owner: owner}
	if err := s.seed(ctx, 1); err != nil {
		return err
	}
	var ratios, bases figures
	for i := range b.pairs + 1 {
		if err := hangOn(ctx, outbox, s.assets[:batchSize/2]); err != nil {
			return err
		}
		theirs, err := s.median(ctx, s.assets[:batchSize/2])
		if err != nil {
			return err
		}
		others, err := s.median(ctx, s.assets[batchSize/2:])
		if err != nil {
			return err
		}
		if i > 0 {
			ratios, bases = append(ratios, float64(theirs)/float64(others)), append(bases, others.Seconds()*1000)
		}
	}
	fmt.Printf("%-34s %s  n=%d pairs, base %.2f ms\n", "edit of what hangs ÷ of the rest", ratios, b.pairs, bases.median())
	return nil
}

// hangOn takes all that is dirty as a writer of the index does, forgets what is none of the ids, and does nothing with the rest.
func hangOn(ctx context.Context, outbox *postgres.AssetOutbox, ids []string) error {
	changes, err := outbox.Lease(ctx, 10*batchSize, time.Hour)
	if err != nil {
		return err
	}
	others := slices.DeleteFunc(changes, func(c index.Change[gallery.Asset]) bool { return slices.Contains(ids, c.ID) })
	outcomes := make([]index.Outcome, len(others))
	for i := range outcomes {
		outcomes[i].Verdict = index.Done
	}
	return outbox.Settle(ctx, others, outcomes)
}

// median edits each once and returns the median of how long that took.
func (s *studio) median(ctx context.Context, ids []string) (time.Duration, error) {
	took := make([]time.Duration, len(ids))
	for i, id := range ids {
		begin := time.Now()
		if err := s.edit(ctx, id); err != nil {
			return 0, err
		}
		took[i] = time.Since(begin)
	}
	slices.Sort(took)
	return quantile(took, 0.5), nil
}
