package contracttests

import (
	"os"
	"slices"
	"strings"
	"testing"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/projects"
	"vitrine/core/settings"
)

// Backend is a store as the suite sees it: its ports, and how to wait for it. Every port must be there.
type Backend struct {
	Projects      projects.Repository
	ProjectFinder projects.Finder
	Assets        gallery.Repository
	AssetFinder   gallery.Finder
	Vocabulary    gallery.Vocabulary
	Settings      settings.Repository
	Events        insights.Events
	Reader        insights.Reader
	Ranking       insights.Ranking
	Catalog       insights.Catalog
	Upkeep        insights.Upkeep

	// PlantSettings keeps a document for the owner as it is, and StoredSettings gives the one that is kept, nil where there
	// is none: they stand for programs of other versions, and for damage. A document that is planted is JSON.
	PlantSettings  func(t testing.TB, owner ident.Owner, document []byte)
	StoredSettings func(t testing.TB, owner ident.Owner) []byte

	// PlantRollup puts rows into the rollups of the owner as they are, each in place of the one with its key: it stands for
	// damage, and for sums that no test has the time to reach. A row that counts nothing is as good as none.
	PlantRollup func(t testing.TB, owner ident.Owner, rows insights.Rollup)

	// Settle makes everything written before visible to search. Nil: it is visible already.
	Settle func(testing.TB)

	// Excused names the clauses that this backend does not keep, each with the reason. Empty: all must hold.
	Excused map[string]string
}

// Open starts a backend that ends with the test. It may hold rows of other owners.
type Open func(t testing.TB) Backend

// missing names the ports that the backend lacks.
func (b Backend) missing() []string {
	var names []string
	for name, there := range map[string]bool{
		"Projects":      b.Projects != nil,
		"ProjectFinder": b.ProjectFinder != nil,
		"Assets":        b.Assets != nil,
		"AssetFinder":   b.AssetFinder != nil,
		"Vocabulary":    b.Vocabulary != nil,
		"Settings":      b.Settings != nil,
		"Events":        b.Events != nil,
		"Reader":        b.Reader != nil,
		"Ranking":       b.Ranking != nil,
		"Catalog":       b.Catalog != nil,
		"Upkeep":        b.Upkeep != nil,
	} {
		if !there {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func (b Backend) settle(t testing.TB) {
	if b.Settle != nil {
		b.Settle(t)
	}
}

// Promised reports whether this run promises the backend, by naming it in CONTRACT_BACKENDS (comma-separated). The test
// of a promised backend that cannot start must fail; of any other it is skipped with a line that says how to start it.
func Promised(name string) bool {
	return slices.Contains(strings.Split(os.Getenv("CONTRACT_BACKENDS"), ","), name)
}
