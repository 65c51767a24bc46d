package insights

import (
	"hash/fnv"
	"iter"
	"time"

	"vitrine/core/ident"
)

// A sample is what an owner without a single real event gets: figures that are a pure function of owner, day of UTC and
// asset. It is made of visits, each of one instant, and every visit is an impression that may go on to a view, a click,
// an order and a refund; so whatever slice of time is asked for, impressions are not fewer than views, these than clicks
// and these than conversions, and every sum adds up.

// sampleCurrency is that of all orders of a sample.
const sampleCurrency Currency = "EUR"

// visit is one visit of a sample.
type visit struct {
	at      time.Time
	channel Channel
	counts  Counts
}

// sampleShares are the shares of the channels in visits, in percent.
var sampleShares = []struct {
	channel Channel
	percent int64
}{{Shopify, 45}, {Amazon, 25}, {TikTok, 18}, {Direct, 9}, {OtherChannel, 3}}

// sampleVisits are the visits of an asset on a day of UTC, in no order of time.
func sampleVisits(owner ident.Owner, d time.Time, asset ident.ID) iter.Seq[visit] {
	return func(yield func(visit) bool) {
		random := newSequence(owner, asset, d)
		for range sampleTraffic(owner, asset, d, &random) {
			if !yield(sampleVisit(d, &random)) {
				return
			}
		}
	}
}

// sampleTraffic is the number of visits on a day: by how much the asset appeals, less at the weekend, and by chance.
func sampleTraffic(owner ident.Owner, asset ident.ID, d time.Time, random *sequence) int64 {
	character := newSequence(owner, asset, time.Time{})
	appeal := 2 + character.below(6)*character.below(6)
	if weekday := d.Weekday(); weekday == time.Saturday || weekday == time.Sunday {
		appeal = appeal * 2 / 3
	}
	return appeal * (50 + random.below(101)) / 100
}

func sampleVisit(d time.Time, random *sequence) visit {
	const halfDay = int64(day/time.Second) / 2
	second := random.below(halfDay) + random.below(halfDay) // most visits around noon
	v := visit{
		at:      d.Add(time.Duration(second) * time.Second),
		channel: sampleChannel(random.below(100)),
		counts:  Counts{Impressions: 1},
	}
	value := 990 + 500*random.below(30)
	switch chance := random.below(1000); { // each step of a visit goes on from the one before
	case chance < 1:
		v.counts.Refunds, v.counts.Conversions, v.counts.Clicks, v.counts.Views = 1, 1, 1, 1
		v.counts.Revenue = Money{sampleCurrency: 0}
	case chance < 9:
		v.counts.Conversions, v.counts.Clicks, v.counts.Views = 1, 1, 1
		v.counts.Revenue = Money{sampleCurrency: value}
	case chance < 90:
		v.counts.Clicks, v.counts.Views = 1, 1
	case chance < 450:
		v.counts.Views = 1
	}
	return v
}

func sampleChannel(percent int64) Channel {
	for _, share := range sampleShares {
		if percent < share.percent {
			return share.channel
		}
		percent -= share.percent
	}
	return OtherChannel
}

// sequence is a row of numbers that follows from its seed alone, on every machine and for ever: SplitMix64 of Steele,
// Lea and Flood (2014).
type sequence uint64

// newSequence seeds one with owner, asset and day.
func newSequence(owner ident.Owner, asset ident.ID, d time.Time) sequence {
	h := fnv.New64a()
	_, _ = h.Write(asset[:]) // a hash never fails
	_, _ = h.Write([]byte(d.Format(time.DateOnly)))
	_, _ = h.Write([]byte(owner))
	return sequence(h.Sum64())
}

func (s *sequence) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below is a number from 0 to before n.
func (s *sequence) below(n int64) int64 {
	return int64(s.next() % uint64(n)) //nolint:gosec // n is small and above zero
}
