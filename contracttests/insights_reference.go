package contracttests

import (
	"slices"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/projects"

	"github.com/google/go-cmp/cmp"
)

// record is all that figures are made of. It adds up from single events whenever it is asked, so that there is nothing in
// it to be wrong.
type record struct {
	events   []insights.Event
	assets   []gallery.Asset
	projects []projects.Project
}

// record is what the owner has now, with the events of the journal.
func (j *journal) record() record {
	j.Helper()
	r := record{events: j.accepted}
	for _, trashed := range []bool{false, true} {
		for _, row := range j.everyAsset(gallery.Filter{Trashed: trashed}) {
			r.assets = append(r.assets, row.Asset)
		}
		for _, row := range j.everything(projects.Filter{Trashed: trashed}) {
			r.projects = append(r.projects, row.Project)
		}
	}
	return r
}

// admits is the filter in full.
func (r record) admits(f insights.Filter, e insights.Event) bool {
	if !f.AdmitsChannel(e.Channel) || !f.AdmitsType(e.AssetType) {
		return false
	}
	return f.ProjectID == nil || slices.ContainsFunc(r.assets, func(a gallery.Asset) bool {
		return a.ID == e.AssetID && f.AdmitsProject(a.ProjectID)
	})
}

// first is the start of the quarter hour of the earliest event.
func (r record) first() (first *time.Time) {
	for _, e := range r.events {
		if at := e.At.Truncate(insights.Quarter); first == nil || at.Before(*first) {
			first = &at
		}
	}
	return first
}

func (r record) read(q insights.Question) reading {
	want := reading{First: r.first(), Events: map[insights.Cell]insights.Counts{}}
	for i, axis := range q.Events {
		for _, e := range r.events {
			if n, ok := axis.Find(e.At); ok && r.admits(q.Filter, e) {
				cell := insights.Cell{Axis: i, Span: n, Group: q.By.Group(e.Channel, e.AssetType)}
				sum := want.Events[cell]
				sum.Count(e)
				want.Events[cell] = sum
			}
		}
	}
	want.Assets, want.Projects = r.assetsCreated(q), r.projectsCreated(q)
	return want
}

func (r record) assetsCreated(q insights.Question) map[insights.Cell]int64 {
	created := map[insights.Cell]int64{}
	for i, axis := range q.Assets {
		for _, a := range r.assets {
			n, ok := axis.Find(a.CreatedAt)
			kind := insights.AssetType(a.Type)
			if !ok || a.SourceID != nil || !q.Filter.AdmitsType(kind) || !q.Filter.AdmitsProject(a.ProjectID) {
				continue
			}
			cell := insights.Cell{Axis: i, Span: n}
			if q.By == insights.ByAssetType {
				cell.Group = string(kind)
			}
			created[cell]++
		}
	}
	return created
}

func (r record) projectsCreated(q insights.Question) map[insights.Cell]int64 {
	created := map[insights.Cell]int64{}
	for i, axis := range q.Projects {
		for _, p := range r.projects {
			if n, ok := axis.Find(p.CreatedAt); ok {
				created[insights.Cell{Axis: i, Span: n}]++
			}
		}
	}
	return created
}

func (r record) rank(q insights.RankQuery) insights.Standing {
	sums := map[ident.ID]insights.AssetSum{}
	for _, e := range r.events {
		if q.Span.Contains(e.At) && r.admits(q.Filter, e) {
			sum := sums[e.AssetID]
			sum.AssetType = e.AssetType
			sum.Counts.Count(e)
			sums[e.AssetID] = sum
		}
	}
	standing := insights.Standing{First: r.first()}
	standing.Rows, standing.Total = q.Rank(sums)
	return standing
}

// discrepancies are how the store differs from the record, by what was looked at: the report of Compare; the rollup of
// quarter hours, each by itself; the rollups of days; and single events, which alone can answer for less than a grain.
func (r record) discrepancies(s *scene) map[string]string {
	s.Helper()
	found := map[string]string{
		"what Compare finds": cmp.Diff(insights.Drift{}, s.compare(ever.Start, false), exactly, alike),
	}
	for name, q := range r.audit() {
		found[name] = cmp.Diff(r.read(q), s.figures(q), exactly, alike)
	}
	for name, f := range map[string]insights.Filter{"the rollup of days": {}, "the rollup of days and channels": {Channels: insights.Channels}} {
		for _, d := range r.starts(insights.UTCDay) {
			q := insights.RankQuery{
				Span: insights.Span{Start: d, End: d.Add(insights.UTCDay)}, Filter: f, Metric: insights.Views, Limit: insights.MaxTop,
			}
			found[name+" of "+d.Format(time.DateOnly)] = cmp.Diff(r.rank(q), s.rank(q), exactly, alike)
		}
	}
	return found
}

// audit are questions that look at every quarter hour which has events, from the rollup and from single events.
func (r record) audit() map[string]insights.Question {
	var whole, parts insights.Axis
	for _, at := range r.starts(insights.Quarter) {
		whole = append(whole, at, at.Add(insights.Quarter))
		parts = append(parts, at, at.Add(7*time.Minute), at.Add(insights.Quarter))
	}
	return map[string]insights.Question{
		"the rollup of quarter hours": {By: insights.ByChannel, Events: []insights.Axis{slices.Compact(whole)}},
		"single events":               {By: insights.ByAssetType, Events: []insights.Axis{slices.Compact(parts)}},
	}
}

// starts are those of the grains that have events, rising.
func (r record) starts(grain time.Duration) (starts []time.Time) {
	for _, e := range r.events {
		starts = append(starts, e.At.Truncate(grain))
	}
	slices.SortFunc(starts, time.Time.Compare)
	return slices.Compact(starts)
}
