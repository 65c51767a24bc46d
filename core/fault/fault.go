// Package fault is the one error type that every module and adapter speaks.
//
// An error has a kind, which says what class of thing went wrong, and a code, which names the case and is stable: the
// codes are the slugs of the HTTP contract. Adapters make faults from what their engine reports (SQLSTATE, HTTP
// status, never message text); one boundary in adapters/http turns them into answers.
package fault

import (
	"context"
	"errors"
	"fmt"
)

// Kind is the class of a fault. The zero value is Internal, so that an error nobody classified is a bug by default.
type Kind uint8

// The kinds, each with what it tells a caller.
const (
	Internal        Kind = iota // a bug or a failure nobody foresaw; its text never leaves the process
	Invalid                     // the request can never succeed as sent
	Unauthenticated             // nobody is known to be calling
	Forbidden                   // the caller is known and may not do this
	NotFound                    // the thing is absent, or somebody else's: the two are one answer
	Conflict                    // the state of the thing says no
	Precondition                // the thing has changed since the caller read it
	TooLarge                    // the request exceeds a size limit
	Unavailable                 // a dependency is gone or busy; the same request may succeed later
)

// Codes that more than one package makes or looks for.
const (
	CodeNotFound           = "not-found"
	CodeValidation         = "validation-failed"
	CodeInvalidParameter   = "invalid-parameter"
	CodeInvalidCursor      = "invalid-cursor"
	CodeInTrash            = "in-trash"
	CodeConflict           = "conflict"
	CodePreconditionFailed = "precondition-failed"
	CodeUnavailable        = "dependency-unavailable"
	CodeOverloaded         = "overloaded"
	CodeTimeout            = "query-timeout"
	CodeInternal           = "internal"
)

// Source says where in a request a mistake sits.
type Source string

// The sources; they are the member names of the problem document's errors.
const (
	Pointer   Source = "pointer"   // a JSON Pointer (RFC 6901) into the body
	Parameter Source = "parameter" // a query or path parameter
	Header    Source = "header"    // a header field
)

// Field is one mistake of a request: where it is, its code, and a sentence for people.
type Field struct {
	Source Source `json:"source"`
	Name   string `json:"name"`
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

// Error is a fault. Members are further facts of the case (from, to, allowed, …), shown to the caller beside the
// message; Cause is for the log alone.
type Error struct {
	Kind    Kind           `json:"kind"`
	Code    string         `json:"code"`
	Message string         `json:"message"`
	Fields  []Field        `json:"fields,omitempty"`
	Members map[string]any `json:"members,omitempty"`
	Cause   error          `json:"-"`
}

// Error gives the message and the cause, for logs.
func (e *Error) Error() string {
	if e.Cause != nil {
		return fmt.Sprintf("%s: %s: %v", e.Code, e.Message, e.Cause)
	}
	return e.Code + ": " + e.Message
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// New makes a fault with a message for the caller.
func New(kind Kind, code, format string, args ...any) *Error {
	return &Error{Kind: kind, Code: code, Message: fmt.Sprintf(format, args...)}
}

// With returns a copy of e that carries one more member.
func (e *Error) With(name string, value any) *Error {
	c := *e
	c.Members = map[string]any{name: value}
	for k, v := range e.Members {
		c.Members[k] = v
	}
	return &c
}

// Absent is the fault of a thing that is not there or is somebody else's. It names nothing, so that the two cannot be
// told apart.
func Absent() *Error {
	return New(NotFound, CodeNotFound, "There is nothing here under that id.")
}

// Validation is the fault of content that was understood and is not acceptable; it lists every mistake.
func Validation(fields ...Field) *Error {
	e := New(Invalid, CodeValidation, "The request was understood, but its content is not valid.")
	e.Fields = fields
	return e
}

// BadParameter is the fault of one query or path parameter with an unacceptable value.
func BadParameter(name, code, format string, args ...any) *Error {
	detail := fmt.Sprintf(format, args...)
	e := New(Invalid, CodeInvalidParameter, "Parameter %q: %s", name, detail)
	e.Fields = []Field{{Source: Parameter, Name: name, Code: code, Detail: detail}}
	return e
}

// InTrash is the fault of a change to something that lies in the trash.
func InTrash(what string) *Error {
	return New(Conflict, CodeInTrash, "The %s is in the trash; restore it first.", what)
}

// Unreachable is the fault of a dependency that did not answer.
func Unreachable(what string, cause error) *Error {
	e := New(Unavailable, CodeUnavailable, "The %s cannot be reached right now; try again shortly.", what)
	e.Cause = cause
	return e
}

// Of finds the fault in err. A context's end is one too: the deadline is Unavailable, and any error that nobody
// classified is Internal with err as its cause. Of(nil) is nil.
func Of(err error) *Error {
	var e *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e):
		return e
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return &Error{Kind: Unavailable, Code: CodeTimeout, Message: "The request took too long and was given up.", Cause: err}
	default:
		return &Error{Kind: Internal, Code: CodeInternal, Message: "Something went wrong on our side.", Cause: err}
	}
}

// Is reports whether err is a fault of the kind.
func Is(err error, kind Kind) bool {
	e := Of(err)
	return e != nil && e.Kind == kind
}
