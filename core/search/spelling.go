package search

import "unicode"

// base is what a letter lets the marks after it do.
type base uint8

const (
	keepsMarks base = iota
	shedsMarks      // Latin, Greek, Cyrillic: marks only decorate
	shedsHamza      // the Arabic alef: أ إ آ are spellings of ا
)

const alef = 'ا'

func baseOf(r rune) base {
	switch {
	case kindOf(r).european():
		return shedsMarks
	case r == alef:
		return shedsHamza
	}
	return keepsMarks
}

// sheds says whether the mark goes when it follows such a letter.
func (b base) sheds(mark rune) bool {
	return b == shedsMarks || unicode.Is(vocalisation, mark) || b == shedsHamza && unicode.Is(hamzas, mark)
}

// caseFolded folds the case of a character out of a compatibility decomposition.
// Lower case of the upper case is Unicode's folding there, but for ß, the one
// folding to two letters that is left (plainLetters has it), and Cherokee, whose
// older letters are the capitals (CaseFolding.txt). Package cases turns the two
// Cherokee cases into each other.
func caseFolded(r rune) rune {
	upper := unicode.ToUpper(r)
	if unicode.Is(unicode.Cherokee, r) {
		return upper
	}
	return unicode.ToLower(upper)
}

// plainLetters spells letters that do not decompose. Case is folded before.
var plainLetters = map[rune]string{
	'ß': "ss",
	'œ': "oe", 'æ': "ae", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i",
	'ى': "ي", 'ة': "ه",
}

// plainSign spells digits of any script as 0–9 and dashes as "-".
func plainSign(r rune) rune {
	switch {
	case unicode.Is(dashes, r):
		return '-'
	case unicode.Is(unicode.Nd, r):
		return '0' + digitValue(r)
	}
	return r
}

// digitValue gives the value of a decimal digit. Unicode encodes the digits of
// a script in order, from zero on and without a gap (chapter 4.6), so any row of
// digits is a row of tens.
func digitValue(r rune) rune {
	first := r
	for unicode.Is(unicode.Nd, first-1) {
		first--
	}
	return (r - first) % 10
}

func isMark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.M, r) }
