// Package page is the one list contract: keyset windows, pages and cursors, counts with facets.
//
// A list is read through a Window, which says where to begin and in which direction to walk. An adapter returns up to
// Window.Rows rows in walking order; Cut turns them into a page. So every rule of paging is here, and an adapter only
// has to compare keys.
package page

import (
	"slices"

	"vitrine/core/ident"
)

// Limits of a page, in items.
const (
	DefaultLimit = 24
	MaxLimit     = 100
)

// Order is a total order of rows: one key, then the id in the same direction.
type Order struct {
	By   string
	Desc bool
}

// String is the order as the sort parameter spells it.
func (o Order) String() string {
	if o.Desc {
		return "-" + o.By
	}
	return o.By
}

// Key is the place of a row in an order. An order uses the members that it needs, compared in this sequence: by rank
// (a score or a position), by text (a folded title), by time (milliseconds since 1970), by id.
type Key struct {
	Rank int64
	Text string
	Time int64
	ID   ident.ID
}

// Window is the part of a list to read.
type Window struct {
	Limit     int    // items of the page, 1 to MaxLimit
	From      *Key   // where to begin; nil is the beginning (the end, when walking backward)
	Inclusive bool   // the row at From belongs to the window
	Backward  bool   // walk against the order
	Note      string // what the cursor remembered beside the place
}

// Rows is how many rows an adapter reads: one more than the page shows, as the evidence that the walk goes on.
func (w Window) Rows() int { return w.Limit + 1 }

// Descending is the direction in which an adapter walks the order's key and the id.
func (w Window) Descending(o Order) bool { return o.Desc != w.Backward }

// Page is what a list answers. A cursor is empty where there is nothing further.
type Page[T any] struct {
	Items []T
	Next  string
	Prev  string
}

// Cut makes the page out of the rows of a window, in walking order. key gives a row's place, write encodes a cursor.
func Cut[T any](rows []T, w Window, key func(T) Key, write func(Cursor) string) Page[T] {
	more := len(rows) > w.Limit
	if more {
		rows = rows[:w.Limit]
	}
	if w.Backward {
		slices.Reverse(rows)
	}
	before, after := w.From != nil, more
	if w.Backward {
		before, after = more, w.From != nil
	}
	p := Page[T]{Items: rows}
	if before {
		p.Prev = write(edge(rows, w, key, true))
	}
	if after {
		p.Next = write(edge(rows, w, key, false))
	}
	return p
}

// edge is the cursor that goes on from the first row (back) or the last. A page that came out empty, since its rows are
// gone, goes on from where it began, that row included when it turns round.
func edge[T any](rows []T, w Window, key func(T) Key, back bool) Cursor {
	switch {
	case len(rows) == 0:
		return Cursor{Backward: back, Inclusive: back != w.Backward != w.Inclusive, Key: *w.From}
	case back:
		return Cursor{Backward: true, Key: key(rows[0])}
	default:
		return Cursor{Key: key(rows[len(rows)-1])}
	}
}

// Map is the page with each item replaced by what f makes of it.
func Map[T, U any](p Page[T], f func(T) U) Page[U] {
	items := make([]U, len(p.Items))
	for i, item := range p.Items {
		items[i] = f(item)
	}
	return Page[U]{Items: items, Next: p.Next, Prev: p.Prev}
}

// Open makes the window of a request: the beginning without a cursor, else from the cursor on. It fails with
// "invalid-cursor".
func Open(cursor string, limit int, bound Fingerprint) (Window, error) {
	if cursor == "" {
		return Window{Limit: limit}, nil
	}
	c, err := DecodeCursor(cursor, bound)
	if err != nil {
		return Window{}, err
	}
	return Window{Limit: limit, From: &c.Key, Inclusive: c.Inclusive, Backward: c.Backward, Note: c.Note}, nil
}
