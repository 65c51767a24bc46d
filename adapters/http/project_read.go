package http

import (
	"vitrine/core/content"
	"vitrine/core/patch"
	"vitrine/core/projects"
)

// projectMembers are all members of a project. Those that a request may not set belong to the server.
var projectMembers = []string{
	"id", "title", "description", "type", "status", "stage", "progress", "error", "brief", "source_image_url", "options",
	"thumbnail", "asset_counts", "tags", "favorite", "source_project_id", "created_at", "updated_at", "completed_at",
	"deleted_at", "purge_at", "version", "timeline",
}

// projectFilter reads the filters that list and counts share.
func projectFilter(q *query) projects.Filter {
	trashed := q.flag("trashed")
	return projects.Filter{
		Q:             q.search(),
		Statuses:      words(q, "status", projects.Statuses),
		Types:         words(q, "type", projects.Types),
		Tags:          q.texts("tag", content.MaxTag),
		Favorite:      q.flag("favorite"),
		CreatedAfter:  q.instant("created_after"),
		CreatedBefore: q.instant("created_before"),
		Trashed:       trashed != nil && *trashed,
	}
}

// newProject reads what a project is made of. null is as if absent.
func newProject(o *object) projects.NewProject {
	return projects.NewProject{
		Title:          given(o.text("title")),
		Description:    o.text("description").Value,
		Type:           projects.Type(o.filled("type").Value),
		Brief:          o.text("brief").Value,
		SourceImageURL: o.filled("source_image_url").Value,
		Options:        o.free("options").Value,
		Tags:           o.texts("tags").Value,
		Favorite:       o.flag("favorite").Value,
	}
}

// projectPatch reads a merge patch.
func projectPatch(o *object) projects.Patch {
	return projects.Patch{
		Title:       o.text("title"),
		Description: o.text("description"),
		Tags:        o.texts("tags"),
		Favorite:    o.flag("favorite"),
		Status:      wordOf[projects.Status](o.text("status")),
		Stage:       wordOf[projects.Stage](o.text("stage")),
		Progress:    o.integer("progress"),
		Failure:     failure(o.child("error")),
	}
}

func failure(f patch.Field[*object]) patch.Field[projects.Failure] {
	if !f.Given() {
		return patch.Field[projects.Failure]{Set: f.Set, Null: f.Null}
	}
	return patch.Of(projects.Failure{Code: f.Value.text("code").Value, Message: f.Value.text("message").Value})
}

// Ways to treat the assets of a project that is duplicated.
const (
	assetsCopied = "copy"
	assetsLeft   = "none"
)

// duplication reads how to copy a project.
func duplication(o *object) projects.Duplicate {
	d := projects.Duplicate{Title: given(o.text("title"))}
	assets := o.text("assets")
	switch {
	case !assets.Given(), assets.Value == assetsCopied:
	case assets.Value == assetsLeft:
		d.WithoutAssets = true
	default:
		o.note("/assets", content.Unknown, "must be one of "+assetsCopied+", "+assetsLeft+".")
	}
	return d
}

// given is the value of a member that has one, else nil.
func given[T any](f patch.Field[T]) *T {
	if !f.Given() {
		return nil
	}
	return &f.Value
}
