package demo

import (
	"fmt"

	"vitrine/app/demo/lexicon"
	"vitrine/app/demo/media"
)

// theme is what a project is about: one product of one brand, spoken of in one language.
type theme struct {
	language *lexicon.Language
	product  string // of media.Products
	words    lexicon.Words
	look     uint32 // the upper half of the seeds of its pictures
	tags     []string
}

// languageWeights are how often each of lexicon.Languages is used.
var languageWeights = []float64{38, 13, 10, 9, 7, 7, 6, 5, 5}

var (
	brandHeads = []string{"Nor", "Lum", "Cal", "Sol", "Ver", "Kin", "Mira", "Ela", "Fjor", "Aru", "Bel", "Tov", "Öst", "Hana", "Ori", "Pell", "Riva", "Sen", "Umi", "Zel"}
	brandTails = []string{"a", "vik", "ina", "mera", "do", "wa", "sa", "by", "lund", "é", "ström", "ta", "mo", "lia", "ken", "rö"}
	brandLasts = []string{"", "", "", " Studio", " & Co", " Atelier", " Lab"}
	skuHeads   = []string{"AX", "LM", "TB", "KR", "NV", "SH", "CZ", "WL", "BQ", "FG", "MX", "PJ"}
)

// sizes are what a product is sold in.
var sizes = map[string][]string{
	"backpack": {"22l", "16l", "30l"}, "bag": {"S", "M", "28×20 cm"}, "bottle": {"250ml", "500ml", "750ml"}, "candle": {"220g", "400g"},
	"chair": {"75×80 cm"}, "headphones": {"40mm"}, "lamp": {"E27", "45 cm"}, "mug": {"350ml", "250ml"}, "notebook": {"A5", "B6", "A4"},
	"perfume": {"50ml", "30ml", "100ml"}, "plant": {"Ø 18 cm", "Ø 12 cm"}, "shoe": {"EU 42", "EU 38", "US 9"}, "speaker": {"2×60W"},
	"sunglasses": {"UV400", "52mm"}, "teapot": {"1.2l", "800ml"}, "watch": {"38mm", "42mm"},
}

// theme is thrown with what the dice show next.
func (d *dice) theme() theme {
	language := lexicon.Languages[d.weighted(languageWeights...)]
	product := anyOf(d, media.Products)
	t := theme{language: language, product: product, look: d.Uint32() & 0xffff}
	t.words = lexicon.Words{
		Product:  pick(d, language.Products[product]),
		Material: pick(d, language.Makes(product)),
		Scene:    pick(d, language.Scenes),
		Season:   pick(d, language.Seasons),
		Brand:    pick(d, brandHeads) + pick(d, brandTails) + anyOf(d, brandLasts),
		SKU:      fmt.Sprintf("%s-%04d", pick(d, skuHeads), d.IntN(10_000)),
		Size:     pick(d, sizes[product]),
	}
	t.tags = d.tags(language)
	return t
}

// commonTags are used in every language, the first of them everywhere, the last hardly ever.
var commonTags = []string{
	"shopify", "amazon", "tiktok", "evergreen", "summer-26", "sale", "hero", "lifestyle", "approved", "a/b test", "white background",
	"q4", "gift", "bundle", "B2B", "outdoor", "flat lay", "review", "press kit", "influencer", "retouched", "legacy", "old label", "50% off",
	"🎄", "🔥", "café", "Ærø", "do not use", "archive-2025", "prototype", "C++ mug", "R&D", "x-ray", "one-off",
}

// tags are up to five, each once.
func (d *dice) tags(language *lexicon.Language) []string {
	tags := []string{}
	for range d.weighted(20, 24, 24, 18, 9, 5) {
		from := commonTags
		if d.chance(0.3) {
			from = language.Tags
		}
		tags = withTag(tags, pick(d, from))
	}
	return tags
}
