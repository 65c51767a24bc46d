package memory

import (
	"iter"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// creations count what was created, by the cell of an answer.
type creations map[insights.Cell]int64

// count counts what was created at a time, if that is within the axis.
func (c creations) count(axis int, edges insights.Axis, at time.Time, group string) {
	if span, ok := edges.Find(at); ok {
		c[insights.Cell{Axis: axis, Span: span, Group: group}]++
	}
}

func (c creations) cells() (cells []insights.CreatedCell) {
	for cell, created := range c {
		cells = append(cells, insights.CreatedCell{Cell: cell, Created: created})
	}
	return cells
}

// assetsCreated counts the assets created, copies aside.
func (h *holding) assetsCreated(q insights.Question) []insights.CreatedCell {
	created := creations{}
	for i, axis := range q.Assets {
		for r := range h.assetsWithin(axis, q.Filter.ProjectID) {
			kind := insights.AssetType(r.value.Type)
			if r.value.SourceID != nil || !q.Filter.AdmitsType(kind) {
				continue
			}
			group := ""
			if q.By == insights.ByAssetType {
				group = string(kind)
			}
			created.count(i, axis, r.value.CreatedAt, group)
		}
	}
	return created.cells()
}

// assetsWithin gives the assets of the project or, without one, at least those created within the axis.
func (h *holding) assetsWithin(axis insights.Axis, project *ident.ID) iter.Seq[*row[kept]] {
	if project != nil {
		return h.assets.all(assetSchema.order(inProjects), stretchOf(*project))
	}
	return h.assets.all(creation, boundsOf(axis))
}

// projectsCreated counts the projects created.
func (h *holding) projectsCreated(q insights.Question) []insights.CreatedCell {
	created := creations{}
	for i, axis := range q.Projects {
		for r := range h.projects.all(creation, boundsOf(axis)) {
			created.count(i, axis, r.value.CreatedAt, "")
		}
	}
	return created.cells()
}

// boundsOf are the part of the order of creation that lies within the axis.
func boundsOf(axis insights.Axis) bounds {
	if axis.Len() == 0 {
		return createdBounds(nil, &time.Time{})
	}
	return createdBounds(&axis[0], &axis[axis.Len()])
}
