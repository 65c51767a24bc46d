package memory_test

import (
	"testing"

	"vitrine/adapters/memory"
	"vitrine/contracttests"
)

func TestContract(t *testing.T) { contracttests.Run(t, open, open) }

func open(testing.TB) contracttests.Backend {
	db := memory.New()
	stored := memory.NewProjects(db)
	return contracttests.Backend{Projects: stored, ProjectFinder: stored, Assets: memory.NewAssets(db)}
}
