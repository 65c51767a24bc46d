package contracttests

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/projects"
)

const oneSnapshot = "A method must answer from one snapshot: whatever arrives meanwhile is in all of the answer or in none."

var insightsRaces = []clause{
	{
		name:  "Race/EachEventCountsOnce",
		must:  "Batches at the same time must come out as if one came after the other.",
		holds: raceOfBatches,
	},
	{name: "Race/AReadingIsOneSnapshot", must: oneSnapshot, holds: raceOfReadings},
	{name: "Race/AStandingIsOneSnapshot", must: "The total must be that of the same snapshot.", holds: raceOfStandings},
	{name: "Race/RepairLosesNoEvent", must: repairs, holds: raceOfRepairs},
	{name: "Race/EventsOfAssetsThatArePurged", must: judges, holds: raceOfPurge},
}

// pool are events that many send at once: some ids come with two contents, and some orders with two ids.
func (s *scene) pool(assets []ident.ID) (pool []insights.NewEvent) {
	for i := range 90 {
		e := s.event(insights.Click, assets[i%len(assets)], minute(i))
		switch i % 6 {
		case 0:
			e = s.purchase(insights.Conversion, assets[0], minute(i), fmt.Sprint(i%18), "EUR", 100)
		case 1:
			twin := e
			twin.Channel = string(insights.TikTok)
			pool = append(pool, twin)
		}
		pool = append(pool, e)
	}
	return pool
}

// raceOfBatches lets each racer send its own draws from the pool.
func raceOfBatches(s *scene) {
	j := s.journal()
	pool := s.pool([]ident.ID{s.poster(), s.poster(), s.poster()})
	var mu sync.Mutex
	sent := map[insights.NewEvent]bool{}
	s.allOK(race(func(i int) error {
		rng := rand.New(rand.NewPCG(uint64(i), 2))
		for range 5 {
			var events []insights.NewEvent
			for range 40 {
				events = append(events, pick(rng, pool))
			}
			batch, report, err := s.post(s.ctx, noKey, events...)
			if err != nil {
				return err
			}
			mu.Lock()
			for _, e := range events {
				sent[e] = true
			}
			j.accepted = append(j.accepted, acceptedOf(batch, report)...)
			mu.Unlock()
		}
		return nil
	}))
	j.eachOnce(sent)
	j.addsUp()
}

// acceptedOf are the events of a batch without mistakes that its report does not tell of, all of images.
func acceptedOf(b insights.Batch, report insights.Report) (accepted []insights.Event) {
	refused := map[int]bool{}
	for _, r := range report.Results {
		refused[r.Index] = true
	}
	for i, e := range b.Events {
		if !refused[i] {
			e.AssetType = insights.Image
			accepted = append(accepted, e)
		}
	}
	return accepted
}

// eachOnce expects that of what was sent every id or, of conversions, every order was accepted once.
func (j *journal) eachOnce(sent map[insights.NewEvent]bool) {
	j.Helper()
	want, got := map[string]int{}, map[string]int{}
	for e := range sent {
		name := e.ID
		if e.Order != nil {
			name = "order " + e.Order.ExternalID
		}
		want[name] = 1
	}
	for _, e := range j.accepted {
		name := e.ID.String()
		if e.Order != nil {
			name = "order " + e.Order.ExternalID
		}
		got[name]++
	}
	j.same("how often each was accepted", want, got)
}

// looks is how often a clause looks on while batches arrive, and batchesSent how many arrive.
const (
	looks       = 50
	batchesSent = looks * racers
)

// whileSending looks on while racers send batches, one each for every look.
func (s *scene) whileSending(batch func() []insights.NewEvent, look func(n int)) {
	s.Helper()
	turns, ended := make(chan bool, batchesSent), make(chan []error, 1)
	defer close(turns)
	go func() {
		ended <- race(func(int) error {
			for range looks {
				<-turns
				if _, _, err := s.post(s.ctx, noKey, batch()...); err != nil {
					return err
				}
			}
			return nil
		})
	}()
	for n := range looks {
		for range racers {
			turns <- true
		}
		look(n)
	}
	s.allOK(<-ended)
}

