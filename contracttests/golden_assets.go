package contracttests

import (
	"slices"
	"strings"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/page"
	"vitrine/core/search"
)

var goldenAssets = []clause{{
	name:  "Golden/EveryJudgedQueryOfAssets",
	must:  "the assets of the owner that match the filter",
	holds: everyJudgedQueryOfAssets,
}}

// corpusAsset is an asset of the corpus. Key is what queries call it; Other makes it the other owner's, so that it is
// never found.
type corpusAsset struct {
	Key            string         `json:"key"`
	Other          bool           `json:"other"`
	Trashed        bool           `json:"trashed"`
	Type           gallery.Type   `json:"type"`     // default: text where there is content, else image
	Project        string         `json:"project"`  // the title of its project; default: none
	Position       *int           `json:"position"` // default: after the last
	Favorite       bool           `json:"favorite"`
	Title          string         `json:"title"`
	Tags           []string       `json:"tags"`
	Prompt         string         `json:"prompt"`
	OriginalPrompt string         `json:"original_prompt"`
	NegativePrompt string         `json:"negative_prompt"` // which is not searched
	Fillers        int            `json:"fillers"`         // how many times "la" stands in front of the content
	Content        string         `json:"content"`
	Format         gallery.Format `json:"format"` // of texts; default: other
	Language       string         `json:"language"`
	URL            string         `json:"url"` // of media; default: one made of the key
	Scene          gallery.Scene  `json:"scene"`
	Model          string         `json:"model"`
	Width          int            `json:"width"`
	Height         int            `json:"height"`
	DurationMS     int64          `json:"duration_ms"`
	CreatedAt      *time.Time     `json:"created_at"` // default: a minute after noon for each asset before it in the file
}

// judgedAssets is a question and what somebody who asks it would expect.
type judgedAssets struct {
	Caption       string                `json:"caption"` // a rule, and what is tried of it
	Q             string                `json:"q"`
	Type          []gallery.Type        `json:"type"`
	Tag           []string              `json:"tag"`
	Favorite      *bool                 `json:"favorite"`
	Project       string                `json:"project"` // the title of a project, or "none"
	Orientation   []gallery.Orientation `json:"orientation"`
	Format        []gallery.Format      `json:"format"`
	Scene         []gallery.Scene       `json:"scene"`
	Model         []string              `json:"model"`
	CreatedAfter  *time.Time            `json:"created_after"`
	CreatedBefore *time.Time            `json:"created_before"`
	Trashed       bool                  `json:"trashed"`
	Sort          string                `json:"sort"` // default: -created_at

	Expect      []string            `json:"expect"` // keys, in the order of the sort
	All         bool                `json:"all"`    // instead: everything that the owner has live, by date
	Corrections []search.Correction `json:"corrections"`
	Highlights  map[string][]string `json:"highlights"` // of some of the keys; see marked
}

// everyJudgedQueryOfAssets stores the whole corpus before the first query, so that each query has counterexamples, and
// asks the service, as people do.
func everyJudgedQueryOfAssets(s *scene) {
	var corpus []corpusAsset
	var queries []judgedAssets
	s.read("assets.json", &corpus)
	s.read("asset_queries.json", &queries)
	s.checkGoldenAssets(corpus, queries)
	g := s.storeGallery(corpus)
	s.settle(s)
	for _, judged := range queries {
		s.step(judged.Caption, func(s *scene) { g.answers(s, judged) })
	}
}

// checkGoldenAssets fails for keys and captions that occur twice, and for names that mean nothing, since a case with such
// a name would pass without having asked its question.
func (s *scene) checkGoldenAssets(corpus []corpusAsset, queries []judgedAssets) {
	s.Helper()
	check := func(ok bool, format string, args ...any) {
		s.Helper()
		if !ok {
			s.Errorf(format, args...)
		}
	}
	keys, captions := map[string]bool{}, map[string]bool{}
	mine, titles := map[string]bool{}, map[string]bool{"": true, gallery.NoProject: true}
	for _, a := range corpus {
		check(!keys[a.Key], "assets.json has the key %q twice", a.Key)
		keys[a.Key], mine[a.Key], titles[a.Project] = true, !a.Other, true
	}
	for _, q := range queries {
		check(!captions[q.Caption], "asset_queries.json has the caption %q twice", q.Caption)
		captions[q.Caption] = true
		check(titles[q.Project], "%q asks for the project %q, which is not there", q.Caption, q.Project)
		check(slices.Contains(gallery.Orders, q.order()), "%q sorts by %q, which is no order", q.Caption, q.Sort)
		for _, key := range q.Expect {
			check(mine[key], "%q expects the key %q, which the owner has not", q.Caption, key)
		}
		for key := range q.Highlights {
			check(slices.Contains(q.Expect, key), "%q has highlights of %q, which it does not expect", q.Caption, key)
		}
	}
	if s.Failed() {
		s.FailNow()
	}
}

// order is the sort parameter's.
func (j judgedAssets) order() page.Order {
	if j.Sort == "" {
		return gallery.Newest
	}
	by, desc := strings.CutPrefix(j.Sort, "-")
	return page.Order{By: by, Desc: desc}
}
