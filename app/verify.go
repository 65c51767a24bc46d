package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"vitrine/adapters/postgres"
	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Outcomes of a verification beside a good one.
var (
	ErrDiffers     = errors.New("the rollups differ from the events; -repair makes them equal")
	ErrNotCompared = errors.New("could not compare")
)

// VerifyInsights compares the rollups of every owner with the events that are kept, and with repair makes them equal. It
// fails with ErrDiffers where they differ and stay so, and with ErrNotCompared where that could not be found out.
func VerifyInsights(ctx context.Context, c *Config, repair bool, out io.Writer) error {
	found, err := c.compareInsights(ctx, repair, out)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrNotCompared, err)
	case found.keys > 0 && !repair:
		fmt.Fprintf(out, "%d owner(s) compared: %d sum(s) of %d owner(s) differ.\n", found.owners, found.keys, found.drifted)
		return ErrDiffers
	case found.keys > 0:
		fmt.Fprintf(out, "%d owner(s) compared: %d sum(s) of %d owner(s) differed and are mended.\n", found.owners, found.keys, found.drifted)
	default:
		fmt.Fprintf(out, "%d owner(s) compared: all sums are those of the events.\n", found.owners)
	}
	return nil
}

// findings add up what was found of all owners.
type findings struct{ owners, drifted, keys int }

func (c *Config) compareInsights(ctx context.Context, repair bool, out io.Writer) (found findings, err error) {
	if !c.onDatabase() {
		return found, errNoDatabase
	}
	err = c.withDatabase(ctx, 2, func(db *postgres.DB) error {
		add, done := spinner("owners compared")
		defer done()
		return newInsights(c, postgresInsights(db)).Verify(ctx, repair, func(owner ident.Owner, d insights.Drift) {
			found.owners++
			found.keys += d.Keys
			if d.Keys > 0 {
				found.drifted++
				tellDrift(out, owner, d)
			}
			add(1)
		})
	})
	return found, err
}

// tellDrift names an owner whose sums differ, with examples.
func tellDrift(out io.Writer, owner ident.Owner, d insights.Drift) {
	fmt.Fprintf(out, "owner %q: %d sum(s) differ\n", owner, d.Keys)
	for _, e := range d.Examples {
		fmt.Fprintf(out, "  %s %s: kept %+v, the events are %+v\n", e.Rollup, e.Key, e.Kept, e.Events)
	}
}

// spinner counts something whose number is not known beforehand, on a terminal, and is silent elsewhere.
func spinner(what string) (add func(n int), done func()) {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return func(int) {}, func() {}
	}
	bar := progressbar.NewOptions(-1, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetDescription(what), progressbar.OptionThrottle(100*time.Millisecond))
	// A bar that cannot be drawn is no reason to stop.
	return func(n int) { _ = bar.Add(n) }, func() { _ = bar.Finish() }
}
