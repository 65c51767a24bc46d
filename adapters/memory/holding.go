package memory

import (
	"sync"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"

	"github.com/tidwall/btree"
)

// holding is everything that one owner has. Projects and assets are one consistency boundary, so it keeps both.
type holding struct {
	mu       sync.RWMutex
	projects *table[projects.Project]
	assets   map[ident.ID]*kept
	contents *btree.BTreeG[*kept] // the assets of projects, project by project, in their order inside each
	covers   *btree.BTreeG[*kept] // those that a project may show, project by project, the first choice first
	receipts receipts
}

func newHolding() *holding {
	alone := btree.Options{NoLocks: true}
	return &holding{
		projects: newTable(projectSchema),
		assets:   map[ident.ID]*kept{},
		contents: btree.NewBTreeGOptions(byPosition, alone),
		covers:   btree.NewBTreeGOptions(byChoice, alone),
		receipts: newReceipts(),
	}
}

// kept is an asset at rest. It is never written to, but replaced.
type kept struct {
	gallery.Asset
	withProject bool // it went to the trash with its project, and comes back with it
}

// counted reports whether the asset counts in its project: it is live, or a restore of the project brings it back.
func (k *kept) counted() bool { return !k.Trashed() || k.withProject }
