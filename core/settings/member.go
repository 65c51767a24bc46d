package settings

import (
	"slices"
	"strings"

	"vitrine/core/content"
)

// Member is a leaf of the document, named by its JSON Pointer (RFC 6901).
type Member string

// The members that are chosen. All of their values are text.
const (
	DisplayName Member = "/profile/display_name"
	Bio         Member = "/profile/bio"
	AvatarURL   Member = "/profile/avatar_url" // empty where there is none
	Timezone    Member = "/profile/timezone"
	Language    Member = "/ai_preferences/language"
	Tone        Member = "/ai_preferences/tone"
	AspectRatio Member = "/ai_preferences/aspect_ratio"
)

// Group is an object of the document, named by its JSON Pointer.
type Group string

// The groups.
const (
	Profile      Group = "/profile"
	Preferences  Group = "/ai_preferences"
	Integrations Group = "/integrations"
)

// rule is what holds of a member: its value where none was chosen, and what may be chosen. judge notes the mistakes of a
// value at a pointer and gives its stored form.
type rule struct {
	member Member
	reset  string
	judge  func(c *content.Check, at, value string) string
}

// rules are those of all members that are chosen, in the order of the document.
var rules = []rule{
	{DisplayName, "", judgeName},
	{Bio, "", judgeBio},
	{AvatarURL, "", judgeAvatar},
	{Timezone, "UTC", judgeZone},
	{Language, "en", judgeLanguage},
	{Tone, "professional", judgeTone},
	{AspectRatio, "1:1", judgeRatio},
}

// ruleOf finds the rule of a member that can be chosen.
func ruleOf(m Member) (rule, bool) {
	i := slices.IndexFunc(rules, func(r rule) bool { return r.member == m })
	if i < 0 {
		return rule{}, false
	}
	return rules[i], true
}

// in reports whether the member belongs to the group.
func (m Member) in(g Group) bool { return strings.HasPrefix(string(m), string(g)+"/") }

// judgeName takes an empty name, which is the default, and none that only looks empty.
func judgeName(c *content.Check, at, value string) string {
	if strings.TrimSpace(value) == "" {
		return ""
	}
	return c.Name(at, value, MaxDisplayName)
}

func judgeBio(c *content.Check, at, value string) string { return c.Prose(at, value, MaxBio) }

// judgeAvatar is stricter than content's rule for links: this server keeps no pictures of people, so a path of it is
// none.
func judgeAvatar(c *content.Check, at, value string) string {
	var link content.Check
	link.Link(at, value)
	if link.Err() != nil || strings.HasPrefix(value, "/") {
		c.Add(at, content.InvalidURL, "must be an https address of at most %d characters.", content.MaxLink)
	}
	return value
}

func judgeLanguage(c *content.Check, at, value string) string {
	tag, err := content.ParseLanguage(value)
	if err != nil {
		c.Add(at, content.InvalidLanguage, "%s.", err)
	}
	return tag
}

func judgeTone(c *content.Check, at, value string) string {
	content.OneOf(c, at, value, Tones)
	return value
}
