package contracttests

import (
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

// list is one list of a store beside what it should be.
type list[R any] struct {
	order page.Order
	got   func(page.Window) []R // asks the store
	want  func(page.Window) []R // asks the reference
	key   func(R) page.Key
	title func(ident.ID) string
}

// walked reads a list from the window on to its end, page by page, in walking order.
func (l list[R]) walked(s *scene, read func(page.Window) []R, w page.Window) (walked []R) {
	s.Helper()
	for {
		rows := read(w)
		if len(rows) > w.Rows() {
			s.Fatalf("a window of %d rows was answered with %d", w.Rows(), len(rows))
		}
		if len(rows) < w.Rows() {
			return append(walked, rows...)
		}
		walked = append(walked, rows[:w.Limit]...)
		last := l.key(walked[len(walked)-1])
		w.From, w.Inclusive = &last, false
	}
}

// inPages compares walks from each end, at every limit from 1 to one more than there are rows, with the reference.
func (l list[R]) inPages(s *scene) {
	s.Helper()
	for _, backward := range []bool{false, true} {
		w := page.Window{Limit: page.MaxLimit, Backward: backward}
		want := l.walked(s, l.want, w)
		s.same(l.order.String(), want, l.walked(s, l.got, w), asListed)
		for w.Limit = range len(want) + 2 {
			if w.Limit > 0 {
				l.samePlaces(s, w, want, l.walked(s, l.got, w))
			}
		}
	}
}

func (l list[R]) samePlaces(s *scene, w page.Window, want, got []R) {
	s.Helper()
	if !slices.Equal(l.keys(want), l.keys(got)) {
		s.Fatalf("%s, backward %t, in pages of %d: want\n%s\ngot\n%s",
			l.order, w.Backward, w.Limit, l.titles(want), l.titles(got))
	}
}

// fromKey compares the windows that begin at a place with the reference.
func (l list[R]) fromKey(s *scene, key page.Key) {
	s.Helper()
	for _, backward := range []bool{false, true} {
		for _, inclusive := range []bool{false, true} {
			w := page.Window{Limit: 3, From: &key, Inclusive: inclusive, Backward: backward}
			s.same("the window", l.want(w), l.got(w), asListed)
		}
	}
}

// fromEveryRow opens a window at every row of the list, with the row and without it.
func (l list[R]) fromEveryRow(s *scene) {
	s.Helper()
	for _, key := range l.keys(l.want(page.Window{Limit: page.MaxLimit})) {
		l.fromKey(s, key)
	}
}

// besideRows opens windows at places next to those of the first, the middle and the last row, where no row is.
func (l list[R]) besideRows(s *scene) {
	s.Helper()
	keys := l.keys(l.want(page.Window{Limit: page.MaxLimit}))
	for _, i := range []int{0, len(keys) / 2, len(keys) - 1} {
		for _, key := range beside(l.order, keys[i]) {
			l.fromKey(s, key)
		}
	}
}

func (l list[R]) keys(rows []R) (keys []page.Key) {
	for _, row := range rows {
		keys = append(keys, l.key(row))
	}
	return keys
}

func (l list[R]) titles(rows []R) (text string) {
	for _, key := range l.keys(rows) {
		text += "  " + key.ID.String() + " " + l.title(key.ID) + "\n"
	}
	return text
}

// beside are places next to the key, each by one member that the order uses.
func beside(order page.Order, key page.Key) (keys []page.Key) {
	add := func(move func(*page.Key)) {
		moved := key
		move(&moved)
		keys = append(keys, moved)
	}
	add(func(k *page.Key) { k.ID = ident.ID{} })
	add(func(k *page.Key) { k.ID[15]++ })
	switch order.By {
	case projects.ByTitle:
		add(func(k *page.Key) { k.Text = "" })
		add(func(k *page.Key) { k.Text += "!" })
		return keys
	case gallery.ByPosition, gallery.ByRelevance: // which projects call the same
		add(func(k *page.Key) { k.Rank-- })
		add(func(k *page.Key) { k.Rank++ })
	}
	if order.By != gallery.ByPosition {
		add(func(k *page.Key) { k.Time-- })
		add(func(k *page.Key) { k.Time++ })
	}
	return keys
}
