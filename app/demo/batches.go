package demo

import "iter"

// one is a sequence of one item.
func one[T any](item T) iter.Seq[T] {
	return func(yield func(T) bool) { yield(item) }
}

// inBatches gives the items in slices of the size, the last one shorter.
func inBatches[T any](items iter.Seq[T], size int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		batch := make([]T, 0, size)
		for item := range items {
			if batch = append(batch, item); len(batch) < size {
				continue
			}
			if !yield(batch) {
				return
			}
			batch = make([]T, 0, size)
		}
		if len(batch) > 0 {
			yield(batch)
		}
	}
}
