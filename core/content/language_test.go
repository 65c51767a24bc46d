package content

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLanguages(t *testing.T) {
	for in, want := range map[string]string{
		"en": "en", "EN-us": "en-US", "pt-BR": "pt-BR", "zh-hant-tw": "zh-Hant-TW", "zh_CN": "zh-CN", "iw": "he", "tl": "fil",
		"zh-yue": "yue", "i-klingon": "tlh", "es-419": "es-419", "sq-xk": "sq-XK", "de-1996": "de-1996",
	} {
		got, err := ParseLanguage(in)
		require.NoError(t, err, in)
		require.Equal(t, want, got, in)
	}
	for _, bad := range []string{
		"", "xx", "und", "mul", "mis", "zxx", "x-foo", "en-XX", "en-x-private", "de-u-co-phonebk", "en-t-jp", "english", "e", "en-",
		"en--US", "en-US-US", " en", "en ", "qaa", "en-Qaaa", "en-QM", "en-" + strings.Repeat("a", 40), "\x00", "🦊",
	} {
		_, err := ParseLanguage(bad)
		require.Error(t, err, bad)
	}
}

func FuzzParseLanguage(f *testing.F) {
	f.Add("zh-hant-tw")
	f.Add("en-u-co-phonebk")
	f.Fuzz(func(t *testing.T, s string) {
		tag, err := ParseLanguage(s)
		if err != nil {
			return
		}
		again, err := ParseLanguage(tag)
		require.NoError(t, err)
		require.Equal(t, tag, again, "the canonical form is canonical")
	})
}
