package http

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"
)

// search reads q. Without any text it is as if absent.
func (q *query) search() string {
	text, _ := q.take("q")
	if n := utf8.RuneCountInString(text); n > search.MaxQuery {
		q.wrong("q", content.TooLong, "must be at most %d characters long; it has %d.", search.MaxQuery, n)
	}
	return text
}

// raw gives a value that the core judges; empty is none.
func (q *query) raw(name string) string {
	value, ok := q.take(name)
	if ok && value == "" {
		q.wrong(name, codeEmpty, "must not be empty; leave it out instead.")
	}
	return value
}

// flag reads true or false; nil is neither.
func (q *query) flag(name string) *bool {
	value, ok := q.take(name)
	if !ok {
		return nil
	}
	if value != "true" && value != "false" {
		q.wrong(name, content.Unknown, "must be true or false.")
		return nil
	}
	b := value == "true"
	return &b
}

// list reads values separated by commas.
func (q *query) list(name string) []string {
	value, ok := q.take(name)
	if !ok {
		return nil
	}
	values := strings.Split(value, ",")
	switch {
	case value == "":
		q.wrong(name, codeEmpty, "must not be empty; leave it out instead.")
	case slices.Contains(values, ""):
		q.wrong(name, codeEmpty, "must not have an empty value among its values.")
	case len(values) > maxValues:
		q.wrong(name, codeTooMany, "must be at most %d values; there are %d.", maxValues, len(values))
	default:
		return values
	}
	return nil
}

// words reads values separated by commas, each one of those allowed. A value given twice counts once.
func words[T ~string](q *query, name string, allowed []T) []T {
	var found []T
	for _, value := range q.list(name) {
		if !slices.Contains(allowed, T(value)) {
			q.wrong(name, content.Unknown, "must be one or more of %s.", content.Listed(allowed))
			return nil
		}
		if !slices.Contains(found, T(value)) {
			found = append(found, T(value))
		}
	}
	return found
}

// word reads one of the values allowed; empty is none.
func word[T ~string](q *query, name string, allowed []T) T {
	value, ok := q.take(name)
	if ok && !slices.Contains(allowed, T(value)) {
		q.wrong(name, content.Unknown, "must be one of %s.", content.Listed(allowed))
	}
	return T(value)
}

// texts reads texts of at most limit code points separated by commas.
func (q *query) texts(name string, limit int) []string {
	texts := q.list(name)
	for _, text := range texts {
		if utf8.RuneCountInString(text) > limit {
			q.wrong(name, content.TooLong, "must be values of at most %d characters.", limit)
			return nil
		}
	}
	return texts
}

// id reads an id; nil is none.
func (q *query) id(name string) *ident.ID {
	value, ok := q.take(name)
	if !ok {
		return nil
	}
	id, err := ident.ParseID(value)
	if err != nil {
		q.wrong(name, codeMalformed, notAnID)
		return nil
	}
	return &id
}

// instant reads a time; nil is none.
func (q *query) instant(name string) *time.Time {
	value, ok := q.take(name)
	if !ok {
		return nil
	}
	t, ok := parseInstant(value)
	if !ok {
		q.wrong(name, codeMalformed, "must be an RFC 3339 time of the years %d to %d, as 2026-11-22T13:05:11Z.", firstYear, lastYear)
		return nil
	}
	return &t
}

// number reads a whole number between low and high; absent is what it is without the parameter.
func (q *query) number(name string, low, high, absent int) int {
	value, ok := q.take(name)
	if !ok {
		return absent
	}
	n, err := strconv.Atoi(value)
	if err != nil || strconv.Itoa(n) != value || n < low || n > high {
		q.wrong(name, content.OutOfRange, "must be a whole number between %d and %d.", low, high)
	}
	return n
}

// limit reads how many items a page has.
func (q *query) limit() int { return q.number("limit", 1, page.MaxLimit, page.DefaultLimit) }

// sort reads an order; the zero Order is the list's own.
func (q *query) sort(orders []page.Order) page.Order {
	value, ok := q.take("sort")
	if !ok {
		return page.Order{}
	}
	names := make([]string, len(orders))
	for i, o := range orders {
		if names[i] = o.String(); names[i] == value {
			return o
		}
	}
	q.wrong("sort", content.Unknown, "must be one of %s.", content.Listed(names))
	return page.Order{}
}

// cursor reads a place in a list; empty is the beginning. The core decides whether it belongs to the list; an empty
// one is wrong by itself, since a client that lost its cursor would begin again for ever.
func (q *query) cursor() string {
	value, ok := q.take("cursor")
	if !ok || value != "" {
		return value
	}
	_, err := page.DecodeCursor("", page.Fingerprint{})
	q.note(fault.CodeInvalidCursor, "cursor", codeEmpty, "%s", fault.Of(err).Message)
	return ""
}
