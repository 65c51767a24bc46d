package demo

import (
	"iter"
	"math"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// exhibit is an asset as its audience sees it: there from one time to another.
type exhibit struct {
	id       ident.ID
	ordinal  int
	from, to time.Time
}

// exhibits are all assets, each for as long as it can have been seen in a time that is remembered.
func (s *Studio) exhibits() iter.Seq[exhibit] {
	return func(yield func(exhibit) bool) {
		for n := range s.loose {
			a := s.looseAsset(n)
			if !yield(exhibit{a.ID, n, later(a.CreatedAt, s.remembered), s.now}) {
				return
			}
		}
		for i := range s.projects {
			size := s.bounds[i+1] - s.bounds[i]
			if size == 0 {
				continue
			}
			p := s.production(i)
			for n := range size {
				t := p.take(n)
				if !yield(exhibit{t.id(t.created), p.first + n, later(t.created, s.remembered), p.end}) {
					return
				}
			}
		}
	}
}

// audience is who sees an asset: the dice of all that happens to it, which throw the same whatever number of events is
// asked for.
func (s *Studio) audience(e exhibit) *dice { return throw(s.seed, s.Owner, eventDice, e.ordinal) }

// discovery is how long it takes an asset to get half of the attention that it ever gets.
const discovery = 60 * 24 * time.Hour

// appeal is how much of all attention the asset gets: one in twenty has more than ten times the usual, and what is new has
// had little of it yet.
func (s *Studio) appeal(e exhibit) float64 {
	if !e.from.Before(e.to) {
		return 0
	}
	seen := e.to.Sub(e.from)
	return math.Exp(1.5*s.audience(e).NormFloat64()) * seen.Hours() / (seen + discovery).Hours()
}

// Events are what happened to the assets, asset by asset: visits, each of one impression that may go on to a view, a
// click, an order and a refund, so that no step is more frequent than the one before.
func (s *Studio) Events() iter.Seq[insights.NewEvent] {
	return func(yield func(insights.NewEvent) bool) {
		var appeals []float64
		for e := range s.exhibits() {
			appeals = append(appeals, s.appeal(e))
		}
		bounds, i := shares(s.events, appeals), 0
		for e := range s.exhibits() {
			left := bounds[i+1] - bounds[i]
			i++
			if appeals[i-1] == 0 {
				continue
			}
			for d := s.audience(e); left > 0; {
				visit := d.visit(e)
				for _, event := range visit[:min(left, len(visit))] {
					if !yield(event) {
						return
					}
					left--
				}
			}
		}
	}
}
