package contracttests

import (
	"fmt"
	"math/rand/v2"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

const (
	countingAssets = "Count must count the assets that match the filter, and for each facet the values among the assets " +
		"that match the filter without the facet's own member, by count (highest first), then by value (byte by byte), " +
		"at most MaxBuckets."
	withoutValue = "Assets that have no value do not count for a facet, but for FacetProject, where they are NoProject."
)

var galleryCount = []clause{
	{name: "Gallery/Count/EveryFilterAndFacet", must: countingAssets, holds: countEveryAssetFilter},
	{name: "Gallery/Count/RandomFilters", must: countingAssets, holds: countRandomFilters},
	{name: "Gallery/Count/EveryLimit", must: limiting, holds: countAssetsAtEveryLimit},
	{name: "Gallery/Count/AFacetHasItsOwnRows", must: limiting, holds: countAssetFacetsOfMoreRows},
	{name: "Gallery/Count/OnlyTheFacetsAskedFor", must: countingAssets, holds: countOnlyAssetFacetsAskedFor},
	{name: "Gallery/Count/AssetsWithoutAValue", must: withoutValue, holds: countAssetsWithoutAValue},
	{name: "Gallery/Count/BucketsOfEachFacet", must: countingAssets, holds: countOrdersAssetBuckets},
	{name: "Gallery/Count/NoMoreProjectsThanMaxBuckets", must: countingAssets, holds: countManyProjects},
}

func countEveryAssetFilter(s *scene) {
	e := s.populateGallery()
	for _, question := range e.questions() {
		s.step(question.name, func(s *scene) { s.sameAssetCounts(e, question.filter, gallery.Facets, plenty) })
	}
}

// sameAssetCounts compares a count with the reference.
func (s *scene) sameAssetCounts(e exhibits, f gallery.Filter, facets []string, limit int64) {
	s.Helper()
	want := countedAssets(e.all, f.Normalize(), facets, limit)
	s.same(fmt.Sprintf("the counts of %+v up to %d", f, limit), want, s.countAssets(f, facets, limit))
}

// randomFilters is how many filters are drawn from each seed.
const randomFilters = 60

// countRandomFilters draws any values of any members, more at a time than the other clauses have.
func countRandomFilters(s *scene) {
	e := s.populateGallery()
	seeds, _ := s.oracleSize()
	for _, seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 0))
		s.step(fmt.Sprintf("Seed%d", seed), func(s *scene) {
			for range randomFilters {
				s.sameAssetCounts(e, e.anyFilter(rng), gallery.Facets, 1+rng.Int64N(plenty))
			}
		})
	}
}

// anyFilter draws a filter by up to four members.
func (e exhibits) anyFilter(rng *rand.Rand) (f gallery.Filter) {
	f.Trashed = rng.IntN(4) == 0
	for range rng.IntN(5) {
		pick(rng, e.narrowings()).narrow(&f)
	}
	if f.Project != nil {
		f.WithoutHome = false // both together mean nothing
	}
	return f
}

func countAssetsAtEveryLimit(s *scene) {
	e := s.populateGallery()
	f := gallery.Filter{Types: []gallery.Type{gallery.Image, gallery.Video}, Tags: []string{"oak", "sale"}}
	for limit := range int64(len(e.all)) {
		s.sameAssetCounts(e, f, gallery.Facets, limit+1)
	}
	f.Q = "lamp"
	for limit := range int64(len(e.all)) {
		s.sameAssetCounts(e, f, gallery.Facets, limit+1)
	}
}

// countAssetFacetsOfMoreRows has a facet whose rows are more than the limit while those of the total are not.
func countAssetFacetsOfMoreRows(s *scene) {
	s.put(s.picture(nil), s.picture(nil), s.prose(nil, "words"))
	f := gallery.Filter{Types: []gallery.Type{gallery.Text}}
	s.same("the counts", page.Counts{
		Total: page.Total{Value: 1, Relation: page.Exact},
		Facets: map[string][]page.Bucket{
			gallery.FacetType: nil, gallery.FacetTag: {}, gallery.FacetProject: {{Value: gallery.NoProject, Count: 1}},
		},
	}, s.countAssets(f, []string{gallery.FacetType, gallery.FacetTag, gallery.FacetProject}, 2))
}

