package search

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"
)

// kind is what a part of a written word is made of. Letters are told apart by
// script, since a place where two scripts meet binds two parts.
type kind uint8

const (
	common kind = iota // letters that go with any script
	latin
	greek
	cyrillic
	eastAsian      // Han, Hiragana, Katakana and Hangul, which mix freely
	southeastAsian // Thai, Lao, Khmer and Myanmar
	digits         // 0–9
	mixed          // Latin letters and digits that alternate too often to be parts
	emoji          // one, or a flag
	otherScripts   // from here on one value for each other script
)

// spaceless says whether the script is written without spaces between words,
// so that a run of it is searched by its pairs of characters.
func (k kind) spaceless() bool { return k == eastAsian || k == southeastAsian }

// european says whether marks only decorate the letters of the script, and its
// words are corrected.
func (k kind) european() bool { return k == latin || k == greek || k == cyrillic }

// alternates says whether a part belongs to a run of Latin letters and digits.
func (k kind) alternates() bool { return k == latin || k == digits }

// scriptKinds names the scripts that share a kind or have a named one.
var scriptKinds = map[string]kind{
	"Common": common, "Inherited": common,
	"Latin": latin, "Greek": greek, "Cyrillic": cyrillic,
	"Han": eastAsian, "Hiragana": eastAsian, "Katakana": eastAsian, "Hangul": eastAsian,
	"Thai": southeastAsian, "Lao": southeastAsian, "Khmer": southeastAsian, "Myanmar": southeastAsian,
}

// eastAsianSigns are letters Unicode shares among scripts that are written
// only between kana and ideographs: ー, 〆, the repeat marks and 〼.
var eastAsianSigns = []scriptRange{
	{0x3006, 0x3006, eastAsian},
	{0x3031, 0x3035, eastAsian},
	{0x303c, 0x303c, eastAsian},
	{0x30fc, 0x30fc, eastAsian},
}

// scriptRange says that the characters lo to hi are of one kind.
type scriptRange struct {
	lo, hi rune
	kind   kind
}

// scriptRanges holds every letter's script in the order of code points, the
// common ones left out.
var scriptRanges = newScriptRanges()

func newScriptRanges() []scriptRange {
	ranges := slices.Clone(eastAsianSigns)
	next := otherScripts
	for _, name := range slices.Sorted(maps.Keys(unicode.Scripts)) {
		k, named := scriptKinds[name]
		if !named {
			k, next = next, next+1
		}
		if k != common {
			ranges = appendRanges(ranges, unicode.Scripts[name], k)
		}
	}
	slices.SortFunc(ranges, func(a, b scriptRange) int { return cmp.Compare(a.lo, b.lo) })
	return ranges
}

func appendRanges(ranges []scriptRange, t *unicode.RangeTable, k kind) []scriptRange {
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			ranges = append(ranges, scriptRange{lo, hi, k})
			return
		}
		for r := lo; r <= hi; r += stride {
			ranges = append(ranges, scriptRange{r, r, k})
		}
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride)) //nolint:gosec // code points fit a rune
	}
	return ranges
}

// kindOf gives the script of a letter, and common for what has none.
func kindOf(r rune) kind {
	if r < utf8.RuneSelf {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return latin
		}
		return common
	}
	i := sort.Search(len(scriptRanges), func(i int) bool { return scriptRanges[i].hi >= r })
	if i < len(scriptRanges) && scriptRanges[i].lo <= r {
		return scriptRanges[i].kind
	}
	return common
}
