package settings

import (
	"strings"
	"testing"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/patch"

	"github.com/stretchr/testify/require"
)

// choose gives what is stored of a value, or the code of the mistake it is.
func choose(m Member, value string) (stored, code string) {
	p := Patch{Choices: map[Member]patch.Field[string]{m: patch.Of(value)}}
	if e := fault.Of(p.Check()); e != nil {
		return "", e.Fields[0].Code
	}
	return p.Choices[m].Value, ""
}

func TestEveryDefaultCouldBeChosen(t *testing.T) {
	for _, r := range rules {
		if r.reset == "" {
			continue // nothing: no name, no bio, no picture
		}
		stored, code := choose(r.member, r.reset)
		require.Empty(t, code, r.member)
		require.Equal(t, r.reset, stored, r.member)
	}
	require.Equal(t, Tones[0], Document{}.Value(Tone))
	require.Equal(t, AspectRatios[0], Document{}.Value(AspectRatio))
	require.Equal(t, Languages[0], Document{}.Value(Language))
}

func TestProfileTexts(t *testing.T) {
	for name, row := range map[string]struct {
		member              Member
		in, stored, mistake string
	}{
		"name of 80 characters":     {DisplayName, strings.Repeat("é", 80), strings.Repeat("é", 80), ""},
		"name of 81 characters":     {DisplayName, strings.Repeat("é", 81), "", content.TooLong},
		"name with space around it": {DisplayName, "  Ana ", "Ana", ""},
		"empty name":                {DisplayName, "", "", ""},
		"name of spaces is empty":   {DisplayName, " \t ", "", ""},
		"name that looks empty":     {DisplayName, "\u200b\u200e", "", content.Required},
		"name with a line break":    {DisplayName, "Ana\nMaria", "", content.InvalidCharacters},
		"name with NUL":             {DisplayName, "Ana\x00", "", content.InvalidCharacters},
		"bio of 500 characters":     {Bio, strings.Repeat("运", 500), strings.Repeat("运", 500), ""},
		"bio of 501 characters":     {Bio, strings.Repeat("运", 501), "", content.TooLong},
		"bio is kept as written":    {Bio, " two\nlines ", " two\nlines ", ""},
		"bio with NUL":              {Bio, "a\x00", "", content.InvalidCharacters},
		"https avatar":              {AvatarURL, "https://cdn.example.com/a.png", "https://cdn.example.com/a.png", ""},
		"http avatar":               {AvatarURL, "http://cdn.example.com/a.png", "", content.InvalidURL},
		"avatar on this server":     {AvatarURL, "/demo/media/a.svg", "", content.InvalidURL},
		"avatar that runs":          {AvatarURL, "javascript:alert(1)", "", content.InvalidURL},
		"avatar with a password":    {AvatarURL, "https://a:b@example.com/", "", content.InvalidURL},
		"empty avatar":              {AvatarURL, "", "", content.InvalidURL},
		"tone":                      {Tone, "luxury", "luxury", ""},
		"tone in capitals":          {Tone, "Luxury", "", content.Unknown},
		"tone with a space":         {Tone, "luxury ", "", content.Unknown},
		"empty tone":                {Tone, "", "", content.Unknown},
		"custom tone":               {Tone, "like a pirate", "", content.Unknown},
	} {
		t.Run(name, func(t *testing.T) {
			stored, mistake := choose(row.member, row.in)
			require.Equal(t, row.mistake, mistake)
			require.Equal(t, row.stored, stored)
		})
	}
}
