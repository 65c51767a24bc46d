package http

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vitrine/core/fault"
)

// Limits of a query string.
const (
	maxQuery      = 8 << 10 // bytes
	maxParameters = 64
	maxValues     = 100 // of one parameter
)

// Codes of mistakes that are found while reading, beside those of core/content.
const (
	codeUnknown    = "unknown"
	codeDuplicate  = "duplicate"
	codeEmpty      = "empty"
	codeMalformed  = "malformed"
	codeCharacters = "invalid_characters"
	codeTooMany    = "too_many"
)

// query reads the parameters of a request. Each reader of params.go takes one; what nobody took in the end does not exist,
// and is a mistake, as is whatever cannot be read. All mistakes are kept for the end.
type query struct {
	values   map[string]string
	order    []string // names as they came
	taken    map[string]bool
	mistakes []mistake
	broken   error // the query cannot be read at all
}

// mistake is one mistake with the slug of the problem that it is by itself.
type mistake struct {
	slug  string
	field fault.Field
}

// readQuery splits the query string. Go's own r.URL.Query() drops what it cannot read, which widens a list without a word;
// here that is a mistake.
func readQuery(r *http.Request) *query {
	q := &query{values: map[string]string{}, taken: map[string]bool{}}
	raw := r.URL.RawQuery
	if raw == "" {
		return q
	}
	if len(raw) > maxQuery {
		return q.fail("The query string is longer than %d bytes.", maxQuery)
	}
	if n := 1 + strings.Count(raw, "&"); n > maxParameters {
		return q.fail("The query string has more than %d parameters.", maxParameters)
	}
	given, err := url.ParseQuery(raw)
	if err != nil {
		return q.fail("The query string is not well encoded.")
	}
	for name := range given {
		q.order = append(q.order, name)
	}
	slices.Sort(q.order)
	for _, name := range q.order {
		q.add(name, given[name])
	}
	return q
}

func (q *query) fail(format string, args ...any) *query {
	q.broken = fault.New(fault.Invalid, slugInvalidQuery, format, args...)
	return q
}

// add keeps a parameter whose value is text.
func (q *query) add(name string, values []string) {
	value := values[0]
	if name == "q" {
		value = oneLine.Replace(value)
	}
	switch {
	case len(values) > 1:
		q.note(slugDuplicate, name, codeDuplicate, "must be given once; several values are separated by commas.")
	case !utf8.ValidString(value), strings.ContainsFunc(value, unicode.IsControl):
		q.wrong(name, codeCharacters, "must be UTF-8 without control characters.")
	}
	q.values[name] = value
}

// oneLine makes spaces of tabs and line breaks, as a search box does with what is pasted into it.
var oneLine = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

// take gives the raw value of a parameter. ok is false where there is none, and where it is known to be wrong already.
func (q *query) take(name string) (value string, ok bool) {
	value, ok = q.values[name]
	ok = ok && !q.flawed(name)
	q.taken[name] = true
	return value, ok
}

func (q *query) flawed(name string) bool {
	return slices.ContainsFunc(q.mistakes, func(m mistake) bool { return m.field.Name == name })
}

// wrong notes a value that will not do.
func (q *query) wrong(name, code, format string, args ...any) {
	q.note(fault.CodeInvalidParameter, name, code, format, args...)
}

func (q *query) note(slug, name, code, format string, args ...any) {
	q.mistakes = append(q.mistakes, mistake{slug, fault.Field{
		Source: fault.Parameter, Name: name, Code: code, Detail: fmt.Sprintf(format, args...),
	}})
}

// adopt adds the mistakes that the core found in the parameters, but for those that are known to be wrong already.
func (q *query) adopt(found error) {
	f := fault.Of(found)
	if f == nil {
		return
	}
	for _, field := range f.Fields {
		if !q.flawed(field.Name) {
			q.mistakes = append(q.mistakes, mistake{f.Code, field})
		}
	}
}

// err is the fault of all mistakes, or nil. Mistakes of one kind are the problem of that kind; of several kinds, they are
// "invalid-parameter".
func (q *query) err() error {
	if q.broken != nil {
		return q.broken
	}
	q.refuseUntaken()
	if len(q.mistakes) == 0 {
		return nil
	}
	e := fault.New(fault.Invalid, q.mistakes[0].slug, "")
	for _, m := range q.mistakes {
		if m.slug != e.Code {
			e.Code = fault.CodeInvalidParameter
		}
		m.field.Name = shortened(m.field.Name)
		e.Fields = append(e.Fields, m.field)
	}
	first := e.Fields[0]
	e.Message = fmt.Sprintf("Parameter %q: %s", first.Name, first.Detail)
	if n := len(e.Fields); n > 1 {
		e.Message = fmt.Sprintf("%d parameters are not acceptable.", n)
	}
	return e
}

// refuseUntaken makes mistakes of the parameters that no reader took, in place of whatever else was wrong with them.
func (q *query) refuseUntaken() {
	for _, name := range q.order {
		if q.taken[name] {
			continue
		}
		q.mistakes = slices.DeleteFunc(q.mistakes, func(m mistake) bool { return m.field.Name == name })
		q.note(slugUnknownParameter, name, codeUnknown, "does not exist here.")
	}
}

// maxShown is how much of a stranger's text an answer or a log repeats, in code points.
const maxShown = 100

// shortened is s as it can be repeated: valid text of bounded length.
func shortened(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	n := 0
	for i := range s {
		if n++; n > maxShown {
			return s[:i] + "…"
		}
	}
	return s
}
