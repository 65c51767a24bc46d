package main

import (
	"net/http"
	"strings"
	"time"

	"vitrine/core/gallery"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

const floorAssetColumns = `a.id::text, a.project_id::text, a.type, a.title, a.prompt, a.content, a.prompt_cut, a.content_cut,
	nullif(a.format, ''), nullif(a.language, ''), nullif(a.url, ''), nullif(a.thumbnail_url, ''), nullif(a.mime_type, ''),
	nullif(a.size_bytes, 0), nullif(a.width, 0), nullif(a.height, 0), nullif(a.duration_ms, 0), nullif(a.scene, ''),
	nullif(a.provider, ''), nullif(a.model, ''), nullif(a.seed, ''), a.parent_id::text, a.source_id::text, a.position,
	a.tags, a.favorite, a.created_at, a.updated_at, a.deleted_at, a.version`

// floorAssetShapes are the conditions of the lists that are compared, newest first; $2 and $3 are the values asked for.
var floorAssetShapes = map[string]string{
	"first":    ``,
	"type":     ` AND a.type = $2`,
	"favorite": ` AND a.favorite`,
	"project":  ` AND a.project_id = $2`,
	"label":    ` AND a.labels && ARRAY[$2]`,
	"deep":     ` AND (a.created_at, a.id) < ($2, $3)`,
}

const (
	floorSearch = `SELECT ` + floorAssetColumns + ` FROM (
			SELECT t.asset_id, t.created_at FROM asset_terms t WHERE t.owner_id = $1 AND NOT t.trashed AND t.terms @@ $2::text::tsquery
			ORDER BY t.created_at DESC, t.asset_id DESC LIMIT 25
		) t JOIN assets a ON a.owner_id = $1 AND a.id = t.asset_id ORDER BY t.created_at DESC, t.asset_id DESC`
	floorAsset = `SELECT ` + floorAssetColumns + `, coalesce(t.prompt, a.prompt), coalesce(t.content, a.content),
		coalesce(t.original_prompt, ''), coalesce(t.negative_prompt, '')
		FROM assets a LEFT JOIN asset_texts t ON t.owner_id = a.owner_id AND t.asset_id = a.id WHERE a.owner_id = $1 AND a.id = $2`
	floorCount = `SELECT count(*) FROM assets WHERE owner_id = $1 AND NOT trashed`
)

type floorAssetRow struct {
	ID             string     `json:"id"`
	ProjectID      *string    `json:"project_id"`
	Type           string     `json:"type"`
	Title          string     `json:"title"`
	DisplayTitle   string     `json:"display_title"`
	Prompt         string     `json:"prompt"`
	OriginalPrompt *string    `json:"original_prompt,omitempty"`
	NegativePrompt *string    `json:"negative_prompt,omitempty"`
	Content        *string    `json:"content"`
	Truncated      []string   `json:"truncated"`
	Format         *string    `json:"format"`
	Language       *string    `json:"language"`
	URL            *string    `json:"url"`
	ThumbnailURL   *string    `json:"thumbnail_url"`
	MimeType       *string    `json:"mime_type"`
	SizeBytes      *int64     `json:"size_bytes"`
	Width          *int       `json:"width"`
	Height         *int       `json:"height"`
	DurationMS     *int       `json:"duration_ms"`
	Scene          *string    `json:"scene"`
	Provider       *string    `json:"provider"`
	Model          *string    `json:"model"`
	Seed           *string    `json:"seed"`
	ParentID       *string    `json:"parent_id"`
	SourceID       *string    `json:"source_asset_id"`
	Position       int        `json:"position"`
	Tags           []string   `json:"tags"`
	Favorite       bool       `json:"favorite"`
	CreatedAt      floorTime  `json:"created_at"`
	UpdatedAt      floorTime  `json:"updated_at"`
	DeletedAt      *floorTime `json:"deleted_at"`
	Version        int64      `json:"version"`
}

// scanFloorAsset reads a row of a list, or a whole one, which has four columns more.
func scanFloorAsset(row pgx.CollectableRow) (r floorAssetRow, err error) {
	var deleted *time.Time
	var content, original, negative string
	var promptCut, contentCut bool
	to := []any{
		&r.ID, &r.ProjectID, &r.Type, &r.Title, &r.Prompt, &content, &promptCut, &contentCut, &r.Format, &r.Language,
		&r.URL, &r.ThumbnailURL, &r.MimeType, &r.SizeBytes, &r.Width, &r.Height, &r.DurationMS, &r.Scene, &r.Provider, &r.Model,
		&r.Seed, &r.ParentID, &r.SourceID, &r.Position, &r.Tags, &r.Favorite, &r.CreatedAt.Time, &r.UpdatedAt.Time, &deleted, &r.Version,
	}
	whole := len(row.FieldDescriptions()) > len(to)
	if whole {
		to = append(to, &r.Prompt, &content, &original, &negative)
		r.OriginalPrompt, r.NegativePrompt = &original, &negative
	}
	err = row.Scan(to...)
	r.DeletedAt = asFloorTime(deleted)
	r.DisplayTitle = gallery.Asset{Title: r.Title, Prompt: r.Prompt, Content: content, Type: gallery.Type(r.Type)}.DisplayTitle()
	r.Truncated = []string{}
	if promptCut && !whole {
		r.Truncated = append(r.Truncated, "prompt")
	}
	if contentCut && !whole {
		r.Truncated = append(r.Truncated, "content")
	}
	if content != "" {
		r.Content = &content
	}
	return r, err
}

// handleFloorAssets serves lists (/assets/list/first?v=…), searches (/assets/search?v=…), single assets and a count.
func handleFloorAssets(mux *http.ServeMux, pool *pgxpool.Pool) {
	for shape, condition := range floorAssetShapes {
		statement := `SELECT ` + floorAssetColumns + ` FROM assets a WHERE a.owner_id = $1 AND NOT a.trashed` + condition +
			` ORDER BY a.created_at DESC, a.id DESC LIMIT 25`
		mux.HandleFunc("/assets/list/"+shape, func(w http.ResponseWriter, r *http.Request) {
			mode := pgx.QueryExecModeCacheStatement
			if shape == "label" {
				mode = pgx.QueryExecModeCacheDescribe // a rare value needs another plan than a common one
			}
			answerFloorAssets(w, r, pool, mode, statement)
		})
	}
	mux.HandleFunc("/assets/search", func(w http.ResponseWriter, r *http.Request) {
		answerFloorAssets(w, r, pool, pgx.QueryExecModeCacheDescribe, floorSearch)
	})
	mux.HandleFunc("/assets/single/{id}", func(w http.ResponseWriter, r *http.Request) {
		rows, err := pool.Query(r.Context(), floorAsset, heavy, r.PathValue("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		row, err := pgx.CollectExactlyOneRow(rows, scanFloorAsset)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		sendFloor(w, row)
	})
	mux.HandleFunc("/assets/count", func(w http.ResponseWriter, r *http.Request) {
		var n int64
		if err := pool.QueryRow(r.Context(), floorCount, heavy).Scan(&n); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		sendFloor(w, map[string]int64{"total": n})
	})
}

func answerFloorAssets(w http.ResponseWriter, r *http.Request, pool *pgxpool.Pool, mode pgx.QueryExecMode, statement string) {
	args := []any{mode, heavy}
	for _, v := range r.URL.Query()["v"] {
		args = append(args, v)
	}
	rows, err := pool.Query(r.Context(), statement, args...)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	items, err := pgx.CollectRows(rows, scanFloorAsset)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer := map[string]any{"items": items[:min(24, len(items))], "next_cursor": nil, "prev_cursor": nil}
	if len(items) > 24 {
		answer["next_cursor"] = strings.Repeat("A", 54)
	}
	sendFloor(w, answer)
}
