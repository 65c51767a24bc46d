package postgres

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"vitrine/core/search"
)

// relevance writes the expression of search.Query.Match's score over column: each positive clause scores its best field,
// and scores add.
func relevance(q search.Query, column string, args *arguments) string {
	var sum []string
	for _, c := range q.Clauses {
		if !c.Excluded {
			sum = append(sum, clauseScore(c, column, args))
		}
	}
	return strings.Join(sum, " + ")
}

// clauseScore tries what scores highest first. The last way needs no test, since the row matches the clause.
func clauseScore(c search.Clause, column string, args *arguments) string {
	ways := scoringWays(c)
	var b strings.Builder
	b.WriteString("CASE")
	for _, w := range ways[:len(ways)-1] {
		var match strings.Builder
		writeAlternatives(&match, w.alternatives, w.weight.String())
		fmt.Fprintf(&b, " WHEN %s @@ %s::text::tsquery THEN %d", column, args.add(match.String()), w.points)
	}
	fmt.Fprintf(&b, " ELSE %d END", ways[len(ways)-1].points)
	return b.String()
}

// way is a way to match a clause that scores points.
type way struct {
	alternatives []search.Alternative
	weight       search.Weight
	points       int
}

func scoringWays(c search.Clause) []way {
	var ways []way
	for _, half := range []bool{false, true} {
		some := slices.DeleteFunc(slices.Clone(c.Alternatives), func(a search.Alternative) bool { return a.Half != half })
		if len(some) == 0 {
			continue
		}
		for _, weight := range search.Weights {
			ways = append(ways, way{some, weight, weight.Points(half)})
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int { return cmp.Compare(b.points, a.points) })
	return ways
}
