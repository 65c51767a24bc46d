package postgres

import (
	"testing"

	"vitrine/adapters/memory"
	"vitrine/contracttests"
)

func TestContract(t *testing.T) { contracttests.Run(t, backend, reference) }

func backend(t testing.TB) contracttests.Backend {
	db := open(t)
	stored := NewProjects(db)
	return contracttests.Backend{Projects: stored, ProjectFinder: stored, Assets: NewAssets(db)}
}

func reference(testing.TB) contracttests.Backend {
	db := memory.New()
	stored := memory.NewProjects(db)
	return contracttests.Backend{Projects: stored, ProjectFinder: stored, Assets: memory.NewAssets(db)}
}
