package memory

import (
	"iter"
	"slices"
	"strings"

	"github.com/tidwall/btree"
)

// dictionary files rows under words: the values of a member, or the terms of a text. The rows under a word are in the
// order of creation. Words come sorted, each once.
type dictionary[T any] struct {
	words btree.Map[string, *set[T]]
}

func (d *dictionary[T]) add(r *row[T], words []string) {
	for _, word := range words {
		rows, ok := d.words.Get(word)
		if !ok {
			rows = newSet[T](creation)
			d.words.Set(word, rows)
		}
		rows.add(r)
	}
}

func (d *dictionary[T]) remove(r *row[T], words []string) {
	for _, word := range words {
		rows, _ := d.words.Get(word)
		rows.remove(r)
		if rows.len() == 0 {
			d.words.Delete(word)
		}
	}
}

// move files a row anew whose words have changed.
func (d *dictionary[T]) move(r *row[T], from, to []string) {
	d.remove(r, without(from, to))
	d.add(r, without(to, from))
}

// without is what is in a and not in b.
func without(a, b []string) (rest []string) {
	for _, word := range a {
		if _, ok := slices.BinarySearch(b, word); !ok {
			rest = append(rest, word)
		}
	}
	return rest
}

// under gives each of the words that has rows, with them.
func (d *dictionary[T]) under(words []string) iter.Seq2[string, *set[T]] {
	return func(yield func(string, *set[T]) bool) {
		for _, word := range words {
			if rows, ok := d.words.Get(word); ok && !yield(word, rows) {
				return
			}
		}
	}
}

// prefixed gives each word that begins so, with its rows, in byte order.
func (d *dictionary[T]) prefixed(prefix string) iter.Seq2[string, *set[T]] {
	return func(yield func(string, *set[T]) bool) {
		d.words.Ascend(prefix, func(word string, rows *set[T]) bool {
			return strings.HasPrefix(word, prefix) && yield(word, rows)
		})
	}
}
