package memory

import (
	"testing"
	"time"

	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

// What is rare must be found without a look at what is not.
func TestThePathIsAsShortAsTheRarestMember(t *testing.T) {
	stored, rows := manyProjects(2_000)
	rare := rows[777]
	rare.Run.Status, rare.Type, rare.Tags, rare.Title = projects.Failed, projects.Text, []string{"unique"}, "Zither"
	stored.put(rare.ID, rare)
	yes, soon := true, rows[1_990].CreatedAt
	favorites := len(rows) / 50

	for _, c := range []struct {
		name   string
		filter projects.Filter
		longer int // rows of the path at most
	}{
		{"status", projects.Filter{Statuses: []projects.Status{projects.Failed}}, 1},
		{"one status rare, one absent", projects.Filter{Statuses: []projects.Status{projects.Failed, projects.Cancelled}}, 1},
		{"type", projects.Filter{Types: []projects.Type{projects.Text}}, 1},
		{"tag", projects.Filter{Tags: []string{"unique"}}, 1},
		{"absent tag", projects.Filter{Tags: []string{"nowhere"}}, 0},
		{"favorites", projects.Filter{Favorite: &yes}, favorites},
		{"times", projects.Filter{CreatedAfter: &soon}, 10},
		{"word", projects.Filter{Q: "zither "}, 1},
		{"prefix", projects.Filter{Q: "zi"}, 1},
		{"absent word", projects.Filter{Q: "sofa "}, 0},
		{"a common word and a rare one", projects.Filter{Q: "lamp zither "}, 1},
		{"a common word and a rare tag", projects.Filter{Q: "lamp", Tags: []string{"unique"}}, 1},
		{"a phrase with a rare word", projects.Filter{Q: `"lamp zither"`}, 1},
		{"a rare status and a common type", projects.Filter{
			Statuses: []projects.Status{projects.Failed}, Types: []projects.Type{projects.Package},
		}, 1},
		{"an exclusion", projects.Filter{Q: "zither -lamp"}, 1},
	} {
		for _, in := range []time.Duration{0, time.Hour} { // with and without a time that keeps all rows
			if before := rows[len(rows)-1].CreatedAt.Add(in); in > 0 {
				c.filter.CreatedBefore = &before
			}
			path := stored.live.shortest(projectQuestion(c.filter.Normalize()))
			require.LessOrEqual(t, path.size, c.longer, c.name)
		}
	}
}

func TestThePathOfEverythingIsTheOrderOfCreation(t *testing.T) {
	stored, rows := manyProjects(100)
	path := stored.live.shortest(projectQuestion(projects.Filter{}))
	require.Equal(t, len(rows), path.size)
	require.Equal(t, []*set[projects.Project]{stored.live.orders[creation]}, path.sets)
}
