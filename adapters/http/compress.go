package http

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// gzipSuffix ends the ETag of a compressed answer: another sequence of bytes is another strong tag (RFC 9110, section
// 8.8.3.3). etag.go knows both as one representation.
const gzipSuffix = "-gzip"

// compressedTypes are the media types worth compressing; pictures are not.
var compressedTypes = []string{mediaJSON, mediaProblem, mediaYAML, mediaCSV, mediaHTML, mediaCSS, mediaScript, mediaSVG}

// compress answers in gzip to clients that accept it. The lowest level costs a list a fraction of what the others do, and
// takes nearly as much off. The files of the page, which a browser asks for but once, are made as small as it goes.
func compress(next http.Handler) (http.Handler, error) {
	quick, err := compressAt(gzip.BestSpeed, next)
	if err != nil {
		return nil, err
	}
	small, err := compressAt(gzip.BestCompression, next)
	if err != nil {
		return nil, err
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, pageFilesRoot) {
			small.ServeHTTP(w, r)
			return
		}
		quick.ServeHTTP(w, r)
	}), nil
}

func compressAt(level int, next http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(
		gzhttp.EnableZstd(false),
		gzhttp.CompressionLevel(level),
		gzhttp.ContentTypeFilter(func(mediaType string) bool { return slices.Contains(compressedTypes, mediaType) }),
		gzhttp.SuffixETag(gzipSuffix),
	)
	if err != nil {
		return nil, fmt.Errorf("compression: %w", err)
	}
	return wrap(next), nil
}
