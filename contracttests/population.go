package contracttests

import (
	"fmt"
	"time"

	"vitrine/core/page"
	"vitrine/core/projects"
)

// populate gives the owner projects in which every value of every member that lists sort, filter or count by occurs
// several times, in several company; many share a time or a title, and a third lies in the trash.
func (s *scene) populate() (all []projects.Project) {
	s.Helper()
	titles := []string{
		"lamp", "Lamp", "LÁMP", "Lamp 10", "Lamp 2", "Zebra", "éclair", "Eclair", "灯", "ラムプ", "- lamp", "ﬁlm lamp",
	}
	tags := [][]string{nil, {"oak"}, {"oak", "sale"}, {"Oak"}, {"sale", "灯", "b-tag"}}
	for i := range 36 {
		p := s.draft(titles[i%len(titles)])
		p.Type = projects.Types[i%3]
		p.Run.Status = projects.Statuses[(i*i)%5]
		p.Tags = tags[i%len(tags)]
		p.Favorite = i%4 == 1
		p.CreatedAt = minute(i % 6)
		p.UpdatedAt = minute(i / 9)
		if i%2 == 0 {
			p.Brief = fmt.Sprintf("a warm lamp, take %d", i%3)
		}
		if i%5 == 0 {
			p.Description = "A warm light. Lamp."
		}
		s.add(p)
		if i%3 == 2 {
			p = s.trash(p.ID, minute(90))
		}
		all = append(all, p)
	}
	return all
}

// question is a filter with a name.
type question struct {
	name   string
	filter projects.Filter
}

// questions are filters that use each member alone, and several together.
func questions() []question {
	yes, no := true, false
	return []question{
		{"Everything", projects.Filter{}},
		{"OneStatus", projects.Filter{Statuses: []projects.Status{projects.Pending}}},
		{"AnyOfTwoStatuses", projects.Filter{Statuses: []projects.Status{projects.Draft, projects.Completed}}},
		{"AStatusOfNone", projects.Filter{Statuses: []projects.Status{projects.Cancelled}}},
		{"OneType", projects.Filter{Types: []projects.Type{projects.Image}}},
		{"AnyOfTwoTypes", projects.Filter{Types: []projects.Type{projects.Video, projects.Package}}},
		{"OneTag", projects.Filter{Tags: []string{"oak"}}},
		{"AnyOfTwoTags", projects.Filter{Tags: []string{"sale", "Oak"}}},
		{"ATagOfNone", projects.Filter{Tags: []string{"OAK"}}},
		{"Favorites", projects.Filter{Favorite: &yes}},
		{"NoFavorites", projects.Filter{Favorite: &no}},
		{"CreatedAfter", projects.Filter{CreatedAfter: ptr(minute(4))}},
		{"CreatedBefore", projects.Filter{CreatedBefore: ptr(minute(4))}},
		{"CreatedWithinAMinute", projects.Filter{CreatedAfter: ptr(minute(2)), CreatedBefore: ptr(minute(3))}},
		{"CreatedWithinAMillisecond", projects.Filter{
			CreatedAfter: ptr(minute(2)), CreatedBefore: ptr(minute(2).Add(time.Millisecond)),
		}},
		{"CreatedWithinNothing", projects.Filter{CreatedAfter: ptr(minute(2)), CreatedBefore: ptr(minute(2))}},
		{"Text", projects.Filter{Q: "lamp"}},
		{"TextOfTwoWords", projects.Filter{Q: "warm lamp"}},
		{"TextWithExclusion", projects.Filter{Q: "lamp -take"}},
		{"TextOfNone", projects.Filter{Q: "sofa"}},
		{"TextWithoutATerm", projects.Filter{Q: "%_*"}},
		{"AllTogether", projects.Filter{
			Q: "lamp", Statuses: []projects.Status{projects.Draft, projects.Pending},
			Types: []projects.Type{projects.Package, projects.Image}, Tags: []string{"oak", "sale", "Oak"}, Favorite: &no,
			CreatedAfter: ptr(minute(0)), CreatedBefore: ptr(minute(5)),
		}},
	}
}

// inTheTrash are the same questions about the trash.
func inTheTrash(questions []question) (trashed []question) {
	for _, q := range questions {
		q.name, q.filter.Trashed = q.name+"InTheTrash", true
		trashed = append(trashed, q)
	}
	return trashed
}

// orders are those that a filter can be read in.
func orders(f projects.Filter) (orders []page.Order) {
	for _, o := range projects.Orders {
		if o.By != projects.ByRelevance || !f.Normalize().Text.Empty() {
			orders = append(orders, o)
		}
	}
	return orders
}
