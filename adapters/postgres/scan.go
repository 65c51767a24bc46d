package postgres

import (
	"database/sql/driver"
	"fmt"
	"strings"

	"vitrine/core/ident"
)

// uid reads a uuid column, which the standard library's drivers hand over as text.
type uid ident.ID

// Scan implements sql.Scanner.
func (u *uid) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return fmt.Errorf("a uuid column gave %T", src)
	}
	id, err := ident.ParseID(text)
	*u = uid(id)
	return err
}

// Value implements driver.Valuer.
func (u uid) Value() (driver.Value, error) { return ident.ID(u).String(), nil }

// optional reads a nullable uuid column.
func optional(u *uid) *ident.ID {
	if u == nil {
		return nil
	}
	id := ident.ID(*u)
	return &id
}

// words reads a text[] column that the query joined with separator. Arrays do not scan through database/sql, and no tag
// holds a control character.
type words []string

const separator = "\x1f"

// Scan implements sql.Scanner.
func (w *words) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return fmt.Errorf("a joined text[] column gave %T", src)
	}
	*w = words{}
	if text != "" {
		*w = strings.Split(text, separator)
	}
	return nil
}
