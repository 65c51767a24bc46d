package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"time"

	"vitrine/adapters/elastic"
	"vitrine/adapters/elastic/estest"
)

// indexPrefix is what the names of the indices of a stock begin with.
func indexPrefix(s stock) string { return "bench-" + s.name }

// elasticsearch gives the Elasticsearch of this run, started at the first call.
func (b *bed) elasticsearch() (string, error) {
	if b.elastic != "" {
		return b.elastic, nil
	}
	server, err := estest.Start()
	if err != nil {
		return "", err
	}
	b.elastic = server.URL
	b.closes = append(b.closes, server.Stop)
	return b.elastic, nil
}

// withIndex is the environment of a server on the stock that has Elasticsearch as well.
func (b *bed) withIndex(ctx context.Context, s stock) ([]string, error) {
	address, err := b.elasticsearch()
	if err != nil {
		return nil, err
	}
	database, err := b.stocked(ctx, s)
	if err != nil {
		return nil, err
	}
	return append(os.Environ(), "VITRINE_PROFILE=postgres-elastic", "VITRINE_DATABASE_URL="+database,
		"VITRINE_ELASTICSEARCH_URL="+address, "VITRINE_ELASTICSEARCH_INDEX_PREFIX="+indexPrefix(s)), nil
}

// searchCommand runs one of the commands of the index, showing what it says.
func (b *bed) searchCommand(ctx context.Context, s stock, args ...string) (*exec.Cmd, error) {
	env, err := b.withIndex(ctx, s)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, b.server, append([]string{"search"}, args...)...)
	cmd.Env, cmd.Stdout, cmd.Stderr = env, os.Stdout, os.Stderr
	return cmd, nil
}

// indexed starts the server on the stock with an index that has all of it. The index ends with the bed, so that a database that
// is kept remembers nothing for it.
func (b *bed) indexed(ctx context.Context, s stock) (*process, error) {
	env, err := b.withIndex(ctx, s)
	if err != nil {
		return nil, err
	}
	p, err := start(b.serving(ctx, env))
	if err != nil {
		return nil, err
	}
	if !b.dropped[s.name] {
		b.dropped[s.name] = true
		b.closes = append(b.closes, func() error {
			cmd, err := b.searchCommand(context.WithoutCancel(ctx), s, "drop")
			if err != nil {
				return err
			}
			return cmd.Run()
		})
	}
	begin := time.Now()
	for _, question := range []string{"assets?q=light", "insights/top-assets"} {
		if err := untilSound(ctx, p.url+"/api/v1/"+question); err != nil {
			return nil, errors.Join(err, p.stop())
		}
	}
	fmt.Printf("(the indices of %q were there after %s)\n", s.name, time.Since(begin).Round(time.Second))
	if err := b.forgetAnswers(ctx, s); err != nil {
		return nil, errors.Join(err, p.stop())
	}
	return p, nil
}

// forgetAnswers has Elasticsearch remember no answers: a question that is asked again and again would only measure its memory.
func (b *bed) forgetAnswers(ctx context.Context, s stock) error {
	address := b.elastic + "/" + indexPrefix(s) + "-*/_settings"
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, address, strings.NewReader(`{"index.requests.cache.enable":false}`))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := client(1).Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", address, res.Status)
	}
	return nil
}

// untilSound asks until an answer is not degraded any more.
func untilSound(ctx context.Context, address string) error {
	c := client(1)
	for {
		body, err := fetch(ctx, c, address)
		if err != nil {
			return err
		}
		var answer struct{ Degraded []string }
		if err := json.Unmarshal(body, &answer); err != nil {
			return err
		}
		if len(answer.Degraded) == 0 {
			return nil
		}
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// indexClient speaks to the stock's index from here.
func (b *bed) indexClient(s stock) (*elastic.Client, error) {
	return elastic.Open(elastic.Config{Addresses: []string{b.elastic}, Prefix: indexPrefix(s), Patience: time.Minute})
}
