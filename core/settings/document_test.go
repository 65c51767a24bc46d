package settings

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAnOwnerWhoNeverChoseHasTheDefaults(t *testing.T) {
	var d Document
	require.Zero(t, d.Version)
	for m, want := range map[Member]string{
		DisplayName: "", Bio: "", AvatarURL: "", Timezone: "UTC", Language: "en", Tone: "professional", AspectRatio: "1:1",
	} {
		require.Equal(t, want, d.Value(m), m)
	}
	for _, p := range Providers {
		require.Equal(t, Integration{Status: NotConnected}, d.Integration(p))
	}
	require.Equal(t, []Member{}, d.Explicit())
	require.Equal(t, []Member{}, d.Invalid())
}

func TestAChoiceEqualToTheDefaultIsExplicit(t *testing.T) {
	d := Document{Chosen: map[Member]string{Tone: "professional", Bio: "", Timezone: "UTC"}}
	require.Equal(t, []Member{Bio, Timezone, Tone}, d.Explicit(), "in the order of the document")
}

func TestWhatALaterRuleForbidsIsServedAsTheDefaultAndSaid(t *testing.T) {
	d := Document{
		Chosen: map[Member]string{
			DisplayName: "Ana", Timezone: "Mars/Base", Tone: "sarcastic", AspectRatio: "32:9", "/profile/pronouns": "she",
		},
		Integrations: map[Provider]Integration{
			"shopify": {Status: "paused", Account: "ana-store", UpdatedAt: at(1)},
			"amazon":  {Status: Errored, Account: "ana", Reason: "quota", UpdatedAt: at(1)},
			"etsy":    {Status: "paused"},
		},
	}
	require.Equal(t, "UTC", d.Value(Timezone))
	require.Equal(t, "professional", d.Value(Tone))
	require.Equal(t, "1:1", d.Value(AspectRatio))
	require.Equal(t, []Member{DisplayName}, d.Explicit())
	require.Equal(t, Integration{Status: NotConnected, UpdatedAt: at(1)}, d.Integration("shopify"))
	require.Equal(t, Integration{Status: Errored, Account: "ana", Reason: UnknownReason, UpdatedAt: at(1)}, d.Integration("amazon"))
	require.Equal(t, []Member{
		Timezone, Tone, AspectRatio, "/integrations/shopify/status", "/integrations/amazon/reason",
	}, d.Invalid())
}

func TestAStoredValueIsServedInTheFormOfTodaysRules(t *testing.T) {
	d := Document{Chosen: map[Member]string{Language: "iw", AspectRatio: "1920:1080"}}
	require.Equal(t, "he", d.Value(Language))
	require.Equal(t, "16:9", d.Value(AspectRatio))
	require.Empty(t, d.Invalid())
}

func TestACloneSharesNothing(t *testing.T) {
	d := Document{Chosen: map[Member]string{Tone: "luxury"}, Integrations: map[Provider]Integration{"tiktok": connection(Expired)}}
	c := d.Clone()
	c.Chosen[Tone] = "casual"
	c.Integrations["tiktok"] = connection(Connected)
	require.Equal(t, "luxury", d.Value(Tone))
	require.Equal(t, Expired, d.Integration("tiktok").Status)
}
