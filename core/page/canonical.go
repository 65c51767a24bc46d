package page

import (
	"fmt"
	"slices"
)

// Distinct gives the values in order, each once: any of them is asked for, so two spellings of a filter are the same.
func Distinct[T ~string](values []T) []T {
	values = slices.Clone(values)
	slices.Sort(values)
	return slices.Compact(values)
}

// Optional writes a value that may be missing into the canonical text of a query, to which cursors are bound.
func Optional[T any](value *T) string {
	if value == nil {
		return "-"
	}
	return fmt.Sprint(*value)
}
