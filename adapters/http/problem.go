package http

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"vitrine/core/fault"

	"github.com/go-json-experiment/json"
	"go.uber.org/zap"
)

// maxErrors is how many mistakes a problem document lists; it says how many more there are.
const maxErrors = 32

// retryAfter is what an answer that invites another try suggests, in seconds.
const retryAfter = "1"

// refusal is a fault whose answer needs a header.
type refusal struct {
	fault         *fault.Error
	header, value string
}

func (r refusal) Error() string { return r.fault.Error() }

func (r refusal) Unwrap() error { return r.fault }

// problem is a problem document (RFC 9457).
type problem struct {
	Type          string              `json:"type"`
	Title         string              `json:"title"`
	Status        int                 `json:"status"`
	Detail        string              `json:"detail"`
	Instance      string              `json:"instance,omitempty"`
	Errors        []map[string]string `json:"errors,omitempty"`
	ErrorsOmitted int                 `json:"errors_omitted,omitzero"`
	Members       map[string]any      `json:",embed"`
}

// newProblem is the document of a fault. What went wrong inside never shows.
func newProblem(f *fault.Error) problem {
	kind := kindOf(f)
	p := problem{
		Type: "/problems/" + kind.slug, Title: kind.title, Status: kind.status,
		Detail: f.Message, Members: f.Members,
	}
	if kind.slug == fault.CodeInternal {
		p.Detail, p.Members = "Something went wrong on our side; the log has it under this request's id.", nil
		return p
	}
	for _, mistake := range f.Fields[:min(len(f.Fields), maxErrors)] {
		p.Errors = append(p.Errors, map[string]string{
			string(mistake.Source): mistake.Name, "code": mistake.Code, "detail": mistake.Detail,
		})
	}
	p.ErrorsOmitted = len(f.Fields) - len(p.Errors)
	return p
}

// fail answers with the problem of an error, and is the only place where an error is logged.
func (a *api) fail(w http.ResponseWriter, r *http.Request, err error) {
	f, x, h := fault.Of(err), exchangeOf(r), w.Header()
	p := newProblem(f)
	p.Instance = x.id
	x.problem = strings.TrimPrefix(p.Type, "/problems/")
	a.report(r, p.Status, f)

	if refused := (refusal{}); errors.As(err, &refused) {
		h.Set(refused.header, refused.value)
	}
	if p.Status == http.StatusServiceUnavailable || f.Code == slugInProgress {
		h.Set("Retry-After", retryAfter)
	}
	body, err := json.Marshal(p, json.Deterministic(true))
	if err != nil {
		a.log.Error("encode problem", zap.String("request_id", x.id), zap.Error(err))
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	h.Set("Content-Type", mediaProblem)
	w.WriteHeader(p.Status)
	_, _ = w.Write(body) // fails only when the client has gone
}

// report logs what an operator has to know: a bug, or a dependency that is gone. The rest is in the access log; why a
// caller was refused is there for who looks closer.
func (a *api) report(r *http.Request, status int, f *fault.Error) {
	fields := []zap.Field{zap.String("request_id", exchangeOf(r).id), zap.String("code", f.Code), zap.NamedError("cause", f.Cause)}
	switch {
	case errors.Is(context.Cause(r.Context()), context.Canceled):
		a.log.Debug("client gone", fields...)
	case status == http.StatusInternalServerError:
		a.log.Error("internal", fields...)
	case status == http.StatusServiceUnavailable:
		a.log.Warn("unavailable", fields...)
	case f.Cause != nil:
		a.log.Debug("refused", fields...)
	}
}
