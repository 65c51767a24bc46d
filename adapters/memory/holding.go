package memory

import (
	"sync"

	"vitrine/core/projects"
)

// holding is everything that one owner has. Projects and assets are one consistency boundary, so it keeps both.
type holding struct {
	mu       sync.RWMutex
	projects *table[projects.Project]
	assets   *table[kept]
	settings keptSettings
	book     *book
	receipts receipts
}

func newHolding() *holding {
	return &holding{
		projects: newTable(projectSchema),
		assets:   newTable(assetSchema),
		settings: newKeptSettings(),
		book:     newBook(),
		receipts: newReceipts(),
	}
}
