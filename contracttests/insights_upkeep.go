package contracttests

import (
	"slices"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const (
	listsOwners = "Owners must list the owners that have an event or a rollup, in byte order, from the one after after on, at most limit."
	compares    = "Compare must compare, key by key, the rollups from the day of UTC that since begins on with Roll of the " +
		"events from then on; a row that is absent is zero."
	repairs = "With repair it must make the rollups equal, in one transaction that loses no event which arrives meanwhile."
	forgets = "Forget must delete events from before the time, at most limit, and say how many there were."
)

var insightsUpkeep = []clause{
	{name: "Insights/Owners/InByteOrder", must: listsOwners, holds: ownersInOrder},
	{name: "Insights/Owners/WithoutEventsAreNone", must: listsOwners, holds: ownersWithEvents},
	{name: "Insights/Compare/SoundRollups", must: compares, holds: compareSound},
	{name: "Insights/Compare/FindsEveryKindOfDrift", must: compares, holds: compareFinds},
	{name: "Insights/Compare/SinceADay", must: compares, holds: compareSince},
	{
		name:  "Insights/Compare/ShowsSomeOfMany",
		must:  "the first of each rollup in key order, at most MaxExamples in all",
		holds: compareShowsSome,
	},
	{name: "Insights/Compare/Repairs", must: repairs, holds: compareRepairs},
	{name: "Insights/Forget/InSlices", must: forgets, holds: forgetSlices},
}

// ownersFrom reads all owners after one, by so many.
func (s *scene) ownersFrom(after ident.Owner, limit int) (all []ident.Owner) {
	s.Helper()
	for {
		owners, err := s.Upkeep.Owners(s.ctx, after, limit)
		s.ok(err)
		if len(owners) > limit {
			s.Fatalf("%d owners, which is more than %d", len(owners), limit)
		}
		all = append(all, owners...)
		if len(owners) < limit {
			return all
		}
		after = owners[len(owners)-1]
	}
}

// ownersInOrder makes owners whose names sort unlike in most languages. Others may come at any time.
func ownersInOrder(s *scene) {
	var mine []ident.Owner
	for _, suffix := range []string{"", "a", "B", "Z", "z", "ä", "_", " ", "-", "\U0010FFFF", "~"} {
		o := s.as(s.owner + ident.Owner(suffix))
		o.journal().happened(o.event(insights.View, o.poster(), noon))
		mine = append(mine, o.owner)
	}
	slices.Sort(mine)
	for _, limit := range []int{50, 1000} {
		for i, after := range mine {
			all := s.ownersFrom(after, limit)
			if !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) {
				s.Fatalf("the owners are out of order: %q", all)
			}
			all = slices.DeleteFunc(all, func(o ident.Owner) bool { return !slices.Contains(mine, o) })
			s.same("the owners after "+string(after), mine[i+1:], all, alike)
		}
	}
}

func ownersWithEvents(s *scene) {
	s.poster()
	listed := func() bool { return slices.Contains(s.ownersFrom("", 1000), s.owner) }
	s.same("listed with assets alone", false, listed())
	s.plantDay(noon, s.newID(), insights.Counts{Views: 1})
	s.same("listed with a row of a rollup", true, listed())
}

func compareSound(s *scene) {
	s.same("of nothing", insights.Drift{}, s.compare(ever.Start, false), alike)
	s.same("of nothing, to be repaired", insights.Drift{}, s.compare(ever.Start, true), alike)
	m := s.market(1)
	m.addsUp()
	s.same("to be repaired", insights.Drift{}, s.compare(ever.Start, true), alike)
	m.addsUp()
}

// sold is what is counted of the events of a clause here: all are of one asset and one quarter hour.
var sold = insights.Counts{Views: 1, Conversions: 1, Revenue: insights.Money{"EUR": 100}}

// soldOut has an asset with these events.
func (s *scene) soldOut(at time.Time) *journal {
	s.Helper()
	j, lamp := s.journal(), s.poster()
	j.happened(s.event(insights.View, lamp, at), s.purchase(insights.Conversion, lamp, at, s.newID().String(), "EUR", 100))
	return j
}

// damage is a row of a rollup that says something else.
type damage struct {
	rollup    string
	elsewhere bool // its key is one without events
	kept      insights.Counts
}

// damages are all kinds of damage to each rollup: too much, other money, lost, and where nothing should be.
func damages() (all []damage) {
	more, other := sold, sold
	more.Views++
	other.Revenue = insights.Money{"EUR": 99}
	for _, rollup := range []string{"rollup_15min", "rollup_day_asset", "rollup_day_asset_channel"} {
		all = append(all, damage{rollup, false, more}, damage{rollup, false, other}, damage{rollup, false, insights.Counts{}}, damage{rollup, true, sold})
	}
	return all
}

// to is the damage to rollups that have one row each.
func (d damage) to(sound insights.Rollup) insights.Rollup {
	switch row := sound.Quarters[0]; d.rollup {
	case "rollup_15min":
		if row.Counts = d.kept; d.elsewhere {
			row.Key.At = row.Key.At.Add(insights.Quarter)
		}
		return insights.Rollup{Quarters: []insights.QuarterRow{row}}
	case "rollup_day_asset":
		return insights.Rollup{Days: []insights.DayRow{d.toDay(sound.Days[0])}}
	default:
		return insights.Rollup{ChannelDays: []insights.DayRow{d.toDay(sound.ChannelDays[0])}}
	}
}

func (d damage) toDay(row insights.DayRow) insights.DayRow {
	if row.Counts = d.kept; d.elsewhere {
		row.Key.Day = row.Key.Day.Add(insights.UTCDay)
	}
	return row
}

