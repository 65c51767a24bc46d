package projects

import (
	"time"

	"vitrine/core/content"
	"vitrine/core/patch"
)

// Patch is a merge patch of a project. People edit the first group; the second belongs to the pipeline.
type Patch struct {
	Title       patch.Field[string]
	Description patch.Field[string]
	Tags        patch.Field[[]string]
	Favorite    patch.Field[bool]

	Status   patch.Field[Status]
	Stage    patch.Field[Stage]
	Progress patch.Field[int]
	Failure  patch.Field[Failure]
}

// MovesRun reports whether the patch has a member that only the pipeline may set.
func (p Patch) MovesRun() bool {
	return p.Status.Set || p.Stage.Set || p.Progress.Set || p.Failure.Set
}

// Check judges what can be judged without the project, and brings the values into their stored form. Update does so too;
// it is for a caller that has mistakes of its own to report beside. It fails with "validation-failed", naming every
// mistake.
func (p *Patch) Check() error {
	var c content.Check
	if p.Title.Given() {
		p.Title.Value = c.Name("/title", p.Title.Value, content.MaxTitle)
	}
	p.Description.Value = c.Prose("/description", p.Description.Value, MaxDescription)
	p.Tags.Value = c.Tags("/tags", p.Tags.Value)
	if p.Status.Set {
		content.OneOf(&c, "/status", p.Status.Value, Statuses)
	}
	if p.Stage.Given() {
		content.OneOf(&c, "/stage", p.Stage.Value, Stages)
	}
	c.Between("/progress", int64(p.Progress.Value), 0, 100)
	if p.Failure.Given() {
		f := &p.Failure.Value
		f.Code = c.Name("/error/code", f.Code, MaxErrorCode)
		f.Message = c.Prose("/error/message", f.Message, MaxErrorMessage)
	}
	return c.Err()
}

// edit applies the members of people.
func (p Patch) edit(to *Project) {
	to.Title = p.Title.Apply(to.Title, titleFrom(to.Brief))
	to.Description = p.Description.Apply(to.Description, "")
	to.Tags = p.Tags.Apply(to.Tags, []string{})
	to.Favorite = p.Favorite.Apply(to.Favorite, false)
}

// drive applies the members of the pipeline. It fails with "invalid-transition" where the status may not move so, and
// with "validation-failed" where an error is given for a project that has not failed.
func (p Patch) drive(r *Run, now time.Time) error {
	if p.Status.Set {
		if err := checkMove(r.Status, p.Status.Value); err != nil {
			return err
		}
		r.move(p.Status.Value, now)
	}
	if p.Stage.Set {
		r.enter(p.Stage.Apply(r.Stage, ""), now)
		if r.Status == Completed || r.Status == Failed || r.Status == Cancelled {
			r.finish(now)
		}
	}
	r.Progress = p.Progress.Apply(r.Progress, 0)
	return p.fail(r)
}

func (p Patch) fail(r *Run) error {
	if !p.Failure.Set {
		return nil
	}
	if p.Failure.Given() && r.Status != Failed {
		var c content.Check
		c.Add("/error", content.NotApplicable, "belongs to a failed project; this one is %s.", r.Status)
		return c.Err()
	}
	r.Failure = nil
	if p.Failure.Given() {
		r.Failure = &p.Failure.Value
	}
	return nil
}
