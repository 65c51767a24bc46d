package media

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"net/http"
	"time"
)

// policy forbids a picture everything but to be drawn, also where it is opened by itself.
const policy = "default-src 'none'; sandbox"

// Handler serves every picture under its address, to be kept for ever, and answers 404 for every other path below Root.
func Handler() http.Handler { return http.HandlerFunc(serve) }

func serve(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "Pictures can only be read.", http.StatusMethodNotAllowed)
		return
	}
	// The escaped path, since another spelling of an address is another address; for the same reason no query.
	p, err := Parse(r.URL.EscapedPath())
	if err != nil || r.URL.RawQuery != "" {
		http.NotFound(w, r)
		return
	}
	svg := Draw(p)
	hash := sha256.Sum256(svg)
	h := w.Header()
	h.Set("Content-Type", ContentType)
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("ETag", fmt.Sprintf(`"%x"`, hash[:8]))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(svg))
}
