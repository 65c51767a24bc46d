package http

import (
	"time"

	"vitrine/core/settings"
)

// settingsJSON is the settings as the API shows them: what is in effect.
type settingsJSON struct {
	Version      int64                                 `json:"version"`
	Profile      profileJSON                           `json:"profile"`
	Preferences  preferencesJSON                       `json:"ai_preferences"`
	Integrations map[settings.Provider]integrationJSON `json:"integrations"`
	Explicit     []settings.Member                     `json:"explicit"`
	Invalid      []settings.Member                     `json:"invalid"`
}

type profileJSON struct {
	DisplayName string  `json:"display_name"`
	Bio         string  `json:"bio"`
	AvatarURL   *string `json:"avatar_url"`
	Timezone    string  `json:"timezone"`
}

type preferencesJSON struct {
	Language    string `json:"language"`
	Tone        string `json:"tone"`
	AspectRatio string `json:"aspect_ratio"`
}

type integrationJSON struct {
	Status      settings.Status `json:"status"`
	Account     *string         `json:"account"`
	Reason      *string         `json:"reason"`
	ConnectedAt *string         `json:"connected_at"`
	UpdatedAt   *string         `json:"updated_at"`
}

func settingsOf(d settings.Document) settingsJSON {
	shown := settingsJSON{
		Version: d.Version,
		Profile: profileJSON{
			DisplayName: d.Value(settings.DisplayName), Bio: d.Value(settings.Bio),
			AvatarURL: orNull(d.Value(settings.AvatarURL)), Timezone: d.Value(settings.Timezone),
		},
		Preferences: preferencesJSON{
			Language: d.Value(settings.Language), Tone: d.Value(settings.Tone), AspectRatio: d.Value(settings.AspectRatio),
		},
		Integrations: make(map[settings.Provider]integrationJSON, len(settings.Providers)),
		Explicit:     d.Explicit(),
		Invalid:      d.Invalid(),
	}
	for _, name := range settings.Providers {
		it := d.Integration(name)
		shown.Integrations[name] = integrationJSON{
			Status: it.Status, Account: orNull(it.Account), Reason: orNull(string(it.Reason)),
			ConnectedAt: instantOr(it.ConnectedAt), UpdatedAt: instantOr(it.UpdatedAt),
		}
	}
	return shown
}

// instantOr is instant for a time that is zero where there is none; that becomes null.
func instantOr(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return instantOf(&t)
}

// entryJSON is one change that the audit remembers.
type entryJSON struct {
	ID      string         `json:"id"`
	At      string         `json:"at"`
	Actor   settings.Actor `json:"actor"`
	Changes []changeJSON   `json:"changes"`
	Version int64          `json:"version"`
}

type changeJSON struct {
	Pointer settings.Member `json:"pointer"`
	Before  *string         `json:"before"`
	After   *string         `json:"after"`
}

func entryOf(e settings.Entry) entryJSON {
	shown := entryJSON{
		ID: e.ID.String(), At: instant(e.At), Actor: e.Actor, Changes: make([]changeJSON, len(e.Changes)), Version: e.Version,
	}
	for i, c := range e.Changes {
		shown.Changes[i] = changeJSON(c)
	}
	return shown
}

// optionsJSON is what a form needs to offer the settings.
type optionsJSON struct {
	Tones               []string          `json:"tones"`
	AspectRatios        []string          `json:"aspect_ratios"`
	IntegrationStatuses []settings.Status `json:"integration_statuses"`
	Languages           []string          `json:"languages"`
	Limits              limitsJSON        `json:"limits"`
}

// limitsJSON are the limits of texts, in code points.
type limitsJSON struct {
	DisplayName int `json:"display_name"`
	Bio         int `json:"bio"`
}

var settingsOptions = optionsJSON{
	Tones: settings.Tones, AspectRatios: settings.AspectRatios, IntegrationStatuses: settings.Statuses, Languages: settings.Languages,
	Limits: limitsJSON{DisplayName: settings.MaxDisplayName, Bio: settings.MaxBio},
}
