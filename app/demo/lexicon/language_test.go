package lexicon

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"vitrine/app/demo/media"
	"vitrine/core/content"

	"github.com/stretchr/testify/require"
)

var words = Words{Product: "lamp", Material: "in oak", Scene: "on slate", Season: "autumn", Brand: "Norvik", SKU: "AX-4021", Size: "750ml"}

func TestFillingATemplate(t *testing.T) {
	require.Equal(t, "lamp in oak on slate autumn Norvik AX-4021 750ml.", words.Fill("{product} {material} {scene} {season} {brand} {sku} {size}."))
	require.Equal(t, "{other} lamp", words.Fill("{other} {product}"))
	require.Equal(t, "", words.Fill(""))
	require.Equal(t, "Autumn is here", words.Sentence("{season} is here"))
	require.Equal(t, "Éclair", words.Sentence("éclair"))
	require.Equal(t, "灯", words.Sentence("灯"))
}

func TestEveryLanguageHasAllItNeeds(t *testing.T) {
	for _, l := range Languages {
		t.Run(l.Tag, func(t *testing.T) {
			require.Equal(t, media.Products, slices.Sorted(maps.Keys(l.Products)))
			for product, names := range l.Products {
				require.NotEmpty(t, names)
				require.NotEmpty(t, l.Makes(product))
			}
			for _, list := range [][]string{l.Scenes, l.Seasons, l.Titles, l.Briefs, l.Prompts, l.Openers, l.Points, l.Closers, l.Tags} {
				require.GreaterOrEqual(t, len(list), 3)
			}
			require.GreaterOrEqual(t, len(l.Hashtags), 4)
			require.NotEmpty(t, l.Greeting)
			require.NotEmpty(t, l.Farewell)
			var c content.Check
			require.Equal(t, l.Tag, c.Language("/language", l.Tag))
			c.Tags("/tags", l.Tags)
			require.NoError(t, c.Err())
		})
	}
}

func TestEveryTemplateIsFilledWhole(t *testing.T) {
	for _, l := range Languages {
		for _, list := range [][]string{l.Titles, l.Briefs, l.Prompts, l.Openers, l.Points, l.Closers, {l.Greeting, l.Farewell}} {
			for _, template := range list {
				filled := words.Fill(template)
				require.False(t, strings.ContainsAny(filled, "{}"), "%s: %s", l.Tag, filled)
			}
		}
	}
}