// drift is what Compare must say of it, but for the key, which is for people.
func (d damage) drift() insights.Drift {
	shown := insights.Difference{Rollup: d.rollup, Kept: d.kept, Events: sold}
	if d.elsewhere {
		shown.Events = insights.Counts{}
	}
	return insights.Drift{Keys: 1, Examples: []insights.Difference{shown}}
}

var butForKeys = cmp.Options{alike, cmpopts.IgnoreFields(insights.Difference{}, "Key")}

// compareFinds plants damage, one by one: Compare must show it, and the suite's own check must notice.
func compareFinds(s *scene) {
	for _, d := range damages() {
		s := s.stranger()
		j := s.soldOut(noon)
		j.addsUp()
		s.plantRollup(d.to(insights.Roll(j.accepted)))
		s.same("the drift", d.drift(), s.compare(ever.Start, false), butForKeys)
		noticed := 0
		for _, differs := range j.record().discrepancies(s) {
			if differs != "" {
				noticed++
			}
		}
		if noticed == 0 {
			s.Fatalf("nobody noticed %+v", d)
		}
		s.same("the drift that stays", d.drift(), s.compare(ever.Start, false), butForKeys)
	}
}

func compareRepairs(s *scene) {
	for _, d := range damages() {
		s := s.stranger()
		j := s.soldOut(noon)
		s.plantRollup(d.to(insights.Roll(j.accepted)))
		s.same("the drift that is repaired", d.drift(), s.compare(ever.Start, true), butForKeys)
		j.addsUp()
	}
}

// compareSince damages two days, and asks from the second on, by a time within it.
func compareSince(s *scene) {
	midnight := noon.Truncate(insights.UTCDay)
	s.soldOut(midnight.Add(-time.Millisecond))
	s.soldOut(midnight)
	s.planted(midnight.Add(-insights.Quarter), insights.Counts{Views: 5})
	s.planted(midnight, insights.Counts{Views: 7})
	kept := func(d insights.Drift) (views []int64) {
		for _, example := range d.Examples {
			views = append(views, example.Kept.Views)
		}
		return views
	}
	s.same("what is wrong since the day", []int64{7}, kept(s.compare(noon, false)))
	s.same("what is wrong since the one before", []int64{5, 7}, kept(s.compare(midnight.Add(-time.Hour), false)))
	s.same("what is repaired since the day", []int64{7}, kept(s.compare(noon, true)))
	s.same("what is wrong then", []int64{5}, kept(s.compare(ever.Start, false)))
}

// compareShowsSome plants many rows that count their own places.
func compareShowsSome(s *scene) {
	const many = insights.MaxExamples + 5
	asset := s.newID()
	for i := range int64(many) {
		c := insights.Counts{Views: i + 1}
		s.planted(noon.Truncate(insights.Quarter).Add(time.Duration(i)*insights.Quarter), c)
	}
	drift := s.compare(ever.Start, false)
	s.same("keys", many, drift.Keys)
	s.same("examples", insights.MaxExamples, len(drift.Examples))
	for i := range int64(many) {
		s.plantDay(noon.AddDate(0, 0, int(i)), asset, insights.Counts{Views: i + 1})
	}
	drift = s.compare(ever.Start, true)
	s.same("keys of all rollups", 3*many, drift.Keys)
	s.same("examples of all rollups", insights.MaxExamples, len(drift.Examples))
	seen := map[string]int64{}
	for _, example := range drift.Examples {
		seen[example.Rollup]++
		s.same("the next of "+example.Rollup, seen[example.Rollup], example.Kept.Views)
	}
	s.same("what is wrong when all is repaired", insights.Drift{}, s.compare(ever.Start, false), alike)
}

// longAgo is a time whose events are forgotten; those of all other clauses lie after it.
var longAgo = time.Date(1981, 1, 1, 0, 0, 0, 0, time.UTC)

// forgetSlices is all that is tested of Forget, since that is about all owners.
func forgetSlices(s *scene) {
	other := s.stranger()
	mine, theirs := s.journal(), other.journal()
	lamp, shoe := s.poster(), other.poster()
	sale := s.purchase(insights.Conversion, lamp, longAgo.Add(-insights.UTCDay), "1", "EUR", 100)
	mine.happened(sale)
	for i := range 6 {
		mine.happened(s.event(insights.View, lamp, longAgo.Add(-time.Duration(i*i)*time.Hour-time.Millisecond)))
	}
	for i := range 5 {
		theirs.happened(other.event(insights.View, shoe, longAgo.Add(-time.Duration(i+1)*time.Minute)))
	}
	kept := []insights.NewEvent{s.event(insights.Click, lamp, longAgo), s.event(insights.Click, lamp, noon)}
	mine.happened(kept...)
	before, first := s.counts(ever.Start, ever.End), s.figures(insights.Question{}).First
	for _, want := range []int{5, 5, 2, 0} {
		n, err := s.Upkeep.Forget(s.ctx, longAgo, 5)
		s.ok(err)
		s.same("how many were deleted", want, n)
	}
	s.same("the sums", before, s.counts(ever.Start, ever.End))
	s.same("the first", first, s.figures(insights.Question{}).First)
	s.same("what is left of the last minute", insights.Counts{}, s.counts(longAgo.Add(-time.Minute), longAgo.Add(-time.Microsecond)), alike)
	s.same("what is wrong with days that are there as a whole", insights.Drift{}, s.compare(longAgo, false), alike)
	s.same("accepted of what is remembered", 0, mine.happened(kept...).Accepted)
	_, report, err := s.post(s.ctx, noKey, sale)
	s.ok(err)
	s.same("accepted of what was forgotten", 1, report.Accepted)
}
