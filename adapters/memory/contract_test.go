package memory_test

import (
	"testing"

	"vitrine/adapters/memory"
	"vitrine/contracttests"
)

func TestContract(t *testing.T) { contracttests.Run(t, open, open) }

func open(testing.TB) contracttests.Backend {
	db := memory.New()
	projects, assets, figures := memory.NewProjects(db), memory.NewAssets(db), memory.NewInsights(db)
	return contracttests.Backend{
		Projects: projects, ProjectFinder: projects,
		Assets: assets, AssetFinder: assets, Vocabulary: assets,
		Settings: memory.NewSettings(db), PlantSettings: db.PlantSettings, StoredSettings: db.StoredSettings,
		Events: figures, Reader: figures, Ranking: figures, Catalog: figures, Upkeep: figures, PlantRollup: db.PlantRollup,
	}
}
