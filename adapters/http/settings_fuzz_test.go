package http

import (
	"testing"
	"unicode/utf8"

	"vitrine/core/fault"
	"vitrine/core/settings"

	"github.com/stretchr/testify/require"
)

func FuzzSettingsPatch(f *testing.F) {
	for _, text := range []string{
		`{}`, `{"profile":{"bio":"b","avatar_url":null},"ai_preferences":null}`, `{"integrations":{"shopify":{"status":"error","reason":"revoked"},"amazon":null}}`,
		`{"version":1}`, `{"integrations":{"tiktok":{"secret":"x"}}}`, `{"profile":{"bio":"\u0000"}}`, `{"ai_preferences":{"aspect_ratio":"1920:1080"}}`, `[`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o := bodyOf(text)
		p := settingsPatch(o)
		if err := o.err(settingsMembers, p.Check()); err != nil {
			requireShowable(t, fault.Of(err))
			return
		}
		for member, choice := range p.Choices {
			require.True(t, utf8.ValidString(choice.Value), member)
			require.NotContains(t, choice.Value, "\x00", member)
		}
		for name, report := range p.Integrations {
			require.Contains(t, settings.Providers, name)
			require.NotContains(t, report.Value.Account.Value, "\x00")
		}
	})
}
