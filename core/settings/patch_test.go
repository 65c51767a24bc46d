package settings

import (
	"strings"
	"testing"

	"vitrine/core/content"
	"vitrine/core/patch"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// text is a short name for the members of a patch.
type text = patch.Field[string]

func TestMergePatchAsInRFC7396(t *testing.T) {
	// The examples of appendix A that are objects of objects and text. The letters a, b and c stand for the members below;
	// arrays, and documents that are no object, cannot be told in a Patch.
	const a, b, c = DisplayName, Bio, AvatarURL
	type texts = map[Member]string
	for name, row := range map[string]struct {
		original texts
		patch    map[Member]text
		result   texts
	}{
		`{"a":"b"} {"a":"c"}`:                        {texts{a: "b"}, map[Member]text{a: patch.Of("c")}, texts{a: "c"}},
		`{"a":"b"} {"b":"c"}`:                        {texts{a: "b"}, map[Member]text{b: patch.Of("c")}, texts{a: "b", b: "c"}},
		`{"a":"b"} {"a":null}`:                       {texts{a: "b"}, map[Member]text{a: patch.Null[string]()}, texts{}},
		`{"a":"b","b":"c"} {"a":null}`:               {texts{a: "b", b: "c"}, map[Member]text{a: patch.Null[string]()}, texts{b: "c"}},
		`{"a":{"b":"c"}} {"a":{"b":"d","c":null}}`:   {texts{b: "c"}, map[Member]text{b: patch.Of("d"), c: patch.Null[string]()}, texts{b: "d"}},
		`{} {"a":{"bb":{"ccc":null}}}`:               {texts{}, map[Member]text{a: patch.Null[string]()}, texts{}},
		`a patch without the member`:                 {texts{a: "b"}, map[Member]text{a: {}}, texts{a: "b"}},
		`an empty text is a value, as in section 1`:  {texts{a: "b"}, map[Member]text{a: patch.Of("")}, texts{a: ""}},
		`a patch applied again has the same result`:  {texts{a: "c"}, map[Member]text{a: patch.Of("c")}, texts{a: "c"}},
		`an empty patch leaves everything as it was`: {texts{a: "b", b: "c"}, nil, texts{a: "b", b: "c"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Patch{Choices: row.patch}.apply(Document{Chosen: row.original}, at(0))
			require.NoError(t, err)
			require.Equal(t, row.result, got.Chosen)
		})
	}
}

func TestNullAtEveryLevel(t *testing.T) {
	full := Document{
		Chosen: map[Member]string{
			DisplayName: "Ana", Bio: "b", AvatarURL: "https://example.com/a", Timezone: "Asia/Tokyo",
			Language: "pt-PT", Tone: "luxury", AspectRatio: "9:16",
		},
		Integrations: map[Provider]Integration{"shopify": connection(Connected), "tiktok": connection(Expired)},
	}
	preferences := []Member{Language, Tone, AspectRatio}
	profile := []Member{DisplayName, Bio, AvatarURL, Timezone}
	for name, row := range map[string]struct {
		patch    func(*Patch)
		explicit []Member
		shopify  Status
		tiktok   Status
	}{
		`{"profile": null}`:        {func(p *Patch) { p.Reset(Profile) }, preferences, Connected, Expired},
		`{"ai_preferences": null}`: {func(p *Patch) { p.Reset(Preferences) }, profile, Connected, Expired},
		`{"integrations": null}`: {
			func(p *Patch) { p.Reset(Integrations) }, append(profile, preferences...), NotConnected, NotConnected,
		},
		`{"integrations": {"shopify": null}}`: {
			func(p *Patch) { p.Integrations = map[Provider]patch.Field[Report]{"shopify": patch.Null[Report]()} },
			append(profile, preferences...), NotConnected, Expired,
		},
		`{"integrations": {"shopify": {}}}`: {
			func(p *Patch) { p.Integrations = map[Provider]patch.Field[Report]{"shopify": patch.Of(Report{})} },
			append(profile, preferences...), Connected, Expired,
		},
	} {
		t.Run(name, func(t *testing.T) {
			var p Patch
			row.patch(&p)
			require.NoError(t, p.Check())
			require.False(t, p.NeedsPipeline(), "people may reset and disconnect")
			got, err := p.apply(full, at(2))
			require.NoError(t, err)
			require.Equal(t, row.explicit, got.Explicit())
			require.Equal(t, row.shopify, got.Integration("shopify").Status)
			require.Equal(t, row.tiktok, got.Integration("tiktok").Status)
			require.Equal(t, NotConnected, got.Integration("amazon").Status)
			require.Len(t, full.Chosen, len(rules), "the original stays as it was")
		})
	}
}

func TestWhatTakesThePipeline(t *testing.T) {
	for name, row := range map[string]struct {
		report patch.Field[Report]
		want   bool
	}{
		"absent":               {patch.Field[Report]{}, false},
		"null":                 {patch.Null[Report](), false},
		"no member":            {patch.Of(Report{}), false},
		"status":               {patch.Of(Report{Status: patch.Of(Connected)}), true},
		"status not_connected": {patch.Of(Report{Status: patch.Of(NotConnected)}), true},
		"status null":          {patch.Of(Report{Status: patch.Null[Status]()}), true},
		"account":              {patch.Of(Report{Account: patch.Of("x")}), true},
		"account null":         {patch.Of(Report{Account: patch.Null[string]()}), true},
		"reason":               {patch.Of(Report{Reason: patch.Of[Reason]("revoked")}), true},
		"reason null":          {patch.Of(Report{Reason: patch.Null[Reason]()}), true},
	} {
		p := Patch{
			Choices:      map[Member]text{Tone: patch.Of("luxury")},
			Integrations: map[Provider]patch.Field[Report]{"amazon": row.report, "tiktok": patch.Null[Report]()},
		}
		require.Equal(t, row.want, p.NeedsPipeline(), name)
	}
}

func TestAllMistakesAreNamedAtOnceAndNothingElse(t *testing.T) {
	p := Patch{
		Choices: map[Member]text{
			DisplayName:         patch.Of(strings.Repeat("x", 81)),
			Bio:                 patch.Of("fine"),
			AvatarURL:           patch.Of("ftp://example.com"),
			Timezone:            patch.Of("Local"),
			Language:            patch.Of("und"),
			Tone:                patch.Null[string](),
			AspectRatio:         patch.Of("5:3"),
			"/profile/password": patch.Of("secret"),
		},
		Integrations: map[Provider]patch.Field[Report]{
			"shopify": patch.Of(Report{Status: patch.Of[Status]("on"), Reason: patch.Of[Reason]("revoked")}),
			"amazon":  patch.Of(Report{Status: patch.Of(Connected), Reason: patch.Of[Reason]("revoked")}),
			"etsy":    patch.Of(Report{Status: patch.Of(Connected)}),
		},
	}
	require.Equal(t, []string{
		"/profile/display_name " + content.TooLong,
		"/profile/avatar_url " + content.InvalidURL,
		"/profile/timezone " + InvalidTimezone,
		"/ai_preferences/language " + content.InvalidLanguage,
		"/ai_preferences/aspect_ratio " + content.Unknown,
		"/integrations/shopify/status " + content.Unknown,
		"/integrations/amazon/reason " + content.NotApplicable,
		"/profile/password " + content.Unknown,
		"/integrations/etsy " + content.Unknown,
	}, mistakes(t, p.Check()))
}

func TestCheckLeavesTheCallersMapsAlone(t *testing.T) {
	given := map[Member]text{Language: patch.Of("EN-us")}
	p := Patch{Choices: given}
	require.NoError(t, p.Check())
	require.Equal(t, "en-US", p.Choices[Language].Value)
	require.Equal(t, "EN-us", given[Language].Value)
}

// values are some acceptable values of each member, in their stored form, the default among them.
var values = map[Member][]string{
	DisplayName: {"", "Ana", "安娜"},
	Bio:         {"", "a\nb"},
	AvatarURL:   {"https://example.com/a", "https://example.com/b"},
	Timezone:    {"UTC", "Europe/Lisbon"},
	Language:    {"en", "pt-PT"},
	Tone:        {"professional", "minimal"},
	AspectRatio: {"1:1", "21:9"},
}

// anyChoices draws a patch of what is chosen.
func anyChoices(t *rapid.T) map[Member]text {
	choices := map[Member]text{}
	for _, r := range rules {
		switch rapid.IntRange(0, 3).Draw(t, string(r.member)) {
		case 0:
			choices[r.member] = patch.Null[string]()
		case 1:
			choices[r.member] = patch.Of(rapid.SampledFrom(values[r.member]).Draw(t, "value"))
		}
	}
	return choices
}

func TestPatchesEqualANaiveModelOfExplicitValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d Document
		model := map[Member]string{}
		for range rapid.IntRange(1, 8).Draw(t, "patches") {
			p := Patch{Choices: anyChoices(t)}
			require.NoError(t, p.Check())
			before := d
			var err error
			d, err = p.apply(d, at(0))
			require.NoError(t, err)
			for m, f := range p.Choices {
				delete(model, m)
				if !f.Null {
					model[m] = f.Value
				}
			}
			require.Empty(t, cmp.Diff(model, d.Chosen))
			require.Empty(t, cmp.Diff(model, replay(before, changes(before, d))), "the audit tells what happened")
		}
		require.Len(t, d.Explicit(), len(model))
		for _, r := range rules {
			want, chosen := model[r.member]
			if !chosen {
				want = r.reset
			}
			require.Equal(t, want, d.Value(r.member))
		}
	})
}

// replay is what the changes make of what was chosen before them.
func replay(d Document, cs []Change) map[Member]string {
	chosen := d.Clone().Chosen
	for _, c := range cs {
		delete(chosen, c.Pointer)
		if c.After != nil {
			chosen[c.Pointer] = *c.After
		}
	}
	return chosen
}
