package http

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"

	"github.com/go-json-experiment/json"
)

// Media types that are sent or read.
const (
	mediaJSON    = "application/json"
	mediaPatch   = "application/merge-patch+json"
	mediaProblem = "application/problem+json"
	mediaYAML    = "application/yaml"
	mediaHTML    = "text/html; charset=utf-8"
	mediaCSS     = "text/css; charset=utf-8"
	mediaScript  = "text/javascript; charset=utf-8"
)

// answer is what a handler has to say. It is written in one place, so that ETag, 304 and the rest are the same everywhere.
type answer struct {
	status   int
	body     any    // encoded as JSON; nil where there is none
	version  *int64 // of a single resource, else nil; its ETag begins with it
	location string // of what was created
	replayed bool   // the effect is an earlier request's, found under its idempotency key
	file     *file  // sent as it is, instead of body
}

// file is an answer that is no JSON.
type file struct {
	mediaType string
	policy    string // its Content-Security-Policy; empty for that of the API
	content   []byte
}

// write sends the answer, or 304 to a client that has it already. It fails, with nothing sent, where the body cannot be
// encoded.
func (a answer) write(w http.ResponseWriter, r *http.Request, known entityTags) error {
	body, err := a.encode(w.Header())
	if err != nil {
		return err
	}
	h := w.Header()
	if a.location != "" {
		h.Set("Location", a.location)
	}
	if a.replayed {
		h.Set("Idempotent-Replayed", "true")
	}
	if body == nil {
		w.WriteHeader(a.status)
		return nil
	}
	tag := a.tag(body)
	h.Set("ETag", tag)
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		h.Set("Cache-Control", "private, no-cache")
		if same, ok := known.find(tag); ok {
			h.Set("ETag", same)
			h.Del("Content-Type")
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	_, _ = w.Write(body) // fails only when the client has gone, and then there is nobody to tell
	return nil
}

// encode gives the bytes of the answer and sets the header that says what they are.
func (a answer) encode(h http.Header) ([]byte, error) {
	switch {
	case a.file != nil:
		h.Set("Content-Type", a.file.mediaType)
		if a.file.policy != "" {
			h.Set("Content-Security-Policy", a.file.policy)
		}
		return a.file.content, nil
	case a.body == nil:
		return nil, nil
	}
	b, err := json.Marshal(a.body, json.Deterministic(true))
	if err != nil {
		return nil, fmt.Errorf("encode answer: %w", err)
	}
	h.Set("Content-Type", mediaJSON)
	return b, nil
}

// tag is the ETag of the bytes: of a single resource "<version>-<hash>", since members that are derived or belong to the run
// change without the version; else the hash alone.
func (a answer) tag(body []byte) string {
	sum := sha256.Sum256(body)
	hash := base64.RawURLEncoding.EncodeToString(sum[:9])
	if a.version != nil {
		return `"` + strconv.FormatInt(*a.version, 10) + "-" + hash + `"`
	}
	return `"` + hash + `"`
}
