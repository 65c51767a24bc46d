package insights

import (
	"context"
	"time"

	"vitrine/core/ident"
)

// StatsAsk asks for all metrics over a range.
type StatsAsk struct {
	Ask

	By Dimension // empty for no groups
}

// Stats are all metrics over a range, in the order of Definitions.
type Stats struct {
	Answer

	Metrics []Figure
	By      Dimension
	Groups  []Group // every value of By that the filter admits; what adds up adds up to Metrics
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
	asked, err := a.resolve(now, home)
	if err != nil {
		return Stats{}, err
	}
	q := inquiry{asked: asked, filter: a.Filter.normalize(), by: a.By, metrics: Definitions}
	for _, span := range []Span{asked.Span, asked.Previous(now)} {
		q.add(span, axisOf(span))
	}
	periods, answer, err := s.inquire(ctx, owner, now, q)
	if err != nil {
		return Stats{}, err
	}
	stats := Stats{Answer: answer, By: a.By, Metrics: figures(periods, "", "")}
	shown := valuesOf(stats.Metrics)
	for _, name := range q.filter.groups(a.By) {
		g := Group{Value: name, Metrics: figures(periods, a.By, name)}
		stats.Groups, shown = append(stats.Groups, g), append(shown, valuesOf(g.Metrics)...)
	}
	stats.warnAbove(shown)
	return stats, nil
}

// figures compare the first period with the second, in all metrics.
func figures(periods []period, by Dimension, group string) []Figure {
	all := make([]Figure, len(Definitions))
	for i, d := range Definitions {
		all[i] = d.figure(periods[0].total(d, by, group), periods[1].total(d, by, group))
	}
	return all
}

func valuesOf(figures []Figure) (values []Value) {
	for _, f := range figures {
		values = append(values, f.Value, f.Previous)
	}
	return values
}
