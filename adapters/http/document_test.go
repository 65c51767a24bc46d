package http

import (
	"bytes"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
	"github.com/pb33f/libopenapi-validator/config"
	"github.com/pb33f/libopenapi-validator/errors"
	v3 "github.com/pb33f/libopenapi/datamodel/high/v3"
	"github.com/stretchr/testify/require"
)

// document is openapi.yaml, read once for all tests.
var document = sync.OnceValue(func() (d struct {
	validator.Validator
	model *v3.Document
},
) {
	doc, err := libopenapi.NewDocument(Document)
	if err != nil {
		panic(err)
	}
	model, err := doc.BuildV3Model()
	if err != nil {
		panic(err)
	}
	v, errs := validator.NewValidator(doc, config.WithStrictMode(), config.WithFormatAssertions(),
		config.WithStrictIgnoredHeadersExtra(everywhere...),
		config.WithStrictIgnorePaths("$.body.options.**", "$.body.items[*].options.**", "$.body.current.options.**"))
	if len(errs) > 0 {
		panic(errs[0])
	}
	d.Validator, d.model = v, &model.Model
	return d
})

// everywhere are headers that no operation lists: what any request may carry, and what every answer does.
var everywhere = []string{
	"Sec-Fetch-Site",
	"X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy", "Cross-Origin-Resource-Policy",
	"Access-Control-Allow-Origin", "Access-Control-Expose-Headers",
}

// unread are the statuses of requests that were refused for their form, or before it was looked at. On all others the
// document has to allow the request, but for a batch with an item that was refused so (refusedItem).
var unread = []int{
	http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusMethodNotAllowed, http.StatusNotAcceptable,
	http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity,
}

// refusedItem reports whether the answer tells of an item of a batch that was refused for its form.
func refusedItem(body []byte) bool {
	return bytes.Contains(body, []byte("/problems/validation-failed")) || bytes.Contains(body, []byte(`"code":"invalid"`))
}

// checkAgainstDocument requires that the document says what was sent and what was answered, nothing missing and nothing
// beyond.
func checkAgainstDocument(t testing.TB, r *http.Request, got reply) {
	t.Helper()
	if !strings.HasPrefix(r.URL.Path, "/api/v1/") || got.status == http.StatusMethodNotAllowed || r.Method == http.MethodHead ||
		r.Method == http.MethodOptions {
		return
	}
	if !documented(r) {
		require.Contains(t, []int{http.StatusNotFound, http.StatusForbidden}, got.status, "%s %s is not in the document", r.Method, r.URL.Path)
		return
	}
	if !slices.Contains(unread, got.status) && !refusedItem(got.body) {
		if strings.EqualFold(r.Header.Get("Content-Encoding"), "gzip") {
			packed, err := io.ReadAll(r.Body)
			require.NoError(t, err)
			bytesOf(string(unzip(t, packed)))(r)
		}
		ok, errs := document().ValidateHttpRequest(r)
		require.True(t, ok, "request %s %s: %s", r.Method, r.URL, explain(errs))
	}
	r.Body = http.NoBody
	got.header = got.header.Clone()
	got.header.Del("Content-Encoding") // the body was unpacked
	ok, errs := document().GetResponseBodyValidator().ValidateResponseBody(r, &http.Response{
		StatusCode: got.status, Header: got.header, Body: io.NopCloser(bytes.NewReader(got.body)), Request: r,
	})
	require.True(t, ok, "answer %d to %s %s: %s", got.status, r.Method, r.URL, explain(errs))
}

// documented reports whether the document has an operation at the address.
func documented(r *http.Request) bool {
	for path, item := range document().model.Paths.PathItems.FromOldest() {
		if samePath("/api/v1"+path, r.URL.EscapedPath()) && item.GetOperations().GetOrZero(strings.ToLower(r.Method)) != nil {
			return true
		}
	}
	return false
}

func samePath(template, path string) bool {
	a, b := strings.Split(template, "/"), strings.Split(path, "/")
	return slices.EqualFunc(a, b, func(a, b string) bool { return a == b || strings.HasPrefix(a, "{") && b != "" })
}

func explain(errs []*errors.ValidationError) string {
	var b strings.Builder
	for _, e := range errs {
		b.WriteString("\n  " + e.Message + ": " + e.Reason)
		for _, s := range e.SchemaValidationErrors {
			b.WriteString("\n    " + s.FieldPath + ": " + s.Reason)
		}
	}
	return b.String()
}

func TestTheDocumentIsValidOpenAPI(t *testing.T) {
	ok, errs := document().ValidateDocument()
	require.True(t, ok, explain(errs))
}

// TestRoutesAndDocumentAgree holds the table against the document both ways: method, path and operation id.
func TestRoutesAndDocumentAgree(t *testing.T) {
	table, written := map[string]string{}, map[string]string{}
	for _, rt := range (&api{Config: Config{Auth: DevMode{}}}).routes(Services{}) {
		if rt.operation != "" {
			table[rt.method+" "+rt.path] = rt.operation
		}
	}
	for path, item := range document().model.Paths.PathItems.FromOldest() {
		for method, operation := range item.GetOperations().FromOldest() {
			written[strings.ToUpper(method)+" /api/v1"+path] = operation.OperationId
		}
	}
	require.Equal(t, written, table)
	require.Len(t, slices.Compact(slices.Sorted(maps.Values(table))), len(table), "operation ids are unique")
}

func TestEveryOperationSaysWhatItDoes(t *testing.T) {
	for path, item := range document().model.Paths.PathItems.FromOldest() {
		for method, operation := range item.GetOperations().FromOldest() {
			require.NotEmpty(t, operation.Summary, "%s %s", method, path)
			require.NotEmpty(t, operation.Tags, "%s %s", method, path)
			for status, response := range operation.Responses.Codes.FromOldest() {
				require.NotEmpty(t, response.Description, "%s %s %s", method, path, status)
			}
		}
	}
}
