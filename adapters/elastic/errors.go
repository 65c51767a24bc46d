package elastic

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"vitrine/core/fault"
)

// Error is what Elasticsearch, or something in front of it, answered instead of a result.
type Error struct {
	Status int
	Type   string // Elasticsearch's name of the error; empty where the body does not tell
	Reason string // for the log
}

// Error gives status, type and reason.
func (e *Error) Error() string {
	return fmt.Sprintf("elasticsearch answered %d %s: %s", e.Status, e.Type, e.Reason)
}

// maxReason is how much of a reason is kept, in bytes: Elasticsearch may repeat a whole request in it.
const maxReason = 300

// ofStatus reads the body of an answer that is not a success. Bodies that are no JSON of Elasticsearch say nothing.
func ofStatus(status int, body []byte) *Error {
	var said struct {
		Error json.RawMessage `json:"error"`
	}
	e := &Error{Status: status}
	if json.Unmarshal(body, &said) == nil {
		e.Type, e.Reason = cause(said.Error)
	}
	return e
}

// cause reads an error of Elasticsearch, which is an object, or in a few places a sentence.
func cause(raw json.RawMessage) (name, reason string) {
	var object struct {
		Type   string `json:"type"`
		Reason string `json:"reason"`
	}
	if json.Unmarshal(raw, &object) != nil {
		return "", ""
	}
	return object.Type, object.Reason[:min(len(object.Reason), maxReason)]
}

// noIndex is the type of the error that an index or alias is not there.
const noIndex = "index_not_found_exception"

// isType reports whether Elasticsearch answered an error of the type.
func isType(err error, name string) bool {
	var e *Error
	return errors.As(err, &e) && e.Type == name
}

// errGarbled is an answer that is not what Elasticsearch answers.
var errGarbled = errors.New("elasticsearch gave an answer that cannot be understood")

// errPartial is an answer that some shards, or the whole for lack of time, are missing from.
var errPartial = errors.New("elasticsearch gave a part of the answer only")

// refused are the statuses that say that the request is wrong, which is a mistake of this package and no outage.
var refused = map[int]bool{
	http.StatusBadRequest:            true,
	http.StatusMethodNotAllowed:      true,
	http.StatusNotAcceptable:         true,
	http.StatusUnsupportedMediaType:  true,
	http.StatusRequestEntityTooLarge: true,
}

// translate makes a fault of what went wrong: everything is fault.Unavailable but a request that is wrong.
func translate(err error) error {
	var e *Error
	var known *fault.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &e) && refused[e.Status]:
		return err
	default:
		return fault.Unreachable("search index", err)
	}
}
