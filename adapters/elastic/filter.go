package elastic

import (
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/search"
)

// question is what rows have to be, in a form that is asked for as a whole or without one facet's member. The owner is
// always among it: there is no other way to begin one.
type question struct {
	always  []object
	members []member
	text    search.Query
}

// member is the condition of a member of the filter that a facet counts by.
type member struct {
	facet     string
	condition object
}

func about(owner ident.Owner, f gallery.Filter) question {
	q := question{always: []object{term(fieldOwner, string(owner)), term(fieldTrashed, f.Trashed)}, text: f.Text}
	if f.Favorite != nil {
		q.always = append(q.always, term(fieldFavorite, *f.Favorite))
	}
	created := object{}
	if f.CreatedAfter != nil {
		created["gte"] = f.CreatedAfter.UnixMilli()
	}
	if f.CreatedBefore != nil {
		created["lt"] = f.CreatedBefore.UnixMilli()
	}
	if len(created) > 0 {
		q.always = append(q.always, object{"range": object{fieldCreated: created}})
	}
	if f.Project != nil || f.WithoutHome {
		q.members = append(q.members, member{gallery.FacetProject, term(fieldProject, home(f.Project))})
	}
	anyValue(&q, gallery.FacetType, f.Types)
	anyValue(&q, gallery.FacetTag, f.Tags)
	anyValue(&q, gallery.FacetModel, f.Models)
	anyValue(&q, gallery.FacetFormat, f.Formats)
	anyValue(&q, gallery.FacetScene, f.Scenes)
	anyValue(&q, gallery.FacetOrientation, f.Orientations)
	return q
}

// facetFields are the members that facets count by.
var facetFields = map[string]string{
	gallery.FacetType: fieldType, gallery.FacetTag: fieldTags, gallery.FacetModel: fieldModel, gallery.FacetFormat: fieldFormat,
	gallery.FacetScene: fieldScene, gallery.FacetOrientation: fieldOrientation, gallery.FacetProject: fieldProject,
}

func anyValue[T ~string](q *question, facet string, values []T) {
	if len(values) > 0 {
		q.members = append(q.members, member{facet, object{"terms": object{facetFields[facet]: values}}})
	}
}

func term(field string, value any) object { return object{"term": object{field: value}} }

// conditions are those of all members but the facet's own.
func (q question) conditions(facet string) []object {
	list := []object{}
	for _, m := range q.members {
		if m.facet != facet {
			list = append(list, m.condition)
		}
	}
	return list
}

// rows asks for the rows that the filter admits.
func (q question) rows() object { return q.with(q.conditions("")) }

// with asks for rows that are what is always asked for, match the text, and meet the conditions.
func (q question) with(conditions []object) object {
	positive, excluded := q.words(func(c search.Clause) object { return matching(c.Alternatives, allFields) })
	return object{"bool": object{"filter": slices.Concat(q.always, conditions, positive), "must_not": excluded}}
}

// scored asks for what rows does, with the score of the text.
func (q question) scored() object {
	positive, excluded := q.words(scoring)
	return object{"bool": object{
		"filter": slices.Concat(q.always, q.conditions("")), "must": positive, "must_not": excluded,
	}}
}

// words gives what positive makes of each clause that rows have to match, and the others as they are left out.
func (q question) words(positive func(search.Clause) object) (match, excluded []object) {
	match, excluded = []object{}, []object{}
	for _, c := range q.text.Clauses {
		if c.Excluded {
			excluded = append(excluded, matching(c.Alternatives, allFields))
		} else {
			match = append(match, positive(c))
		}
	}
	return match, excluded
}
