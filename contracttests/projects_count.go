package contracttests

import (
	"fmt"

	"vitrine/core/page"
	"vitrine/core/projects"
)

const (
	counting = "Count must count the projects that match the filter, and for each facet the values among the projects " +
		"that match the filter without the facet's own member"
	limiting = "Where more than limit rows match, the total is page.AtLeast and that facet nil."
)

var projectsCount = []clause{
	{name: "Projects/Count/EveryFilterAndFacet", must: counting, holds: countEveryFilter},
	{name: "Projects/Count/EveryLimit", must: limiting, holds: countEveryLimit},
	{name: "Projects/Count/AFacetHasItsOwnRows", must: limiting, holds: countFacetsOfMoreRows},
	{name: "Projects/Count/OnlyTheFacetsAskedFor", must: counting, holds: countOnlyFacetsAskedFor},
	{
		name:  "Projects/Count/BucketsByCountThenValue",
		must:  "by count (highest first), then by value (byte by byte), at most MaxBuckets",
		holds: countOrdersBuckets,
	},
}

func countEveryFilter(s *scene) {
	all := s.populate()
	for _, question := range append(questions(), inTheTrash(questions())...) {
		s.step(question.name, func(s *scene) {
			want := counted(all, question.filter.Normalize(), projects.Facets, plenty)
			s.same("the counts", want, s.count(question.filter, projects.Facets, plenty))
		})
	}
}

func countEveryLimit(s *scene) {
	all := s.populate()
	filter := projects.Filter{
		Statuses: []projects.Status{projects.Draft, projects.Running}, Types: []projects.Type{projects.Package},
	}
	for limit := range int64(len(all)) {
		want := counted(all, filter, projects.Facets, limit+1)
		s.same(fmt.Sprintf("the counts with the limit %d", limit+1), want, s.count(filter, projects.Facets, limit+1))
	}
}

// countFacetsOfMoreRows has a facet whose rows are more than the limit while those of the total are not.
func countFacetsOfMoreRows(s *scene) {
	for _, status := range []projects.Status{projects.Draft, projects.Draft, projects.Failed} {
		p := s.draft("Lamp")
		p.Run.Status = status
		s.add(p)
	}
	filter := projects.Filter{Statuses: []projects.Status{projects.Failed}}
	s.same("the counts", page.Counts{
		Total: page.Total{Value: 1, Relation: page.Exact},
		Facets: map[string][]page.Bucket{
			projects.FacetStatus: nil,
			projects.FacetType:   {{Value: "package", Count: 1}},
			projects.FacetTag:    {},
		},
	}, s.count(filter, projects.Facets, 2))
}

func countOnlyFacetsAskedFor(s *scene) {
	all := s.populate()
	for _, facets := range [][]string{nil, {projects.FacetTag}, {projects.FacetType, projects.FacetStatus}} {
		want := counted(all, projects.Filter{}, facets, plenty)
		got := s.count(projects.Filter{}, facets, plenty)
		s.same("the number of facets", len(want.Facets), len(got.Facets))
		for _, facet := range facets {
			s.same(facet, want.Facets[facet], got.Facets[facet])
		}
		s.same("the total", want.Total, got.Total)
	}
}

// countOrdersBuckets has more tags than a facet lists, most of them with the same count.
func countOrdersBuckets(s *scene) {
	var want []page.Bucket
	for _, tag := range []string{"zz", "ä", "z"} {
		want = append(want, page.Bucket{Value: tag, Count: 2})
		s.tagged(tag)
		s.tagged(tag)
	}
	want[0], want[1], want[2] = want[2], want[0], want[1]
	for i := range projects.MaxBuckets {
		tag := fmt.Sprintf("T%02d", i)
		want = append(want, page.Bucket{Value: tag, Count: 1})
		s.tagged(tag)
	}
	got := s.count(projects.Filter{}, []string{projects.FacetTag}, plenty)
	s.same("the buckets", want[:projects.MaxBuckets], got.Facets[projects.FacetTag])
}

// tagged adds a project with one tag.
func (s *scene) tagged(tag string) {
	s.Helper()
	p := s.draft("Lamp")
	p.Tags = []string{tag}
	s.add(p)
}
