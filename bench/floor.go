package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// The floor is what one would write who only needs this one answer: net/http, one statement by pgx, encoding/json. It
// sends the same bytes as the product.

const floorColumns = `SELECT p.id::text, p.title, p.description, p.type, s.status, nullif(s.stage, '') AS stage, s.progress,
	p.brief, nullif(p.source_image_url, '') AS source_image_url, p.options, s.cover_url, s.cover_width, s.cover_height,
	s.images, s.videos, s.texts, p.tags, p.favorite, p.source_id::text, p.created_at, p.updated_at, s.completed_at,
	p.deleted_at, p.version FROM `

const floorState = ` p LEFT JOIN project_states s ON s.owner_id = p.owner_id AND s.project_id = p.id `

// floorShapes are the conditions and orders of the lists that are compared. The state is joined to the page alone, which
// is the fastest way.
var floorShapes = map[string][2]string{
	"/first":  {`AND NOT p.trashed`, `p.created_at DESC, p.id DESC`},
	"/status": {`AND NOT p.trashed AND p.status = 'running'`, `p.created_at DESC, p.id DESC`},
	"/type":   {`AND NOT p.trashed AND p.type = 'video'`, `p.created_at DESC, p.id DESC`},
	"/title":  {`AND NOT p.trashed`, `p.title_key, p.id`},
	"/deep":   {`AND NOT p.trashed AND (p.created_at, p.id) < ($2, $3)`, `p.created_at DESC, p.id DESC`},
}

type floorRow struct {
	ID          string          `json:"id"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Type        string          `json:"type"`
	Status      string          `json:"status"`
	Stage       *string         `json:"stage"`
	Progress    int             `json:"progress"`
	Error       *string         `json:"error"`
	Brief       string          `json:"brief"`
	SourceImage *string         `json:"source_image_url"`
	Options     json.RawMessage `json:"options"`
	Thumbnail   *floorPicture   `json:"thumbnail"`
	Counts      floorCounts     `json:"asset_counts"`
	Tags        []string        `json:"tags"`
	Favorite    bool            `json:"favorite"`
	SourceID    *string         `json:"source_project_id"`
	CreatedAt   floorTime       `json:"created_at"`
	UpdatedAt   floorTime       `json:"updated_at"`
	CompletedAt *floorTime      `json:"completed_at"`
	DeletedAt   *floorTime      `json:"deleted_at"`
	PurgeAt     *floorTime      `json:"purge_at"`
	Version     int64           `json:"version"`
}

type floorPicture struct {
	URL    string `json:"url"`
	Width  *int   `json:"width"`
	Height *int   `json:"height"`
}

type floorCounts struct {
	Image int64 `json:"image"`
	Video int64 `json:"video"`
	Text  int64 `json:"text"`
}

type floorTime struct{ time.Time }

//nolint:unparam // the error belongs to json.Marshaler
func (t floorTime) MarshalJSON() ([]byte, error) {
	return t.UTC().AppendFormat(make([]byte, 0, 32), `"2006-01-02T15:04:05.000Z"`), nil
}

func asFloorTime(t *time.Time) *floorTime {
	if t == nil {
		return nil
	}
	return &floorTime{*t}
}

func scanFloor(row pgx.CollectableRow) (r floorRow, err error) {
	var url *string
	var width, height int
	var completed, deleted *time.Time
	err = row.Scan(&r.ID, &r.Title, &r.Description, &r.Type, &r.Status, &r.Stage, &r.Progress, &r.Brief, &r.SourceImage,
		&r.Options, &url, &width, &height, &r.Counts.Image, &r.Counts.Video, &r.Counts.Text, &r.Tags, &r.Favorite, &r.SourceID,
		&r.CreatedAt.Time, &r.UpdatedAt.Time, &completed, &deleted, &r.Version)
	r.CompletedAt, r.DeletedAt = asFloorTime(completed), asFloorTime(deleted)
	if url != nil {
		r.Thumbnail = &floorPicture{URL: *url, Width: &width, Height: &height}
	}
	return r, err
}

// serveFloor serves the shapes until it is interrupted. The cursor, which the product computes, is any text of the same
// length.
func serveFloor(args []string) error {
	if len(args) != 2 {
		return errors.New("floor needs the url of the database and a number of connections")
	}
	conns, err := strconv.ParseInt(args[1], 10, 32)
	if err != nil {
		return err
	}
	ctx := context.Background()
	config, err := pgxpool.ParseConfig(args[0])
	if err != nil {
		return err
	}
	config.MaxConns = int32(conns)
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	for path, shape := range floorShapes {
		statement := floorColumns + `(SELECT * FROM projects p WHERE owner_id = $1 ` + shape[0] + ` ORDER BY ` + shape[1] +
			` LIMIT 25)` + floorState + `ORDER BY ` + shape[1]
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { answerFloor(w, r, pool, statement) })
	}
	mux.HandleFunc("/single/{id}", func(w http.ResponseWriter, r *http.Request) { answerSingle(w, r, pool) })
	handleFloorSettings(mux, pool)
	handleFloorAssets(mux, pool)
	handleFloorInsights(mux, pool)
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("http://%s\n", l.Addr())
	return http.Serve(l, mux) //nolint:gosec // loopback, and it ends with the measurement
}

func answerFloor(w http.ResponseWriter, r *http.Request, pool *pgxpool.Pool, statement string) {
	args := []any{heavy}
	if at := r.URL.Query().Get("at"); at != "" {
		args = append(args, at, r.URL.Query().Get("id"))
	}
	rows, err := pool.Query(r.Context(), statement, args...)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	items, err := pgx.CollectRows(rows, scanFloor)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	cursor := strings.Repeat("A", 54)
	answer := map[string]any{"items": items[:min(24, len(items))], "next_cursor": cursor, "prev_cursor": nil}
	if len(args) > 1 {
		answer["prev_cursor"] = cursor
	}
	sendFloor(w, answer)
}

func answerSingle(w http.ResponseWriter, r *http.Request, pool *pgxpool.Pool) {
	rows, err := pool.Query(r.Context(), floorColumns+`projects`+floorState+`WHERE p.owner_id = $1 AND p.id = $2`, heavy, r.PathValue("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	row, err := pgx.CollectExactlyOneRow(rows, scanFloor)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	sendFloor(w, struct {
		floorRow
		Timeline []string `json:"timeline"`
	}{row, []string{}})
}

func sendFloor(w http.ResponseWriter, answer any) {
	var body bytes.Buffer
	enc := json.NewEncoder(&body)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(answer); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(body.Bytes()) // the load generator may have stopped
}
