package settings

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"vitrine/core/fault"
	"vitrine/core/patch"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// full is a document in the stored form of schema 1. It is a fixture: a form that was released is read for ever.
const full = `{"schema":1,"version":12,` +
	`"chosen":{"/ai_preferences/language":"pt-PT","/profile/display_name":"Ana","/profile/timezone":"Europe/Lisbon"},` +
	`"integrations":{"shopify":{"status":"connected","account":"ana-store","connected_at":"2026-11-22T13:00:00Z","updated_at":"2026-11-22T13:01:00.123Z"},` +
	`"tiktok":{"status":"expired","reason":"token_expired","updated_at":"2026-11-22T13:01:00Z"}}}`

func fullDocument() Document {
	return Document{
		Version: 12,
		Chosen:  map[Member]string{DisplayName: "Ana", Timezone: "Europe/Lisbon", Language: "pt-PT"},
		Integrations: map[Provider]Integration{
			"shopify": {Status: Connected, Account: "ana-store", ConnectedAt: at(0), UpdatedAt: at(1).Add(123 * time.Millisecond)},
			"tiktok":  {Status: Expired, Reason: "token_expired", UpdatedAt: at(1)},
		},
	}
}

func requireSame(t require.TestingT, want, got Document) {
	require.Empty(t, cmp.Diff(want.Clone(), got.Clone(), cmp.AllowUnexported(Document{})))
}

func TestTheStoredFormOfSchema1(t *testing.T) {
	d, err := Decode([]byte(full))
	require.NoError(t, err)
	requireSame(t, fullDocument(), d)

	b, err := d.Encode()
	require.NoError(t, err)
	require.Equal(t, full, string(b))
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, err := Patch{Choices: anyChoices(t)}.apply(Document{Version: rapid.Int64Min(0).Draw(t, "version")}, at(0))
		require.NoError(t, err)
		for _, p := range Providers {
			if rapid.Bool().Draw(t, string(p)) {
				d.Integrations[p] = connection(rapid.SampledFrom(Statuses).Draw(t, "status"))
			}
		}
		b, err := d.Encode()
		require.NoError(t, err)
		back, err := Decode(b)
		require.NoError(t, err)
		requireSame(t, d, back)
	})
}

func TestWhatAnOlderProgramDoesNotKnowSurvivesItsWrites(t *testing.T) {
	const grown = `{"schema":1,"version":3,"chosen":{"/ai_preferences/tone":"sarcastic","/profile/pronouns":"she"},` +
		`"integrations":{"etsy":{"status":"paused"}}}`
	d, err := Decode([]byte(grown))
	require.NoError(t, err)
	d, err = Patch{Choices: map[Member]text{Bio: patch.Of("b")}}.apply(d, at(0))
	require.NoError(t, err)
	b, err := d.Encode()
	require.NoError(t, err)
	require.JSONEq(t, `{"schema":1,"version":3,
		"chosen":{"/ai_preferences/tone":"sarcastic","/profile/pronouns":"she","/profile/bio":"b"},
		"integrations":{"etsy":{"status":"paused"}}}`, string(b))
}

func TestAValueOfAnotherTypeIsTheDefaultAndSaid(t *testing.T) {
	d, err := Decode([]byte(`{"schema":1,"version":3,
		"chosen":{"/ai_preferences/tone":5,"/profile/bio":null,"/profile/display_name":"Ana"},
		"integrations":{"tiktok":["expired"],"amazon":{"status":"error","reason":"revoked","updated_at":"yesterday"}}}`))
	require.NoError(t, err)
	require.Equal(t, "professional", d.Value(Tone))
	require.Equal(t, NotConnected, d.Integration("tiktok").Status)
	require.Equal(t, []Member{DisplayName}, d.Explicit())
	require.Equal(t, []Member{Bio, Tone, "/integrations/amazon", "/integrations/tiktok"}, d.Invalid())

	mended, err := Patch{Choices: map[Member]text{Tone: patch.Of("casual")}}.apply(d, at(0))
	require.NoError(t, err)
	require.Equal(t, "casual", mended.Value(Tone))
	require.Empty(t, mended.Invalid(), "what cannot be read is gone with the next change")
}

