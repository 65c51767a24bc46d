package memory

import (
	"slices"
	"strconv"

	"vitrine/core/page"
	"vitrine/core/projects"
)

// projectFields are the members that lists filter and count projects by.
var projectFields = []field[projects.Project, projects.Filter]{
	{
		name:   projects.FacetStatus,
		values: func(p projects.Project) []string { return []string{string(p.Run.Status)} },
		wanted: func(f projects.Filter) []string { return texts(f.Statuses) },
	},
	{
		name:   projects.FacetType,
		values: func(p projects.Project) []string { return []string{string(p.Type)} },
		wanted: func(f projects.Filter) []string { return texts(f.Types) },
	},
	{
		name:   projects.FacetTag,
		values: func(p projects.Project) []string { return p.Tags },
		wanted: func(f projects.Filter) []string { return f.Tags },
	},
	{
		name:   "favorite",
		values: func(p projects.Project) []string { return []string{strconv.FormatBool(p.Favorite)} },
		wanted: func(f projects.Filter) []string {
			if f.Favorite == nil {
				return nil
			}
			return []string{strconv.FormatBool(*f.Favorite)}
		},
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
}

// byTitle is which order of the schema is that of titles.
var byTitle = slices.Index(projectSchema.orders, projects.ByTitle)

// projectQuestion is the filter in terms of the schema.
func projectQuestion(f projects.Filter) question {
	return question{
		trashed: f.Trashed,
		wanted:  wantedBy(projectFields, f),
		created: createdBounds(f.CreatedAfter, f.CreatedBefore),
		text:    f.Text,
	}
}

func texts[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}
