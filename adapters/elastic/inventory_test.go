package elastic

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/stretchr/testify/require"
)

// write puts changes into the copy and makes them visible.
func write(t testing.TB, assets *Index[gallery.Asset], c index.Copy, changes ...index.Change[gallery.Asset]) {
	t.Helper()
	writer := assets.Indexer(c)
	_, err := writer.Write(t.Context(), changes)
	require.NoError(t, err)
	require.NoError(t, writer.Refresh(t.Context()))
}

func TestAnInventoryListsEveryDocumentOnce(t *testing.T) {
	t.Parallel()
	assets := AssetIndex(open(t))
	made := create(t, assets)
	list := assets.Inventory(made)
	sums, err := list.Sums(t.Context(), "", 10)
	require.NoError(t, err)
	require.Empty(t, sums)
	entries, err := list.Entries(t.Context(), "ana", "", 10)
	require.NoError(t, err)
	require.Empty(t, entries)

	owners := []ident.Owner{"Zoe", "ana", "idp|ana,ben", "élan"} // in byte order
	var wantSums []index.Sum
	want := map[ident.Owner][]index.Entry{}
	var changes []index.Change[gallery.Asset]
	for o, owner := range owners {
		sum := index.Sum{Owner: owner, Documents: int64(7 + o)}
		for i := range 7 + o {
			a := gallery.Asset{ID: ident.ID{6: 0x70, 15: byte(i)}, Type: gallery.Image, Version: int64(3 + i), CreatedAt: noon}
			changes = append(changes, gallery.ToIndex(owner, a))
			want[owner] = append(want[owner], index.Entry{ID: a.ID.String(), Version: a.Version, Check: gallery.Check(a)})
			sum.Check += gallery.Check(a)
		}
		wantSums = append(wantSums, sum)
	}
	write(t, assets, made, changes...)
	for _, n := range []int{1, 2, 3, 100} {
		var got []index.Sum
		for after := ident.Owner(""); ; after = got[len(got)-1].Owner {
			page, err := list.Sums(t.Context(), after, n)
			require.NoError(t, err)
			require.LessOrEqual(t, len(page), n)
			if got = append(got, page...); len(page) == 0 {
				break
			}
		}
		require.Equal(t, wantSums, got, "pages of %d", n)
	}
	for _, owner := range owners {
		for _, n := range []int{2, 3, 100} {
			require.Equal(t, want[owner], entriesOf(t, list, owner, n), "%s, pages of %d", owner, n)
		}
	}
}

func entriesOf(t testing.TB, list index.Inventory, owner ident.Owner, n int) (all []index.Entry) {
	t.Helper()
	for after := ""; ; after = all[len(all)-1].ID {
		page, err := list.Entries(t.Context(), owner, after, n)
		require.NoError(t, err)
		require.LessOrEqual(t, len(page), n)
		if all = append(all, page...); len(page) == 0 {
			return all
		}
	}
}

// Documents that say that they have the same id are all in one page, wherever it ends.
func TestDoublesComeTogether(t *testing.T) {
	t.Parallel()
	assets := AssetIndex(open(t))
	made := create(t, assets)
	var changes []index.Change[gallery.Asset]
	for i := range 9 {
		a := gallery.Asset{ID: ident.ID{15: byte(i / 2)}, Type: gallery.Image, Version: 1, CreatedAt: noon}
		changes = append(changes, index.Change[gallery.Asset]{Owner: "ana", ID: fmt.Sprint(i), Version: 1, Doc: &a})
	}
	write(t, assets, made, changes...)
	for _, n := range []int{3, 4, 5, 100} {
		all := entriesOf(t, assets.Inventory(made), "ana", n)
		require.Len(t, all, 9, "pages of %d", n)
		require.True(t, slices.IsSortedFunc(all, func(a, b index.Entry) int { return strings.Compare(a.ID, b.ID) }))
	}
}

// The same version written again mends what stands there; an older one changes nothing.
func TestTheSameVersionMends(t *testing.T) {
	t.Parallel()
	assets := AssetIndex(open(t))
	made := create(t, assets)
	right := gallery.Asset{ID: ident.ID{15: 1}, Type: gallery.Image, Version: 5, CreatedAt: noon}
	wrong, older := right.Clone(), right.Clone()
	wrong.Version, older.Version = 9, 4
	write(t, assets, made, index.Change[gallery.Asset]{Owner: "ana", ID: right.ID.String(), Version: 5, Doc: &wrong})
	write(t, assets, made, gallery.ToIndex("ana", older))
	entry := index.Entry{ID: right.ID.String(), Version: 5, Check: gallery.Check(wrong)}
	require.Equal(t, []index.Entry{entry}, entriesOf(t, assets.Inventory(made), "ana", 10))
	write(t, assets, made, gallery.ToIndex("ana", right))
	entry.Check = gallery.Check(right)
	require.Equal(t, []index.Entry{entry}, entriesOf(t, assets.Inventory(made), "ana", 10))
}

