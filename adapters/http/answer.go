package http

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json"
)

// Media types that are sent or read.
const (
	mediaJSON    = "application/json"
	mediaPatch   = "application/merge-patch+json"
	mediaProblem = "application/problem+json"
	mediaCSV     = "text/csv; charset=utf-8; header=present"
	mediaYAML    = "application/yaml"
	mediaHTML    = "text/html; charset=utf-8"
	mediaCSS     = "text/css; charset=utf-8"
	mediaScript  = "text/javascript; charset=utf-8"
	mediaSVG     = "image/svg+xml"
	mediaFont    = "font/woff2"
)

// answer is what a handler has to say. It is written in one place, so that ETag, 304 and the rest are the same everywhere.
type answer struct {
	status   int
	body     any          // encoded as JSON; nil where there is none
	version  *int64       // of a single resource, else nil; its ETag begins with it
	location string       // of what was created
	asOf     string       // the member as_of of the body, which its tag leaves out; empty where it has none
	sheet    func() sheet // the body as a table, on rows that offer one
	replayed bool         // the effect is an earlier request's, found under its idempotency key
	file     *file        // sent as it is, instead of body
}

// file is an answer that is no JSON.
type file struct {
	mediaType string
	policy    string // its Content-Security-Policy; empty for that of the API
	immutable bool   // what is at its address never changes
	content   []byte
}

// write sends the answer, or 304 to a client that has it already. It fails, with nothing sent, where the body cannot be
// encoded.
func (a answer) write(w http.ResponseWriter, r *http.Request, known entityTags) error {
	body, err := a.encode(w.Header(), exchangeOf(r).media)
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
		h.Set("Cache-Control", a.keeping())
		if same, ok := known.find(tag); ok {
			h.Set("ETag", same)
			h.Del("Content-Type")
			h.Del("Content-Disposition")
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	_, _ = w.Write(body) // fails only when the client has gone, and then there is nobody to tell
	return nil
}

// keeping says who may keep the answer: its reader, who asks again each time; or everybody for good, what never changes.
func (a answer) keeping() string {
	if a.file != nil && a.file.immutable {
		return "public, max-age=31536000, immutable"
	}
	return "private, no-cache"
}

// encode gives the bytes of the answer in a media type and sets the headers that say what they are.
func (a answer) encode(h http.Header, media string) ([]byte, error) {
	switch {
	case media == mediaCSV:
		s := a.sheet()
		h.Set("Content-Type", mediaCSV)
		h.Set("Content-Disposition", `attachment; filename="`+s.name+`.csv"`)
		return s.encode(), nil
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
// change without the version; else the hash alone. Figures that say when they were asked for are the same figures a moment
// later: their tag is weak (RFC 9110, section 8.8.1).
func (a answer) tag(body []byte) string {
	weak := ""
	if before, after, found := bytes.Cut(body, []byte(`"as_of":"`+a.asOf+`"`)); found {
		body, weak = slices.Concat(before, after), "W/"
	}
	sum := sha256.Sum256(body)
	hash := base64.RawURLEncoding.EncodeToString(sum[:9])
	if a.version != nil {
		return `"` + strconv.FormatInt(*a.version, 10) + "-" + hash + `"`
	}
	return weak + `"` + hash + `"`
}
