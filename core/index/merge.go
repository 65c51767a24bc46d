package index

import "iter"

// abreast cuts pages of two ordered lists to the part that both have been read up to, and gives the last key of that. Nothing
// comes after an empty page; of two empty ones the key is "".
func abreast[T any](a, b []T, key func(T) string) (_, _ []T, end string) {
	switch {
	case len(a) == 0 && len(b) == 0:
		return nil, nil, ""
	case len(a) == 0:
		return nil, b, key(b[len(b)-1])
	case len(b) == 0:
		return a, nil, key(a[len(a)-1])
	}
	end = min(key(a[len(a)-1]), key(b[len(b)-1]))
	return upTo(a, end, key), upTo(b, end, key), end
}

func upTo[T any](list []T, end string, key func(T) string) []T {
	n := len(list)
	for n > 0 && key(list[n-1]) > end {
		n--
	}
	return list[:n]
}

// pairs goes through two ordered lists at once: what has the same key comes together, and nil stands for what one of them has
// not.
func pairs[T any](a, b []T, key func(T) string) iter.Seq2[*T, *T] {
	return func(yield func(*T, *T) bool) {
		for len(a) > 0 || len(b) > 0 {
			var x, y *T
			if len(b) == 0 || len(a) > 0 && key(a[0]) <= key(b[0]) {
				x = &a[0]
			}
			if len(a) == 0 || len(b) > 0 && key(b[0]) <= key(a[0]) {
				y = &b[0]
			}
			if x != nil {
				a = a[1:]
			}
			if y != nil {
				b = b[1:]
			}
			if !yield(x, y) {
				return
			}
		}
	}
}
