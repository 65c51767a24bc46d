package memory

import (
	"vitrine/core/page"
	"vitrine/core/projects"
)

// projectFields are the members that lists filter and count projects by.
var projectFields = []field[projects.Project, projects.Filter]{
	{
		name:   projects.FacetStatus,
		values: func(p projects.Project) []string { return text(p.Run.Status) },
		wanted: func(f projects.Filter) []string { return texts(f.Statuses) },
	},
	{
		name:   projects.FacetType,
		values: func(p projects.Project) []string { return text(p.Type) },
		wanted: func(f projects.Filter) []string { return texts(f.Types) },
	},
	{
		name:   projects.FacetTag,
		values: func(p projects.Project) []string { return p.Tags },
		wanted: func(f projects.Filter) []string { return f.Tags },
	},
	{
		name:   "favorite",
		values: func(p projects.Project) []string { return choice(&p.Favorite) },
		wanted: func(f projects.Filter) []string { return choice(f.Favorite) },
	},
}

// projectSchema says how projects are found.
var projectSchema = &schema[projects.Project]{
	orders: []string{projects.ByCreated, projects.ByUpdated, projects.ByTitle},
	place: func(by string, p projects.Project, score int) page.Key {
		return projects.Query{Order: page.Order{By: by}}.Key(projects.Row{Project: p, Score: score})
	},
	fields: valuesOf(projectFields),
	facets: namesOf(projectFields),
	most:   func(string) int { return projects.MaxBuckets },
}

// projectQuestion is the filter in terms of the schema.
func projectQuestion(f projects.Filter) question {
	return question{
		trashed: f.Trashed,
		wanted:  wantedBy(projectFields, f),
		created: createdBounds(f.CreatedAfter, f.CreatedBefore),
		text:    f.Text,
	}
}
