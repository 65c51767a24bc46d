package memory

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/tidwall/btree"
)

// line is what was counted of one thing: it is a row of a rollup, or a single event. What a rollup does not tell apart
// is zero in its rows.
type line struct {
	at        time.Time // the start of the grain, or when the event was
	asset     ident.ID
	channel   insights.Channel
	assetType insights.AssetType
	counts    insights.Counts
}

// String is the key for people.
func (t line) String() string {
	words := []string{t.at.Format(time.RFC3339)}
	if !t.asset.IsZero() {
		words = append(words, t.asset.String())
	}
	return strings.Join(slices.Concat(words, text(t.channel), text(t.assetType)), " ")
}

// sameCounts reports whether both counted the same. Of money there may be none, which has two spellings.
func sameCounts(a, b insights.Counts) bool {
	return a.Impressions == b.Impressions && a.Views == b.Views && a.Clicks == b.Clicks &&
		a.Conversions == b.Conversions && a.Refunds == b.Refunds && maps.Equal(a.Revenue, b.Revenue)
}

// rollup keeps the sums of events in the order of their keys, which begin with the time.
type rollup struct {
	name    string
	grain   time.Duration
	compare func(a, b line) int
	rows    *btree.BTreeG[line]
}

func newRollup(name string, grain time.Duration, compare func(a, b line) int) *rollup {
	before := func(a, b line) bool { return compare(a, b) < 0 }
	return &rollup{name, grain, compare, btree.NewBTreeGOptions(before, btree.Options{NoLocks: true})}
}

func compareQuarters(a, b line) int {
	return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.channel, b.channel), cmp.Compare(a.assetType, b.assetType))
}

func compareDays(a, b line) int {
	return cmp.Or(a.at.Compare(b.at), compareIDs(a.asset, b.asset), cmp.Compare(a.channel, b.channel))
}

// add adds what was counted to the rows of the same keys.
func (r *rollup) add(rows []line) {
	for _, row := range rows {
		kept, _ := r.rows.Get(row)
		kept.counts.Add(row.counts)
		row.counts = kept.counts
		r.rows.Set(row)
	}
}

// put puts the row in place of the one with its key. One that counts nothing is as good as none.
func (r *rollup) put(row line) {
	if row.counts.IsZero() {
		r.rows.Delete(row)
		return
	}
	r.rows.Set(row)
}

// from gives the rows from a time on.
func (r *rollup) from(at time.Time) iter.Seq[line] {
	return func(yield func(line) bool) { r.rows.Ascend(line{at: at}, yield) }
}

// within gives the rows of a span of whole grains.
func (r *rollup) within(s insights.Span) iter.Seq[line] {
	return func(yield func(line) bool) {
		r.rows.Ascend(line{at: s.Start}, func(row line) bool { return row.at.Before(s.End) && yield(row) })
	}
}

// quarterRows and dayRows are the rows of core's rollups.

func quarterRows(rows []insights.QuarterRow) []line {
	list := make([]line, len(rows))
	for i, row := range rows {
		list[i] = line{at: row.Key.At, channel: row.Key.Channel, assetType: row.Key.AssetType, counts: row.Counts}
	}
	return list
}

func dayRows(rows []insights.DayRow) []line {
	list := make([]line, len(rows))
	for i, row := range rows {
		list[i] = line{
			at: row.Key.Day, asset: row.Key.AssetID, channel: row.Key.Channel, assetType: row.AssetType, counts: row.Counts,
		}
	}
	return list
}
