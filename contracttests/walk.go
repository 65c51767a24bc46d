package contracttests

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"vitrine/core/ident"
	"vitrine/core/page"
)

// Walk reads a list by creation, from both ends at once, while others write. Of every four rows three are there for the
// whole walk, while they are edited; one comes and goes; and new ones come in at any place.
type Walk struct {
	Rows    int // live rows at the beginning
	Writers int // callers that insert, edit, trash and restore without a pause
	Limit   int // rows of a page, 1 to page.MaxLimit
}

// WalkReport says how much happened during a walk.
type WalkReport struct {
	Pages, Writes int64
}

// walked are the rows that a walk is about. Each is made with a time of creation, which many share.
type walked interface {
	// insert adds a live row that the list has.
	insert(ctx context.Context, minutes int) (ident.ID, error)
	// visit trashes what is live and restores what is not.
	visit(ctx context.Context, id ident.ID) error
	// edit changes what people edit, so that the list has the row as before. n is another number each time.
	edit(ctx context.Context, id ident.ID, n int) error
	// list gives the places of a window's rows, newest first.
	list(ctx context.Context, w page.Window) ([]page.Key, error)
}

// run fills an owner who has nothing yet, and then walks. It fails when a row that was there all the time was not seen
// exactly once, or any other more than once.
func (w Walk) run(ctx context.Context, rows walked) (WalkReport, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	r := &walking{Walk: w, rows: rows, wrote: make(chan struct{}, 1)}
	if err := r.together(w.Writers, func(i int) error { return r.fill(ctx, i) }); err != nil {
		return WalkReport{}, err
	}
	var writers sync.WaitGroup
	for i := range w.Writers {
		writers.Go(func() {
			if err := r.write(ctx, i); err != nil {
				stop(err)
			}
		})
	}
	err := r.together(2, func(i int) error { return r.read(ctx, i == 1) })
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	stop(errWalked)
	writers.Wait()
	return WalkReport{Pages: r.pages.Load(), Writes: r.writes.Load()}, err
}

// errWalked ends the writers when the readers are through.
var errWalked = errors.New("the walk is over")

// walking is a walk under way.
type walking struct {
	Walk
	rows          walked
	pages, writes atomic.Int64
	wrote         chan struct{} // holds a mark when something was written since it was taken out

	mu     sync.Mutex
	steady []ident.ID // there all the time
	guests []ident.ID // come and go
}

// together runs f n times at once and gives all errors.
func (w *walking) together(n int, f func(i int) error) error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { errs[i] = f(i) })
	}
	all.Wait()
	return errors.Join(errs...)
}

// fill inserts the writer's share of the rows. Three of them share each time of creation.
func (w *walking) fill(ctx context.Context, writer int) error {
	for i := writer; i < w.Rows; i += w.Writers {
		id, err := w.rows.insert(ctx, i/3)
		if err != nil {
			return err
		}
		w.mu.Lock()
		if i%4 == 0 {
			w.guests = append(w.guests, id)
		} else {
			w.steady = append(w.steady, id)
		}
		w.mu.Unlock()
	}
	return nil
}

// write goes round the kinds of writes until the walk is over. It inserts no more rows than there were, so that a reader
// comes to an end.
func (w *walking) write(ctx context.Context, writer int) error {
	for n := writer; ; n += w.Writers {
		var err error
		switch kind := n / w.Writers % 3; {
		case kind == 0 && n < w.Rows:
			_, err = w.rows.insert(ctx, n*7%w.Rows/3)
		case kind == 1:
			err = w.rows.visit(ctx, w.guests[n%len(w.guests)])
		default:
			err = w.rows.edit(ctx, w.steady[n*5%len(w.steady)], n)
		}
		if errors.Is(context.Cause(ctx), errWalked) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("write %d: %w", n, err)
		}
		w.writes.Add(1)
		select {
		case w.wrote <- struct{}{}:
		default:
		}
	}
}

// read walks once, from the end when backward, and lets something be written between every two pages.
func (w *walking) read(ctx context.Context, backward bool) error {
	seen := map[ident.ID]int{}
	window := page.Window{Limit: w.Limit, Backward: backward}
	for more := true; more; {
		keys, err := w.rows.list(ctx, window)
		if err != nil {
			return err
		}
		w.pages.Add(1)
		if more = len(keys) > w.Limit; more {
			keys = keys[:w.Limit]
		}
		for _, key := range keys {
			seen[key.ID]++
			window.From = &key
		}
		w.awaitWrite(ctx)
	}
	return w.judge(seen, backward)
}

// awaitWrite returns when something has been written since it was called.
func (w *walking) awaitWrite(ctx context.Context) {
	select {
	case <-w.wrote:
	default:
	}
	select {
	case <-w.wrote:
	case <-ctx.Done():
	}
}

func (w *walking) judge(seen map[ident.ID]int, backward bool) error {
	for _, id := range w.steady {
		if seen[id] != 1 {
			return fmt.Errorf("backward %t: row %s was there all the time and was seen %d times", backward, id, seen[id])
		}
	}
	for id, n := range seen {
		if n > 1 {
			return fmt.Errorf("backward %t: row %s was seen %d times", backward, id, n)
		}
	}
	return nil
}
