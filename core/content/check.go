// Package content holds the rules for what people and pipelines write: lines, prose, tags and links. Both entities that
// carry such text use the same rules, so that a title is a title everywhere.
package content

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"vitrine/core/fault"
)

// Codes of the mistakes found here.
const (
	Required          = "required"
	TooLong           = "too_long"
	TooMany           = "too_many"
	OutOfRange        = "out_of_range"
	InvalidCharacters = "invalid_characters"
	InvalidURL        = "invalid_url"
	Unknown           = "unknown_value"
	NotApplicable     = "not_applicable"
	ReadOnly          = "read_only"
	Missing           = "not_found"
)

// Check collects the mistakes of one body, so that a caller learns of all of them at once.
type Check struct {
	fields []fault.Field
}

// Add notes a mistake at a JSON Pointer.
func (c *Check) Add(pointer, code, format string, args ...any) {
	c.fields = append(c.fields, fault.Field{
		Source: fault.Pointer, Name: pointer, Code: code, Detail: fmt.Sprintf(format, args...),
	})
}

// Err is the fault of all mistakes noted, or nil.
func (c *Check) Err() error {
	if len(c.fields) == 0 {
		return nil
	}
	return fault.Validation(c.fields...)
}

// Line judges a single line of at most limit code points and returns it without white space around it. Line breaks and
// other control characters are mistakes, since lines end up in headers, logs and file names.
func (c *Check) Line(pointer, s string, limit int) string {
	s = strings.TrimSpace(s)
	c.length(pointer, s, limit)
	if strings.ContainsFunc(s, unicode.IsControl) {
		c.Add(pointer, InvalidCharacters, "must not contain control characters or line breaks.")
	}
	return s
}

// Name judges a line that must say something: invisible characters alone do not.
func (c *Check) Name(pointer, s string, limit int) string {
	s = c.Line(pointer, s, limit)
	if !Visible(s) {
		c.Add(pointer, Required, "must not be empty.")
	}
	return s
}

// NoComma judges a value that a filter takes among others, which commas separate there, and returns it.
func (c *Check) NoComma(pointer, s string) string {
	if strings.Contains(s, ",") {
		c.Add(pointer, InvalidCharacters, "must not contain a comma.")
	}
	return s
}

// Prose judges text of several lines of at most limit code points. It is kept as written, NUL aside, which no store
// can hold.
func (c *Check) Prose(pointer, s string, limit int) string {
	c.length(pointer, s, limit)
	if strings.ContainsRune(s, 0) {
		c.Add(pointer, InvalidCharacters, "must not contain the NUL character.")
	}
	return s
}

// Between judges a number that must lie within low and high, both included.
func (c *Check) Between(pointer string, n, low, high int64) {
	if n < low || n > high {
		c.Add(pointer, OutOfRange, "must be between %d and %d.", low, high)
	}
}

func (c *Check) length(pointer, s string, limit int) {
	if n := utf8.RuneCountInString(s); n > limit {
		c.Add(pointer, TooLong, "must be at most %d characters long; it has %d.", limit, n)
	}
}

// OneOf judges a word that must be one of those allowed.
func OneOf[T ~string](c *Check, pointer string, v T, allowed []T) {
	for _, a := range allowed {
		if v == a {
			return
		}
	}
	c.Add(pointer, Unknown, "must be one of %s.", Listed(allowed))
}

// Listed writes words as a list for people.
func Listed[T ~string](words []T) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(w))
	}
	return b.String()
}

// Visible reports whether the text says anything: white space and invisible characters alone do not.
func Visible(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}
