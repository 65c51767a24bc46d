package page

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// numbers is a list in memory: its rows are the numbers 1 to n, less those that are gone.
type numbers struct {
	n    int
	gone map[int]bool
}

func (l numbers) read(w Window) (rows []int) {
	for i := 1; i <= l.n; i++ {
		v := i
		if w.Backward {
			v = l.n + 1 - i
		}
		if !l.gone[v] && inWindow(v, w) && len(rows) < w.Rows() {
			rows = append(rows, v)
		}
	}
	return rows
}

func inWindow(v int, w Window) bool {
	switch {
	case w.From == nil:
		return true
	case int64(v) == w.From.Rank:
		return w.Inclusive
	}
	return (int64(v) > w.From.Rank) != w.Backward
}

func keyOf(v int) Key { return Key{Rank: int64(v)} }

var bound = Bind("test")

func (l numbers) page(t require.TestingT, limit int, cursor string) Page[int] {
	w, err := Open(cursor, limit, bound)
	require.NoError(t, err)
	return Cut(l.read(w), w, keyOf, func(c Cursor) string { return c.Encode(bound) })
}

func TestWalkSeesEachRowOnceThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := numbers{n: rapid.IntRange(0, 12).Draw(t, "rows")}
		limit := rapid.IntRange(1, 13).Draw(t, "limit")

		var there, back []int
		p := l.page(t, limit, "")
		require.Empty(t, p.Prev, "the first page has nothing before it")
		there = append(there, p.Items...)
		for p.Next != "" {
			p = l.page(t, limit, p.Next)
			require.NotEmpty(t, p.Items, "a next cursor leads to rows")
			there = append(there, p.Items...)
		}
		back = slices.Clone(p.Items)
		for p.Prev != "" {
			p = l.page(t, limit, p.Prev)
			back = append(slices.Clone(p.Items), back...)
		}
		require.Len(t, there, l.n)
		require.True(t, slices.IsSorted(there))
		require.Equal(t, there, back)
	})
}

func TestAPageWhoseRowsAreGoneStillLeadsBack(t *testing.T) {
	l := numbers{n: 6, gone: map[int]bool{}}
	second := l.page(t, 2, l.page(t, 2, "").Next)
	require.Equal(t, []int{3, 4}, second.Items)

	l.gone = map[int]bool{5: true, 6: true}
	empty := l.page(t, 2, second.Next)
	require.Empty(t, empty.Items)
	require.Empty(t, empty.Next)
	require.Equal(t, []int{3, 4}, l.page(t, 2, empty.Prev).Items, "the row that the cursor names is not skipped")

	l.gone = map[int]bool{1: true, 2: true}
	front := l.page(t, 2, second.Prev)
	require.Empty(t, front.Items)
	require.Empty(t, front.Prev)
	require.Equal(t, []int{3, 4}, l.page(t, 2, front.Next).Items)
}

func TestTotal(t *testing.T) {
	require.Equal(t, Total{Value: 5, Relation: Exact}, TotalOf(5, 5))
	require.Equal(t, Total{Value: 5, Relation: AtLeast}, TotalOf(6, 5))
}
