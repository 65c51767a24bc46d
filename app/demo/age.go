package demo

import (
	"time"

	"vitrine/core/projects"
)

// History is how far back a studio's work reaches: 18 months.
const History = 548 * 24 * time.Hour

// inFlight are the newest projects, whatever the size of the studio, from the last one back. The last has no assets.
var inFlight = []struct {
	status projects.Status
	age    time.Duration
	copied bool
}{
	{status: projects.Draft, age: 2 * time.Minute},
	{status: projects.Running, age: 5 * time.Minute},
	{status: projects.Pending, age: 9 * time.Minute},
	{status: projects.Running, age: 17 * time.Minute},
	{status: projects.ApprovalRequired, age: 40 * time.Minute},
	{status: projects.Draft, age: 2 * time.Hour, copied: true},
	{status: projects.ApprovalRequired, age: 7 * time.Hour},
	{status: projects.Failed, age: 20 * time.Hour},
}

// flying is how many of the projects are in flight: no more than a sixth, and the last one always.
func (s *Studio) flying() int { return min(len(inFlight), max(1, s.projects/6)) }

// age is how long ago, in parts of the whole history, something was made that has the part u, 0 to 1, of everything behind
// it: the closer to now, the more was made, at the end eleven times as much as on an average day.
func age(u float64) float64 {
	const early = 0.05
	return ((u+early)*(u+early) - early*early) / ((1+early)*(1+early) - early*early)
}

// before is the time that a part of the history ago, 0 to 1, was.
func (s *Studio) before(part float64) time.Time {
	return s.now.Add(-time.Duration(part * float64(History)).Truncate(time.Millisecond))
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
