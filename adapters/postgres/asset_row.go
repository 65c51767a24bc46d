package postgres

import (
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
)

// assetColumns are the columns of assetRow, of a (assets): what a list shows.
const assetColumns = `
	a.id, a.project_id, a.type, a.title, array_to_string(a.tags, E'\x1f') AS tags, a.favorite, a.position, a.prompt, a.content,
	a.format, a.language, a.url, a.thumbnail_url, a.mime_type, a.size_bytes, a.width, a.height, a.duration_ms, a.scene,
	a.provider, a.model, a.seed, a.parent_id, a.source_id, a.created_at, a.updated_at, a.deleted_at, a.version`

type assetRow struct {
	ID           uid        `db:"id"`
	ProjectID    *uid       `db:"project_id"`
	Type         string     `db:"type"`
	Title        string     `db:"title"`
	Tags         words      `db:"tags"`
	Favorite     bool       `db:"favorite"`
	Position     int        `db:"position"`
	Prompt       string     `db:"prompt"`
	Content      string     `db:"content"`
	Format       string     `db:"format"`
	Language     string     `db:"language"`
	URL          string     `db:"url"`
	ThumbnailURL string     `db:"thumbnail_url"`
	MimeType     string     `db:"mime_type"`
	SizeBytes    int64      `db:"size_bytes"`
	Width        int        `db:"width"`
	Height       int        `db:"height"`
	DurationMS   int64      `db:"duration_ms"`
	Scene        string     `db:"scene"`
	Provider     string     `db:"provider"`
	Model        string     `db:"model"`
	Seed         string     `db:"seed"`
	ParentID     *uid       `db:"parent_id"`
	SourceID     *uid       `db:"source_id"`
	CreatedAt    time.Time  `db:"created_at"`
	UpdatedAt    time.Time  `db:"updated_at"`
	DeletedAt    *time.Time `db:"deleted_at"`
	Version      int64      `db:"version"`
}

func (r assetRow) asset() gallery.Asset {
	return gallery.Asset{
		ID:           ident.ID(r.ID),
		ProjectID:    optional(r.ProjectID),
		Type:         gallery.Type(r.Type),
		Title:        r.Title,
		Tags:         r.Tags,
		Favorite:     r.Favorite,
		Position:     r.Position,
		Prompt:       r.Prompt,
		Content:      r.Content,
		Format:       gallery.Format(r.Format),
		Language:     r.Language,
		URL:          r.URL,
		ThumbnailURL: r.ThumbnailURL,
		MimeType:     r.MimeType,
		SizeBytes:    r.SizeBytes,
		Width:        r.Width,
		Height:       r.Height,
		DurationMS:   r.DurationMS,
		Scene:        gallery.Scene(r.Scene),
		Provider:     r.Provider,
		Model:        r.Model,
		Seed:         r.Seed,
		ParentID:     optional(r.ParentID),
		SourceID:     optional(r.SourceID),
		CreatedAt:    r.CreatedAt.UTC(),
		UpdatedAt:    r.UpdatedAt.UTC(),
		DeletedAt:    utc(r.DeletedAt),
		Version:      r.Version,
	}
}

// textColumns are the columns of textRow, of t (asset_texts), which an asset may lack.
const textColumns = `t.prompt AS full_prompt, t.original_prompt, t.negative_prompt, t.content AS full_content`

type textRow struct {
	Prompt         *string `db:"full_prompt"`
	OriginalPrompt *string `db:"original_prompt"`
	NegativePrompt *string `db:"negative_prompt"`
	Content        *string `db:"full_content"`
}

// fullAssetRow is an asset with all its texts.
type fullAssetRow struct {
	assetRow
	textRow
}

const fullAssetTables = `assets a LEFT JOIN asset_texts t ON t.owner_id = a.owner_id AND t.asset_id = a.id`

func (r fullAssetRow) asset() gallery.Asset {
	a := r.assetRow.asset()
	if r.textRow.Prompt != nil {
		a.Prompt, a.Content = *r.textRow.Prompt, *r.textRow.Content
		a.OriginalPrompt, a.NegativePrompt = *r.OriginalPrompt, *r.NegativePrompt
	}
	return a
}

// excerptRow is an asset as its list row keeps it, and whether that says everything.
func excerptRow(a gallery.Asset) (short gallery.Asset, whole bool) {
	short, truncated := a.Excerpt()
	return short, len(truncated) == 0 && a.OriginalPrompt == "" && a.NegativePrompt == ""
}
