package memory

import (
	"vitrine/core/gallery"
	"vitrine/core/page"
)

// assetFields are the members that lists filter and count assets by.
var assetFields = []field[kept, gallery.Filter]{
	{
		name:   gallery.FacetType,
		values: func(k kept) []string { return text(k.Type) },
		wanted: func(f gallery.Filter) []string { return texts(f.Types) },
	},
	{
		name:   gallery.FacetProject,
		values: func(k kept) []string { return home(k.Asset) },
		wanted: func(f gallery.Filter) []string {
			if f.Project == nil && !f.WithoutHome {
				return nil
			}
			return home(gallery.Asset{ProjectID: f.Project})
		},
	},
	{
		name:   gallery.FacetTag,
		values: func(k kept) []string { return k.Tags },
		wanted: func(f gallery.Filter) []string { return f.Tags },
	},
	{
		name:   "favorite",
		values: func(k kept) []string { return choice(&k.Favorite) },
		wanted: func(f gallery.Filter) []string { return choice(f.Favorite) },
	},
	{
		name:   gallery.FacetModel,
		values: func(k kept) []string { return text(k.Model) },
		wanted: func(f gallery.Filter) []string { return f.Models },
	},
	{
		name:   gallery.FacetFormat,
		values: func(k kept) []string { return text(k.Format) },
		wanted: func(f gallery.Filter) []string { return texts(f.Formats) },
	},
	{
		name:   gallery.FacetScene,
		values: func(k kept) []string { return text(k.Scene) },
		wanted: func(f gallery.Filter) []string { return texts(f.Scenes) },
	},
	{
		name:   gallery.FacetOrientation,
		values: func(k kept) []string { return text(k.Orientation()) },
		wanted: func(f gallery.Filter) []string { return texts(f.Orientations) },
	},
}

// home is the project of an asset, as counts name it.
func home(a gallery.Asset) []string {
	if a.ProjectID == nil {
		return []string{gallery.NoProject}
	}
	return []string{a.ProjectID.String()}
}

// assetSchema says how assets are found.
var assetSchema = &schema[kept]{
	orders: []string{gallery.ByCreated, inProjects, forCovers, byID},
	place: func(by string, k kept, score int) page.Key {
		switch by {
		case inProjects:
			return placeInProject(k)
		case forCovers:
			return placeForCover(k)
		case byID:
			return page.Key{ID: k.ID}
		default:
			return gallery.Query{Order: page.Order{By: by}}.Key(gallery.Row{Asset: k.Asset, Score: score})
		}
	},
	fields: valuesOf(assetFields),
	facets: namesOf(assetFields),
	most:   gallery.MaxBuckets,
}

// assetQuestion is the filter in terms of the schema.
func assetQuestion(f gallery.Filter) question {
	return question{
		trashed: f.Trashed,
		wanted:  wantedBy(assetFields, f),
		created: createdBounds(f.CreatedAfter, f.CreatedBefore),
		text:    f.Text,
	}
}

// assetListing is the query in terms of the schema. The positions of one project are a stretch of an order.
func assetListing(q gallery.Query) listing {
	l := listing{question: assetQuestion(q.Filter), order: q.Order, window: q.Window}
	if project := q.Filter.Project; q.Order.By == gallery.ByPosition && project != nil {
		l.order.By, l.within = inProjects, stretchOf(*project)
		if from := q.Window.From; from != nil {
			edge := placeInProject(kept{Asset: gallery.Asset{ID: from.ID, ProjectID: project, Position: int(from.Rank)}})
			l.window.From = &edge
		}
	}
	return l
}
