package demo_test

import (
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"vitrine/app/demo"
	"vitrine/app/demo/lexicon"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"

	"github.com/stretchr/testify/require"
)

// tally counts values.
type tally map[any]int

func (c tally) part(value any) float64 {
	total := 0
	for _, n := range c {
		total += n
	}
	return float64(c[value]) / float64(total)
}

func (c tally) counts() (counts []int) {
	for _, n := range c {
		counts = append(counts, n)
	}
	slices.Sort(counts)
	return counts
}

// TestTheDemoOfTheMemoryProfileShowsEverything: it is small, and still a visitor is to see each kind of thing.
func TestTheDemoOfTheMemoryProfileShowsEverything(t *testing.T) {
	s := studios(t, small())[0]
	status, kind, languages := tally{}, tally{}, tally{}
	copies, trashed, favorites, today := 0, 0, 0, 0
	for p := range s.Projects() {
		status[p.Run.Status]++
		kind[p.Type]++
		copies += count(p.SourceID != nil)
		trashed += count(p.Trashed())
		favorites += count(p.Favorite)
		today += count(now.Sub(p.CreatedAt) < 24*time.Hour)
	}
	require.Len(t, status, len(projects.Statuses))
	require.Len(t, kind, len(projects.Types))
	require.Greater(t, status.part(projects.Completed), 0.5)
	for name, n := range map[string]int{"copies": copies, "trashed": trashed, "favorites": favorites, "made today": today} {
		require.NotZero(t, n, name)
		require.Less(t, n, 15, name)
	}
	for a := range everything(s) {
		languages[a.Language]++
	}
	require.Len(t, languages, len(lexicon.Languages)+1, "each, and none for pictures")
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func TestTheMixtureOfAssets(t *testing.T) {
	kinds, models, formats, scenes, shapes := tally{}, tally{}, tally{}, tally{}, tally{}
	titles, tags := tally{}, tally{}
	var loose, favorites, trashed, varied, long, verylong, emptyTags int
	for a := range everything(studios(t, larger())[0]) {
		kinds[a.Type]++
		models[a.Model]++
		titles[a.DisplayTitle()]++
		if a.Type == gallery.Text {
			formats[a.Format]++
			long += count(utf8.RuneCountInString(a.Content) > gallery.ExcerptLength)
			verylong += count(utf8.RuneCountInString(a.Content) > 5000)
		} else {
			shapes[a.Orientation()]++
		}
		if a.Type == gallery.Image {
			scenes[a.Scene]++
		}
		for _, tag := range a.Tags {
			tags[tag]++
		}
		loose += count(a.ProjectID == nil)
		favorites += count(a.Favorite)
		trashed += count(a.Trashed())
		varied += count(a.ParentID != nil)
		emptyTags += count(len(a.Tags) == 0)
	}
	require.InDelta(t, 0.60, kinds.part(gallery.Image), 0.08)
	require.InDelta(t, 0.15, kinds.part(gallery.Video), 0.05)
	require.InDelta(t, 0.25, kinds.part(gallery.Text), 0.08)
	require.Len(t, models, 8)
	require.Len(t, formats, len(gallery.Formats))
	require.Len(t, scenes, len(gallery.Scenes))
	require.Len(t, shapes, len(gallery.Orientations))
	for name, part := range map[string][3]float64{
		"without project": {float64(loose), 0.04, 0.06}, "favorites": {float64(favorites), 0.03, 0.05},
		"trashed by themselves": {float64(trashed), 0.01, 0.03}, "variations": {float64(varied), 0.08, 0.14},
		"long copy": {float64(long), 0.02, 0.10}, "very long copy": {float64(verylong), 0.0002, 0.01},
		"without a tag": {float64(emptyTags), 0.1, 0.5},
	} {
		require.Greater(t, part[0]/5000, part[1], name)
		require.Less(t, part[0]/5000, part[2], name)
	}
	require.Greater(t, titles["Hero"], 100, "equal titles")
	often := tags.counts()
	require.Greater(t, often[len(often)-1], 50*often[len(often)/4], "some tags are everywhere, a quarter of them rare")
}

func TestLanguagesAndStatusesAreSpread(t *testing.T) {
	languages, status := tally{}, tally{}
	for p := range studios(t, larger())[0].Projects() {
		status[p.Run.Status]++
	}
	for a := range everything(studios(t, larger())[0]) {
		if a.Type == gallery.Text {
			languages[a.Language]++
		}
	}
	require.Len(t, languages, len(lexicon.Languages))
	for _, l := range lexicon.Languages {
		require.Greater(t, languages.part(l.Tag), 0.01, l.Tag)
	}
	require.InDelta(t, 0.4, languages.part("en"), 0.12)
	for _, s := range []projects.Status{projects.Failed, projects.Cancelled, projects.Draft} {
		require.InDelta(t, 0.07, status.part(s), 0.06, s)
	}
}

// TestMostProjectsHaveSomeDozensOfAssets, and a few hundreds.
func TestMostProjectsHaveSomeDozensOfAssets(t *testing.T) {
	sizes := map[ident.ID]int{}
	for a := range everything(studios(t, larger())[0]) {
		if a.ProjectID != nil {
			sizes[*a.ProjectID]++
		}
	}
	var some, hundreds int
	for _, n := range sizes {
		some += count(n >= 5 && n <= 50)
		hundreds += count(n > 100)
	}
	require.Greater(t, float64(some)/float64(len(sizes)), 0.7)
	require.NotZero(t, hundreds)
	require.Less(t, hundreds, len(sizes)/20)
}

func TestTheCloserToNowTheMoreWasMade(t *testing.T) {
	var months [18]int
	for a := range everything(studios(t, larger())[0]) {
		months[min(17, int(now.Sub(a.CreatedAt)/(demo.History/18)))]++
	}
	for i, n := range months {
		require.NotZero(t, n, "month %d", i)
	}
	require.Greater(t, sum(months[:3]), 2*sum(months[15:]))
}
