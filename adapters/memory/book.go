package memory

import (
	"cmp"
	"iter"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/tidwall/btree"
)

// book is what is kept of an owner's events: the events that are remembered, and the sums over all that ever were.
type book struct {
	events map[ident.ID]*insights.Event
	byTime *btree.BTreeG[*insights.Event]
	orders map[insights.OrderKey]bool // of the remembered conversions

	quarters, days, channelDays *rollup
}

func newBook() *book {
	earlier := func(a, b *insights.Event) bool { return cmp.Or(a.At.Compare(b.At), compareIDs(a.ID, b.ID)) < 0 }
	return &book{
		events:      map[ident.ID]*insights.Event{},
		byTime:      btree.NewBTreeGOptions(earlier, btree.Options{NoLocks: true}),
		orders:      map[insights.OrderKey]bool{},
		quarters:    newRollup("rollup_15min", insights.Quarter, compareQuarters),
		days:        newRollup("rollup_day_asset", insights.UTCDay, compareDays),
		channelDays: newRollup("rollup_day_asset_channel", insights.UTCDay, compareDays),
	}
}

func (b *book) rollups() []*rollup { return []*rollup{b.quarters, b.days, b.channelDays} }

// rowsOf are the rows for each of the rollups.
func rowsOf(r insights.Rollup) [][]line {
	return [][]line{quarterRows(r.Quarters), dayRows(r.Days), dayRows(r.ChannelDays)}
}

// add keeps accepted events, and adds them up.
func (b *book) add(events []insights.Event) {
	for _, e := range events {
		if e.Order != nil {
			e.Order = new(*e.Order)
		}
		b.events[e.ID] = &e
		b.byTime.Set(&e)
		if key, ok := e.OrderKey(); ok {
			b.orders[key] = true
		}
	}
	for i, rows := range rowsOf(insights.Roll(events)) {
		b.rollups()[i].add(rows)
	}
}

// forget forgets the events. The sums stay.
func (b *book) forget(events []*insights.Event) {
	for _, e := range events {
		delete(b.events, e.ID)
		b.byTime.Delete(e)
		if key, ok := e.OrderKey(); ok {
			delete(b.orders, key)
		}
	}
}

// before are the oldest events from before a time, at most limit.
func (b *book) before(t time.Time, limit int) (old []*insights.Event) {
	for e := range b.within(insights.Span{End: t}) {
		if len(old) == limit {
			break
		}
		old = append(old, e)
	}
	return old
}

// within gives the remembered events of a span, the earliest first.
func (b *book) within(s insights.Span) iter.Seq[*insights.Event] {
	return func(yield func(*insights.Event) bool) {
		b.byTime.Ascend(&insights.Event{At: s.Start}, func(e *insights.Event) bool { return e.At.Before(s.End) && yield(e) })
	}
}

// empty reports whether there is neither an event nor a sum.
func (b *book) empty() bool {
	return len(b.events) == 0 && b.quarters.rows.Len() == 0 && b.days.rows.Len() == 0 && b.channelDays.rows.Len() == 0
}

// first is when the first quarter hour with an event began; nil without any.
func (b *book) first() *time.Time {
	row, ok := b.quarters.rows.Min()
	if !ok {
		return nil
	}
	return &row.at
}

// counted gives everything that was counted in the span: the rows of the rollup as far as whole grains reach, and the
// single events beside them.
func (b *book) counted(s insights.Span, r *rollup) iter.Seq[line] {
	before, whole, after := s.Split(r.grain)
	return func(yield func(line) bool) {
		for _, part := range []iter.Seq[line]{b.singly(before), r.within(whole), b.singly(after)} {
			for l := range part {
				if !yield(l) {
					return
				}
			}
		}
	}
}

// singly gives the remembered events of a span as what each counts.
func (b *book) singly(s insights.Span) iter.Seq[line] {
	return func(yield func(line) bool) {
		for e := range b.within(s) {
			l := line{at: e.At, asset: e.AssetID, channel: e.Channel, assetType: e.AssetType}
			l.counts.Count(*e)
			if !yield(l) {
				return
			}
		}
	}
}
