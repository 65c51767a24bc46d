package http

import (
	_ "embed" // for the document
	"net/http"
)

// Document is the OpenAPI description of the API. The tests hold the routes and their answers against it.
//
//go:embed openapi.yaml
var Document []byte

// description answers with the OpenAPI document.
func description(*http.Request) (answer, error) {
	return answer{status: http.StatusOK, file: &file{mediaType: mediaYAML, content: Document}}, nil
}
