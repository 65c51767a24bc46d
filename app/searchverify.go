package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"vitrine/core/index"
)

// Outcomes of a verification of the index beside a good one and ErrNotCompared.
var (
	ErrIndexDiffers = errors.New("the index differs from the record")
	ErrRefused      = errors.New("refused; -force repairs all the same")
)

// VerifySearch compares the index with the record, and with repair mends it. It fails with ErrIndexDiffers where they differ and
// stay so, with ErrNotCompared where that could not be found out, and with ErrRefused where a repair would remove more than a
// tenth of the index and force does not allow that.
func VerifySearch(ctx context.Context, c *Config, repair, force bool, out io.Writer) error {
	mode := index.NoRepair
	switch {
	case repair && force:
		mode = index.Forced
	case repair:
		mode = index.Careful
	}
	var differs bool
	err := c.withCopies(ctx, func(s searchCopies) (failed error) {
		for _, f := range s.all {
			found, err := f.verify(ctx, mode, out)
			if err != nil {
				failed = errors.Join(failed, fmt.Errorf("the index of %s: %w", f.name, err))
			}
			differs = differs || found.Drift() > 0
		}
		return failed
	})
	switch {
	case errors.Is(err, index.ErrBrake):
		return fmt.Errorf("%w: %w", ErrRefused, err)
	case err != nil:
		return fmt.Errorf("%w: %w", ErrNotCompared, err)
	case differs:
		return ErrIndexDiffers
	}
	return nil
}

// verify compares a family, and where something is mended compares again. The report is the last one.
func (f family) verify(ctx context.Context, mode index.Repair, out io.Writer) (index.Report, error) {
	found, err := f.compare(ctx, mode)
	if err == nil || errors.Is(err, index.ErrBrake) {
		f.tell(out, found)
	}
	if err != nil || mode == index.NoRepair || found.Marked == 0 {
		return found, err
	}
	if err := f.relay.Drain(ctx); err != nil {
		return found, err
	}
	found, err = f.compare(ctx, index.NoRepair)
	if err == nil {
		fmt.Fprintf(out, "After the repair: ")
		f.tell(out, found)
	}
	return found, err
}

// compare verifies with progress.
func (f family) compare(ctx context.Context, mode index.Repair) (index.Report, error) {
	add, done := spinner(f.name + " compared")
	defer done()
	told := int64(0)
	return f.verifier.Verify(ctx, mode, func(r index.Report) {
		add(int(r.Documents - told))
		told = r.Documents
	})
}

// tell says what a comparison has found.
func (f family) tell(out io.Writer, r index.Report) {
	if r.Drift() == 0 {
		fmt.Fprintf(out, "%s: %d document(s) of %d owner(s), none differs from the record.\n", f.name, r.Documents, r.Owners)
		return
	}
	fmt.Fprintf(out, "%s: %d of %d document(s) of %d owner(s) differ:\n", f.name, r.Drift(), r.Documents, r.Owners)
	for _, flaw := range slices.Sorted(maps.Keys(r.Flaws)) {
		fmt.Fprintf(out, "  %s: %d\n", flaw, r.Flaws[flaw])
	}
	for _, e := range r.Examples {
		fmt.Fprintf(out, "  %s %s of owner %q\n", e.Flaw, e.ID, e.Owner)
	}
	if r.NeedsRebuild() {
		fmt.Fprintln(out, "What is newer, or there twice, only `server search rebuild` is rid of.")
	}
}
