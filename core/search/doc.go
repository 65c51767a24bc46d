// Package search is the text-search kernel: it turns texts into terms and the
// text of a query into a small tree, once, so that every engine that matches
// the one against the other finds the same rows.
//
// The way of a text: fold (steps 1 and 2: normalise, fold case, drop marks)
// → words (written words and their parts) → tokens (terms in their order,
// then the joined forms) → Document (terms with positions and weights, within
// the limits of a row). The way of a query: syntax as typed → the same folding
// and the same words → Query.
//
// A Query is an AND of clauses; a clause is one or more alternatives; an
// alternative is a sequence of adjacent slots; a slot is a set of terms or a
// prefix. Engines implement that tree and nothing more. Query.Match is its
// meaning in pure Go: what it says about a Document, an engine must say too.
//
// Everything here is a pure function of its arguments: no clock, no store, no
// statistics. No text is an error and no text panics.
package search

// TokeniserVersion names the rules that turn texts into terms. Stored terms
// are comparable only within one version: it is raised when a rule changes, or
// the Unicode tables behind the rules do, and a raised version means that
// every stored document has to be rebuilt.
const TokeniserVersion = 1

// Limits of a row. PostgreSQL clamps positions beyond 16 383 and drops what
// goes beyond 256 positions of a lexeme, both without a word
// (https://www.postgresql.org/docs/15/textsearch-limitations.html); staying
// below both keeps all engines equal.
const (
	// MaxPositions is the last position of a row that is indexed, jumps counted.
	MaxPositions = 16_000
	// MaxOccurrences is how often one term is indexed in a row.
	MaxOccurrences = 255
	// MaxTermBytes is where a term is cut, at a whole character.
	MaxTermBytes = 64
	// SegmentJump is the distance between the last position of a segment and
	// the first of the next: more than one, so no phrase crosses.
	SegmentJump = 4
)

// MaxQuery is how many code points a query text may have. Callers refuse
// longer ones; Parse itself reads any length.
const MaxQuery = 256