// A document of one owner never takes the place of another's.
func TestTheSameIDOfTwoOwnersIsTwoDocuments(t *testing.T) {
	t.Parallel()
	assets := AssetIndex(open(t))
	made := create(t, assets)
	a := gallery.Asset{ID: ident.ID{15: 1}, Type: gallery.Image, Version: 5, CreatedAt: noon}
	write(t, assets, made, gallery.ToIndex("ana", a), gallery.ToIndex("ben", a))
	write(t, assets, made, index.Change[gallery.Asset]{Owner: "ben", ID: a.ID.String(), Version: 6})
	require.Len(t, entriesOf(t, assets.Inventory(made), "ana", 10), 1)
	require.Empty(t, entriesOf(t, assets.Inventory(made), "ben", 10))
}

// What is a part, or cannot be understood, is no inventory.
func TestAnswersToAnInventory(t *testing.T) {
	const (
		sound  = `{"timed_out":false,"_shards":{"total":1,"failed":0},`
		owners = `"aggregations":{"sums":{"buckets":[{"key":{"owner":"ana"},"doc_count":2,"check":{"value":1.2E7}}]}}}`
		hits   = `"hits":{"hits":[{"_version":3,"fields":{"check":[7]},"sort":["x"]}]}}`
	)
	type sides struct {
		sums    []index.Sum
		entries []index.Entry
	}
	for name, c := range map[string]struct {
		owners, hits string
		want         *sides
	}{
		"whole": {sound + owners, sound + hits, &sides{[]index.Sum{{Owner: "ana", Documents: 2, Check: 12_000_000}}, []index.Entry{{ID: "x", Version: 3, Check: 7}}}},
		"nothing there": {
			sound + `"aggregations":{"sums":{"buckets":[]}}}`, sound + `"hits":{"hits":[]}}`, &sides{[]index.Sum{}, []index.Entry{}},
		},
		"out of time":     {strings.Replace(sound, "false", "true", 1) + owners, strings.Replace(sound, "false", "true", 1) + hits, nil},
		"a shard missing": {strings.Replace(sound, `failed":0`, `failed":1`, 1) + owners, strings.Replace(sound, `failed":0`, `failed":1`, 1) + hits, nil},
		"empty":           {`{}`, `{}`, nil},
		"half":            {sound + owners[:40], sound + hits[:40], nil},
		"without what it is about": {
			sound[:len(sound)-1] + `}`, sound + strings.Replace(hits, `"check":[7]`, ``, 1), nil,
		},
		"of another kind": {
			sound + strings.Replace(owners, `1.2E7`, `"x"`, 1), sound + strings.Replace(hits, `["x"]`, `[null]`, 1), nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := func(body string) index.Inventory {
				server := &scripted{answers: []reply{{body: body}}}
				return AssetIndex(server.client(t)).Inventory(index.Copy{Name: "copy"})
			}
			sums, err := list(c.owners).Sums(t.Context(), "", 10)
			if c.want == nil {
				require.True(t, fault.Is(err, fault.Unavailable), "%v", err)
			} else {
				require.NoError(t, err)
				require.Equal(t, c.want.sums, sums)
			}
			entries, err := list(c.hits).Entries(t.Context(), "ana", "", 10)
			if c.want == nil {
				require.True(t, fault.Is(err, fault.Unavailable), "%v", err)
			} else {
				require.NoError(t, err)
				require.Equal(t, c.want.entries, entries)
			}
		})
	}
}

// Nobody waits for an inventory, and the breaker is for those who wait.
func TestAnInventoryLeavesTheBreakerAlone(t *testing.T) {
	server := &scripted{answers: []reply{{status: 503}}}
	c := server.client(t)
	for range 2 * failuresInARow {
		_, err := AssetIndex(c).Inventory(index.Copy{Name: "copy"}).Sums(t.Context(), "", 10)
		require.True(t, fault.Is(err, fault.Unavailable), "%v", err)
	}
	server.answers = []reply{{body: oneHit}}
	_, err := NewAssets(c).Search(t.Context(), "ana", gallery.Query{Order: gallery.Newest})
	require.NoError(t, err)
}
