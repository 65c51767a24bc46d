package postgres

import (
	"fmt"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// stretches are parts of the spans of axes, as unnest takes them.
type stretches struct {
	axis, span   []int
	since, until []time.Time
}

// parted are the spans as far as whole grains reach, and what lies beside them.
func parted(axes []insights.Axis, grain time.Duration) (whole, edges stretches) {
	for i, axis := range axes {
		for n := range axis.Len() {
			before, inside, after := axis.Span(n).Split(grain)
			edges.add(i, n, before)
			whole.add(i, n, inside)
			edges.add(i, n, after)
		}
	}
	return whole, edges
}

// unparted are the spans as they are.
func unparted(axes []insights.Axis) (all stretches) {
	for i, axis := range axes {
		for n := range axis.Len() {
			all.add(i, n, axis.Span(n))
		}
	}
	return all
}

func (s *stretches) add(axis, span int, part insights.Span) {
	if part.Empty() {
		return
	}
	s.axis, s.span = append(s.axis, axis), append(s.span, span)
	s.since, s.until = append(s.since, part.Start), append(s.until, part.End)
}

func (s stretches) empty() bool { return len(s.axis) == 0 }

// table makes a table s of the stretches. What is added up for each of its rows in a LATERAL sub-select is found by one
// range of an index, whatever the planner believes about their number.
func (s stretches) table(c *conditions) string {
	return fmt.Sprintf("unnest(%s::int[], %s::int[], %s::timestamptz[], %s::timestamptz[]) AS s (axis, span, since, until)",
		c.args.add(s.axis), c.args.add(s.span), c.args.add(s.since), c.args.add(s.until))
}

// counted are the conditions of what was counted, at r, of the assets and channels that the filter admits.
func counted(owner ident.Owner, f insights.Filter) *conditions {
	c := ofOwner(owner, "r")
	oneOf(c, "r.channel", f.Channels)
	oneOf(c, "r.asset_type", f.AssetTypes)
	if f.ProjectID != nil {
		c.add("r.asset_id = ANY (ARRAY(SELECT id FROM assets WHERE owner_id = $1 AND project_id = %s))", *f.ProjectID)
	}
	return c
}

// grouping is the column of a group and the clause that groups by it; where nothing is grouped, an empty text and none.
func grouping(by insights.Dimension) (column, clause string) {
	switch by {
	case insights.ByChannel:
		return "r.channel", "GROUP BY r.channel"
	case insights.ByAssetType:
		return "r.asset_type", "GROUP BY r.asset_type"
	default:
		return "''", ""
	}
}
