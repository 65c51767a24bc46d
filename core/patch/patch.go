// Package patch holds the two halves of a conditional merge patch: what to change and what must hold first.
package patch

import "vitrine/core/fault"

// Field is one member of a merge patch (RFC 7396). The zero Field is an absent member, which changes nothing.
type Field[T any] struct {
	Set   bool
	Null  bool // the member was null: back to the default
	Value T
}

// Of is a member with a value.
func Of[T any](v T) Field[T] { return Field[T]{Set: true, Value: v} }

// Null is a member that resets to the default.
func Null[T any]() Field[T] { return Field[T]{Set: true, Null: true} }

// Apply is what the member makes of the current value.
func (f Field[T]) Apply(current, reset T) T {
	switch {
	case !f.Set:
		return current
	case f.Null:
		return reset
	default:
		return f.Value
	}
}

// Given reports whether the member has a value to judge.
func (f Field[T]) Given() bool { return f.Set && !f.Null }

// Match is the precondition of a change (If-Match, RFC 9110 section 13.1.1), looking at versions alone. The zero Match
// always holds.
type Match struct {
	Required bool
	Any      bool // "*": any current version will do
	Versions []int64
}

// Holds reports whether the version meets the precondition.
func (m Match) Holds(version int64) bool {
	if !m.Required || m.Any {
		return true
	}
	for _, v := range m.Versions {
		if v == version {
			return true
		}
	}
	return false
}

// Failed is the fault of a precondition that does not hold.
func Failed() *fault.Error {
	return fault.New(fault.Precondition, fault.CodePreconditionFailed,
		"This has been changed since you read it; nothing was written.")
}
