package elastic

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/page"
	"vitrine/core/search"

	"github.com/stretchr/testify/require"
)

// pieces are what random texts and queries are made of, few enough to meet.
var pieces = strings.Split(
	"red|shoe|shoes|box|boxes|ax|4021|ax-4021|ax4021|ax-4|e-mail|email|wi-fi|wi-f|internationalisations|internationalisat|"+
		"运|动|运动|鞋|ux设计|é|🔥|𠀀𠀁|1|9:16|(red shoe:1.3)|(|:1)|-|--|\"|*|,| | | | | ", "|")

func randomText(rng *rand.Rand, most int) string {
	var b strings.Builder
	for range rng.IntN(most + 1) {
		b.WriteString(pieces[rng.IntN(len(pieces))])
	}
	return b.String()
}

// shelf is the assets of one owner, in the index and at hand.
type shelf struct {
	owner  ident.Owner
	assets []gallery.Asset
	stored *Assets
}

// newShelf indexes random assets for each of the owners, whose names have in them what is special somewhere.
func newShelf(t *testing.T, rng *rand.Rand, n int) shelf {
	c := open(t)
	assets, made := inUse(t, c)
	s := shelf{owner: "idp|ana,ben", stored: NewAssets(c)}
	var changes []index.Change[gallery.Asset]
	for i := range 3 * n {
		a := gallery.Asset{
			ID: newID(), Type: gallery.Types[rng.IntN(3)], Title: randomText(rng, 5), Tags: []string{randomText(rng, 3), randomText(rng, 3)},
			Prompt: randomText(rng, 40), Content: randomText(rng, 10), OriginalPrompt: randomText(rng, 4), Version: 1, Position: rng.IntN(4),
			CreatedAt: noon.Add(time.Duration(rng.IntN(n/2)) * time.Minute),
		}
		owner := []ident.Owner{s.owner, "ben", "idp|ana"}[i%3]
		if owner == s.owner {
			s.assets = append(s.assets, a)
		}
		changes = append(changes, gallery.ToIndex(owner, a))
	}
	outcomes, err := assets.Indexer(made).Write(t.Context(), changes)
	require.NoError(t, err)
	require.NotContains(t, outcomes, index.Outcome{Verdict: index.Parked})
	require.NoError(t, assets.Indexer(made).Refresh(t.Context()))
	return s
}

// places are those of the query's window, found by looking at all assets.
func (s shelf) places(q gallery.Query) []page.Key {
	places := []page.Key{}
	for _, a := range s.assets {
		if score, ok := q.Filter.Text.Match(a.Document()); ok {
			places = append(places, q.Key(gallery.Row{Asset: a, Score: score}))
		}
	}
	compare := func(a, b page.Key) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Time, b.Time), slices.Compare(a.ID[:], b.ID[:]))
	}
	if q.Window.Descending(q.Order) {
		ascending := compare
		compare = func(a, b page.Key) int { return ascending(b, a) }
	}
	slices.SortFunc(places, compare)
	if from := q.Window.From; from != nil {
		places = slices.DeleteFunc(places, func(k page.Key) bool {
			c := compare(k, *from)
			return c < 0 || c == 0 && !q.Window.Inclusive
		})
	}
	return places[:min(len(places), q.Window.Rows())]
}

// What core says of an asset and a query is what Elasticsearch does, in every order, from every place, both ways.
func TestElasticsearchMeansWhatCoreSays(t *testing.T) {
	t.Parallel()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 0))
	s := newShelf(t, rng, 60)
	for range 100 {
		typed := randomText(rng, 6)
		q := gallery.Query{Filter: gallery.Filter{Text: search.Parse(typed)}, Order: gallery.Orders[rng.IntN(len(gallery.Orders))]}
		if q.Filter.Text.Empty() {
			q.Order = gallery.Newest
		}
		q.Window = page.Window{Limit: 1 + rng.IntN(20), Backward: rng.IntN(2) == 0}
		for {
			what := fmt.Sprintf("%q, %v, %+v", typed, q.Order, q.Window)
			got, err := s.stored.Search(t.Context(), s.owner, q)
			require.NoError(t, err, what)
			require.Equal(t, s.places(q), got, what)
			if len(got) < q.Window.Rows() {
				break
			}
			q.Window.From, q.Window.Inclusive = &got[rng.IntN(len(got)-1)+1], rng.IntN(2) == 0
		}
		counts, err := s.stored.Count(t.Context(), s.owner, q.Filter, []string{gallery.FacetType}, 1000)
		require.NoError(t, err, typed)
		q.Window = page.Window{Limit: len(s.assets)}
		require.Equal(t, int64(len(s.places(q))), counts.Total.Value, typed)
	}
}

// A prefix that is longer than those that are indexed, with more terms than Elasticsearch expands by itself.
func TestALongPrefixMayEndASequence(t *testing.T) {
	t.Parallel()
	c := open(t)
	assets, made := inUse(t, c)
	var changes []index.Change[gallery.Asset]
	for i := range 300 {
		a := gallery.Asset{ID: newID(), Type: gallery.Image, Title: fmt.Sprintf("IMG-1732551234567%03d", i), Version: 1, CreatedAt: noon}
		changes = append(changes, gallery.ToIndex("ana", a))
	}
	_, err := assets.Indexer(made).Write(t.Context(), changes)
	require.NoError(t, err)
	require.NoError(t, assets.Indexer(made).Refresh(t.Context()))
	for typed, want := range map[string]int64{"IMG-1732551234567": 300, "img 17325512345672": 100, "img1732551234567299": 1, "gif-1732551234567": 0} {
		counts, err := NewAssets(c).Count(t.Context(), "ana", gallery.Filter{Text: search.Parse(typed)}, nil, 1000)
		require.NoError(t, err)
		require.Equal(t, want, counts.Total.Value, typed)
	}
}
