package insights

import "slices"

// period is a stretch of time, parted by an axis, with what is known of it.
type period struct {
	evidence

	filter Filter
	lost   bool // it needs events that are no longer kept
	span   Span
	axis   Axis
	sums   sums
}

// value is what the metric came to in a part of the period with the sum, grouped by a dimension or by none.
func (p period) value(d Definition, by Dimension, s Span, sum Sum) Value {
	switch reason := p.unknown(d.Metric, s); {
	case !p.filter.applies(d.Metric, by):
		return Value{Reason: ReasonNotApplicable}
	case p.lost && d.Metric.fromEvents():
		return Value{Reason: ReasonBeyondRetention}
	case reason != "":
		return Value{Reason: reason}
	default:
		return d.valueOf(sum)
	}
}

// total is what the metric came to in the whole period, of a group where a dimension is given.
func (p period) total(d Definition, by Dimension, group string) Value {
	return p.value(d, by, p.span, p.sum(by, group))
}

// sum is that of the parts that have begun: what arrives for the others while the question is answered is not in them.
func (p period) sum(by Dimension, group string) (total Sum) {
	parts := p.sums.all
	if by != "" {
		parts = p.sums.groups[group]
	}
	for i, part := range parts {
		if p.begun(p.axis.Span(i)) {
			total.add(part)
		}
	}
	return total
}

// sums are what a reading has of one axis: of each span in all, and in each group.
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

// warnAbove adds the warning of ratios above 1 to an answer that has one among its values.
func (a *Answer) warnAbove(values []Value) {
	if slices.ContainsFunc(values, func(v Value) bool { return v.Ratio.aboveOne() }) {
		a.Warnings = append(a.Warnings, WarnRatioAboveOne)
	}
}
