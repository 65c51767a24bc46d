package demo

import (
	"math"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/projects"
)

// outline is what decides a project's place among the others: when it began, how far it got, how much it made.
type outline struct {
	*dice
	ordinal int
	created time.Time
	kind    projects.Type
	status  projects.Status
	copied  bool             // it is a duplicate that nobody has run yet
	stages  []projects.Stage // those entered, in order
	weight  float64          // its part of the assets
}

// outline is the project's; the dice go on to the rest of it.
func (s *Studio) outline(i int) outline {
	o := outline{dice: throw(s.seed, s.Owner, projectDice, i), ordinal: i}
	back, flying := s.projects-1-i, s.flying()
	part := (float64(back-flying) + o.Float64()) / float64(max(1, s.projects-flying))
	o.kind = []projects.Type{projects.Package, projects.Image, projects.Text, projects.Video}[o.weighted(66, 16, 12, 6)]
	o.copied = o.chance(0.04)
	o.status = []projects.Status{projects.Completed, projects.Failed, projects.Draft, projects.Cancelled}[o.weighted(81, 7, 7, 5)]
	switch {
	case back < flying:
		o.created, o.status, o.copied = s.now.Add(-inFlight[back].age), inFlight[back].status, inFlight[back].copied
	case i == 0:
		o.created, o.status, o.kind, o.copied = s.before(1), projects.Completed, projects.Package, false
	default:
		o.created = s.before(age(part) * float64(History-maxRun) / float64(History)).Add(-maxRun)
	}
	// A copy needs something to be a copy of; the first project is none, since it remembers the plan.
	if o.copied = o.copied && i > 1; o.copied {
		o.status = projects.Draft
	}
	o.stages = o.entered(o.kind, o.status)
	o.weight = o.size()
	return o
}

// size is spread so that one project in twenty has more than four times the usual number of assets.
func (o outline) size() float64 {
	factor := 1.0
	if o.status != projects.Completed && o.status != projects.ApprovalRequired {
		factor = 0.4
	}
	w := math.Exp(0.9*o.NormFloat64()) * factor
	for _, stage := range o.stages {
		if _, makes := yields[stage]; makes {
			return w
		}
	}
	return 0
}

// yields are what the stages make.
var yields = map[projects.Stage]gallery.Type{
	projects.Copywriting: gallery.Text, projects.ImageGeneration: gallery.Image, projects.VideoGeneration: gallery.Video,
}
