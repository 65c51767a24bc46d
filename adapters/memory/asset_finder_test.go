package memory

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"vitrine/core/gallery"
	"vitrine/core/page"
	"vitrine/core/search"

	"github.com/stretchr/testify/require"
)

// valuesOfFacet spells out what each facet counts.
var valuesOfFacet = map[string]func(gallery.Asset) []string{
	gallery.FacetType:        func(a gallery.Asset) []string { return []string{string(a.Type)} },
	gallery.FacetTag:         func(a gallery.Asset) []string { return distinct(a.Tags) },
	gallery.FacetModel:       func(a gallery.Asset) []string { return strings.Fields(a.Model) },
	gallery.FacetFormat:      func(a gallery.Asset) []string { return []string{string(a.Format)} },
	gallery.FacetScene:       func(a gallery.Asset) []string { return []string{string(a.Scene)} },
	gallery.FacetOrientation: func(a gallery.Asset) []string { return strings.Fields(string(a.Orientation())) },
	gallery.FacetProject: func(a gallery.Asset) []string {
		if a.ProjectID == nil {
			return []string{"none"}
		}
		return []string{a.ProjectID.String()}
	},
}

// matches is the meaning of a filter.
func matches(f gallery.Filter, a gallery.Asset) bool {
	fits := f.Trashed == a.Trashed() &&
		(f.Types == nil || slices.Contains(f.Types, a.Type)) &&
		(f.Project == nil || a.ProjectID != nil && *a.ProjectID == *f.Project) && (!f.WithoutHome || a.ProjectID == nil) &&
		(f.Tags == nil || slices.ContainsFunc(f.Tags, func(tag string) bool { return slices.Contains(a.Tags, tag) })) &&
		(f.Favorite == nil || *f.Favorite == a.Favorite) &&
		(f.Models == nil || slices.Contains(f.Models, a.Model)) &&
		(f.Formats == nil || slices.Contains(f.Formats, a.Format)) &&
		(f.Scenes == nil || slices.Contains(f.Scenes, a.Scene)) &&
		(f.Orientations == nil || slices.Contains(f.Orientations, a.Orientation())) &&
		(f.CreatedAfter == nil || !a.CreatedAt.Before(*f.CreatedAfter)) &&
		(f.CreatedBefore == nil || a.CreatedAt.Before(*f.CreatedBefore))
	if !fits || f.Text.Empty() {
		return fits
	}
	_, found := f.Text.Match(a.Document())
	return found
}

// answer is the whole list in the order of the query.
func (e *exhibition) answer(q gallery.Query) []gallery.Row {
	rows := []gallery.Row{}
	for _, a := range e.assets {
		if matches(q.Filter, a) {
			row := gallery.Row{}
			if q.Order.By == gallery.ByRelevance {
				row.Score, _ = q.Filter.Text.Match(a.Document())
			}
			row.Asset, row.Truncated = a.Excerpt()
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b gallery.Row) int { return compareKeys(q.Key(a), q.Key(b)) })
	if q.Order.Desc {
		slices.Reverse(rows)
	}
	return rows
}

// orders are those that the filter allows.
func orders(f gallery.Filter) []page.Order {
	return slices.DeleteFunc(slices.Clone(gallery.Orders), func(o page.Order) bool {
		return o.By == gallery.ByPosition && f.Project == nil || o.By == gallery.ByRelevance && f.Text.Empty()
	})
}

func TestAListOfAssetsIsWhatALookAtAllOfThemGives(t *testing.T) {
	e := newExhibition(t, 1)
	for range 200 {
		filter := e.filter()
		for _, order := range orders(filter) {
			q := gallery.Query{Filter: filter, Order: order}
			all := e.answer(q)
			at := e.IntN(len(all) + 1)
			q.Window.Limit = 1 + e.IntN(12)
			want := all
			if at < len(all) {
				q.Window.From, q.Window.Inclusive = new(q.Key(all[at])), e.IntN(2) == 0
				if q.Window.Backward = e.IntN(2) == 0; q.Window.Backward {
					want = slices.Clone(all[:at+1])
					slices.Reverse(want)
				} else {
					want = all[at:]
				}
				if !q.Window.Inclusive {
					want = want[1:]
				}
			}
			got, err := e.stored.List(t.Context(), curator, q)
			require.NoError(t, err)
			require.Equal(t, want[:min(len(want), q.Window.Rows())], got, "%+v", q)
		}
	}
}