// raceOfReadings sends as much to each span of a question, which rollups and single events answer. At the same time the
// owner's first event moves back.
func raceOfReadings(s *scene) {
	p := s.project("Lamp")
	lamp := s.framed(gallery.Image, &p.ID)
	quarter := noon.Truncate(insights.Quarter)
	times := []time.Time{quarter.Add(time.Minute), quarter.Add(insights.Quarter), quarter.AddDate(0, 0, 1)}
	axis := insights.Axis{times[0].Add(-time.Millisecond), times[1], times[1].Add(insights.Quarter), quarter.AddDate(0, 0, 3)}
	var back insights.Axis
	for n := range 200 {
		back = append(back, quarter.Add(time.Duration(n-200)*insights.Quarter))
	}
	var batches atomic.Int64
	batch := func() (events []insights.NewEvent) {
		for _, at := range times {
			events = append(events, s.event(insights.View, lamp, at))
		}
		return append(events, s.event(insights.View, lamp, back[max(0, int64(back.Len())-batches.Add(1))]))
	}
	s.whileSending(batch, func(int) {
		s.sameInEachSpan(insights.Filter{}, axis)
		s.sameInEachSpan(insights.Filter{ProjectID: &p.ID}, axis)
		r := s.figures(insights.Question{Events: []insights.Axis{back}})
		s.same("the first", earliest(r, back), r.First)
	})
	s.same("views in the end", int64(4*batchesSent), s.counts(ever.Start, ever.End).Views)
}

// sameInEachSpan expects as many views in each of three spans as in the others, and all of them in the whole.
func (s *scene) sameInEachSpan(f insights.Filter, axis insights.Axis) {
	s.Helper()
	r := s.figures(insights.Question{Filter: f, Events: []insights.Axis{axis, {axis[0], axis[3]}}})
	views := r.Events[insights.Cell{}].Views
	for n := range axis.Len() {
		s.same("the views of a span", views, r.Events[insights.Cell{Span: n}].Views)
	}
	s.same("the views of all spans", 3*views, r.Events[insights.Cell{Axis: 1}].Views)
}

// earliest is the start of the first span that has events; nil without any.
func earliest(r reading, axis insights.Axis) *time.Time {
	for n := range axis.Len() {
		if _, ok := r.Events[insights.Cell{Span: n}]; ok {
			return &axis[n]
		}
	}
	return nil
}

// raceOfStandings sends as much of each of two assets, to a whole day and beside it.
func raceOfStandings(s *scene) {
	lamp, shoe := s.poster(), s.poster()
	batch := func() (events []insights.NewEvent) {
		for _, at := range []time.Time{noon, noon.AddDate(0, 0, 1)} {
			events = append(events, s.event(insights.View, lamp, at), s.event(insights.View, shoe, at))
		}
		return events
	}
	span := insights.Span{Start: noon, End: noon.AddDate(0, 0, 2)}
	s.whileSending(batch, func(int) {
		standing := s.rank(insights.RankQuery{Span: span, Metric: insights.Views, Limit: 1})
		for _, first := range standing.Rows {
			s.same("the views of the first of two", standing.Total, 2*first.Count)
			s.same("views of half a batch", int64(0), first.Count%2)
		}
		s.same("an empty list has no first", len(standing.Rows) == 0, standing.First == nil)
	})
	s.same("views in the end", int64(4*batchesSent), s.counts(ever.Start, ever.End).Views)
}

// raceOfRepairs damages and repairs all the while.
func raceOfRepairs(s *scene) {
	j := s.soldOut(noon)
	lamp, sound, all := j.accepted[0].AssetID, insights.Roll(j.accepted), damages()
	batch := func() []insights.NewEvent {
		return []insights.NewEvent{s.event(insights.View, lamp, noon), s.event(insights.Click, lamp, noon)}
	}
	s.whileSending(batch, func(n int) {
		s.plantRollup(all[n%len(all)].to(sound))
		s.compare(ever.Start, true)
		s.same("what is wrong after the repair", insights.Drift{}, s.compare(ever.Start, false), alike)
	})
	c := s.counts(ever.Start, ever.End)
	s.same("views and clicks", [2]int64{1 + batchesSent, batchesSent}, [2]int64{c.Views, c.Clicks})
}

// raceOfPurge purges the project of an asset that events arrive of. Each is counted or of an unknown asset.
func raceOfPurge(s *scene) {
	p := s.project("Lamp")
	lamp := s.framed(gallery.Image, &p.ID)
	var accepted atomic.Int64
	s.allOK(race(func(i int) error {
		if i == 0 {
			return s.Projects.Purge(s.ctx, s.owner, p.ID, func(projects.Project) error { return nil })
		}
		for range 4 {
			_, report, err := s.post(s.ctx, noKey, s.event(insights.View, lamp, noon))
			if err != nil {
				return err
			}
			accepted.Add(int64(report.Accepted))
		}
		return nil
	}))
	s.same("views", accepted.Load(), s.counts(ever.Start, ever.End).Views)
	s.same("what is wrong", insights.Drift{}, s.compare(ever.Start, false), alike)
	_, report, err := s.post(s.ctx, noKey, s.event(insights.View, lamp, noon))
	s.ok(err)
	s.same("accepted when it is gone", 0, report.Accepted)
}
