package contracttests

import (
	"os"
	"slices"
	"strings"
	"testing"

	"vitrine/core/gallery"
	"vitrine/core/projects"
)

// Backend is a store as the suite sees it: its ports, and how to wait for it. Every port must be there.
type Backend struct {
	Projects      projects.Repository
	ProjectFinder projects.Finder
	Assets        gallery.Repository

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
