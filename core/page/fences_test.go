package page

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestSpacing(t *testing.T) {
	for _, row := range []struct {
		name               string
		total, every, want int64
	}{
		{"an empty list", 0, 200, 200},
		{"fewer rows than one distance", 7, 200, 200},
		{"as many fences as are allowed", 200 * MaxFences, 200, 200},
		{"one row too many", 200*MaxFences + 1, 200, 201},
		{"twice as many", 400 * MaxFences, 200, 400},
		{"a marked row each, as long as that fits", MaxFences, 1, 1},
		{"a marked row each where that is too many", MaxFences + 1, 1, 2},
		{"the widest distance that may be asked for is no limit", MaxSpacing*MaxFences + 1, MaxSpacing, MaxSpacing + 1},
	} {
		t.Run(row.name, func(t *testing.T) { require.Equal(t, row.want, Spacing(row.total, row.every)) })
	}
}

func TestSpacingIsTheNearestThatFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.Int64Range(0, 1<<40).Draw(t, "total")
		every := rapid.Int64Range(1, MaxSpacing).Draw(t, "every")
		spacing := Spacing(total, every)
		require.GreaterOrEqual(t, spacing, every)
		require.LessOrEqual(t, marksOf(total, spacing), int64(MaxFences))
		if spacing > every {
			require.Greater(t, marksOf(total, spacing-1), int64(MaxFences), "no wider than it has to be")
		}
	})
}

// marksOf is how many of the rows 0, every, 2 × every, … a list has.
func marksOf(total, every int64) int64 { return (total + every - 1) / every }
