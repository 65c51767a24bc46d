package http

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"slices"

	"github.com/klauspost/compress/gzhttp"
)

// gzipSuffix ends the ETag of a compressed answer: another sequence of bytes is another strong tag (RFC 9110, section
// 8.8.3.3). etag.go knows both as one representation.
const gzipSuffix = "-gzip"

// compressedTypes are the media types worth compressing; pictures are not.
var compressedTypes = []string{mediaJSON, mediaProblem, mediaYAML, mediaHTML, mediaCSS, mediaScript}

// compress answers in gzip to clients that accept it. The lowest level costs a list a fraction of what the others do, and
// takes nearly as much off.
func compress(next http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(
		gzhttp.EnableZstd(false),
		gzhttp.CompressionLevel(gzip.BestSpeed),
		gzhttp.ContentTypeFilter(func(mediaType string) bool { return slices.Contains(compressedTypes, mediaType) }),
		gzhttp.SuffixETag(gzipSuffix),
	)
	if err != nil {
		return nil, fmt.Errorf("compression: %w", err)
	}
	return wrap(next), nil
}
