package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// floorSettings is an answer as large as the product's.
type floorSettings struct {
	Version int64           `json:"version"`
	Stored  json.RawMessage `json:"stored"`
	Padding [5]string       `json:"padding"`
}

func settingsOf(version int64, document []byte) floorSettings {
	const filling = "a member of the settings, of which there are some, with a time: 2026-11-25T16:00:00.000Z, or none"
	return floorSettings{Version: version, Stored: document, Padding: [5]string{filling, filling, filling, filling, filling}}
}

// handleFloorSettings reads by one statement, and changes by the same four as the product.
func handleFloorSettings(mux *http.ServeMux, pool *pgxpool.Pool) {
	const owner = "floor"
	mux.HandleFunc("GET /settings", func(w http.ResponseWriter, r *http.Request) {
		var document []byte
		if err := pool.QueryRow(r.Context(), `SELECT document FROM settings WHERE owner_id = $1`, heavy).Scan(&document); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		sendFloor(w, settingsOf(1, document))
	})
	mux.HandleFunc("PATCH /settings/patch", func(w http.ResponseWriter, r *http.Request) {
		var version int64
		body, err := io.ReadAll(r.Body)
		if err == nil {
			version, err = changeFloorSettings(r.Context(), pool, owner, body)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		sendFloor(w, settingsOf(version, body))
	})
}

func changeFloorSettings(ctx context.Context, pool *pgxpool.Pool, owner string, document []byte) (version int64, err error) {
	err = pgx.BeginFunc(ctx, pool, func(tx pgx.Tx) error {
		var before []byte
		if err := tx.QueryRow(ctx, `SELECT document FROM settings WHERE owner_id = $1 FOR NO KEY UPDATE`, owner).Scan(&before); err != nil && !errors.Is(err, pgx.ErrNoRows) {
			return err
		}
		var b pgx.Batch
		b.Queue(`INSERT INTO settings (owner_id, document) VALUES ($1, $2)
			ON CONFLICT (owner_id) DO UPDATE SET document = excluded.document`, owner, document)
		b.Queue(`INSERT INTO settings_audit (owner_id, version, id, at, actor, changes)
			VALUES ($1, nextval('floor_version'), gen_random_uuid(), now(), 'user', $2) RETURNING version`, owner, document)
		answers := tx.SendBatch(ctx, &b)
		if _, err := answers.Exec(); err != nil {
			return err
		}
		if err := answers.QueryRow().Scan(&version); err != nil {
			return err
		}
		return answers.Close()
	})
	return version, err
}
