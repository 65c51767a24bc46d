package http

import (
	"net/http"

	"vitrine/core/fault"
)

// Slugs of problems that are made in this package alone, beside those of core/fault.
const (
	slugInvalidQuery      = "invalid-query"
	slugUnknownParameter  = "unknown-parameter"
	slugDuplicate         = "duplicate-parameter"
	slugMalformedJSON     = "malformed-json"
	slugUnauthorized      = "unauthorized"
	slugInsufficientScope = "insufficient-scope"
	slugTooLarge          = "content-too-large"
	slugUnsupportedMedia  = "unsupported-media-type"
	slugNotAcceptable     = "not-acceptable"
	slugInProgress        = "idempotency-in-progress"
)

// problemKind is one kind of problem: its slug, which is the code of the fault, its status, and what its page says.
type problemKind struct {
	slug   string
	status int
	title  string
	advice string
}

// problemKinds are all that there are. A fault whose code is not here is a bug, and is answered as one.
var problemKinds = []problemKind{
	{
		slugInvalidQuery, http.StatusBadRequest, "The query string cannot be read",
		"It is badly encoded, longer than 8 KiB, or has more than 64 parameters. Encode each value with your language's own function.",
	},
	{
		slugUnknownParameter, http.StatusBadRequest, "A parameter does not exist here",
		"Names are written in lower case with underscores. Nothing is ignored, since a filter that is ignored widens the result.",
	},
	{
		slugDuplicate, http.StatusBadRequest, "A parameter is given twice",
		"Several values of one parameter are separated by commas: status=running,failed.",
	},
	{
		fault.CodeInvalidParameter, http.StatusBadRequest, "A parameter has an unacceptable value",
		"The member errors names each parameter and says what it takes.",
	},
	{
		fault.CodeInvalidCursor, http.StatusBadRequest, "The cursor does not belong to this list",
		"A cursor is bound to its owner, its filters and its order. Begin again without one.",
	},
	{
		"invalid-header", http.StatusBadRequest, "A header has an unacceptable value",
		"Entity tags are written in quotes; an Idempotency-Key is 1 to 255 printable ASCII characters; a header may stand once.",
	},
	{
		slugMalformedJSON, http.StatusBadRequest, "The body is not the JSON it has to be",
		"It is one object in UTF-8 without a byte order mark, with no member twice, at most 32 levels deep, and nothing after it.",
	},
	{
		"beyond-retention", http.StatusBadRequest, "The range begins before what is kept",
		"The member earliest says from when on there is something to ask for.",
	},
	{
		slugUnauthorized, http.StatusUnauthorized, "Nobody is known to be calling",
		"Send Authorization: Bearer with a token of the configured issuer that has not expired.",
	},
	{
		slugInsufficientScope, http.StatusForbidden, "The caller may not do this",
		"It takes the scope that the member scope names.",
	},
	{
		"cross-origin-denied", http.StatusForbidden, "A page of another origin may not do this",
		"Only pages of this server and of the configured origins may write; in dev mode only localhost is answered.",
	},
	{
		fault.CodeNotFound, http.StatusNotFound, "There is nothing here",
		"It does not exist, or it belongs to somebody else: the two are one answer.",
	},
	{
		"method-not-allowed", http.StatusMethodNotAllowed, "This address does not take that method",
		"The header Allow lists those that it takes.",
	},
	{
		slugNotAcceptable, http.StatusNotAcceptable, "The answer cannot be given in an acceptable form",
		"The API speaks application/json, and of figures also text/csv; ask for one of them, or for */*.",
	},
	{
		fault.CodeConflict, http.StatusConflict, "The state of the resource does not allow this",
		"The detail says what stands in the way.",
	},
	{
		"invalid-transition", http.StatusConflict, "The status cannot move that way",
		"The members from, to and allowed say what is and what may follow.",
	},
	{
		fault.CodeInTrash, http.StatusConflict, "The resource is in the trash",
		"What is in the trash can be read, restored and deleted for good, and nothing else.",
	},
	{
		slugInProgress, http.StatusConflict, "The first request is still running",
		"A request with the same Idempotency-Key has not finished. Ask again shortly.",
	},
	{
		fault.CodePreconditionFailed, http.StatusPreconditionFailed, "The resource has changed meanwhile",
		"Nothing was written. The member current has the resource as it is now: merge, and send the change with its ETag.",
	},
	{
		slugTooLarge, http.StatusRequestEntityTooLarge, "The body is too large",
		"The detail says how large it may be.",
	},
	{
		slugUnsupportedMedia, http.StatusUnsupportedMediaType, "The body is of a type that is not read here",
		"Send application/json in UTF-8 without Content-Encoding, or events in gzip; PATCH also takes application/merge-patch+json.",
	},
	{
		fault.CodeValidation, http.StatusUnprocessableEntity, "The content is not valid",
		"The body was understood. The member errors names every mistake by its JSON Pointer.",
	},
	{
		"idempotency-key-reused", http.StatusUnprocessableEntity, "The Idempotency-Key belongs to another request",
		"A key stands for one request for 24 hours. A new request needs a new key.",
	},
	{
		fault.CodeInternal, http.StatusInternalServerError, "Something went wrong on our side",
		"This is a bug. Report it with the request id, which is the member instance.",
	},
	{
		fault.CodeOverloaded, http.StatusServiceUnavailable, "The server is busy",
		"The same request may succeed after Retry-After.",
	},
	{
		fault.CodeUnavailable, http.StatusServiceUnavailable, "Something the server depends on is gone",
		"The same request may succeed after Retry-After.",
	},
	{
		fault.CodeTimeout, http.StatusServiceUnavailable, "The request took too long",
		"It was given up at the server's deadline. Narrow the question, or try again after Retry-After.",
	},
}

var kindBySlug = func() map[string]problemKind {
	m := make(map[string]problemKind, len(problemKinds))
	for _, k := range problemKinds {
		m[k.slug] = k
	}
	return m
}()

// kindOf finds the kind of a fault.
func kindOf(f *fault.Error) problemKind {
	if k, ok := kindBySlug[f.Code]; ok && f.Kind != fault.Internal {
		return k
	}
	return kindBySlug[fault.CodeInternal]
}
