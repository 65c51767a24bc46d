package http

import (
	"net/http"
	"testing"

	"vitrine/adapters/memory"
	"vitrine/core/settings"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

const settingsAt = "/user/settings"

// settings reads the settings.
func (c *client) settings() settingsJSON {
	c.t.Helper()
	return decode[settingsJSON](c.get(settingsAt).is(http.StatusOK))
}

// choose patches the settings.
func (c *client) choose(text string, parts ...part) settingsJSON {
	c.t.Helper()
	return decode[settingsJSON](c.patch(settingsAt, text, parts...).is(http.StatusOK))
}

// defaults are the settings of somebody who never chose anything.
func defaults() settingsJSON {
	none := integrationJSON{Status: settings.NotConnected}
	return settingsJSON{
		Profile:      profileJSON{Timezone: "UTC"},
		Preferences:  preferencesJSON{Language: "en", Tone: "professional", AspectRatio: "1:1"},
		Integrations: map[settings.Provider]integrationJSON{"shopify": none, "amazon": none, "tiktok": none},
		Explicit:     []settings.Member{}, Invalid: []settings.Member{},
	}
}

func TestEveryoneHasSettings(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	got := ana.get(settingsAt).is(http.StatusOK)
	require.JSONEq(t, `{"version":0,
		"profile":{"display_name":"","bio":"","avatar_url":null,"timezone":"UTC"},
		"ai_preferences":{"language":"en","tone":"professional","aspect_ratio":"1:1"},
		"integrations":{
			"shopify":{"status":"not_connected","account":null,"reason":null,"connected_at":null,"updated_at":null},
			"amazon":{"status":"not_connected","account":null,"reason":null,"connected_at":null,"updated_at":null},
			"tiktok":{"status":"not_connected","account":null,"reason":null,"connected_at":null,"updated_at":null}},
		"explicit":[],"invalid":[]}`, string(got.body))
	require.Regexp(t, `^"0-[A-Za-z0-9_-]{12}"$`, got.header.Get("ETag"))
}

func TestTheMembersOfSettingsKnownToTheReaderAreThoseShown(t *testing.T) {
	got := newServer(t).as(t, "ana").get(settingsAt)
	var shown struct {
		Integrations map[string]map[string]any `json:"integrations"`
		Others       map[string]any            `json:",embed"`
	}
	require.NoError(t, json.Unmarshal(got.body, &shown))
	names, ofIntegration := []string{"integrations"}, []string{}
	for name := range shown.Others {
		names = append(names, name)
	}
	for name := range shown.Integrations["tiktok"] {
		ofIntegration = append(ofIntegration, name)
	}
	require.ElementsMatch(t, settingsMembers, names)
	require.ElementsMatch(t, integrationMembers, ofIntegration)
}

func TestWhatIsChosenIsShownInItsStoredForm(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	got := ana.choose(`{"profile": {"display_name": " Ana ", "bio": "two\nlines", "avatar_url": "https://media.example/ana.png", "timezone": "Europe/Lisbon"},
		"ai_preferences": {"language": "PT-pt", "tone": "professional", "aspect_ratio": "1920:1080"}}`)
	want := defaults()
	want.Version = 1
	avatar := "https://media.example/ana.png"
	want.Profile = profileJSON{DisplayName: "Ana", Bio: "two\nlines", AvatarURL: &avatar, Timezone: "Europe/Lisbon"}
	want.Preferences = preferencesJSON{Language: "pt-PT", Tone: "professional", AspectRatio: "16:9"}
	want.Explicit = []settings.Member{
		settings.DisplayName, settings.Bio, settings.AvatarURL, settings.Timezone, settings.Language, settings.Tone, settings.AspectRatio,
	}
	require.Empty(t, cmp.Diff(want, got))
	require.Empty(t, cmp.Diff(want, ana.settings()))
}

func TestNullIsTheDefaultAtEveryLevel(t *testing.T) {
	for text, want := range map[string][]settings.Member{
		`{"profile": {"timezone": null}}`:                              {settings.Bio, settings.Tone},
		`{"profile": null}`:                                            {settings.Tone},
		`{"ai_preferences": null}`:                                     {settings.Bio, settings.Timezone},
		`{"profile": null, "ai_preferences": null}`:                    {},
		`{"profile": null, "ai_preferences": {"tone": "luxury"}}`:      {settings.Tone},
		`{"profile": {}, "ai_preferences": {}, "integrations": {}}`:    {settings.Bio, settings.Timezone, settings.Tone},
		`{"profile": {"avatar_url": null}, "integrations": null}`:      {settings.Bio, settings.Timezone, settings.Tone},
		`{"integrations": {"shopify": null, "amazon": {}}}`:            {settings.Bio, settings.Timezone, settings.Tone},
		`{"ai_preferences": {"tone": null, "language": "fr"}}`:         {settings.Bio, settings.Timezone, settings.Language},
		`{"profile": {"display_name": ""}, "ai_preferences": null}`:    {settings.DisplayName, settings.Bio, settings.Timezone},
		`{"profile": {"timezone": "UTC", "bio": null}}`:                {settings.Timezone, settings.Tone},
		`{"ai_preferences": {"aspect_ratio": null, "tone": "luxury"}}`: {settings.Bio, settings.Timezone, settings.Tone},
	} {
		t.Run(text, func(t *testing.T) {
			ana := newServer(t).as(t, "ana")
			ana.choose(`{"profile": {"bio": "b", "timezone": "Asia/Tokyo"}, "ai_preferences": {"tone": "casual"}}`)
			require.Equal(t, want, ana.choose(text).Explicit)
		})
	}
}

func TestSettingsAreChangedOnlyWhereTheyAreAsThought(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	first := ana.get(settingsAt).header.Get("ETag")
	ana.choose(`{"ai_preferences": {"tone": "casual"}}`, header("If-Match", `"0"`))

	for name, stale := range map[string]string{"tag of the answer": first, "version alone": `"0"`, "weak": `W/"1"`, "another": `"2"`} {
		t.Run(name, func(t *testing.T) {
			ana := ana.on(t)
			problem := ana.patch(settingsAt, `{"ai_preferences": {"tone": "luxury"}}`, header("If-Match", stale)).isProblem("precondition-failed")
			text, err := json.Marshal(problem.Members["current"])
			require.NoError(t, err)
			require.Empty(t, cmp.Diff(ana.settings(), decode[settingsJSON](reply{t: t, body: text})))
			require.Equal(t, "casual", ana.settings().Preferences.Tone)
		})
	}
	t.Run("a retry after a lost answer is no conflict", func(t *testing.T) {
		ana := ana.on(t)
		require.EqualValues(t, 1, ana.choose(`{"ai_preferences": {"tone": "casual"}}`, header("If-Match", first)).Version)
	})
	t.Run("without a condition both of two tabs win", func(t *testing.T) {
		ana := ana.on(t)
		ana.choose(`{"profile": {"bio": "from one"}}`)
		both := ana.choose(`{"profile": {"display_name": "From another"}}`)
		require.Equal(t, profileJSON{DisplayName: "From another", Bio: "from one", Timezone: "UTC"}, both.Profile)
	})
	t.Run("the tag of an answer is that of the next read", func(t *testing.T) {
		ana := ana.on(t)
		tag := ana.patch(settingsAt, `{"profile": {"bio": "c"}}`, header("If-Match", "*")).is(http.StatusOK).header.Get("ETag")
		ana.get(settingsAt, header("If-None-Match", tag)).is(http.StatusNotModified)
	})
}

func TestAPatchThatChangesNothingIsNotRemembered(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	for _, text := range []string{
		`{}`, `{"profile": {}}`, `{"profile": null, "ai_preferences": {"tone": null}, "integrations": {"tiktok": null, "amazon": {}}}`,
	} {
		require.Empty(t, cmp.Diff(defaults(), ana.choose(text)), text)
	}
	require.Empty(t, ana.audit("").Items)
}

func TestEveryMistakeOfAPatchIsNamed(t *testing.T) {
	ana := newServer(t).as(t, "ana", ScopePipeline)
	got := ana.patch(settingsAt, `{"version": 3, "explicit": [], "invalid": null, "theme": "dark",
		"profile": {"display_name": "a\nb", "timezone": "Mars/Base", "email": "a@b", "avatar_url": "/me.png"},
		"ai_preferences": {"language": "xx", "tone": "rude", "aspect_ratio": "5:3", "bio": 1},
		"integrations": {"ebay": {"status": "connected"},
			"shopify": {"status": "connected", "access_token": "s3cr3t", "connected_at": null},
			"amazon": {"status": "paused", "updated_at": "2026-01-01T00:00:00.000Z"},
			"tiktok": {"status": "not_connected", "account": "ana", "a/b~c": {}}}}`)
	require.ElementsMatch(t, []string{
		"/version read_only", "/explicit read_only", "/invalid read_only", "/theme unknown_member",
		"/profile/display_name invalid_characters", "/profile/timezone invalid_timezone", "/profile/email unknown_member", "/profile/avatar_url invalid_url",
		"/ai_preferences/language invalid_language", "/ai_preferences/tone unknown_value", "/ai_preferences/aspect_ratio unknown_value", "/ai_preferences/bio unknown_member",
		"/integrations/ebay unknown_member",
		"/integrations/shopify/access_token unknown_member", "/integrations/shopify/connected_at read_only",
		"/integrations/amazon/status unknown_value", "/integrations/amazon/updated_at read_only",
		"/integrations/tiktok/account not_applicable", "/integrations/tiktok/a~1b~0c unknown_member",
	}, got.isProblem("validation-failed").mistakes())
	require.NotContains(t, string(got.body), "s3cr3t")
	require.Empty(t, cmp.Diff(defaults(), ana.settings()))
}

// TestWhatIsStoredAndNotAcceptedIsSaid stores what some other version of the program may have accepted.
func TestWhatIsStoredAndNotAcceptedIsSaid(t *testing.T) {
	s := newServer(t)
	_, err := memory.NewSettings(s.db).Update(t.Context(), "ana", func(d *settings.Document) (*settings.Entry, error) {
		d.Version = 5
		d.Chosen = map[settings.Member]string{settings.Tone: "sarcastic", settings.Bio: "b"}
		d.Integrations = map[settings.Provider]settings.Integration{"shopify": {Status: "paused"}}
		return &settings.Entry{Version: 5, Actor: settings.User, Changes: []settings.Change{{Pointer: settings.Bio}}}, nil
	})
	require.NoError(t, err)
	ana := s.as(t, "ana")

	got := ana.settings()
	require.Equal(t, "professional", got.Preferences.Tone)
	require.Equal(t, []settings.Member{settings.Bio}, got.Explicit)
	require.Equal(t, []settings.Member{settings.Tone, "/integrations/shopify/status"}, got.Invalid)
	require.Equal(t, []settings.Member{"/integrations/shopify/status"}, ana.choose(`{"ai_preferences": {"tone": "casual"}}`).Invalid)
}

func TestOptionsAreWhatAFormOffers(t *testing.T) {
	ana := newServer(t).as(t, "ana")
	got := decode[map[string]any](ana.get(settingsAt + "/options").is(http.StatusOK))
	require.Equal(t, map[string]any{"display_name": 80.0, "bio": 500.0}, got["limits"])
	require.Equal(t, []any{"professional", "casual", "playful", "luxury", "minimal"}, got["tones"])
	require.Equal(t, []any{"1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"}, got["aspect_ratios"])
	require.Equal(t, []any{"not_connected", "connecting", "connected", "expired", "error"}, got["integration_statuses"])
	require.Contains(t, got["languages"], "pt-BR")
	require.Len(t, got, 5)
}
