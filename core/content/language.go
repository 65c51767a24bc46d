package content

import (
	"errors"

	"golang.org/x/text/language"
)

// InvalidLanguage is the code of what is no usable language tag.
const InvalidLanguage = "invalid_language"

// maxLanguage is the length limit of a tag in bytes, as RFC 5646 section 4.4.1 recommends.
const maxLanguage = 35

var errLanguage = errors.New("must be a language tag such as en, pt-BR or zh-Hant, without extensions")

// ParseLanguage gives the canonical form of a BCP 47 tag. The library's parser is lenient: it corrects what it half
// understands and accepts tags that name no language, so whatever it remarks on is refused here, and so are extensions
// and private use, which no generator reads.
func ParseLanguage(s string) (string, error) {
	tag, err := language.Parse(s)
	if err != nil || s == "" || len(s) > maxLanguage || len(tag.Extensions()) > 0 {
		return "", errLanguage
	}
	base, script, region := tag.Raw()
	switch base.String() {
	case "und", "mul", "mis", "zxx":
		return "", errLanguage
	}
	if base.IsPrivateUse() || script.IsPrivateUse() || privateRegion(region) || tag.String() == "" {
		return "", errLanguage
	}
	return tag.String(), nil
}

// privateRegion reports whether the region is for private use. XK is by the letter of ISO 3166, and yet Kosovo wherever
// locales are (CLDR): the library calls it both.
func privateRegion(r language.Region) bool { return r.IsPrivateUse() && !r.IsCountry() }

// Language judges an optional language tag and returns its canonical form.
func (c *Check) Language(pointer, s string) string {
	if s == "" {
		return ""
	}
	tag, err := ParseLanguage(s)
	if err != nil {
		c.Add(pointer, InvalidLanguage, "%s.", err)
	}
	return tag
}
