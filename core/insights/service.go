package insights

import (
	"context"
	"time"

	"vitrine/core/ident"
)

// Service is everything that can be done with figures. All rules are here; the ports only keep and add up.
type Service struct {
	ports Ports
	clock ident.Clock
	rules Rules
}

// Ports are what the service needs of a store; all must be there.
type Ports struct {
	Events  Events
	Reader  Reader
	Ranking Ranking
	Catalog Catalog
	Upkeep  Upkeep
}

// Rules are what an operator decides.
type Rules struct {
	Retention time.Duration // how long single events are kept
	Sample    bool          // an owner without any real event gets sample figures
}

// NewService makes the service.
func NewService(ports Ports, clock ident.Clock, rules Rules) *Service {
	return &Service{ports: ports, clock: clock, rules: rules}
}

// Answer is what every answer says besides its figures.
type Answer struct {
	AsOf     time.Time
	Range    Range
	Filter   Filter
	Source   Source
	Warnings []Warning
}

// Source is where the figures of events come from. Those of the record itself are always real.
type Source string

// The sources. They are never mixed in one answer.
const (
	SourceReal   Source = "real"
	SourceSample Source = "sample"
	SourceNone   Source = "none"
)

// Warning is a code of something to know about an answer.
type Warning string

// The warnings.
const (
	WarnRatioAboveOne   Warning = "ratio_above_one"           // a ratio above 1 is among the figures
	WarnPreviousTooOld  Warning = "previous_beyond_retention" // the previous period needs events that are no longer kept
)

// evidence is what is known of an owner's events as a whole.
type evidence struct {
	asOf   time.Time
	source Source
	first  time.Time // of real events
}

func (s *Service) evidence(now time.Time, first *time.Time) evidence {
	switch {
	case first != nil:
		return evidence{asOf: now, source: SourceReal, first: *first}
	case s.rules.Sample:
		return evidence{asOf: now, source: SourceSample}
	default:
		return evidence{asOf: now, source: SourceNone}
	}
}

// noData reports whether nothing is known of events in the span: zero and unknown are not the same.
func (e evidence) noData(s Span) bool {
	return e.source == SourceNone || e.source == SourceReal && !s.End.After(e.first)
}

func (e evidence) state(s Span, clipped bool) State {
	switch {
	case s.Start.After(e.asOf):
		return Future
	case s.End.After(e.asOf):
		return InProgress
	case e.noData(s):
		return NoData
	case clipped:
		return Clipped
	default:
		return Complete
	}
}

// panel turns sums into values of one axis.
type panel struct {
	evidence

	filter Filter
	by     Dimension
	lost   bool // the axis needs events that are no longer kept
}

// value is what the metric came to in a span with the sum.
func (p panel) value(d Definition, s Span, sum Sum) Value {
	switch {
	case !p.filter.applies(d.Metric, p.by):
		return Value{Reason: ReasonNotApplicable}
	case s.Start.After(p.asOf):
		return Value{Reason: ReasonFuture}
	case d.Metric.fromEvents() && p.lost:
		return Value{Reason: ReasonBeyondRetention}
	case d.Metric.fromEvents() && p.noData(s):
		return Value{Reason: ReasonNoData}
	default:
		return d.valueOf(sum)
	}
}

// question asks for what the filter leaves to be asked of the axes. An axis that is lost is not asked for its events.
func question(f Filter, by Dimension, axes []Axis, lost []bool) Question {
	q := Question{Filter: f, By: by}
	for i, a := range axes {
		if lost[i] {
			a = nil
		}
		q.Events = append(q.Events, a)
	}
	if f.applies(AssetsCreated, "") {
		q.Assets = axes
	}
	if f.applies(ProjectsCreated, "") {
		q.Projects = axes
	}
	return q
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

// sums are what a reading has of one axis: of each span in all, and of each group.
type sums struct {
	all    []Sum
	groups map[string][]Sum
}

// gather puts the cells of the i-th axis, which has so many spans, in their places.
func (r Reading) gather(i, spans int) sums {
	s := sums{all: make([]Sum, spans), groups: map[string][]Sum{}}
	for _, c := range r.Events {
		s.put(i, c.Cell, Sum{Counts: c.Counts})
	}
	for _, c := range r.Assets {
		s.put(i, c.Cell, Sum{AssetsCreated: c.Created})
	}
	for _, c := range r.Projects {
		s.put(i, c.Cell, Sum{ProjectsCreated: c.Created})
	}
	return s
}

func (s sums) put(axis int, c Cell, sum Sum) {
	if c.Axis != axis {
		return
	}
	s.all[c.Span].add(sum)
	if s.groups[c.Group] == nil {
		s.groups[c.Group] = make([]Sum, len(s.all))
	}
	s.groups[c.Group][c.Span].add(sum)
}
