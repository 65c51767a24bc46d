package demo

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

var end = time.Date(2026, 11, 25, 15, 0, 0, 0, time.UTC)

// TestAnItemDoesNotDependOnWhatWasMadeBefore makes projects and their assets in a random order, each by itself.
func TestAnItemDoesNotDependOnWhatWasMadeBefore(t *testing.T) {
	plan := Plan{Seed: 5, Owners: []ident.Owner{"a", "b"}, Projects: 80, Assets: 2000, Now: end}
	studios, err := plan.Studios()
	require.NoError(t, err)
	s := studios[1]
	var inOrder []projects.Project
	for p := range s.Projects() {
		inOrder = append(inOrder, p)
	}
	assets := map[ident.ID]gallery.Asset{}
	for _, stream := range []func(func(gallery.Asset) bool){s.Originals(), s.Variations()} {
		for a := range stream {
			assets[a.ID] = a
		}
	}
	for _, i := range rand.Perm(s.projects) {
		p := s.production(i)
		require.Equal(t, inOrder[i], p.Project)
		for _, n := range rand.Perm(s.bounds[i+1] - s.bounds[i]) {
			a := p.asset(p.take(n))
			require.Equal(t, assets[a.ID], a)
		}
	}
}

// TestIDsNeverCollide between projects and assets, owners and seeds, not even of things that were made in one millisecond.
func TestIDsNeverCollide(t *testing.T) {
	const items = 250_000
	seen := make(map[ident.ID]bool, items)
	for seed := range uint64(5) {
		for owner := range 5 {
			for _, k := range []kind{projectDice, assetDice} {
				for n := range items / 50 {
					seen[throw(seed, ident.Owner(fmt.Sprint("owner-", owner)), k, n).id(end)] = true
				}
			}
		}
	}
	require.Len(t, seen, items)
}

// TestALargePlanHasAsManyIDsAsItems makes the ids as the items do.
func TestALargePlanHasAsManyIDsAsItems(t *testing.T) {
	plan := Plan{Seed: 6, Owners: []ident.Owner{"a", "b"}, Projects: 3000, Assets: 60_000, Now: end}
	studios, err := plan.Studios()
	require.NoError(t, err)
	seen := map[ident.ID]bool{}
	for _, s := range studios {
		for n := range s.loose {
			seen[s.looseAsset(n).ID] = true
		}
		for i := range s.projects {
			p := s.production(i)
			seen[p.Project.ID] = true
			for n := range s.bounds[i+1] - s.bounds[i] {
				take := p.take(n)
				seen[take.id(take.created)] = true
			}
		}
	}
	require.Len(t, seen, plan.Total())
}
