package http

import (
	"crypto/sha256"
	"encoding/binary"
	"net/http"

	"vitrine/core/idempotency"
	"vitrine/core/ident"
)

// maxKey is the length limit of an Idempotency-Key in bytes.
const maxKey = 255

// idempotencyKey reads the header that lets a request be sent twice; the zero Key is none. The key stands for this method,
// path and body, byte by byte.
func idempotencyKey(r *http.Request, body []byte) (idempotency.Key, error) {
	lines := r.Header.Values("Idempotency-Key")
	if lines == nil {
		return idempotency.Key{}, nil
	}
	if len(lines) > 1 || !soundKey(lines[0]) {
		return idempotency.Key{}, badHeader("Idempotency-Key", "must be one key of 1 to %d printable ASCII characters.", maxKey)
	}
	return idempotency.Key{
		Name:        lines[0],
		Fingerprint: fingerprint(r.Method, r.URL.EscapedPath(), string(body)),
		Now:         ident.Instant(exchangeOf(r).began),
	}, nil
}

func soundKey(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return s != "" && len(s) <= maxKey
}

// fingerprint is a hash of the parts, each told from the next by its length.
func fingerprint(parts ...string) [32]byte {
	h := sha256.New()
	for _, part := range parts {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		h.Write([]byte(part))
	}
	return [32]byte(h.Sum(nil))
}
