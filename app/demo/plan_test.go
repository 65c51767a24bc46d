package demo_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"vitrine/app/demo"
	"vitrine/core/idempotency"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

// now is when the plans of these tests end.
var now = time.Date(2026, 11, 25, 15, 4, 5, 678_000_000, time.UTC)

// small is the plan of VITRINE_DEMO.
func small() demo.Plan {
	return demo.Plan{Seed: 1, Owners: []ident.Owner{"dev"}, Projects: 60, Assets: 1500, Now: now}
}

func studios(t testing.TB, p demo.Plan) []*demo.Studio {
	t.Helper()
	s, err := p.Studios()
	require.NoError(t, err)
	return s
}

// noKey is a call without an idempotency key.
var noKey idempotency.Key

func owners(n int) (owners []ident.Owner) {
	for i := range n {
		owners = append(owners, ident.Owner(fmt.Sprintf("owner-%d", i)))
	}
	return owners
}

func TestAPlanNamesAllItsMistakes(t *testing.T) {
	err := demo.Plan{Owners: []ident.Owner{"a", "a", "", ident.Owner(strings.Repeat("x", 256))}, Projects: 7, Assets: -1}.Check()
	for _, mistake := range []string{
		`owner "a" is named twice`, `owner "": must be 1 to 255 bytes`, `xxx": must be 1 to 255 bytes`,
		"projects: must be at least 2 an owner, 8 in all; asked for 7", "assets: must not be negative; asked for -1", "needs a time",
	} {
		require.ErrorContains(t, err, mistake)
	}
	require.ErrorContains(t, demo.Plan{}.Check(), "needs an owner")
	_, err = demo.Plan{}.Studios()
	require.Error(t, err)
	require.NoError(t, small().Check())
}

func TestOwnersShareUnevenlyAndTheSumIsExact(t *testing.T) {
	const n = 50
	plan := demo.Plan{Seed: 3, Owners: owners(n), Projects: 1003, Assets: 20_001, Now: now}
	var projects, assets []int
	for _, s := range studios(t, plan) {
		p, a := 0, 0
		for range s.Projects() {
			p++
		}
		for range everything(s) {
			a++
		}
		require.Equal(t, p+a, s.Total())
		projects, assets = append(projects, p), append(assets, a)
	}
	require.Equal(t, 1003, sum(projects))
	require.Equal(t, 20_001, sum(assets))
	require.Greater(t, assets[0], 30*assets[n-1])
	for i := range n {
		require.GreaterOrEqual(t, projects[i], demo.MinProjects)
		require.NotZero(t, assets[i])
	}
}

func sum(ns []int) (total int) {
	for _, n := range ns {
		total += n
	}
	return total
}

func TestTheSmallestPlan(t *testing.T) {
	plan := demo.Plan{Owners: owners(1), Projects: 2, Now: now}
	require.Equal(t, 2, plan.Total())
	require.Equal(t, 2, studios(t, plan)[0].Total())
	plan.Assets = 3
	for a := range everything(studios(t, plan)[0]) {
		require.NotNil(t, a.ProjectID)
	}
}
