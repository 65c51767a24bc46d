package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"slices"
	"sync"
	"time"
)

// rebuildRate is how many edits a second there are during a rebuild.
const rebuildRate = 200

// rebuild makes the index anew while others edit and the heavy owner searches, kills the command once on the way, and fails if
// any search went wrong or anything is missing afterwards.
func rebuild(ctx context.Context, b *bed) (err error) {
	product, err := b.indexed(ctx, mixedStock)
	if err != nil {
		return err
	}
	owner := fmt.Sprintf("editor-%d", time.Now().Unix())
	defer func() {
		err = errors.Join(err, product.stop(), b.forget(context.WithoutCancel(ctx), mixedStock, owner))
	}()
	s := &studio{c: client(16), api: product.url + "/api/v1", owner: owner}
	if err := s.seed(ctx, 4); err != nil {
		return err
	}
	working, stop := context.WithCancel(ctx)
	defer stop()
	var wait sync.WaitGroup
	var edits int64
	var asked searching
	var editing, searched error
	wait.Go(func() { edits, editing = s.paced(working, rebuildRate) })
	wait.Go(func() {
		searched = asked.until(working, product.url+"/api/v1/assets?sort=-relevance&q="+url.QueryEscape("linen light"))
	})
	begin := time.Now()
	err = b.rebuildTwice(ctx)
	took := time.Since(begin)
	stop()
	wait.Wait()
	if err := errors.Join(err, editing, searched); err != nil {
		return err
	}
	slices.Sort(asked.took)
	fmt.Printf("%-34s %s, killed once and taken up again; %d edits (%.0f/s) and %d searches meanwhile, all right, p50 %s, p95 %s\n",
		"rebuild", took.Round(time.Second), edits, float64(edits)/took.Seconds(), len(asked.took),
		quantile(asked.took, 0.5).Round(time.Millisecond/10), quantile(asked.took, 0.95).Round(time.Millisecond/10))
	verify, err := b.searchCommand(ctx, mixedStock, "verify")
	if err != nil {
		return err
	}
	return verify.Run()
}

// killAfter is when the first rebuild is killed.
const killAfter = 20 * time.Second

// rebuildTwice begins, is killed, and goes on.
func (b *bed) rebuildTwice(ctx context.Context) error {
	first, err := b.searchCommand(ctx, mixedStock, "rebuild")
	if err != nil {
		return err
	}
	if err := first.Start(); err != nil {
		return err
	}
	killer := time.AfterFunc(killAfter, func() { _ = first.Process.Kill() }) // it may have ended
	err = first.Wait()
	if killer.Stop() {
		return errors.Join(errors.New("the rebuild ended before it was killed"), err)
	}
	var killed *exec.ExitError
	if !errors.As(err, &killed) {
		return fmt.Errorf("the rebuild was to be killed: %w", err)
	}
	second, err := b.searchCommand(ctx, mixedStock, "rebuild")
	if err != nil {
		return err
	}
	return second.Run()
}

// searching is what came of asking the same again and again.
type searching struct{ took []time.Duration }

// until asks until the context ends. Every answer has to be the first one, byte by byte, and so not degraded.
func (s *searching) until(ctx context.Context, address string) error {
	c := client(1)
	var first []byte
	for {
		begin := time.Now()
		said, err := fetch(ctx, c, address)
		switch {
		case ctx.Err() != nil:
			return nil //nolint:nilerr // cut off by the end, which is no error
		case err != nil:
			return err
		case first == nil:
			first = said
		case !bytes.Equal(first, said):
			return fmt.Errorf("%s: another answer:\n%.300s\n%.300s", address, first, said)
		}
		s.took = append(s.took, time.Since(begin))
	}
}
