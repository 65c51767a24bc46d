package demo

import (
	"errors"
	"fmt"
	"time"

	"vitrine/core/ident"
)

// MinProjects is how many projects an owner has at least: the first, which remembers the plan, and the last, which says
// that all is there.
const MinProjects = 2

// Plan says what to make. The same plan gives the same projects and assets; no two owners and no two seeds share an id.
type Plan struct {
	Seed   uint64
	Owners []ident.Owner // the first has the most, the nth an nth of that
	// Projects and Assets are the totals over all owners.
	Projects, Assets int
	Now              time.Time // the end of the 18 months in which everything was made

	Events     int           // in all, besides; a plan that has begun can be given more
	Remembered time.Duration // how far back events may lie; the whole history without it
}

// Check names every mistake of the plan.
func (p Plan) Check() error {
	var mistakes []error
	if len(p.Owners) == 0 {
		mistakes = append(mistakes, errors.New("demo data needs an owner"))
	}
	seen := make(map[ident.Owner]bool, len(p.Owners))
	for _, owner := range p.Owners {
		if owner == "" || len(owner) > ident.MaxOwner {
			mistakes = append(mistakes, fmt.Errorf("owner %q: must be 1 to %d bytes long", owner, ident.MaxOwner))
		}
		if seen[owner] {
			mistakes = append(mistakes, fmt.Errorf("owner %q is named twice", owner))
		}
		seen[owner] = true
	}
	if least := MinProjects * len(p.Owners); p.Projects < least {
		mistakes = append(mistakes, fmt.Errorf("projects: must be at least %d an owner, %d in all; asked for %d", MinProjects, least, p.Projects))
	}
	if p.Assets < 0 {
		mistakes = append(mistakes, fmt.Errorf("assets: must not be negative; asked for %d", p.Assets))
	}
	if p.Events < 0 {
		mistakes = append(mistakes, fmt.Errorf("events: must not be negative; asked for %d", p.Events))
	}
	if p.Now.IsZero() {
		mistakes = append(mistakes, errors.New("demo data needs a time at which it ends"))
	}
	return errors.Join(mistakes...)
}

// Total is the number of all projects and assets, without events.
func (p Plan) Total() int { return p.Projects + p.Assets }

// Studios are the owners' shares, in the order of the owners.
func (p Plan) Studios() ([]*Studio, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	owners := len(p.Owners)
	weights := make([]float64, owners)
	for i := range weights {
		weights[i] = 1 / float64(i+1)
	}
	projects := shares(p.Projects-MinProjects*owners, weights)
	assets := shares(p.Assets, weights)
	events := shares(p.Events, weights)
	studios := make([]*Studio, owners)
	for i, owner := range p.Owners {
		var err error
		studios[i], err = newStudio(p.Seed, owner, MinProjects+projects[i+1]-projects[i], assets[i+1]-assets[i], ident.Instant(p.Now))
		if err != nil {
			return nil, err
		}
		studios[i].events = events[i+1] - events[i]
		studios[i].remembered = p.remembered()
	}
	return studios, nil
}

// remembered is the time from which on there are events.
func (p Plan) remembered() time.Time {
	if p.Remembered > 0 && p.Remembered < History {
		return p.Now.Add(-p.Remembered)
	}
	return p.Now.Add(-History)
}

// shares divides total by weight: share i reaches from bounds[i] to bounds[i+1]. Without any weight the first has all.
func shares(total int, weights []float64) (bounds []int) {
	var sum float64
	for _, w := range weights {
		sum += w
	}
	bounds = make([]int, len(weights)+1)
	var reached float64
	for i, w := range weights {
		reached += w
		bounds[i+1] = total
		if reached < sum {
			bounds[i+1] = int(float64(total) * (reached / sum))
		}
	}
	return bounds
}
