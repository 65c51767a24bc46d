package page

// Relation says what a total is.
type Relation string

// A total is exact, or it is the limit up to which rows are counted and there are at least so many.
const (
	Exact   Relation = "exact"
	AtLeast Relation = "at_least"
)

// Total is a number of matching rows.
type Total struct {
	Value    int64
	Relation Relation
}

// Bucket is one value of a facet with its number of rows.
type Bucket struct {
	Value string
	Count int64
}

// Counts is the answer of a count. A facet lists its buckets by count, highest first, then by value; it is nil when more
// rows than the count limit would have to be counted for it.
type Counts struct {
	Total    Total
	Facets   map[string][]Bucket
	Degraded bool // another engine than the one in charge answered; no store says so
}

// TotalOf judges a number of rows that was counted up to limit+1.
func TotalOf(n, limit int64) Total {
	if n > limit {
		return Total{Value: limit, Relation: AtLeast}
	}
	return Total{Value: n, Relation: Exact}
}
