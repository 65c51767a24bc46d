package contracttests

import (
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/google/go-cmp/cmp/cmpopts"
)

// reading is a Reading whose cells are found by their places, without those that count nothing.
type reading struct {
	First            *time.Time
	Events           map[insights.Cell]insights.Counts
	Assets, Projects map[insights.Cell]int64
}

// figures asks the question, and expects each cell once.
func (s *scene) figures(q insights.Question) reading {
	s.Helper()
	r, err := s.Reader.Read(s.ctx, s.owner, q)
	s.ok(err)
	found := reading{First: r.First, Events: map[insights.Cell]insights.Counts{}}
	for _, c := range r.Events {
		if _, twice := found.Events[c.Cell]; twice {
			s.Fatalf("the cell %+v of events comes twice", c.Cell)
		}
		if !c.Counts.IsZero() {
			found.Events[c.Cell] = c.Counts
		}
	}
	found.Assets, found.Projects = s.created(r.Assets), s.created(r.Projects)
	return found
}

func (s *scene) created(cells []insights.CreatedCell) map[insights.Cell]int64 {
	s.Helper()
	by := map[insights.Cell]int64{}
	for _, c := range cells {
		if _, twice := by[c.Cell]; twice {
			s.Fatalf("the cell %+v of what was created comes twice", c.Cell)
		}
		if c.Created != 0 {
			by[c.Cell] = c.Created
		}
	}
	return by
}

// counts are the sums of all events between two times.
func (s *scene) counts(from, to time.Time) insights.Counts {
	s.Helper()
	return s.figures(insights.Question{Events: []insights.Axis{{from, to}}}).Events[insights.Cell{}]
}

func (s *scene) rank(q insights.RankQuery) insights.Standing {
	s.Helper()
	s.settle(s)
	standing, err := s.Ranking.Rank(s.ctx, s.owner, q)
	s.ok(err)
	return standing
}

// compare expects the rollups to be compared, whatever comes out.
func (s *scene) compare(since time.Time, repair bool) insights.Drift {
	s.Helper()
	drift, err := s.Upkeep.Compare(s.ctx, s.owner, since, repair)
	s.ok(err)
	return drift
}

// cards are those of the assets, by id.
func (s *scene) cards(ids ...ident.ID) map[ident.ID]insights.Card {
	s.Helper()
	cards, err := s.Catalog.Cards(s.ctx, s.owner, ids)
	s.ok(err)
	by := map[ident.ID]insights.Card{}
	for _, c := range cards {
		by[c.ID] = c
	}
	s.same("the number of cards", len(by), len(cards))
	return by
}

// plantRollup puts rows into the rollups as they are.
func (s *scene) plantRollup(rows insights.Rollup) {
	s.Helper()
	if s.PlantRollup == nil {
		s.Fatal("the backend has no PlantRollup")
	}
	s.PlantRollup(s, s.owner, rows)
}

// addsUp expects events, rollups and answers to be those of the journal: each accepted event once, wherever it is counted.
func (j *journal) addsUp() {
	j.Helper()
	for name, differs := range j.record().discrepancies(j.scene) {
		if differs != "" {
			j.Fatalf("%s (-want +got):\n%s", name, differs)
		}
	}
}

// ever is a span that has everything, and eon the same as the one span of an axis.
var (
	ever = insights.Span{Start: time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC), End: time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)}
	eon  = insights.Axis{ever.Start, ever.End}
)

// books are an owner's figures as a whole.
type books struct {
	Reading reading
	Views   insights.Standing
	Drift   insights.Drift
}

func (s *scene) books() books {
	s.Helper()
	all := []insights.Axis{eon}
	return books{
		Reading: s.figures(insights.Question{By: insights.ByAssetType, Events: all, Assets: all, Projects: all}),
		Views:   s.rank(insights.RankQuery{Span: ever, Metric: insights.Views, Limit: insights.MaxTop}),
		Drift:   s.compare(ever.Start, false),
	}
}

// alike is for answers in which an empty list and none mean the same.
var alike = cmpopts.EquateEmpty()
