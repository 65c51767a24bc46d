package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxSortKey is how many bytes a sort key may have.
const maxSortKey = 200

// Fold gives the form in which texts are compared: ™, ® and © removed, NFKC,
// Unicode case folding, invisible characters dropped, decimal digits of any
// script as 0–9, the dashes U+2010 to U+2015 as "-", marks dropped where they
// only decorate a letter (Latin, Greek, Cyrillic, Arabic harakat, Hebrew
// points), letters such as œ, ø and ı spelled plainly, the rest recomposed
// (NFC). "Éclair™" gives "eclair", "ﬁ" gives "fi", "バッグ" stays.
//
// The result is valid UTF-8 (each byte that is none counts as U+FFFD), may be
// longer than s, and folding it again changes nothing.
func Fold(s string) string { return fold(s, false).text }

// SortKey gives what titles are ordered by, compared byte by byte: Fold(s),
// cut to as many whole characters as fit 200 bytes.
func SortKey(s string) string { return cut(Fold(s), maxSortKey) }

// cut shortens s to as many whole characters as fit limit bytes.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit]
}

// place is a stretch of a text in code points, half open.
type place struct{ start, end int }

// folded is a folded text with the way back to the text it came from.
type folded struct {
	text string
	// places says for each byte of text where it came from. It is nil where
	// both texts have the same offsets (ASCII), or nobody asked.
	places []place
}

// place gives where the bytes [from, to) of the folded text, at least one,
// stand in the original.
func (f folded) place(from, to int) place {
	if f.places == nil {
		return place{from, to}
	}
	return place{f.places[from].start, f.places[to-1].end}
}

// fold folds s, and remembers where everything came from if traced.
func fold(s string, traced bool) folded {
	if isASCII(s) {
		return folded{text: strings.ToLower(s)}
	}
	f := folder{traced: traced, out: make([]byte, 0, len(s)+len(s)/8)}
	for at := 0; len(s) > 0; at++ {
		r, size := utf8.DecodeRuneInString(s)
		f.original(s[:size], r, at)
		s = s[size:]
	}
	f.flush()
	return folded{text: string(f.out), places: f.places}
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// folder folds a text character by character. It works on decomposed text,
// where dropping a mark is skipping a character, and recomposes run by run.
type folder struct {
	traced bool
	out    []byte
	places []place

	run     []byte // the characters since the last one that starts a composition
	runAt   place  // where the run came from
	several bool   // the run has more than one character
	base    base   // what the last letter lets marks do

	renewed []byte // room to recompose the run
}

// original takes the character at code point at of the text, encoded as s.
func (f *folder) original(s string, r rune, at int) {
	switch {
	case r < utf8.RuneSelf:
		f.start(lowerASCII(r), at)
	case unicode.Is(settled, r):
		f.start(r, at)
	case unicode.Is(trademarks, r):
	case r == utf8.RuneError:
		f.start(r, at)
	default:
		f.decomposed(s, at)
	}
}

func lowerASCII(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// decomposed takes one character in its compatibility decomposition.
func (f *folder) decomposed(s string, at int) {
	if d := norm.NFKD.PropertiesString(s).Decomposition(); d != nil {
		s = string(d)
	}
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			f.start(lowerASCII(r), at)
		case !unicode.Is(invisible, r):
			f.spelled(caseFolded(r), at)
		case isMark(r):
			f.extend(at)
		}
	}
}

// spelled takes a character that is left to be spelled plainly.
func (f *folder) spelled(r rune, at int) {
	if isMark(r) {
		f.mark(r, at)
		return
	}
	plain, ok := plainLetters[r]
	if !ok {
		f.letter(plainSign(r), at)
	}
	for _, p := range plain {
		f.letter(p, at)
	}
}

// mark takes a combining mark: it goes where the letter before it, or its own
// nature, says so; what it covered in the original stays part of the letter.
func (f *folder) mark(r rune, at int) {
	if f.base.sheds(r) {
		f.extend(at)
		return
	}
	f.compose(r, at)
}

func (f *folder) letter(r rune, at int) {
	f.base = baseOf(r)
	f.compose(r, at)
}

// start takes a character that composes with nothing before it.
func (f *folder) start(r rune, at int) {
	f.flush()
	f.base = baseOf(r)
	f.run, f.runAt = utf8.AppendRune(f.run, r), place{at, at + 1}
}

// compose takes a character that may compose with the run before it.
func (f *folder) compose(r rune, at int) {
	var source [utf8.UTFMax]byte
	n := utf8.EncodeRune(source[:], r)
	alone := len(f.run) == 0 || norm.NFC.Properties(source[:n]).BoundaryBefore()
	if alone {
		f.flush()
		f.runAt = place{at, at + 1}
	}
	f.run, f.several = append(f.run, source[:n]...), !alone
	f.extend(at)
}

// extend lets the run cover the code point at of the original as well.
func (f *folder) extend(at int) {
	if len(f.run) > 0 {
		f.runAt.end = at + 1
	}
}

// flush recomposes the run and puts it out. All of it stems from all of the
// run's originals: composition may have reordered and merged them.
func (f *folder) flush() {
	run := f.run
	if f.several {
		f.renewed = norm.NFC.Append(f.renewed[:0], run...)
		run = f.renewed
	}
	f.out = append(f.out, run...)
	if f.traced {
		for range run {
			f.places = append(f.places, f.runAt)
		}
	}
	f.run, f.several = f.run[:0], false
}
