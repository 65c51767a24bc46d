package search

import "slices"

// Distance is how many edits turn a into b: a character inserted, dropped,
// replaced, or swapped with its neighbour, no place edited twice (optimal
// string alignment). What is more than limit edits away, or begins with another
// character, is limit+1.
func Distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if !slices.Equal(x[:min(len(x), 1)], y[:min(len(y), 1)]) {
		return limit + 1
	}
	if max(len(x)-len(y), len(y)-len(x)) > limit {
		return limit + 1
	}
	return min(align(x, y), limit+1)
}

// align fills the table of distances between beginnings of x and y row by row;
// a swap looks two rows back.
func align(x, y []rune) int {
	width := len(y) + 1
	var room [3 * (MaxTermBytes + 1)]int
	rows := room[:]
	if 3*width > len(rows) {
		rows = make([]int, 3*width)
	}
	before, above, row := rows[:width], rows[width:2*width], rows[2*width:3*width]
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(y)]
}
