package insights

import (
	"context"
	"time"

	"vitrine/core/idempotency"
	"vitrine/core/ident"
)

// What holds of every method of every port is written at the ports of core/projects. Besides:
//
//   - A method must answer from one snapshot: whatever arrives meanwhile is in all of the answer or in none.
//   - The time of an event is its At. A span has the events from its start to before its end.
//   - Sums must stop at the ends of int64 instead of going round, as Counts.Add does.

// Events keeps events and adds them up.
type Events interface {
	// Insert must judge the events of the batch as Facts.Judge does with the facts of the owner, and in one transaction
	// keep what is accepted and add Roll of exactly that to the rollups; its report is Batch.Report. Batches at the same
	// time must come out as if one came after the other. A batch without events must be reported too. With a key, the
	// receipt is that of the report, and a replay must return the first report (DecodeReport).
	Insert(ctx context.Context, owner ident.Owner, b Batch, key idempotency.Key) (Report, error)
}

// Reader adds up what was kept.
type Reader interface {
	// Read must add up the owner's events and creations over the spans of the question's axes. Events must come from the
	// rollups as far as whole grains reach (Filter.Grain, Span.Split), since single events are forgotten, and from single
	// events beside them.
	Read(ctx context.Context, owner ident.Owner, q Question) (Reading, error)
}

// Question asks for the sums of the spans of axes. A list of axes may be empty, and an axis may have no spans.
type Question struct {
	Filter Filter
	By     Dimension

	Events   []Axis // the events that the filter admits
	Assets   []Axis // the assets created that its AssetTypes and ProjectID admit, copies aside, the trash included
	Projects []Axis // the projects created, whatever the filter, the trash included
}

// Reading is the answer to a Question. A cell that is absent is zero; none must come twice.
type Reading struct {
	First *time.Time // the start of the quarter hour of the owner's earliest event ever, whatever the question; nil without any

	Events   []EventCell
	Assets   []CreatedCell // grouped by ByAssetType alone
	Projects []CreatedCell // never grouped
}

// Cell is the place of a sum: the index of the axis in its list, that of the span in the axis, and Dimension.Group.
type Cell struct {
	Axis, Span int
	Group      string
}

// EventCell is a sum of events.
type EventCell struct {
	Cell   Cell
	Counts Counts
}

// CreatedCell is a number of assets or projects created.
type CreatedCell struct {
	Cell    Cell
	Created int64
}

// Ranking puts assets in order.
type Ranking interface {
	// Rank must give what RankQuery.Rank gives for the events of the span that the filter admits, added up by asset, those
	// purged since included. Whole days of UTC must come from the rollups, as in Reader.Read. The total must be that of
	// the same snapshot.
	Rank(ctx context.Context, owner ident.Owner, q RankQuery) (Standing, error)
}

// Standing is the answer to a RankQuery.
type Standing struct {
	First    *time.Time // as in Reading
	Rows     []Ranked
	Total    int64 // of all assets; 0 for a ratio
	Degraded bool  // another engine than the one in charge answered
}

// Catalog knows assets.
type Catalog interface {
	// Cards must give the assets that exist, the trash included, in any order.
	Cards(ctx context.Context, owner ident.Owner, ids []ident.ID) ([]Card, error)

	// Oldest must give the live assets with the lowest ids, in that order, at most limit.
	Oldest(ctx context.Context, owner ident.Owner, limit int) ([]Card, error)
}

// Card is an asset as a list of figures shows it. Of one that was purged only ID, AssetType and Deleted are known.
type Card struct {
	ID           ident.ID
	AssetType    AssetType
	DisplayTitle string
	ThumbnailURL string // empty without one
	ProjectID    *ident.ID
	Deleted      bool // it lies in the trash, or was purged
}

// Upkeep looks after events and rollups at rest. Owners and Forget are about all owners, since they are asked by the
// server and never for a caller.
type Upkeep interface {
	// Owners must list the owners that have an event or a rollup, in byte order, from the one after after on, at most
	// limit.
	Owners(ctx context.Context, after ident.Owner, limit int) ([]ident.Owner, error)

	// Compare must compare, key by key, the rollups from the day of UTC that since begins on with Roll of the events from
	// then on; a row that is absent is zero. With repair it must make the rollups equal, in one transaction that loses no
	// event which arrives meanwhile.
	Compare(ctx context.Context, owner ident.Owner, since time.Time, repair bool) (Drift, error)

	// Forget must delete events from before the time, at most limit, and say how many there were. It leaves the rollups.
	Forget(ctx context.Context, before time.Time, limit int) (int, error)
}

// Drift is how far rollups differ from events.
type Drift struct {
	Keys     int          // that differ, in all rollups
	Examples []Difference // the first of each rollup in key order, at most MaxExamples in all
}

// MaxExamples is how many differences a Drift shows.
const MaxExamples = 20

// Difference is one key that differs.
type Difference struct {
	Rollup string // "rollup_15min", "rollup_day_asset" or "rollup_day_asset_channel"
	Key    string // for people
	Kept   Counts
	Events Counts // what the events add up to
}
