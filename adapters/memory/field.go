package memory

import "strconv"

// field is a member that lists filter and count by: the values that a row has, and those that a filter wants. A row
// belongs where it has any of them; a filter that wants none does not mind.
type field[T, F any] struct {
	name   string // of the facet that counts it
	values func(T) []string
	wanted func(F) []string
}

// valuesOf are the first halves of the fields, for a schema.
func valuesOf[T, F any](fields []field[T, F]) []func(T) []string {
	list := make([]func(T) []string, len(fields))
	for i, f := range fields {
		list[i] = f.values
	}
	return list
}

// namesOf are the names of the fields, for a schema.
func namesOf[T, F any](fields []field[T, F]) []string {
	list := make([]string, len(fields))
	for i, f := range fields {
		list[i] = f.name
	}
	return list
}

// wantedBy is what the filter wants of each field.
func wantedBy[T, F any](fields []field[T, F], filter F) [][]string {
	list := make([][]string, len(fields))
	for i, f := range fields {
		list[i] = distinct(f.wanted(filter))
	}
	return list
}

// texts, text and choice spell the values of fields.

func texts[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}

// text is the one value of a member, or none where it is empty.
func text[T ~string](word T) []string {
	if word == "" {
		return nil
	}
	return []string{string(word)}
}

func choice(yes *bool) []string {
	if yes == nil {
		return nil
	}
	return []string{strconv.FormatBool(*yes)}
}
