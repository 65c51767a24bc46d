package demo

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"time"

	"vitrine/core/ident"
)

// kind tells the dice of a project from those of an asset, and of its events, with the same ordinal.
type kind byte

const (
	projectDice kind = 'p'
	assetDice   kind = 'a'
	eventDice   kind = 'e'
)

// dice is all the chance of one item: what it throws depends on the seed, the owner and the item alone.
type dice struct {
	*rand.Rand
	mark [10]byte // what makes the item's id its own
}

// throw gives the dice of an item, from a hash that no two items share.
func throw(seed uint64, owner ident.Owner, k kind, ordinal int) *dice {
	key := make([]byte, 0, 17+ident.MaxOwner)
	key = binary.BigEndian.AppendUint64(key, seed)
	key = append(key, byte(k))
	key = binary.BigEndian.AppendUint64(key, uint64(ordinal)) //nolint:gosec // never negative
	hash := sha256.Sum256(append(key, owner...))
	return &dice{
		Rand: rand.New(rand.NewPCG(binary.BigEndian.Uint64(hash[0:]), binary.BigEndian.Uint64(hash[8:]))), //nolint:gosec // not a secret
		mark: [10]byte(hash[16:26]),
	}
}

// id is the item's UUID of version 7 (RFC 9562, section 5.7), made at a time.
func (d *dice) id(at time.Time) (id ident.ID) {
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(at.UnixMilli()))
	copy(id[:], ms[2:])
	copy(id[6:], d.mark[:])
	id[6] = 0x70 | id[6]&0x0f
	id[8] = 0x80 | id[8]&0x3f
	return id
}

// chance is true in that part of all cases.
func (d *dice) chance(part float64) bool { return d.Float64() < part }

// between is a number from low to high, both included.
func (d *dice) between(low, high int) int { return low + d.IntN(high-low+1) }

// span is a time between two.
func (d *dice) span(low, high time.Duration) time.Duration {
	return low + time.Duration(d.Float64()*float64(high-low)).Truncate(time.Millisecond)
}

// moment is an instant from one to another; from itself where the other is not later.
func (d *dice) moment(from, to time.Time) time.Time {
	return from.Add(d.span(0, max(0, to.Sub(from))))
}

// rank is a number below n, as words of a language are spread: the first twice as often as the second.
func (d *dice) rank(n int) int {
	return min(n-1, int(math.Exp(d.Float64()*math.Log(float64(n+1))))-1)
}

// pick is one of the items, the first most often.
func pick[T any](d *dice, items []T) T { return items[d.rank(len(items))] }

// anyOf is one of the items, each as often.
func anyOf[T any](d *dice, items []T) T { return items[d.IntN(len(items))] }

// weighted is the index of one of the weights, as often as it weighs.
func (d *dice) weighted(weights ...float64) int {
	var sum float64
	for _, w := range weights {
		sum += w
	}
	left := d.Float64() * sum
	for i, w := range weights {
		if left -= w; left < 0 {
			return i
		}
	}
	return len(weights) - 1
}
