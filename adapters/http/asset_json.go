package http

import (
	"vitrine/core/gallery"
	"vitrine/core/search"
)

// assetJSON is an asset as the API shows it. Members that belong to another type are null.
type assetJSON struct {
	ID             string          `json:"id"`
	ProjectID      *string         `json:"project_id"`
	Type           gallery.Type    `json:"type"`
	Title          string          `json:"title"`
	DisplayTitle   string          `json:"display_title"`
	Prompt         string          `json:"prompt"`
	OriginalPrompt *string         `json:"original_prompt,omitzero"` // absent in lists
	NegativePrompt *string         `json:"negative_prompt,omitzero"` // absent in lists
	Content        *string         `json:"content"`
	Truncated      []string        `json:"truncated"`
	Format         *string         `json:"format"`
	Language       *string         `json:"language"`
	URL            *string         `json:"url"`
	ThumbnailURL   *string         `json:"thumbnail_url"`
	MimeType       *string         `json:"mime_type"`
	SizeBytes      *int64          `json:"size_bytes"`
	Width          *int            `json:"width"`
	Height         *int            `json:"height"`
	DurationMS     *int64          `json:"duration_ms"`
	Scene          *string         `json:"scene"`
	Provider       *string         `json:"provider"`
	Model          *string         `json:"model"`
	Seed           *string         `json:"seed"`
	ParentID       *string         `json:"parent_id"`
	SourceID       *string         `json:"source_asset_id"`
	Position       int             `json:"position"`
	Tags           []string        `json:"tags"`
	Favorite       bool            `json:"favorite"`
	CreatedAt      string          `json:"created_at"`
	UpdatedAt      string          `json:"updated_at"`
	DeletedAt      *string         `json:"deleted_at"`
	Version        int64           `json:"version"`
	Highlights     []highlightJSON `json:"highlights,omitzero"` // only where they were asked for
}

// highlightJSON is a stretch of a text in code points, half open; index says which tag it is in.
type highlightJSON struct {
	Field string `json:"field"`
	Index *int   `json:"index,omitzero"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// assetOf is what lists and single answers show alike.
func assetOf(a gallery.Asset) assetJSON {
	return assetJSON{
		ID: a.ID.String(), ProjectID: idOf(a.ProjectID), Type: a.Type, Title: a.Title, DisplayTitle: a.DisplayTitle(),
		Prompt: a.Prompt, Content: orNull(a.Content), Truncated: []string{},
		Format: orNull(string(a.Format)), Language: orNull(a.Language),
		URL: orNull(a.URL), ThumbnailURL: orNull(a.ThumbnailURL), MimeType: orNull(a.MimeType),
		SizeBytes: sizeOf(a.SizeBytes), Width: sizeOf(a.Width), Height: sizeOf(a.Height), DurationMS: sizeOf(a.DurationMS),
		Scene: orNull(string(a.Scene)), Provider: orNull(a.Provider), Model: orNull(a.Model), Seed: orNull(a.Seed),
		ParentID: idOf(a.ParentID), SourceID: idOf(a.SourceID), Position: a.Position, Tags: a.Tags, Favorite: a.Favorite,
		CreatedAt: instant(a.CreatedAt), UpdatedAt: instant(a.UpdatedAt), DeletedAt: instantOf(a.DeletedAt), Version: a.Version,
	}
}

// wholeAsset is an asset by itself: with all its prompts.
func wholeAsset(a gallery.Asset) assetJSON {
	shown := assetOf(a)
	shown.OriginalPrompt, shown.NegativePrompt = &a.OriginalPrompt, &a.NegativePrompt
	return shown
}

// sizeOf makes null of a size that is not known.
func sizeOf[T int | int64](n T) *T {
	if n == 0 {
		return nil
	}
	return &n
}

// assetListJSON is a page of assets, what was corrected in q to find them, and what the server had to do without.
type assetListJSON struct {
	listJSON[assetJSON]
	Corrections []correctionJSON `json:"corrections,omitzero"`
	Degraded    []string         `json:"degraded,omitzero"`
}

type correctionJSON struct {
	From string   `json:"from"`
	To   []string `json:"to"`
}

func assetListOf(l gallery.Listed, highlights bool) assetListJSON {
	shown := assetListJSON{
		listJSON: listOf(l.Page, func(e gallery.Entry) assetJSON { return entryAsset(e, highlights) }), Degraded: without("search", l.Degraded),
	}
	for _, c := range l.Corrections {
		shown.Corrections = append(shown.Corrections, correctionJSON(c))
	}
	return shown
}

func entryAsset(e gallery.Entry, highlights bool) assetJSON {
	shown := assetOf(e.Asset)
	shown.Truncated = append(shown.Truncated, e.Truncated...)
	if highlights {
		shown.Highlights = highlightsOf(e.Highlights)
	}
	return shown
}

func highlightsOf(list []search.Highlight) []highlightJSON {
	shown := make([]highlightJSON, len(list))
	for i, h := range list {
		shown[i] = highlightJSON(h)
	}
	return shown
}

// fencesJSON are marks along a list.
type fencesJSON struct {
	Every  int64       `json:"every"`
	Total  int64       `json:"total"`
	Fences []fenceJSON `json:"fences"`
}

type fenceJSON struct {
	Ordinal   int64   `json:"ordinal"`
	Cursor    *string `json:"cursor"`
	CreatedAt string  `json:"created_at"`
}

func fencesOf(f gallery.Fences) fencesJSON {
	shown := fencesJSON{Every: f.Every, Total: f.Total, Fences: make([]fenceJSON, len(f.Fences))}
	for i, fence := range f.Fences {
		shown.Fences[i] = fenceJSON{Ordinal: fence.Ordinal, Cursor: orNull(fence.Cursor), CreatedAt: instant(fence.CreatedAt)}
	}
	return shown
}
