package postgres

import (
	"database/sql"
	"errors"
	"testing"

	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

// plantSettings keeps a document for the owner as it is, whatever it is.
func (db *DB) plantSettings(t testing.TB, owner ident.Owner, document []byte) {
	const plant = `
		INSERT INTO settings (owner_id, document) VALUES ($1, $2)
		ON CONFLICT (owner_id) DO UPDATE SET document = excluded.document`
	_, err := db.sql.ExecContext(t.Context(), plant, owner, document)
	require.NoError(t, err)
}

// storedSettings gives the owner's document as it is kept, nil where there is none.
func (db *DB) storedSettings(t testing.TB, owner ident.Owner) (document []byte) {
	err := db.sql.GetContext(t.Context(), &document, `SELECT document FROM settings WHERE owner_id = $1`, owner)
	if !errors.Is(err, sql.ErrNoRows) {
		require.NoError(t, err)
	}
	return document
}
