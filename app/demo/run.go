package demo

import (
	"time"

	"vitrine/core/projects"
)

// routes are the stages of a run without detours, by what it is to make.
var routes = map[projects.Type][]projects.Stage{
	projects.Package: {projects.Init, projects.Analysis, projects.Copywriting, projects.ImageGeneration, projects.VideoGeneration, projects.QAReview},
	projects.Image:   {projects.Init, projects.Analysis, projects.ImageGeneration, projects.QAReview},
	projects.Video:   {projects.Init, projects.Analysis, projects.VideoGeneration, projects.QAReview},
	projects.Text:    {projects.Init, projects.Analysis, projects.Copywriting, projects.QAReview},
}

// lengths are how long a stage takes, at least and at most.
var lengths = map[projects.Stage][2]time.Duration{
	projects.Init:            {2 * time.Second, 15 * time.Second},
	projects.Analysis:        {15 * time.Second, 90 * time.Second},
	projects.Copywriting:     {30 * time.Second, 3 * time.Minute},
	projects.ImageGeneration: {time.Minute, 10 * time.Minute},
	projects.VideoGeneration: {3 * time.Minute, 25 * time.Minute},
	projects.QAReview:        {20 * time.Second, 4 * time.Minute},
	projects.Approval:        {2 * time.Minute, 50 * time.Minute},
}

// maxRun is longer than any run takes, a failed attempt and the draft before it included.
const maxRun = 4 * time.Hour

// failures are what may go wrong.
var failures = []projects.Failure{
	{Code: "provider_timeout", Message: "The model did not answer within 120 seconds; three attempts were made."},
	{Code: "content_policy", Message: "The provider refused the prompt under its content policy."},
	{Code: "source_image_unreadable", Message: "The source image could not be decoded.\nUpload a JPEG, PNG or WebP of at most 20 MB."},
	{Code: "quota_exceeded", Message: "The monthly quota of generated seconds is used up."},
}

// entered are the stages that a project of this status has entered.
func (d *dice) entered(kind projects.Type, status projects.Status) []projects.Stage {
	route := routes[kind]
	switch status {
	case projects.Completed:
		if d.chance(0.3) {
			return withApproval(route)
		}
		return route
	case projects.ApprovalRequired:
		return withApproval(route)
	case projects.Running:
		return route[:d.between(3, len(route))]
	case projects.Failed:
		return route[:d.between(1, len(route))]
	case projects.Cancelled:
		return route[:d.between(0, len(route))]
	default:
		return nil
	}
}

func withApproval(route []projects.Stage) []projects.Stage {
	return append(route[:len(route):len(route)], projects.Approval)
}

// run is how the project got to where it is, by the rules of core/projects.
func (o outline) run(now time.Time) projects.Run {
	r := projects.Run{Status: o.status}
	begin := o.created.Add(o.span(10*time.Second, time.Minute))
	if o.status == projects.Completed && o.chance(0.06) {
		end := o.walk(&r, o.stages[:o.between(1, len(o.stages))], begin)
		begin = end.Add(o.span(time.Minute, 20*time.Minute))
	}
	end := o.walk(&r, o.stages, begin)
	switch o.status {
	case projects.Running, projects.ApprovalRequired:
		stretch(r.Timeline, now)
		o.progress(&r, o.Float64())
	case projects.Failed:
		failure := pick(o.dice, failures)
		r.Failure = &failure
		o.progress(&r, o.Float64())
	case projects.Cancelled:
		o.progress(&r, o.Float64())
	case projects.Completed:
		r.Timeline = append(r.Timeline, projects.Span{Stage: projects.Done, StartedAt: end, FinishedAt: &end})
		r.Stage, r.Progress, r.CompletedAt = projects.Done, 100, &end
	}
	return r
}

// walk goes through the stages and gives the time at which the last one ended.
func (o outline) walk(r *projects.Run, stages []projects.Stage, begin time.Time) (end time.Time) {
	for _, stage := range stages {
		end := begin.Add(o.span(lengths[stage][0], lengths[stage][1]))
		r.Timeline = append(r.Timeline, projects.Span{Stage: stage, StartedAt: begin, FinishedAt: &end})
		r.Stage, begin = stage, end
	}
	return begin
}

// stretch makes the timeline, keeping its proportions, one whose last stage is going on now.
func stretch(timeline []projects.Span, now time.Time) {
	last := len(timeline) - 1
	begin, end := timeline[0].StartedAt, *timeline[last].FinishedAt
	factor := float64(now.Sub(begin)) / float64(end.Sub(begin))
	at := func(t time.Time) time.Time {
		return begin.Add(time.Duration(float64(t.Sub(begin)) * factor).Truncate(time.Millisecond))
	}
	for i := range timeline {
		timeline[i].StartedAt = at(timeline[i].StartedAt)
		finished := at(*timeline[i].FinishedAt)
		timeline[i].FinishedAt = &finished
	}
	timeline[last].FinishedAt = nil
}

// progress is the percent of the route behind the project, with a part of the stage it is in.
func (o outline) progress(r *projects.Run, part float64) {
	if n := len(o.stages); n > 0 {
		r.Progress = int(100 * (float64(n-1) + part) / float64(len(routes[o.kind])+1))
	}
}
