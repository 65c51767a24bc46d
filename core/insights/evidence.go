package insights

import "time"

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

// begun reports whether anything can have happened in the span.
func (e evidence) begun(s Span) bool { return !s.Start.After(e.asOf) }

// noData reports whether nothing is known of events in the span: zero and unknown are not the same.
func (e evidence) noData(s Span) bool {
	return e.source == SourceNone || e.source == SourceReal && !s.End.After(e.first)
}

// state is that of a bucket.
func (e evidence) state(s Span, clipped bool) State {
	switch {
	case !e.begun(s):
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

// unknown says why nothing is known of a metric in the span, or is empty.
func (e evidence) unknown(m Metric, s Span) Reason {
	switch {
	case !e.begun(s):
		return ReasonFuture
	case m.fromEvents() && e.noData(s):
		return ReasonNoData
	default:
		return ""
	}
}
