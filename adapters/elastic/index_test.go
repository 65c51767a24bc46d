package elastic

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"testing"

	"vitrine/core/gallery"
	"vitrine/core/index"
	"vitrine/core/search"

	"github.com/elastic/go-elasticsearch/v8/esapi"
	"github.com/stretchr/testify/require"
)

func TestACopyIsSearchedOnceItIsUsed(t *testing.T) {
	t.Parallel()
	assets := AssetIndex(open(t))
	used := func() index.Copy {
		t.Helper()
		c, err := assets.InUse(t.Context())
		require.NoError(t, err)
		return c
	}
	has := func(c index.Copy) bool {
		t.Helper()
		there, err := assets.Has(t.Context(), c)
		require.NoError(t, err)
		return there
	}
	require.Zero(t, used(), "before anything is there")
	first, second := create(t, assets), create(t, assets)
	require.Zero(t, used(), "while none is")
	for _, c := range []index.Copy{first, second, second, first} {
		require.NoError(t, assets.Use(t.Context(), c))
		require.Equal(t, c, used())
		require.True(t, has(c))
	}
	require.NoError(t, assets.Drop(t.Context(), first))
	require.Zero(t, used(), "after it was dropped")
	require.False(t, has(first))
	require.NoError(t, assets.Drop(t.Context(), first), "dropping it again")
}

func TestAnAliasOnTwoIndicesIsNone(t *testing.T) {
	t.Parallel()
	assets, first := inUse(t, open(t))
	second := create(t, assets)
	add := object{"add": object{"index": second.Name, "alias": readAlias(assets.name)}}
	require.NoError(t, assets.ask(t.Context(), object{"actions": []object{add}}, func(body io.Reader) esapi.Request {
		return esapi.IndicesUpdateAliasesRequest{Body: body}
	}))
	c, err := assets.InUse(t.Context())
	require.NoError(t, err)
	require.Zero(t, c)
	require.NoError(t, assets.Use(t.Context(), first))
	c, err = assets.InUse(t.Context())
	require.NoError(t, err)
	require.Equal(t, first, c)
}

func TestTheIndexTakesNothingItDoesNotKnow(t *testing.T) {
	t.Parallel()
	assets, made := inUse(t, open(t))
	put := func(r esapi.IndexRequest) error {
		return assets.ask(t.Context(), object{"id": "x", "surprise": 1}, func(body io.Reader) esapi.Request {
			r.Index, r.DocumentID, r.Body = made.Name, "x", body
			return r
		})
	}
	require.True(t, isType(put(esapi.IndexRequest{Routing: "a"}), "strict_dynamic_mapping_exception"))
	require.True(t, isType(put(esapi.IndexRequest{}), "routing_missing_exception"))
}

func TestNothingIsMadeByWritingOrReading(t *testing.T) {
	t.Parallel()
	c := open(t)
	assets := AssetIndex(c)
	a := gallery.Asset{ID: newID(), Type: gallery.Image, Version: 1, CreatedAt: noon}
	outcomes, err := assets.Indexer(index.Copy{Name: "never-made"}).Write(t.Context(), []index.Change[gallery.Asset]{gallery.ToIndex("ana", a)})
	require.Error(t, err)
	require.Equal(t, index.Kept, outcomes[0].Verdict)
	_, err = NewAssets(c).Search(t.Context(), "ana", gallery.Query{Order: gallery.Newest})
	require.True(t, isType(err, noIndex))
}

// What is in an index follows from these. If this test fails, raise assetSchema, so that indices are built anew, and put the
// new sum here.
func TestAnotherIndexHasAnotherSchema(t *testing.T) {
	const sum = "57685ad404e3a7e7"
	asset := gallery.Asset{
		Title: "Red Wi-Fi lamp 运动鞋", Tags: []string{"sale", "table top"}, Prompt: "a (red lamp:1.3)", OriginalPrompt: "lamp",
		Content: "750ml", Type: gallery.Image, Width: 2, Height: 1, CreatedAt: noon,
	}
	content, err := json.Marshal([]any{assetSchema, assetMapping, assetSettings, newDocument("ana", asset), name("ana", "id"), search.TokeniserVersion})
	require.NoError(t, err)
	got := sha256.Sum256(content)
	require.Equal(t, sum, hex.EncodeToString(got[:8]))
}
