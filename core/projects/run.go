package projects

import (
	"slices"
	"time"
)

// Stage is a step of the generation.
type Stage string

// The stages, in the order of a run without detours.
const (
	Init            Stage = "init"
	Analysis        Stage = "analysis"
	Copywriting     Stage = "copywriting"
	ImageGeneration Stage = "image_generation"
	VideoGeneration Stage = "video_generation"
	QAReview        Stage = "qa_review"
	Approval        Stage = "approval"
	Done            Stage = "done"
)

// Stages are all stages.
var Stages = []Stage{Init, Analysis, Copywriting, ImageGeneration, VideoGeneration, QAReview, Approval, Done}

// MaxTimeline is how many stages a timeline keeps; of a project that was run very often the oldest go.
const MaxTimeline = 200

// Limits of a failure's text, in code points.
const (
	MaxErrorCode    = 100
	MaxErrorMessage = 2_000
)

// Run is how far the generation got. The pipeline moves it, and neither version nor updated_at of the project follow,
// so that a running pipeline never spoils somebody's rename.
type Run struct {
	Status      Status
	Stage       Stage // empty before the first
	Progress    int   // percent, 0 to 100
	Failure     *Failure
	Timeline    []Span
	CompletedAt *time.Time
}

// Failure says why a project failed.
type Failure struct {
	Code    string
	Message string
}

// Span is a stage that was entered; FinishedAt is nil while it goes on.
type Span struct {
	Stage      Stage
	StartedAt  time.Time
	FinishedAt *time.Time
}

// move sets the status and what follows from it. A new attempt begins clean, its history kept; a completed run is
// complete.
func (r *Run) move(to Status, now time.Time) {
	if r.Status == to {
		return
	}
	r.Status = to
	switch to {
	case Pending:
		r.Stage, r.Progress, r.Failure = "", 0, nil
	case Completed:
		r.enter(Done, now)
		r.Progress, r.CompletedAt = 100, &now
		r.finish(now)
	case Failed, Cancelled:
		r.finish(now)
	}
}

// enter goes on to a stage, which ends the one before.
func (r *Run) enter(s Stage, now time.Time) {
	if r.Stage == s {
		return
	}
	r.finish(now)
	r.Stage = s
	if s == "" {
		return
	}
	r.Timeline = append(r.Timeline, Span{Stage: s, StartedAt: now})
	if over := len(r.Timeline) - MaxTimeline; over > 0 {
		r.Timeline = slices.Delete(r.Timeline, 0, over)
	}
}

func (r *Run) finish(now time.Time) {
	if n := len(r.Timeline); n > 0 && r.Timeline[n-1].FinishedAt == nil {
		r.Timeline[n-1].FinishedAt = &now
	}
}

// Equal reports whether both runs are the same.
func (r Run) Equal(o Run) bool {
	return r.Status == o.Status && r.Stage == o.Stage && r.Progress == o.Progress &&
		same(r.Failure, o.Failure) && sameTime(r.CompletedAt, o.CompletedAt) &&
		slices.EqualFunc(r.Timeline, o.Timeline, Span.equal)
}

func (s Span) equal(o Span) bool {
	return s.Stage == o.Stage && s.StartedAt.Equal(o.StartedAt) && sameTime(s.FinishedAt, o.FinishedAt)
}

func (r Run) clone() Run {
	r.Failure = cloned(r.Failure)
	r.CompletedAt = cloned(r.CompletedAt)
	r.Timeline = slices.Clone(r.Timeline)
	for i := range r.Timeline {
		r.Timeline[i].FinishedAt = cloned(r.Timeline[i].FinishedAt)
	}
	return r
}

func same[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }

func sameTime(a, b *time.Time) bool { return a == b || a != nil && b != nil && a.Equal(*b) }
