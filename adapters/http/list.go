package http

import "vitrine/core/page"

// listJSON is a page of a list; a cursor is null where there is nothing further.
type listJSON[T any] struct {
	Items []T     `json:"items"`
	Next  *string `json:"next_cursor"`
	Prev  *string `json:"prev_cursor"`
}

// listOf shows a page, each item by show.
func listOf[T, U any](p page.Page[T], show func(T) U) listJSON[U] {
	shown := page.Map(p, show)
	return listJSON[U]{Items: shown.Items, Next: orNull(shown.Next), Prev: orNull(shown.Prev)}
}

// orNull makes null of a text that is empty where there is none.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// without names the part of the server that a degraded answer went without.
func without(part string, degraded bool) []string {
	if !degraded {
		return nil
	}
	return []string{part}
}
