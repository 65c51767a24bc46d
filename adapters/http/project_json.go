package http

import (
	"vitrine/core/ident"
	"vitrine/core/projects"

	"github.com/go-json-experiment/json/jsontext"
)

// projectJSON is a project as the API shows it.
type projectJSON struct {
	ID              string          `json:"id"`
	Title           string          `json:"title"`
	Description     string          `json:"description"`
	Type            projects.Type   `json:"type"`
	Status          projects.Status `json:"status"`
	Stage           *projects.Stage `json:"stage"`
	Progress        int             `json:"progress"`
	Error           *failureJSON    `json:"error"`
	Brief           string          `json:"brief"`
	SourceImageURL  *string         `json:"source_image_url"`
	Options         jsontext.Value  `json:"options"`
	Thumbnail       *pictureJSON    `json:"thumbnail"`
	AssetCounts     assetCountsJSON `json:"asset_counts"`
	Tags            []string        `json:"tags"`
	Favorite        bool            `json:"favorite"`
	SourceProjectID *string         `json:"source_project_id"`
	CreatedAt       string          `json:"created_at"`
	UpdatedAt       string          `json:"updated_at"`
	CompletedAt     *string         `json:"completed_at"`
	DeletedAt       *string         `json:"deleted_at"`
	PurgeAt         *string         `json:"purge_at"`
	Version         int64           `json:"version"`
	Timeline        []spanJSON      `json:"timeline,omitzero"`
}

type failureJSON struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// pictureJSON has null for a size that is not known.
type pictureJSON struct {
	URL    string `json:"url"`
	Width  *int   `json:"width"`
	Height *int   `json:"height"`
}

type assetCountsJSON struct {
	Image int64 `json:"image"`
	Video int64 `json:"video"`
	Text  int64 `json:"text"`
}

type spanJSON struct {
	Stage      projects.Stage `json:"stage"`
	StartedAt  string         `json:"started_at"`
	FinishedAt *string        `json:"finished_at"`
}

// row is a project in a list.
func (h projectHandlers) row(p projects.Project) projectJSON {
	shown := projectJSON{
		ID: p.ID.String(), Title: p.Title, Description: p.Description, Type: p.Type,
		Status: p.Run.Status, Progress: p.Run.Progress,
		Brief: p.Brief, SourceImageURL: orNull(p.SourceImageURL), Options: p.Options,
		Thumbnail: pictureOf(p.Thumbnail()), AssetCounts: assetCountsJSON(p.Assets),
		Tags: p.Tags, Favorite: p.Favorite, SourceProjectID: idOf(p.SourceID),
		CreatedAt: instant(p.CreatedAt), UpdatedAt: instant(p.UpdatedAt),
		CompletedAt: instantOf(p.Run.CompletedAt), DeletedAt: instantOf(p.DeletedAt), Version: p.Version,
	}
	if stage := p.Run.Stage; stage != "" {
		shown.Stage = &stage
	}
	if f := p.Run.Failure; f != nil {
		shown.Error = &failureJSON{Code: f.Code, Message: f.Message}
	}
	if p.DeletedAt != nil {
		purge := instant(p.DeletedAt.Add(h.retention))
		shown.PurgeAt = &purge
	}
	return shown
}

// whole is a project by itself: with its timeline.
func (h projectHandlers) whole(p projects.Project) projectJSON {
	shown := h.row(p)
	shown.Timeline = make([]spanJSON, len(p.Run.Timeline))
	for i, s := range p.Run.Timeline {
		shown.Timeline[i] = spanJSON{Stage: s.Stage, StartedAt: instant(s.StartedAt), FinishedAt: instantOf(s.FinishedAt)}
	}
	return shown
}

func pictureOf(p *projects.Picture) *pictureJSON {
	if p == nil {
		return nil
	}
	shown := &pictureJSON{URL: p.URL}
	if p.Width > 0 && p.Height > 0 {
		shown.Width, shown.Height = &p.Width, &p.Height
	}
	return shown
}

// idOf is an id that may be missing; nil becomes null.
func idOf(id *ident.ID) *string {
	if id == nil {
		return nil
	}
	s := id.String()
	return &s
}
