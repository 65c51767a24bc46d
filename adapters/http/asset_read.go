package http

import (
	"vitrine/core/bulk"
	"vitrine/core/content"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// assetMembers are all members of an asset. Those that a request may not set belong to the server.
var assetMembers = []string{
	"id", "project_id", "type", "title", "display_title", "prompt", "original_prompt", "negative_prompt", "truncated",
	"content", "format", "language", "url", "thumbnail_url", "mime_type", "size_bytes", "width", "height", "duration_ms", "scene",
	"provider", "model", "seed", "parent_id", "source_asset_id", "position", "tags", "favorite",
	"created_at", "updated_at", "deleted_at", "version",
}

// assetFilter reads the filters that list, counts and fences share.
func assetFilter(q *query) gallery.Filter {
	trashed := q.flag("trashed")
	f := gallery.Filter{
		Q:             q.search(),
		Types:         words(q, "type", gallery.Types),
		Tags:          q.texts("tag", content.MaxTag),
		Favorite:      q.flag("favorite"),
		Orientations:  words(q, "orientation", gallery.Orientations),
		Formats:       words(q, "format", gallery.Formats),
		Scenes:        words(q, "scene", gallery.Scenes),
		Models:        q.texts("model", gallery.MaxWord),
		CreatedAfter:  q.instant("created_after"),
		CreatedBefore: q.instant("created_before"),
		Trashed:       trashed != nil && *trashed,
	}
	if q.values["project_id"] == gallery.NoProject {
		_, f.WithoutHome = q.take("project_id")
		return f
	}
	f.Project = q.id("project_id")
	return f
}

// assetListing reads a question for a page, and the asset to have in its middle, if any.
func assetListing(q *query) (l gallery.Listing, around *ident.ID) {
	highlight := q.flag("highlight")
	l = gallery.Listing{
		Filter: assetFilter(q), Order: q.sort(gallery.Orders), Limit: q.limit(), Cursor: q.cursor(),
		Highlights: highlight != nil && *highlight,
	}
	around = q.id("around")
	if around != nil && l.Cursor != "" {
		q.wrong("around", content.NotApplicable, "says where to begin, and so does cursor; give one of them.")
	}
	return l, around
}

// fencing reads a question for the fences of a list.
func fencing(q *query) (l gallery.Listing, every int64) {
	l = gallery.Listing{Filter: assetFilter(q), Order: q.sort(gallery.DateOrders)}
	return l, int64(q.number("every", page.MinSpacing, page.MaxSpacing, page.DefaultSpacing))
}

// newAsset reads what an asset is made of. null is as if absent.
func newAsset(o *object) gallery.NewAsset {
	return gallery.NewAsset{
		ProjectID:      given(o.id("project_id")),
		Type:           gallery.Type(o.filled("type").Value),
		Title:          o.text("title").Value,
		Tags:           o.texts("tags").Value,
		Favorite:       o.flag("favorite").Value,
		Position:       given(o.integer("position")),
		Prompt:         o.text("prompt").Value,
		OriginalPrompt: o.text("original_prompt").Value,
		NegativePrompt: o.text("negative_prompt").Value,
		Content:        o.filled("content").Value,
		Format:         gallery.Format(o.filled("format").Value),
		Language:       o.filled("language").Value,
		URL:            o.filled("url").Value,
		ThumbnailURL:   o.filled("thumbnail_url").Value,
		MimeType:       o.filled("mime_type").Value,
		SizeBytes:      int64(o.positive("size_bytes").Value),
		Width:          o.positive("width").Value,
		Height:         o.positive("height").Value,
		DurationMS:     int64(o.positive("duration_ms").Value),
		Scene:          gallery.Scene(o.filled("scene").Value),
		Provider:       o.text("provider").Value,
		Model:          o.text("model").Value,
		Seed:           o.text("seed").Value,
		ParentID:       given(o.id("parent_id")),
	}
}

// assetPatch reads a merge patch.
func assetPatch(o *object) gallery.Patch {
	return gallery.Patch{
		Title:     o.text("title"),
		Tags:      o.texts("tags"),
		Favorite:  o.flag("favorite"),
		Content:   o.text("content"),
		Position:  o.integer("position"),
		ProjectID: o.id("project_id"),
	}
}

// assetCommand reads a bulk request. A move has to say where to, since null is a place too.
func assetCommand(o *object) bulk.Command {
	c := bulkCommand(o)
	target := o.id("project_id")
	if c.Action == bulk.Move && !o.has("project_id") {
		o.note("/project_id", content.Required, "says where to move; null is out of any project.")
	}
	c.Target = given(target)
	return c
}
