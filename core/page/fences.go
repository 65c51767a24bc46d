package page

// Limits of fences.
const (
	DefaultSpacing = 200
	MinSpacing     = 50
	MaxSpacing     = 5_000
	MaxFences      = 5_000
)

// Fences are marks along a list at equal distances, so that a client can draw a true scroll bar and open any place at
// the cost of one page.
type Fences struct {
	Every int64 // rows between two marks
	Total int64 // rows of the list
	Marks []Key // of the rows 0, Every, 2 × Every, …
}

// Spacing is how many rows apart the marks of a list of total rows are: every, or more where that would be too many.
func Spacing(total, every int64) int64 {
	return max(every, (total+MaxFences-1)/MaxFences)
}
