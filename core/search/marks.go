package search

import (
	"unicode"

	"golang.org/x/text/unicode/rangetable"
)

var (
	// trademarks go before anything else: NFKC would spell ™ as the word tm.
	trademarks = rangetable.New('™', '®', '©')

	// invisible characters never tell two texts apart: format characters, the
	// Arabic tatweel, the combining grapheme joiner (which normalisation itself
	// inserts into overlong runs of marks), and variation selectors, which only
	// choose a glyph.
	invisible = rangetable.Merge(unicode.Cf, unicode.Variation_Selector, rangetable.New('\u0640', '\u034f'))

	// vocalisation is what Arabic and Hebrew add to letters for reading aloud:
	// harakat (tanwin, vowels, shadda, sukun, the dagger alef and the later
	// vowel signs) and all Hebrew points and accents.
	vocalisation = &unicode.RangeTable{R16: []unicode.Range16{
		{Lo: 0x0591, Hi: 0x05bd, Stride: 1},
		{Lo: 0x05bf, Hi: 0x05bf, Stride: 1},
		{Lo: 0x05c1, Hi: 0x05c2, Stride: 1},
		{Lo: 0x05c4, Hi: 0x05c5, Stride: 1},
		{Lo: 0x05c7, Hi: 0x05c7, Stride: 1},
		{Lo: 0x064b, Hi: 0x0652, Stride: 1},
		{Lo: 0x0656, Hi: 0x065e, Stride: 1},
		{Lo: 0x0670, Hi: 0x0670, Stride: 1},
		{Lo: 0xfb1e, Hi: 0xfb1e, Stride: 1},
	}}

	// hamzas are the marks that make أ, إ and آ of the alef.
	hamzas = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x0653, Hi: 0x0655, Stride: 1}}}

	// dashes are read as "-": hyphens, figure, en and em dash, horizontal bar.
	dashes = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x2010, Hi: 0x2015, Stride: 1}}}

	// settled characters, the bulk of many texts, fold to themselves and compose
	// with nothing before them; knowing them spares several look-ups for each.
	settled = &unicode.RangeTable{R16: []unicode.Range16{
		{Lo: 0x03b1, Hi: 0x03c1, Stride: 1}, // Greek
		{Lo: 0x03c3, Hi: 0x03c9, Stride: 1},
		{Lo: 0x0430, Hi: 0x0438, Stride: 1}, // Cyrillic
		{Lo: 0x043a, Hi: 0x044f, Stride: 1},
		{Lo: 0x05d0, Hi: 0x05ea, Stride: 1}, // Hebrew
		{Lo: 0x062a, Hi: 0x063a, Stride: 1}, // Arabic
		{Lo: 0x0641, Hi: 0x0648, Stride: 1},
		{Lo: 0x2018, Hi: 0x201f, Stride: 1}, // quotation marks
		{Lo: 0x3001, Hi: 0x3002, Stride: 1}, // ideographic comma and full stop
		{Lo: 0x3041, Hi: 0x3096, Stride: 1}, // Hiragana
		{Lo: 0x30a1, Hi: 0x30fa, Stride: 1}, // Katakana
		{Lo: 0x3400, Hi: 0x4dbf, Stride: 1}, // Han
		{Lo: 0x4e00, Hi: 0x9fff, Stride: 1},
		{Lo: 0xac00, Hi: 0xd7a3, Stride: 1}, // Hangul
	}}
)
