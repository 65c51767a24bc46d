package memory

import (
	"bytes"
	"cmp"
	"strings"
	"time"

	"vitrine/core/page"
)

// compareKeys compares two places in an order, in the sequence that page.Key tells.
func compareKeys(a, b page.Key) int {
	return cmp.Or(
		cmp.Compare(a.Rank, b.Rank),
		strings.Compare(a.Text, b.Text),
		cmp.Compare(a.Time, b.Time),
		bytes.Compare(a.ID[:], b.ID[:]),
	)
}

// following is the first place after k: nothing lies between the two.
func following(k page.Key) page.Key {
	for i := len(k.ID) - 1; i >= 0; i-- {
		k.ID[i]++
		if k.ID[i] != 0 {
			return k
		}
	}
	k.Time++
	return k
}

// bounds are a stretch of an order: from low on, up to and without high. Nil is no bound.
type bounds struct {
	low, high *page.Key
}

// windowBounds are the part of the order that the window looks at.
func windowBounds(w page.Window, o page.Order) bounds {
	if w.From == nil {
		return bounds{}
	}
	edge, descending := *w.From, w.Descending(o)
	if w.Inclusive == descending {
		edge = following(edge)
	}
	if descending {
		return bounds{high: &edge}
	}
	return bounds{low: &edge}
}

// createdBounds are the part of the order of creation from one time on and before another.
func createdBounds(after, before *time.Time) bounds {
	return bounds{low: startOf(after), high: startOf(before)}
}

// startOf is the place before all rows of that time or later. Rows have whole milliseconds.
func startOf(t *time.Time) *page.Key {
	if t == nil {
		return nil
	}
	return &page.Key{Time: t.Add(time.Millisecond - 1).UnixMilli()}
}

// and is what lies within both.
func (b bounds) and(o bounds) bounds {
	if b.low == nil || o.low != nil && compareKeys(*o.low, *b.low) > 0 {
		b.low = o.low
	}
	if b.high == nil || o.high != nil && compareKeys(*o.high, *b.high) < 0 {
		b.high = o.high
	}
	return b
}

func (b bounds) tooLow(k page.Key) bool  { return b.low != nil && compareKeys(k, *b.low) < 0 }
func (b bounds) tooHigh(k page.Key) bool { return b.high != nil && compareKeys(k, *b.high) >= 0 }
func (b bounds) hold(k page.Key) bool    { return !b.tooLow(k) && !b.tooHigh(k) }
