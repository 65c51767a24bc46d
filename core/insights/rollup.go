package insights

import (
	"cmp"
	"slices"
	"time"

	"vitrine/core/ident"
)

// QuarterKey is what the sums of stats and charts are kept by, in any zone: a quarter hour of UTC by its start, a channel
// and a type of asset.
type QuarterKey struct {
	At        time.Time
	Channel   Channel
	AssetType AssetType
}

func (k QuarterKey) compare(o QuarterKey) int {
	return cmp.Or(k.At.Compare(o.At), cmp.Compare(k.Channel, o.Channel), cmp.Compare(k.AssetType, o.AssetType))
}

// DayKey is what the sums of one asset are kept by: a day of UTC by its start, and the asset; with the channel in a
// second rollup, which is asked only where the channel matters, and where Channel is empty otherwise.
type DayKey struct {
	Day     time.Time
	AssetID ident.ID
	Channel Channel
}

func (k DayKey) compare(o DayKey) int {
	return cmp.Or(k.Day.Compare(o.Day), slices.Compare(k.AssetID[:], o.AssetID[:]), cmp.Compare(k.Channel, o.Channel))
}

// QuarterRow is what to add to the quarter hour's sums.
type QuarterRow struct {
	Key    QuarterKey
	Counts Counts
}

// DayRow is what to add to an asset's sums of a day. The type of an asset never changes; it is kept here for the time
// after the asset.
type DayRow struct {
	Key       DayKey
	AssetType AssetType
	Counts    Counts
}

// Rollup is what events add to each rollup, in key order: stores that write in one order never wait for each other in
// a circle.
type Rollup struct {
	Quarters    []QuarterRow
	Days        []DayRow
	ChannelDays []DayRow
}

// Roll adds accepted events up.
func Roll(events []Event) Rollup {
	quarters := map[QuarterKey]*QuarterRow{}
	days, channelDays := map[DayKey]*DayRow{}, map[DayKey]*DayRow{}
	for _, e := range events {
		q := QuarterKey{e.At.UTC().Truncate(Quarter), e.Channel, e.AssetType}
		if quarters[q] == nil {
			quarters[q] = &QuarterRow{Key: q}
		}
		quarters[q].Counts.Count(e)

		d := DayKey{Day: e.At.UTC().Truncate(UTCDay), AssetID: e.AssetID}
		countDay(days, d, e)
		d.Channel = e.Channel
		countDay(channelDays, d, e)
	}
	r := Rollup{Days: sortedDays(days), ChannelDays: sortedDays(channelDays)}
	for _, row := range quarters {
		r.Quarters = append(r.Quarters, *row)
	}
	slices.SortFunc(r.Quarters, func(a, b QuarterRow) int { return a.Key.compare(b.Key) })
	return r
}

func countDay(rows map[DayKey]*DayRow, k DayKey, e Event) {
	if rows[k] == nil {
		rows[k] = &DayRow{Key: k, AssetType: e.AssetType}
	}
	rows[k].Counts.Count(e)
}

func sortedDays(rows map[DayKey]*DayRow) []DayRow {
	sorted := make([]DayRow, 0, len(rows))
	for _, row := range rows {
		sorted = append(sorted, *row)
	}
	slices.SortFunc(sorted, func(a, b DayRow) int { return a.Key.compare(b.Key) })
	return sorted
}
