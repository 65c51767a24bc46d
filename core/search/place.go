package search

import "strconv"

// Weight ranks the fields of a row, D lowest. PostgreSQL has the same four
// (https://www.postgresql.org/docs/15/textsearch-controls.html#TEXTSEARCH-PARSING-DOCUMENTS).
type Weight uint8

// The fields of assets are weighed A title, B tags, C prompt, D original prompt
// and content; those of projects A title, B tags, C description, D brief.
const (
	WeightD Weight = iota
	WeightC
	WeightB
	WeightA
)

// Weights holds all weights, highest first.
var Weights = [...]Weight{WeightA, WeightB, WeightC, WeightD}

// String gives the letter of the weight.
func (w Weight) String() string { return string('D' - rune(w)) }

// Points is what a match in a field of that weight scores: 16, 8, 4 and 2 from
// A to D, half of it where it matched only as a prefix or corrected. (These are
// the 8, 4, 2 and 1 of the ranking rule, doubled so that halves stay whole.)
func (w Weight) Points(half bool) int {
	if half {
		return 1 << w
	}
	return 2 << w
}

// Place is one occurrence of a term: its position in the row and the weight of
// its field, packed so that places compare in the order of their positions.
type Place uint16

const weightBits = 2

func newPlace(position int, w Weight) Place {
	return Place(position<<weightBits) | Place(w) //nolint:gosec // MaxPositions fits
}

// Position is the position, from 1 to MaxPositions.
func (p Place) Position() int { return int(p >> weightBits) }

// Weight is the weight of the field.
func (p Place) Weight() Weight { return Weight(p & (1<<weightBits - 1)) }

// String gives the place as PostgreSQL writes it: "12A".
func (p Place) String() string { return strconv.Itoa(p.Position()) + p.Weight().String() }

// next gives the place one position on in the same segment.
func (p Place) next() Place { return p + 1<<weightBits }
