package postgres

import (
	"encoding/json"
	"time"

	"vitrine/core/ident"
	"vitrine/core/projects"
)

// projectColumns are the columns of projectRow, of p (projects) and s (project_states).
const projectColumns = `
	p.id, p.title, p.description, array_to_string(p.tags, E'\x1f') AS tags, p.favorite, p.type, p.brief, p.source_image_url,
	p.options, p.source_id, p.created_at, p.updated_at, p.deleted_at, p.version,
	s.status, s.stage, s.progress, s.error_code, s.error_message, s.completed_at,
	s.images, s.videos, s.texts, s.cover_url, s.cover_width, s.cover_height`

// projectTables joins what projectColumns names.
const projectTables = `
	projects p JOIN project_states s ON s.owner_id = p.owner_id AND s.project_id = p.id`

type projectRow struct {
	ID             uid        `db:"id"`
	Title          string     `db:"title"`
	Description    string     `db:"description"`
	Tags           words      `db:"tags"`
	Favorite       bool       `db:"favorite"`
	Type           string     `db:"type"`
	Brief          string     `db:"brief"`
	SourceImageURL string     `db:"source_image_url"`
	Options        []byte     `db:"options"`
	SourceID       *uid       `db:"source_id"`
	CreatedAt      time.Time  `db:"created_at"`
	UpdatedAt      time.Time  `db:"updated_at"`
	DeletedAt      *time.Time `db:"deleted_at"`
	Version        int64      `db:"version"`
	Status         string     `db:"status"`
	Stage          string     `db:"stage"`
	Progress       int        `db:"progress"`
	ErrorCode      *string    `db:"error_code"`
	ErrorMessage   string     `db:"error_message"`
	CompletedAt    *time.Time `db:"completed_at"`
	Images         int64      `db:"images"`
	Videos         int64      `db:"videos"`
	Texts          int64      `db:"texts"`
	CoverURL       *string    `db:"cover_url"`
	CoverWidth     int        `db:"cover_width"`
	CoverHeight    int        `db:"cover_height"`
}

func (r projectRow) project() projects.Project {
	p := projects.Project{
		ID:             ident.ID(r.ID),
		Title:          r.Title,
		Description:    r.Description,
		Tags:           r.Tags,
		Favorite:       r.Favorite,
		Type:           projects.Type(r.Type),
		Brief:          r.Brief,
		SourceImageURL: r.SourceImageURL,
		Options:        r.Options,
		SourceID:       optional(r.SourceID),
		CreatedAt:      r.CreatedAt.UTC(),
		UpdatedAt:      r.UpdatedAt.UTC(),
		DeletedAt:      utc(r.DeletedAt),
		Version:        r.Version,
		Assets:         projects.Counts{Image: r.Images, Video: r.Videos, Text: r.Texts},
		Run: projects.Run{
			Status:      projects.Status(r.Status),
			Stage:       projects.Stage(r.Stage),
			Progress:    r.Progress,
			CompletedAt: utc(r.CompletedAt),
		},
	}
	if r.ErrorCode != nil {
		p.Run.Failure = &projects.Failure{Code: *r.ErrorCode, Message: r.ErrorMessage}
	}
	if r.CoverURL != nil {
		p.Cover = &projects.Picture{URL: *r.CoverURL, Width: r.CoverWidth, Height: r.CoverHeight}
	}
	return p
}

func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	u := t.UTC()
	return &u
}

// fullProjectRow is a project with its timeline, which lists leave out.
type fullProjectRow struct {
	projectRow
	Timeline []byte `db:"timeline"`
}

func (r fullProjectRow) project() (projects.Project, error) {
	p := r.projectRow.project()
	spans, err := decodeTimeline(r.Timeline)
	p.Run.Timeline = spans
	return p, err
}

// span is a stage of a timeline at rest, with times in milliseconds since 1970.
type span struct {
	Stage projects.Stage `json:"stage"`
	From  int64          `json:"from"`
	To    *int64         `json:"to,omitempty"`
}

func encodeTimeline(spans []projects.Span) ([]byte, error) {
	at := make([]span, len(spans))
	for i, s := range spans {
		at[i] = span{Stage: s.Stage, From: s.StartedAt.UnixMilli()}
		if s.FinishedAt != nil {
			to := s.FinishedAt.UnixMilli()
			at[i].To = &to
		}
	}
	return json.Marshal(at)
}

func decodeTimeline(b []byte) ([]projects.Span, error) {
	var at []span
	if err := json.Unmarshal(b, &at); err != nil {
		return nil, err
	}
	var spans []projects.Span
	for _, s := range at {
		spans = append(spans, projects.Span{Stage: s.Stage, StartedAt: time.UnixMilli(s.From).UTC()})
		if s.To != nil {
			to := time.UnixMilli(*s.To).UTC()
			spans[len(spans)-1].FinishedAt = &to
		}
	}
	return spans, nil
}
