package postgres

import (
	"testing"

	"vitrine/adapters/memory"
	"vitrine/contracttests"
)

func TestContract(t *testing.T) { contracttests.Run(t, backend, reference) }

func backend(t testing.TB) contracttests.Backend {
	b, _ := backendOf(t)
	return b
}

func backendOf(t testing.TB) (contracttests.Backend, *DB) {
	db := open(t)
	projects, assets, figures := NewProjects(db), NewAssets(db), NewInsights(db)
	return contracttests.Backend{
		Projects: projects, ProjectFinder: projects, Assets: assets, AssetFinder: assets, Vocabulary: assets,
		Settings: NewSettings(db), PlantSettings: db.plantSettings, StoredSettings: db.storedSettings,
		Events: figures, Reader: figures, Ranking: figures, Catalog: figures, Upkeep: figures, PlantRollup: db.plantRollup,
	}, db
}

func reference(testing.TB) contracttests.Backend {
	db := memory.New()
	projects, assets, figures := memory.NewProjects(db), memory.NewAssets(db), memory.NewInsights(db)
	return contracttests.Backend{
		Projects: projects, ProjectFinder: projects, Assets: assets, AssetFinder: assets, Vocabulary: assets,
		Settings: memory.NewSettings(db),
		Events:   figures, Reader: figures, Ranking: figures, Catalog: figures, Upkeep: figures,
	}
}
