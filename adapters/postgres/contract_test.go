package postgres

import (
	"testing"

	"vitrine/adapters/memory"
	"vitrine/contracttests"
)

func TestContract(t *testing.T) { contracttests.Run(t, backend, reference) }

func backend(t testing.TB) contracttests.Backend {
	db := open(t)
	projects, assets := NewProjects(db), NewAssets(db)
	return contracttests.Backend{
		Projects: projects, ProjectFinder: projects, Assets: assets, AssetFinder: assets, Vocabulary: assets,
		Settings: NewSettings(db), PlantSettings: db.plantSettings, StoredSettings: db.storedSettings,
	}
}

func reference(testing.TB) contracttests.Backend {
	db := memory.New()
	projects, assets := memory.NewProjects(db), memory.NewAssets(db)
	return contracttests.Backend{
		Projects: projects, ProjectFinder: projects, Assets: assets, AssetFinder: assets, Vocabulary: assets,
		Settings: memory.NewSettings(db),
	}
}
