package insights

import (
	"context"
	"slices"
	"time"

	"vitrine/core/ident"
)

// inquiry is what stats and charts ask of the record: metrics over the range and, second, over the period before it,
// each parted by an axis.
type inquiry struct {
	asked   Range
	filter  Filter
	by      Dimension
	metrics []Definition
	spans   []Span
	axes    []Axis
}

// add puts in a span with its axis.
func (q *inquiry) add(s Span, a Axis) {
	q.spans, q.axes = append(q.spans, s), append(q.axes, a)
}

// inquire answers with a period for each span. A range that needs events that are no longer kept is refused; a period
// before it that does is known as far as it goes without events.
func (s *Service) inquire(ctx context.Context, owner ident.Owner, now time.Time, q inquiry) ([]period, Answer, error) {
	lost := make([]bool, len(q.axes))
	oldest := s.rules.remembered(now)
	for i, a := range q.axes {
		lost[i] = q.ofEvents() && a.outlives(oldest, q.filter.Grain())
	}
	if lost[0] {
		return nil, Answer{}, q.asked.beyondRetention(oldest)
	}
	reading, known, err := s.read(ctx, owner, q.question(lost), now)
	if err != nil {
		return nil, Answer{}, err
	}
	periods := make([]period, len(q.axes))
	for i, a := range q.axes {
		periods[i] = period{
			evidence: known, filter: q.filter, lost: lost[i], span: q.spans[i], axis: a, sums: reading.gather(i, a.Len()),
		}
	}
	answer := Answer{AsOf: now, Range: q.asked, Filter: q.filter, Source: known.source}
	if slices.Contains(lost, true) {
		answer.Warnings = []Warning{WarnPreviousTooOld}
	}
	return periods, answer, nil
}

// ofEvents reports whether any of the metrics is counted from events.
func (q inquiry) ofEvents() bool {
	return slices.ContainsFunc(q.metrics, func(d Definition) bool { return d.Metric.fromEvents() })
}

// question asks for what the metrics need and the filter allows.
func (q inquiry) question(lost []bool) Question {
	asked := Question{Filter: q.filter, By: q.by}
	for _, d := range q.metrics {
		switch {
		case d.Metric.fromEvents():
			asked.Events = slices.Clone(q.axes)
		case !q.filter.applies(d.Metric, ""):
		case d.Metric == AssetsCreated:
			asked.Assets = q.axes
		default:
			asked.Projects = q.axes
		}
	}
	for i := range asked.Events {
		if lost[i] {
			asked.Events[i] = nil
		}
	}
	return asked
}

// read asks the record, and the sample in place of events that an owner never had.
func (s *Service) read(ctx context.Context, owner ident.Owner, q Question, now time.Time) (Reading, evidence, error) {
	r, err := s.ports.Reader.Read(ctx, owner, q)
	if err != nil {
		return Reading{}, evidence{}, err
	}
	known := s.evidence(now, r.First)
	if known.source != SourceSample {
		return r, known, nil
	}
	sample, err := s.sampler(ctx, owner, now)
	if err != nil {
		return Reading{}, evidence{}, err
	}
	r.Events, err = sample.read(ctx, q)
	return r, known, err
}
