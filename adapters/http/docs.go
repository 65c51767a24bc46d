package http

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"sync"

	swagger "github.com/swaggest/swgui/v5/static"
)

// docsPage shows the OpenAPI document in Swagger UI, which is part of the binary: no other host is asked for anything.
func docsPage(*http.Request) (answer, error) {
	return render("docs.html", policyDocs, nil)
}

// viewer answers with a file of Swagger UI, unpacked when it is first asked for.
func viewer(name, mediaType string) func(*http.Request) (answer, error) {
	unpacked := sync.OnceValues(func() ([]byte, error) { return unpack(name + ".gz") })
	return func(*http.Request) (answer, error) {
		content, err := unpacked()
		return answer{status: http.StatusOK, file: &file{mediaType: mediaType, content: content}}, err
	}
}

func unpack(name string) ([]byte, error) {
	packed, err := swagger.FS.Open(name)
	if err != nil {
		return nil, fmt.Errorf("docs: %w", err)
	}
	defer func() { _ = packed.Close() }() // in memory
	z, err := gzip.NewReader(packed)
	if err != nil {
		return nil, fmt.Errorf("docs: %s: %w", name, err)
	}
	return io.ReadAll(z)
}