func TestAProjectIsReadByPositionWithoutALookAtOthers(t *testing.T) {
	e := newExhibition(t, 5)
	stored := e.stored.db.holdings[curator].assets
	order := stored.live.orders[assetSchema.order(inProjects)]
	for _, project := range e.projects[1:] {
		q := gallery.Query{Filter: gallery.Filter{Project: project}, Order: page.Order{By: gallery.ByPosition}}
		q.Window.Limit = 3
		_, through, err := walk(t.Context(), order, assetListing(q), q.Window.Rows())
		require.NoError(t, err)
		require.True(t, through)
	}
}

func TestCountsOfAssetsAreWhatALookAtAllOfThemGives(t *testing.T) {
	e := newExhibition(t, 2)
	for range 100 {
		filter, limit := e.filter(), int64(1+e.IntN(100))
		got, err := e.stored.Count(t.Context(), curator, filter, gallery.Facets, limit)
		require.NoError(t, err)
		require.Equal(t, page.TotalOf(int64(len(e.answer(gallery.Query{Filter: filter}))), limit), got.Total)
		for _, facet := range gallery.Facets {
			require.Equal(t, e.buckets(filter.Without(facet), facet, limit), got.Facets[facet], "%s of %+v", facet, filter)
		}
	}
}

func (e *exhibition) buckets(f gallery.Filter, facet string, limit int64) []page.Bucket {
	counted := e.answer(gallery.Query{Filter: f})
	if int64(len(counted)) > limit {
		return nil
	}
	counts := map[string]int64{}
	for _, row := range counted {
		for _, value := range valuesOfFacet[facet](row.Asset) {
			counts[value]++
		}
	}
	buckets := []page.Bucket{}
	for value, n := range counts {
		buckets = append(buckets, page.Bucket{Value: value, Count: n})
	}
	slices.SortFunc(buckets, func(a, b page.Bucket) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return buckets[:min(len(buckets), gallery.MaxBuckets(facet))]
}

func TestFencesStandAtEveryNthAsset(t *testing.T) {
	e := newExhibition(t, 3)
	for range 100 {
		filter, every := e.filter(), int64(1+e.IntN(20))
		for _, order := range gallery.DateOrders {
			q := gallery.Query{Filter: filter, Order: order}
			rows := e.answer(q)
			want := page.Fences{Every: every, Total: int64(len(rows)), Marks: []page.Key{}}
			for i := 0; i < len(rows); i += int(every) {
				want.Marks = append(want.Marks, q.Key(rows[i]))
			}
			got, err := e.stored.Fences(t.Context(), curator, q, every)
			require.NoError(t, err)
			require.Equal(t, want, got, "%+v", q)
		}
	}
}

func TestSimilarTermsAreThoseOfLiveAssets(t *testing.T) {
	e := newExhibition(t, 4)
	for _, word := range []string{"lamp", "lanp", "tabel", "walnust", "walnutss", "zamp", "etee", "stam"} {
		want := []search.Candidate{}
		live := map[string]int{}
		for _, a := range e.assets {
			if !a.Trashed() {
				for _, p := range a.Document().Postings() {
					live[p.Term]++
				}
			}
		}
		for term, n := range live {
			if search.Distance(word, term, search.MaxEdits(word)) <= search.MaxEdits(word) {
				want = append(want, search.Candidate{Term: term, Live: n})
			}
		}
		got, err := e.stored.Similar(t.Context(), curator, word)
		require.NoError(t, err)
		require.ElementsMatch(t, want, got, word)
	}
}