func countOnlyAssetFacetsAskedFor(s *scene) {
	e := s.populateGallery()
	for i := range gallery.Facets {
		s.sameAssetCounts(e, gallery.Filter{}, gallery.Facets[i:i+1], plenty)
		s.sameAssetCounts(e, gallery.Filter{Q: "lamp"}, gallery.Facets[:i+1], plenty)
	}
	counts := s.countAssets(gallery.Filter{}, nil, plenty)
	s.same("the number of facets", 0, len(counts.Facets))
	s.same("the total", countedAssets(e.all, gallery.Filter{}, nil, plenty).Total, counts.Total)
}

// countAssetsWithoutAValue has nothing but a bare text, and one image without a size.
func countAssetsWithoutAValue(s *scene) {
	s.put(s.picture(nil), s.prose(nil, "words"))
	s.same("the facets", map[string][]page.Bucket{
		gallery.FacetType:        {{Value: "image", Count: 1}, {Value: "text", Count: 1}},
		gallery.FacetTag:         {},
		gallery.FacetModel:       {},
		gallery.FacetFormat:      {},
		gallery.FacetScene:       {},
		gallery.FacetOrientation: {},
		gallery.FacetProject:     {{Value: gallery.NoProject, Count: 2}},
	}, s.countAssets(gallery.Filter{}, gallery.Facets, plenty).Facets)
}

// countOrdersAssetBuckets has more tags and more models than a facet lists, most of them with the same count.
func countOrdersAssetBuckets(s *scene) {
	for facet, set := range map[string]func(*gallery.Asset, string){
		gallery.FacetTag:   func(a *gallery.Asset, v string) { a.Tags = []string{v} },
		gallery.FacetModel: func(a *gallery.Asset, v string) { a.Model = v },
	} {
		s.step(facet, func(s *scene) {
			s = s.stranger()
			var assets []gallery.Asset
			add := func(value string) {
				a := s.picture(nil)
				set(&a, value)
				assets = append(assets, a)
			}
			var want []page.Bucket
			for _, value := range []string{"z", "zz", "ä"} { // byte by byte
				want = append(want, page.Bucket{Value: value, Count: 2})
				add(value)
				add(value)
			}
			for i := range gallery.MaxBuckets(facet) {
				value := fmt.Sprintf("T%02d", i)
				want = append(want, page.Bucket{Value: value, Count: 1})
				add(value)
			}
			s.put(assets...)
			got := s.countAssets(gallery.Filter{}, []string{facet}, plenty).Facets[facet]
			s.same("the buckets", want[:gallery.MaxBuckets(facet)], got)
		})
	}
}

// countManyProjects has more projects than the facet lists, and fewer assets of no project than of any other: those have
// a bucket like the rest, if there is room for it.
func countManyProjects(s *scene) {
	e := exhibits{}
	most := gallery.MaxBuckets(gallery.FacetProject)
	for range most + 1 {
		id := s.project("Lamp").ID
		e.all = append(e.all, s.placed(&id, 0, "/a"), s.placed(&id, 1, "/b"))
		e.homes = append(e.homes, id)
	}
	e.all = append(e.all, s.placed(nil, 0, "/c"))
	s.put(e.all...)
	facet := []string{gallery.FacetProject}
	s.sameAssetCounts(e, gallery.Filter{}, facet, plenty)
	for _, id := range e.homes[:2] {
		s.trash(id, minute(1))
	}
	e.all = s.assets(assetIDs(e.all))
	s.sameAssetCounts(e, gallery.Filter{}, facet, plenty)
	buckets := s.countAssets(gallery.Filter{}, facet, plenty).Facets[gallery.FacetProject]
	s.same("the last bucket", page.Bucket{Value: gallery.NoProject, Count: 1}, buckets[most-1])
}

func assetIDs(assets []gallery.Asset) (ids []ident.ID) {
	for _, a := range assets {
		ids = append(ids, a.ID)
	}
	return ids
}
