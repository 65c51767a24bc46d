package contracttests

import (
	"strings"

	"vitrine/core/content"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

const listsAssets = "List must return the rows of the query's window in walking order, at most Window.Rows() of them: " +
	"the assets of the owner that match the filter, ordered by the query's order and then by id in the same direction, " +
	"from the window's key on."

var galleryList = []clause{
	{name: "Gallery/List/EveryFilterInEveryOrderAtEveryLimit", must: listsAssets, holds: assetsInPages},
	{name: "Gallery/List/FromAnyRow", must: listsAssets, holds: assetsFromAnyRow},
	{name: "Gallery/List/FromWhereNoRowIsAnyMore", must: listsAssets, holds: assetsFromAGoneRow},
	{name: "Gallery/List/OfNothingIsEmpty", must: listsAssets, holds: assetsOfNothing},
	{
		name:  "Gallery/List/RelevanceIsTheScoreOfMatch",
		must:  "Relevance is Query.Match's score of the asset's document, ties by creation and id, newest first.",
		holds: assetsByRelevance,
	},
	{name: "Gallery/List/PositionTiesFallToTheID", must: listsAssets, holds: assetsByPosition},
	{
		name: "Gallery/List/RowsAreExcerpts",
		must: "Row is an asset of a list: its excerpt, the names of the members that were shortened, and its relevance, " +
			"which is 0 in every other order.",
		holds: assetExcerpts,
	},
	{
		name:  "Gallery/List/FollowsEveryEdit",
		must:  ofTheOwner,
		holds: assetsFollowEdits,
	},
	{
		name:  "Gallery/List/FollowsTheTrash",
		must:  ofTheOwner,
		holds: assetsFollowTheTrash,
	},
}

// assetsInPages walks every list from each end with every limit from 1 to one more than there are rows.
func assetsInPages(s *scene) {
	e := s.populateGallery()
	for _, question := range e.questions() {
		s.step(question.name, func(s *scene) {
			for _, order := range assetOrders(question.filter) {
				s.assetList(e.all, wholeGallery(question.filter, order)).inPages(s)
			}
		})
	}
}

// listsInEveryOrder are lists of some rows that together have every order.
func (e exhibits) listsInEveryOrder(s *scene) (lists []list[gallery.Row]) {
	f := gallery.Filter{Q: "lamp", Project: &e.homes[0]}
	for _, order := range assetOrders(f) {
		lists = append(lists, s.assetList(e.all, wholeGallery(f, order)))
		if order.By != gallery.ByRelevance {
			lists = append(lists, s.assetList(e.all, wholeGallery(gallery.Filter{Project: f.Project}, order)))
		}
	}
	return lists
}

func assetsFromAnyRow(s *scene) {
	for _, l := range s.populateGallery().listsInEveryOrder(s) {
		l.fromEveryRow(s)
	}
}

func assetsFromAGoneRow(s *scene) {
	for _, l := range s.populateGallery().listsInEveryOrder(s) {
		l.besideRows(s)
	}
}

func assetsOfNothing(s *scene) {
	for _, l := range (exhibits{homes: []ident.ID{s.newID()}}).listsInEveryOrder(s) {
		s.same("the number of rows", 0, len(l.got(page.Window{Limit: 1})))
	}
}

// assetsByRelevance expects the field that is worth more first, and among equals the newest. It does not rest on the
// reference.
func assetsByRelevance(s *scene) {
	var assets []gallery.Asset
	for i, a := range []gallery.Asset{
		{Title: "content", Type: gallery.Text, Content: "A teapot."},
		{Title: "original prompt", OriginalPrompt: "teapot"},
		{Title: "prompt", Prompt: "a (teapot:1.2)"},
		{Title: "tag", Tags: []string{"teapot"}},
		{Title: "teapot"},
		{Title: "teapot too", Tags: []string{"teapot"}},
		{Title: "negative prompt", NegativePrompt: "teapot"},
	} {
		draft := s.picture(nil)
		draft.Title, draft.Tags, draft.Prompt, draft.OriginalPrompt = a.Title, a.Tags, a.Prompt, a.OriginalPrompt
		draft.NegativePrompt, draft.CreatedAt = a.NegativePrompt, minute(i)
		if a.Type == gallery.Text {
			draft.Type, draft.Content, draft.URL = a.Type, a.Content, ""
		}
		assets = append(assets, draft)
	}
	s.put(assets...)
	q := wholeGallery(gallery.Filter{Q: `"teapot"`}, page.Order{By: gallery.ByRelevance, Desc: true})
	var titles []string
	for _, row := range s.listAssets(q) {
		titles = append(titles, row.Asset.Title)
	}
	s.same("the titles", []string{"teapot too", "teapot", "tag", "prompt", "original prompt", "content"}, titles)
}

func assetsByPosition(s *scene) {
	p := s.project("Lamp")
	a, b, c := s.placed(&p.ID, 2, "/a"), s.placed(&p.ID, 2, "/b"), s.placed(&p.ID, 0, "/c")
	s.put(b, a, c)
	rows := s.listAssets(wholeGallery(gallery.Filter{Project: &p.ID}, page.Order{By: gallery.ByPosition}))
	var ids []ident.ID
	for _, row := range rows {
		ids = append(ids, row.Asset.ID)
	}
	s.same("the ids", []ident.ID{c.ID, a.ID, b.ID}, ids)
}

// assetExcerpts has texts that just fit an excerpt and such that do not, made by the store and by an edit.
func assetExcerpts(s *scene) {
	var assets []gallery.Asset
	for _, n := range []int{gallery.ExcerptLength - 1, gallery.ExcerptLength, gallery.ExcerptLength + 1, content.MaxPrompt} {
		text, image := s.prose(nil, long(n)), s.picture(nil)
		text.Prompt, image.Prompt = long(n), strings.Repeat("é", n)
		image.OriginalPrompt, image.NegativePrompt = long(n), long(n)
		assets = append(assets, text, image)
	}
	assets = append(assets, s.specimens(nil, nil)...)
	s.put(assets...)
	for _, a := range assets {
		s.sameExcerpt(a.ID)
	}
	text := assets[0].ID
	for _, n := range []int{gallery.ExcerptLength + 1, gallery.ExcerptLength} {
		s.changeAsset(text, func(a *gallery.Asset) { a.Content = long(n) })
		s.sameExcerpt(text)
	}
}

// sameExcerpt compares the row of a list with the excerpt of the asset.
func (s *scene) sameExcerpt(id ident.ID) {
	s.Helper()
	short, truncated := s.asset(id).Excerpt()
	for _, row := range s.everyAsset(gallery.Filter{}) {
		if row.Asset.ID == id {
			s.same("the row", gallery.Row{Asset: short, Truncated: truncated}, row)
			return
		}
	}
	s.Fatalf("asset %s is not in the list", id)
}

// assetsFollowEdits looks for each member that people edit after it was written, changed and taken away.
func assetsFollowEdits(s *scene) {
	p, other := s.project("Lamp"), s.project("Chair")
	a := s.prose(&p.ID, "amber")
	s.put(a)
	edits := []func(*gallery.Asset){
		func(*gallery.Asset) {},
		func(a *gallery.Asset) { a.Title = "birch" },
		func(a *gallery.Asset) { a.Tags = []string{"cedar"} },
		func(a *gallery.Asset) { a.Content = "dune" },
		func(a *gallery.Asset) { a.Favorite = true },
		func(a *gallery.Asset) { a.ProjectID, a.Position = &other.ID, gallery.AfterLast },
		func(a *gallery.Asset) { a.Title, a.Tags = "", nil },
		func(a *gallery.Asset) { a.ProjectID = nil },
	}
	yes := true
	filters := []gallery.Filter{
		{Q: "amber"},
		{Q: "birch"},
		{Q: "cedar"},
		{Q: "dune"},
		{Q: "dune cedar birch"},
		{Tags: []string{"cedar"}},
		{Favorite: &yes},
		{Project: &p.ID},
		{Project: &other.ID},
		{WithoutHome: true},
	}
	for i, edit := range edits {
		all := []gallery.Asset{s.changeAsset(a.ID, func(a *gallery.Asset) { edit(a); a.Version++ })}
		for _, f := range filters {
			for _, order := range assetOrders(f) {
				q := wholeGallery(f, order)
				s.same("the rows after edit "+string(rune('0'+i)), listedAssets(all, q), s.listAssets(q))
			}
		}
	}
}

// assetsFollowTheTrash puts an asset into the trash by itself, and another one with its project.
func assetsFollowTheTrash(s *scene) {
	p := s.project("Lamp")
	a, b := s.prose(&p.ID, "amber"), s.prose(&p.ID, "amber")
	s.put(a, b)
	check := func(what string) {
		s.Helper()
		all := s.assets([]ident.ID{a.ID, b.ID})
		for _, f := range []gallery.Filter{{}, {Q: "amber"}, {Project: &p.ID}, {Q: "amber", Project: &p.ID}} {
			for _, f.Trashed = range []bool{false, true} {
				for _, order := range assetOrders(f) {
					q := wholeGallery(f, order)
					s.same(what, listedAssets(all, q), s.listAssets(q))
				}
				s.same(what, countedAssets(all, f.Normalize(), gallery.Facets, plenty), s.countAssets(f, gallery.Facets, plenty))
			}
		}
	}
	check("at first")
	s.trashAsset(a.ID, minute(1))
	check("with one in the trash")
	s.trash(p.ID, minute(2))
	check("with its project in the trash")
	s.restore(p.ID)
	check("with the project back")
	s.restoreAsset(a.ID)
	check("with both back")
}