func TestANewerDocumentIsReadAsFarAsItGoesAndNeverWritten(t *testing.T) {
	for name, row := range map[string]struct{ in, tone string }{
		"values as before": {`{"schema":2,"version":9,"chosen":{"/ai_preferences/tone":"luxury"},"consents":[1]}`, "luxury"},
		"another form":     {`{"schema":2,"version":9,"chosen":[["/ai_preferences/tone","luxury"]]}`, "professional"},
		"far newer":        {`{"schema":99,"version":9}`, "professional"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Decode([]byte(row.in))
			require.NoError(t, err)
			require.Equal(t, int64(9), d.Version)
			require.Equal(t, row.tone, d.Value(Tone))

			d, err = Patch{Choices: map[Member]text{Bio: patch.Of("b")}}.apply(d, at(0))
			require.NoError(t, err)
			_, err = d.Encode()
			require.Equal(t, fault.CodeUnavailable, fault.Of(err).Code)
		})
	}
}

func TestAnOlderDocumentIsUpgradedStepByStep(t *testing.T) {
	rename := func(document map[string]json.RawMessage) error {
		document["chosen"] = document["choices"]
		return nil
	}
	raise := func(document map[string]json.RawMessage) error {
		document["version"] = json.RawMessage(string(document["version"]) + "0")
		return nil
	}
	steps := []upgrade{rename, raise}
	for in, want := range map[string]Document{
		`{"schema":1,"version":4,"choices":{"/profile/bio":"b"}}`: {Version: 40, Chosen: map[Member]string{Bio: "b"}},
		`{"schema":2,"version":4,"chosen":{"/profile/bio":"b"}}`:  {Version: 40, Chosen: map[Member]string{Bio: "b"}},
		`{"schema":3,"version":4,"chosen":{"/profile/bio":"b"}}`:  {Version: 4, Chosen: map[Member]string{Bio: "b"}},
		`{"schema":4,"version":4,"chosen":{"/profile/bio":"b"}}`:  {Version: 4, Chosen: map[Member]string{Bio: "b"}, newer: true},
	} {
		d, err := decode([]byte(in), steps)
		require.NoError(t, err, in)
		requireSame(t, want, d)
	}

	_, err := decode([]byte(`{"schema":1,"version":4}`), []upgrade{
		func(map[string]json.RawMessage) error { return errors.New("no choices") },
	})
	require.ErrorContains(t, err, "no choices")
}

// damaged is what no program has written.
var damaged = []string{
	"", "null", "[]", "{", `"x"`, `{}`, `{"schema":0}`, `{"schema":-1,"version":1}`, `{"schema":1,"version":-1}`,
	`{"schema":1.5}`, `{"schema":"1"}`, `{"schema":1,"version":"x"}`, `{"schema":1,"chosen":[]}`, `{"schema":1} {}`,
	`{"schema":9,"version":-1}`, `{"schema":9`,
}

func TestWhatIsNoDocumentIsAnError(t *testing.T) {
	for _, in := range damaged {
		_, err := Decode([]byte(in))
		require.ErrorContains(t, err, "stored settings are damaged", in)
		require.True(t, fault.Is(err, fault.Internal))
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(full)
	f.Add(`{"schema":2,"version":9,"chosen":[1]}`)
	f.Add(`{"schema":1,"chosen":{"/profile/bio":null},"integrations":{"tiktok":{"updated_at":"9999-12-31T23:59:59-23:59"}}}`)
	for _, in := range damaged {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, err := Decode([]byte(in))
		if err != nil {
			return
		}
		_ = d.Value(Timezone)
		require.Subset(t, []Member{DisplayName, Bio, AvatarURL, Timezone, Language, Tone, AspectRatio}, d.Explicit())
		for _, p := range Providers {
			require.Contains(t, Statuses, d.Integration(p).Status)
		}
		b, err := d.Encode()
		if d.newer {
			require.True(t, fault.Is(err, fault.Unavailable))
			return
		}
		require.NoError(t, err)
		back, err := Decode(b)
		require.NoError(t, err)
		again, err := back.Encode()
		require.NoError(t, err)
		require.Equal(t, string(b), string(again))
	})
}
