package insights

import (
	"context"
	"slices"
	"time"

	"vitrine/core/ident"
)

// StatsAsk asks for all metrics over a range.
type StatsAsk struct {
	Ask

	By Dimension
}

// Stats are all metrics over a range, in the order of Definitions.
type Stats struct {
	Answer

	By      Dimension
	Metrics []Figure
	Groups  []Group // every value of By that the filter admits; their counts add up to those above
}

// Group are the metrics of one value of a dimension.
type Group struct {
	Value   string
	Metrics []Figure
}

// Stats answers all metrics over a range, beside the period before it. home is the zone of the owner's profile. It fails
// with "invalid-parameter" and "beyond-retention".
func (s *Service) Stats(ctx context.Context, owner ident.Owner, home *time.Location, a StatsAsk) (Stats, error) {
	now := s.clock.Now()
	var wrong mistakes
	r := a.resolve(now, home, &wrong)
	if err := wrong.err(); err != nil {
		return Stats{}, err
	}
	filter, before := a.Filter.normalize(), r.Previous(now)
	axes := []Axis{axisOf(r.Span), axisOf(before)}
	oldest := s.rules.remembered(now)
	if axes[0].outlives(oldest, filter.grain()) {
		return Stats{}, r.beyondRetention(oldest)
	}
	lost := axes[1].outlives(oldest, filter.grain())
	reading, known, err := s.read(ctx, owner, question(filter, a.By, axes, []bool{false, lost}), now)
	if err != nil {
		return Stats{}, err
	}
	c := comparison{
		now:  side{panel{evidence: known, filter: filter}, r.Span, reading.gather(0, axes[0].Len())},
		then: side{panel{evidence: known, filter: filter, lost: lost}, before, reading.gather(1, axes[1].Len())},
	}
	stats := Stats{By: a.By, Metrics: c.figures("", ""), Answer: Answer{AsOf: now, Range: r, Filter: filter, Source: known.source}}
	for _, name := range filter.groups(a.By) {
		stats.Groups = append(stats.Groups, Group{Value: name, Metrics: c.figures(a.By, name)})
	}
	stats.Warnings = stats.warnings(lost)
	return stats, nil
}

// comparison are the two periods that stats compare.
type comparison struct {
	now, then side
}

type side struct {
	panel

	span Span
	sums sums
}

// figures are those of all metrics, of a group or, with no dimension, of everything.
func (c comparison) figures(by Dimension, group string) []Figure {
	figures := make([]Figure, len(Definitions))
	for i, d := range Definitions {
		figures[i] = d.figure(c.now.read(d, by, group), c.then.read(d, by, group))
	}
	return figures
}

func (s side) read(d Definition, by Dimension, group string) Value {
	s.by = by
	of := s.sums.all
	if by != "" {
		of = s.sums.groups[group]
	}
	var sum Sum // an empty span has no place of its own
	if len(of) > 0 {
		sum = of[0]
	}
	return s.value(d, s.span, sum)
}

func (s Stats) warnings(lost bool) (warnings []Warning) {
	above := slices.ContainsFunc(s.Metrics, Figure.aboveOne) ||
		slices.ContainsFunc(s.Groups, func(g Group) bool { return slices.ContainsFunc(g.Metrics, Figure.aboveOne) })
	if above {
		warnings = append(warnings, WarnRatioAboveOne)
	}
	if lost {
		warnings = append(warnings, WarnPreviousTooOld)
	}
	return warnings
}

func (f Figure) aboveOne() bool { return f.Value.Ratio.aboveOne() || f.Previous.Ratio.aboveOne() }
