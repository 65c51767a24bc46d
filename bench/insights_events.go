package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"time"
)

const eventConns = 8

// events sends batches of 500 events on eight connections at once, beside ten million others: for as many owners, and all
// for one.
func events(ctx context.Context, b *bed) (err error) {
	product, err := b.product(ctx, insightStock)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, product.stop()) }()
	for _, row := range []struct {
		name   string
		owners int
	}{{"events of 8 owners", eventConns}, {"events of one owner", 1}} {
		if err := eventsOf(ctx, b, product, row.name, row.owners); err != nil {
			return fmt.Errorf("%s: %w", row.name, err)
		}
	}
	return nil
}

func eventsOf(ctx context.Context, b *bed, product *process, name string, owners int) (err error) {
	senders := make([]studio, eventConns)
	for i := range senders {
		if i >= owners {
			senders[i] = senders[i%owners]
			continue
		}
		s := studio{c: client(eventConns), api: product.url + "/api/v1", owner: fmt.Sprintf("events-%d-%d", time.Now().Unix(), i)}
		defer func() { err = errors.Join(err, b.forget(context.WithoutCancel(ctx), insightStock, s.owner)) }()
		if err := s.seed(ctx, 2); err != nil {
			return err
		}
		senders[i] = s
	}
	var rates figures
	for i := range b.pairs + 1 {
		rate, err := postings(ctx, senders, max(b.slice, 5*time.Second))
		if err != nil {
			return err
		}
		if i > 0 { // the first warms up
			rates = append(rates, rate)
		}
	}
	fmt.Printf("%-34s %.0f events/s [%.0f–%.0f]  n=%d\n", name, rates.median(), slices.Min(rates), slices.Max(rates), len(rates))
	return nil
}

// postings posts for a while, each sender on a connection, and returns events a second.
func postings(ctx context.Context, senders []studio, d time.Duration) (float64, error) {
	return rate(ctx, len(senders), d, func(ctx context.Context, worker int) (int64, error) {
		return batchSize, senders[worker].post(ctx)
	})
}

// studio is an owner with assets, as its pipeline works on them over HTTP.
type studio struct {
	c          *http.Client
	api, owner string
	assets     []string
}

// seed makes so many batches of assets.
func (s *studio) seed(ctx context.Context, batches int) error {
	for range batches {
		var answer struct{ Results []struct{ ID string } }
		if err := send(ctx, s.c, s.api+"/assets/batch", s.owner, batch(), http.StatusOK, &answer); err != nil {
			return err
		}
		for _, made := range answer.Results {
			s.assets = append(s.assets, made.ID)
		}
	}
	return nil
}

// post posts a batch, all of which has to be accepted.
func (s studio) post(ctx context.Context) error {
	var answer struct{ Accepted int }
	err := send(ctx, s.c, s.api+"/insights/events", s.owner, s.events(time.Now()), http.StatusOK, &answer)
	if err == nil && answer.Accepted != batchSize {
		err = fmt.Errorf("%d of %d events were accepted", answer.Accepted, batchSize)
	}
	return err
}

// events is a body of events of the last minutes as a collector sends them; one in fifty is a sale.
func (s studio) events(now time.Time) string {
	const times = "2006-01-02T15:04:05.000Z"
	var b strings.Builder
	fmt.Fprintf(&b, `{"sent_at":"%s","events":[`, now.UTC().Format(times))
	for i := range batchSize {
		if i > 0 {
			b.WriteByte(',')
		}
		kind, order := [...]string{"impression", "impression", "impression", "view", "click"}[i%5], ""
		if i%50 == 0 {
			kind, order = "conversion", fmt.Sprintf(`,"order":{"external_id":"%d","currency":"EUR","value_minor":12900}`, rand.Uint64()) //nolint:gosec // not a secret
		}
		fmt.Fprintf(&b, `{"id":"%s","type":"%s","asset_id":"%s","channel":"%s","occurred_at":"%s"%s}`,
			randomID(), kind, s.assets[rand.IntN(len(s.assets))], [...]string{"shopify", "amazon", "tiktok"}[rand.IntN(3)], //nolint:gosec // not a secret
			now.Add(-rand.N(5*time.Minute)).UTC().Format(times), order) //nolint:gosec // not a secret
	}
	b.WriteString(`]}`)
	return b.String()
}

// randomID is a UUID in its canonical form.
func randomID() string {
	high, low := rand.Uint64(), rand.Uint64() //nolint:gosec // not a secret
	return fmt.Sprintf("%08x-%04x-4%03x-8%03x-%012x", high>>32, high>>16&0xffff, high&0xfff, low>>48&0xfff, low&0xffffffffffff)
}
