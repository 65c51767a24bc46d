package settings

import (
	"testing"

	"vitrine/core/content"

	"github.com/stretchr/testify/require"
)

func TestLanguagesAreStoredCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"en":         "en",
		"EN-us":      "en-US",
		"zh_CN":      "zh-CN",
		"ZH-HANT-hk": "zh-Hant-HK",
		"iw":         "he",
		"tl":         "fil",
		"mo":         "ro-MD",
		"i-klingon":  "tlh",
		"zh-yue":     "yue",
		"eng":        "en",
		"en-UK":      "en-GB",
		"en-840":     "en-US",
		"es-419":     "es-419",
		"de-1996":    "de-1996",
		"en-GB-oed":  "en-GB-oxendict",
		"pt-PT":      "pt-PT",
		"aaa":        "aaa", // Ghotuo: unknown to most generators, but a language
	} {
		stored, code := choose(Language, in)
		require.Empty(t, code, in)
		require.Equal(t, want, stored, in)
	}
}

func TestWhatIsNoLanguageToWriteIn(t *testing.T) {
	for name, in := range map[string]string{
		"nothing":                             "",
		"unknown, though the library has one": "xx",
		"undetermined":                        "und",
		"undetermined, by another name":       "root",
		"undetermined, of a place":            "und-US",
		"several":                             "mul",
		"without a code":                      "mis",
		"no linguistic content":               "zxx",
		"private":                             "x-foo",
		"private suffix":                      "en-x-private",
		"private language":                    "qtz",
		"private script":                      "en-Qaaa",
		"private region":                      "en-XX",
		"private region of pseudo-locales":    "en-XA",
		"private region between":              "en-QO",
		"unknown region":                      "en-ZZ",
		"grandfathered, private in substance": "cel-gaulish",
		"default of the i- tags":              "i-default",
		"extension of Unicode":                "de-u-co-phonebk",
		"extension of transformations":        "en-t-jp",
		"unknown extension":                   "en-a-bbb",
		"variant that becomes an extension":   "en-US-posix",
		"locale of POSIX":                     "C",
		"locale with an encoding":             "en_US.UTF-8",
		"locale with a currency":              "en@euro",
		"subtags out of order":                "zh-CN-Hans",
		"two regions":                         "en-US-GB",
		"several languages":                   "en,de",
		"with a weight":                       "en;q=1",
		"any":                                 "*",
		"name of a language":                  "english",
		"space before":                        " en",
		"line break after":                    "en\n",
		"full-width letters":                  "ｅｎ",
		"ends in a hyphen":                    "en-",
		"NUL":                                 "en\x00",
		"longer than 35 characters":           "sl-rozaj-biske-1994-alalc97-fonipa-fonxsamp",
	} {
		t.Run(name, func(t *testing.T) {
			_, code := choose(Language, in)
			require.Equal(t, content.InvalidLanguage, code)
		})
	}
}

func TestSuggestedLanguagesAreInTheirStoredForm(t *testing.T) {
	for _, tag := range Languages {
		stored, code := choose(Language, tag)
		require.Empty(t, code, tag)
		require.Equal(t, tag, stored)
	}
}
