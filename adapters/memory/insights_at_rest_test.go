package memory

import (
	"testing"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// PlantRollup puts copies of the rows into the owner's rollups as they are, in place of those with their keys.
func (db *DB) PlantRollup(_ testing.TB, owner ident.Owner, planted insights.Rollup) {
	h := db.own(owner)
	h.mu.Lock()
	defer h.mu.Unlock()
	for i, rows := range rowsOf(planted) {
		for _, row := range rows {
			given := row.counts
			row.counts = insights.Counts{}
			row.counts.Add(given)
			h.book.rollups()[i].put(row)
		}
	}
}
