package memory

import (
	"bytes"
	"testing"

	"vitrine/core/ident"
)

// PlantSettings keeps a document for the owner as it is, whatever it is.
func (db *DB) PlantSettings(_ testing.TB, owner ident.Owner, document []byte) {
	h := db.own(owner)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.settings.document = bytes.Clone(document)
}

// StoredSettings gives the owner's document as it is kept, nil where there is none.
func (db *DB) StoredSettings(_ testing.TB, owner ident.Owner) []byte {
	h := db.own(owner)
	h.mu.RLock()
	defer h.mu.RUnlock()
	return bytes.Clone(h.settings.document)
}
