package contracttests

import (
	"maps"
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/search"
)

const (
	resembles = "Similar must return the terms of the owner's live assets that are at most search.MaxEdits(word) away from " +
		"word by search.Distance, each once with the number of live assets that have it."
	leavesOut = "It may leave out those that are further away than others it returns."
)

var galleryVocabulary = []clause{
	{name: "Gallery/Similar/EveryKindOfEdit", must: resembles, holds: similarByEveryEdit},
	{name: "Gallery/Similar/TermsOfEveryField", must: resembles, holds: similarInEveryField},
	{name: "Gallery/Similar/CountsLiveAssets", must: resembles, holds: similarCounts},
	{name: "Gallery/Similar/FollowsEveryEdit", must: resembles, holds: similarFollowsEdits},
	{name: "Gallery/Similar/NearestOfAll", must: leavesOut, holds: similarNearest},
	{name: "Gallery/Similar/TermsOfEverySort", must: resembles, holds: similarOfOtherTerms},
}

// sameSimilar expects the nearest terms of the assets, and nothing that is not near.
func (s *scene) sameSimilar(all []gallery.Asset, word string) {
	s.Helper()
	near, got := similar(all, word), s.similar(word)
	s.same("what is nearest to "+word, nearest(word, near), nearest(word, got))
	for term, c := range got {
		s.same("what is said of "+term, near[term], c)
	}
}

// titles adds an asset for each title.
func (s *scene) titles(titles ...string) []gallery.Asset {
	s.Helper()
	var assets []gallery.Asset
	for _, title := range titles {
		a := s.placed(nil, 0, "/a.png")
		a.Title = title
		assets = append(assets, a)
	}
	s.put(assets...)
	return assets
}

// similarByEveryEdit holds a table made by hand, so that it does not rest on the reference.
func similarByEveryEdit(s *scene) {
	s.titles("walnut lamp", "lampshade", "Straße", "éclair", "μάρμαρο", "мрамор", "teapot")
	for word, want := range map[string][]string{
		"lamq":       {"lamp"},      // replaced
		"lampp":      {"lamp"},      // inserted
		"lmap":       {"lamp"},      // swapped
		"teapt":      {"teapot"},    // dropped
		"lamp":       {"lamp"},      // the word itself
		"camp":       nil,           // another first letter
		"laqq":       nil,           // two edits of a short word
		"lmapshaed":  {"lampshade"}, // two of a long one
		"lqmpqhaqe":  nil,           // three
		"strase":     {"strasse"},
		"eclaire":    {"eclair"},
		"μαρμορο":    {"μαρμαρο"},
		"мромор":     {"мрамор"},
		"walnutlamp": nil,
		"wallnut":    {"walnut"},
		"tpaeot":     nil, // a swap and another edit
	} {
		s.same("what is near "+word, want, slices.Sorted(maps.Keys(s.similar(word))))
	}
}

func similarInEveryField(s *scene) {
	a := s.prose(nil, "A chestnut table.")
	a.Title, a.Tags, a.Prompt = "Almond", []string{"hazelnut", "Sale-pecan"}, "a (walnut:1.3) desk"
	a.OriginalPrompt, a.NegativePrompt = "a cashew desk", "macadamia"
	s.put(a)
	for _, word := range []string{"almont", "hazelmut", "walnot", "cashow", "chestnutt", "pecann", "macadamie"} {
		s.sameSimilar([]gallery.Asset{a}, word)
	}
	s.same("what is near macadamie", 0, len(s.similar("macadamie")))
}

// similarCounts has words in some live assets, some of them twice in one, and in the trash.
func similarCounts(s *scene) {
	p := s.project("Chair")
	all := s.titles("lamp", "Lamp lamp", "lamps", "lump", "lump", "limp")
	gone := s.picture(&p.ID)
	gone.Title = "lamp lomp"
	s.put(gone)
	s.trash(p.ID, minute(1))
	s.trashAsset(all[5].ID, minute(1))
	all = s.assets(assetIDs(append(all, gone)))
	for _, word := range []string{"lamp", "lomp", "lqmp", "lampq", "limp", "limps"} {
		s.sameSimilar(all, word)
	}
	s.same("what is near lqmp", map[string]search.Candidate{
		"lamp": {Term: "lamp", Live: 2}, "lump": {Term: "lump", Live: 2},
	}, s.similar("lqmp"))
}

// similarFollowsEdits asks for a word after it came, went to the trash, came back, and was edited away.
func similarFollowsEdits(s *scene) {
	a := s.titles("teapot")[0]
	there := func() bool { return len(s.similar("teapit")) == 1 }
	s.same("there at first", true, there())
	s.trashAsset(a.ID, minute(1))
	s.same("there in the trash", false, there())
	s.restoreAsset(a.ID)
	s.same("there after the restore", true, there())
	s.changeAsset(a.ID, func(a *gallery.Asset) { a.Title = "kettle" })
	s.same("there after the edit", false, there())
	s.same("the new word is there", 1, len(s.similar("kettel")))
	s.changeAsset(a.ID, func(a *gallery.Asset) { a.Tags = []string{"teapot"} })
	s.same("there as a tag", true, there())
}

// similarNearest has words at every distance, of which those that are nearest must be there.
func similarNearest(s *scene) {
	all := s.titles("lampshade", "lampshades", "lampshape", "landscape", "lampshade stand", "lamps", "lampshadow")
	for _, word := range []string{"lampshade", "lampshadee", "lampshede", "lampscape", "lampshaddo", "lampshaped", "lands"} {
		s.sameSimilar(all, word)
	}
}

// similarOfOtherTerms has terms that would not be corrected themselves, and may be what was meant: a short one, and one
// with a digit.
func similarOfOtherTerms(s *scene) {
	all := s.titles("red tea reads", "lamp-2")
	for _, word := range []string{"redd", "reads", "teaa", "lampx"} {
		s.sameSimilar(all, word)
	}
	s.same("what is near redd", map[string]search.Candidate{"red": {Term: "red", Live: 1}}, nearest("redd", s.similar("redd")))
}
