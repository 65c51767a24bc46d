package http

import (
	"net/http"
	"strconv"
	"strings"

	"vitrine/core/fault"
	"vitrine/core/patch"
)

// maxTags is how many tags a condition may list.
const maxTags = 100

// entityTags are the tags of a condition (RFC 9110, section 13.1).
type entityTags struct {
	any  bool // "*"
	list []entityTag
}

// entityTag is one tag without its quotes.
type entityTag struct {
	weak   bool
	opaque string
}

// String is the tag as it was sent.
func (t entityTag) String() string {
	if t.weak {
		return `W/"` + t.opaque + `"`
	}
	return `"` + t.opaque + `"`
}

// find gives the tag among those of If-None-Match that names the same representation, compared weakly, compressed or not.
// It is the one to send with 304, as the tag of what the client keeps.
func (ts entityTags) find(tag string) (string, bool) {
	if ts.any {
		return tag, true
	}
	for _, t := range ts.list {
		if `"`+strings.TrimSuffix(t.opaque, gzipSuffix)+`"` == strings.TrimPrefix(tag, "W/") {
			return t.String(), true
		}
	}
	return "", false
}

// preconditions reads If-None-Match of what is only read. Elsewhere it has no meaning, and If-Match has one for PATCH and
// DELETE alone: it is refused on other writes, where it would protect nothing.
func preconditions(r *http.Request) (entityTags, error) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		tags, _, err := readTags(r, "If-None-Match")
		return tags, err
	case http.MethodPost:
		if r.Header.Values("If-Match") != nil {
			return entityTags{}, badHeader("If-Match", "has a meaning for PATCH and DELETE only.")
		}
	}
	return entityTags{}, nil
}

// ifMatch reads the precondition of a change. It looks at versions alone: "12" and "12-<hash>" are both version 12, and
// whatever else is well formed is no version that there is. A weak tag never matches.
func ifMatch(r *http.Request) (patch.Match, error) {
	tags, given, err := readTags(r, "If-Match")
	if err != nil || !given {
		return patch.Match{}, err
	}
	m := patch.Match{Required: true, Any: tags.any}
	for _, t := range tags.list {
		digits, _, _ := strings.Cut(t.opaque, "-")
		version, err := strconv.ParseInt(digits, 10, 64)
		if err == nil && !t.weak && strconv.FormatInt(version, 10) == digits {
			m.Versions = append(m.Versions, version)
		}
	}
	return m, nil
}

// readTags reads a header that lists entity tags, and whether it is there.
func readTags(r *http.Request, name string) (tags entityTags, given bool, err error) {
	lines := r.Header.Values(name)
	if lines == nil {
		return entityTags{}, false, nil
	}
	tags, ok := parseTags(strings.Join(lines, ","))
	if !ok {
		return entityTags{}, true, badHeader(name, `must be * or a list of at most %d entity tags in quotes, as "12".`, maxTags)
	}
	return tags, true, nil
}

// parseTags reads "*" or a list of tags. Empty list members are skipped, as RFC 9110, section 5.6.1, asks of a reader; a
// list of nothing else is a mistake.
func parseTags(s string) (entityTags, bool) {
	if strings.Trim(s, " \t") == "*" {
		return entityTags{any: true}, true
	}
	var tags entityTags
	for {
		s = strings.TrimLeft(s, " \t,")
		if s == "" {
			return tags, len(tags.list) > 0
		}
		var t entityTag
		s, t.weak = strings.CutPrefix(s, "W/")
		opaque, rest, ok := cutQuoted(s)
		rest = strings.TrimLeft(rest, " \t")
		if !ok || len(tags.list) == maxTags || rest != "" && rest[0] != ',' {
			return entityTags{}, false
		}
		t.opaque, s = opaque, rest
		tags.list = append(tags.list, t)
	}
}

// cutQuoted takes a quoted tag off the front of s. Between the quotes stands any visible character but the quote itself, and
// nothing is escaped.
func cutQuoted(s string) (opaque, rest string, ok bool) {
	s, ok = strings.CutPrefix(s, `"`)
	if !ok {
		return "", "", false
	}
	opaque, rest, ok = strings.Cut(s, `"`)
	for i := range len(opaque) {
		if c := opaque[i]; c <= ' ' || c == 0x7f {
			return "", "", false
		}
	}
	return opaque, rest, ok
}

// badHeader is the fault of a header with an unacceptable value.
func badHeader(name, format string, args ...any) *fault.Error {
	e := fault.New(fault.Invalid, "invalid-header", "Header "+name+": "+format, args...)
	e.Fields = []fault.Field{{Source: fault.Header, Name: name, Code: codeMalformed, Detail: e.Message}}
	return e
}
