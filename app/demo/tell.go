package demo

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"vitrine/core/idempotency"
	"vitrine/core/insights"
	"vitrine/core/projects"
)

// LoadEvents posts the events of the plan, whose assets Load has put there. It can be interrupted by ctx and run again,
// also for more events: an event that is there counts no second time.
//
// progress, which may be nil, is told how many of all events are there, by one caller at a time.
func LoadEvents(ctx context.Context, plan Plan, projects projects.Repository, figures *insights.Service, progress func(done, total int)) error {
	plan, _, err := plan.Begun(ctx, projects)
	if err != nil {
		return err
	}
	studios, err := plan.Studios()
	if err != nil {
		return err
	}
	l := &loader{total: plan.Events, progress: progress}
	if err := l.run(ctx, studios, func(s *Studio) iter.Seq[write] { return tellings(s, figures) }); err != nil {
		return fmt.Errorf("load demo events: %w", err)
	}
	return nil
}

// tellings post the events of a studio.
func tellings(s *Studio, figures *insights.Service) iter.Seq[write] {
	return func(yield func(write) bool) {
		for batch := range inBatches(s.Events(), insights.MaxEvents) {
			if !yield(write{adds: len(batch), do: func(ctx context.Context) error { return tell(ctx, figures, s, batch) }}) {
				return
			}
		}
	}
}

// notMissed are the codes of events that a plan begun long ago can have: too old by now, or of an asset purged since.
var notMissed = []insights.Code{insights.TooOld, insights.UnknownAsset}

// tell posts a batch.
func tell(ctx context.Context, figures *insights.Service, s *Studio, batch []insights.NewEvent) error {
	p := insights.Posting{Events: make([]insights.Posted, len(batch))}
	for i, event := range batch {
		p.Events[i].Event = event
	}
	report, err := figures.Record(ctx, s.Owner, p, idempotency.Key{})
	if err != nil {
		return err
	}
	for _, r := range report.Results {
		if r.Status != insights.Duplicate && !slices.Contains(notMissed, r.Code) {
			return fmt.Errorf("event %s of owner %q was refused: %s", batch[r.Index].ID, s.Owner, r.Detail)
		}
	}
	return nil
}
