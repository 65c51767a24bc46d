package contracttests

import (
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// exhibits are an owner's assets, and the projects they may be in: the last one lies in the trash.
type exhibits struct {
	all   []gallery.Asset
	homes []ident.ID
}

// populateGallery gives the owner assets in which every value of every member that lists sort, filter or count by occurs
// several times, in several company; many share a time or a position, and some have no value. A quarter lies in the trash,
// one by one or with a project.
func (s *scene) populateGallery() (e exhibits) {
	s.Helper()
	for _, title := range []string{"Lamp", "Shoe", "Gone"} {
		e.homes = append(e.homes, s.project(title).ID)
	}
	var assets []gallery.Asset
	for i := range 36 {
		assets = append(assets, s.exhibit(i, e.homes))
	}
	s.put(assets...)
	s.trash(e.homes[2], minute(90))
	for i, a := range assets {
		if i%7 == 3 {
			s.trashAsset(a.ID, minute(91))
		}
		e.all = append(e.all, s.asset(a.ID))
	}
	return e
}

// exhibit is the ith asset of a population.
func (s *scene) exhibit(i int, homes []ident.ID) gallery.Asset {
	a := gallery.Asset{
		ID: s.newID(), Type: gallery.Types[i%3], Position: i % 5, Version: 1,
		Title:     nth(i, "lamp", "", "LÁMP 2", "red shoes", "", "灯 lamp"),
		Tags:      nth(i, nil, []string{"oak"}, []string{"oak", "sale"}, []string{"Oak"}, []string{"sale", "灯"}),
		Model:     nth(i, "", "vision-2", "Vision-2", "süß 50%"),
		Favorite:  i%4 == 1,
		CreatedAt: minute(i % 6), UpdatedAt: minute(i / 9),
	}
	if at := i % 8; at < 6 {
		a.ProjectID = &homes[nth(at, 0, 1, 0, 1, 0, 2)]
	}
	if i%2 == 0 {
		a.Prompt = "a warm (lamp:1.3), " + nth(i/2, "take 1", "no text", "take 2", words(gallery.ExcerptLength), "no text", "take 3")
		a.OriginalPrompt, a.NegativePrompt = "lamp", "blur"
	}
	if a.Type == gallery.Text {
		a.Content = "A warm light. " + nth(i/3, "Lamp.", "Shoes.", "Lamp.", words(gallery.ExcerptLength), "Sofa.")
		a.Format = gallery.Formats[i/3%5]
		return a
	}
	a.URL = "https://cdn.example/full.png"
	size := nth(i/2, [2]int{0, 0}, [2]int{1080, 1920}, [2]int{1920, 1080}, [2]int{512, 512}, [2]int{1, 2})
	a.Width, a.Height = size[0], size[1]
	if a.Type == gallery.Image {
		a.Scene = nth[gallery.Scene](i/3, "hero", "", "lifestyle", "detail", "other", "")
	}
	return a
}

// nth is the ith of the values, which come round and round.
func nth[T any](i int, values ...T) T { return values[i%len(values)] }

// narrowing is a way to narrow a filter by one of its members.
type narrowing struct {
	name   string
	member string
	narrow func(*gallery.Filter)
}

// narrowings use every member of a filter; the first of each member narrows to some rows, and leaves some out.
func (e exhibits) narrowings() []narrowing {
	yes, no := true, false
	f := func(name, member string, narrow func(*gallery.Filter)) narrowing {
		return narrowing{name, member, narrow}
	}
	return []narrowing{
		f("OneType", "type", func(f *gallery.Filter) { f.Types = []gallery.Type{gallery.Image} }),
		f("TwoTypes", "type", func(f *gallery.Filter) { f.Types = []gallery.Type{gallery.Video, gallery.Text} }),
		f("Project", "project", func(f *gallery.Filter) { f.Project = &e.homes[0] }),
		f("ATrashedProject", "project", func(f *gallery.Filter) { f.Project = &e.homes[2] }),
		f("AProjectOfNobody", "project", func(f *gallery.Filter) { f.Project = &ident.ID{15: 1} }),
		f("NoProject", "project", func(f *gallery.Filter) { f.WithoutHome = true }),
		f("TwoTags", "tag", func(f *gallery.Filter) { f.Tags = []string{"sale", "Oak"} }),
		f("OneTag", "tag", func(f *gallery.Filter) { f.Tags = []string{"oak"} }),
		f("ATagOfNone", "tag", func(f *gallery.Filter) { f.Tags = []string{"OAK", "vision-2"} }),
		f("NoFavorites", "favorite", func(f *gallery.Filter) { f.Favorite = &no }),
		f("Favorites", "favorite", func(f *gallery.Filter) { f.Favorite = &yes }),
		f("TwoOrientations", "orientation", func(f *gallery.Filter) { f.Orientations = []gallery.Orientation{"portrait", "square"} }),
		f("OneOrientation", "orientation", func(f *gallery.Filter) { f.Orientations = []gallery.Orientation{"landscape"} }),
		f("TwoFormats", "format", func(f *gallery.Filter) { f.Formats = []gallery.Format{"email", "product_page"} }),
		f("OneFormat", "format", func(f *gallery.Filter) { f.Formats = []gallery.Format{"other"} }),
		f("TwoScenes", "scene", func(f *gallery.Filter) { f.Scenes = []gallery.Scene{"other", "hero"} }),
		f("OneScene", "scene", func(f *gallery.Filter) { f.Scenes = []gallery.Scene{"detail"} }),
		f("TwoModels", "model", func(f *gallery.Filter) { f.Models = []string{"vision-2", "süß 50%"} }),
		f("AModelOfNone", "model", func(f *gallery.Filter) { f.Models = []string{"VISION-2", "oak"} }),
		f("CreatedAfter", "after", func(f *gallery.Filter) { f.CreatedAfter = ptr(minute(2)) }),
		f("CreatedBefore", "before", func(f *gallery.Filter) { f.CreatedBefore = ptr(minute(4)) }),
		f("Text", "text", func(f *gallery.Filter) { f.Q = "lamp" }),
		f("TextOfTwoWords", "text", func(f *gallery.Filter) { f.Q = "warm shoe" }),
		f("TextWithExclusion", "text", func(f *gallery.Filter) { f.Q = "lamp -take" }),
		f("TextOfNone", "text", func(f *gallery.Filter) { f.Q = "lmap" }),
		f("TextWithoutATerm", "text", func(f *gallery.Filter) { f.Q = "%_*" }),
	}
}

// exhibitQuestion is a filter with a name.
type exhibitQuestion struct {
	name   string
	filter gallery.Filter
}

// questions are every narrowing alone, live and in the trash, and the first of each two members together.
func (e exhibits) questions() (questions []exhibitQuestion) {
	ask := func(name string, narrow ...narrowing) {
		var f gallery.Filter
		for _, n := range narrow {
			n.narrow(&f)
			name += n.name
		}
		questions = append(questions, exhibitQuestion{name, f})
	}
	trash := narrowing{"Trash", "trashed", func(f *gallery.Filter) { f.Trashed = true }}
	ask("Everything")
	ask("", trash)
	for _, n := range e.narrowings() {
		ask("", n)
		ask("", n, trash)
	}
	for i, n := range e.firsts() {
		for _, other := range e.firsts()[:i] {
			ask("", other, n)
		}
	}
	return questions
}

// firsts are the first narrowing of each member.
func (e exhibits) firsts() []narrowing {
	return slices.CompactFunc(e.narrowings(), func(a, b narrowing) bool { return a.member == b.member })
}

// assetOrders are those that a filter can be read in.
func assetOrders(f gallery.Filter) []page.Order {
	return slices.DeleteFunc(slices.Clone(gallery.Orders), func(o page.Order) bool {
		return o.By == gallery.ByRelevance && f.Normalize().Text.Empty() || o.By == gallery.ByPosition && f.Project == nil
	})
}
