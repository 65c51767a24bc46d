package http

import (
	"path"

	"vitrine/core/patch"
	"vitrine/core/settings"
)

// settingsMembers are all members of the settings. Those that a request may not set belong to the server.
var settingsMembers = []string{"version", "profile", "ai_preferences", "integrations", "explicit", "invalid"}

// integrationMembers are the same of an integration.
var integrationMembers = []string{"status", "account", "reason", "connected_at", "updated_at"}

// settingsPatch reads a merge patch.
func settingsPatch(o *object) settings.Patch {
	p := settings.Patch{
		Choices:      map[settings.Member]patch.Field[string]{},
		Integrations: map[settings.Provider]patch.Field[settings.Report]{},
	}
	readChoices(o, &p, settings.Profile, settings.DisplayName, settings.Bio, settings.AvatarURL, settings.Timezone)
	readChoices(o, &p, settings.Preferences, settings.Language, settings.Tone, settings.AspectRatio)
	readGroup(o, &p, settings.Integrations, func(g *object) {
		for _, name := range settings.Providers {
			p.Integrations[name] = report(g.child(string(name)))
		}
	})
	return p
}

func readChoices(o *object, p *settings.Patch, g settings.Group, members ...settings.Member) {
	readGroup(o, p, g, func(g *object) {
		for _, m := range members {
			p.Choices[m] = g.text(path.Base(string(m)))
		}
	})
}

// readGroup reads the members of a group that has any, and resets all of one that is null.
func readGroup(o *object, p *settings.Patch, g settings.Group, members func(*object)) {
	switch f := o.child(path.Base(string(g))); {
	case f.Null:
		p.Reset(g)
	case f.Given():
		members(f.Value)
	}
}

// report reads what a patch says of an integration.
func report(f patch.Field[*object]) patch.Field[settings.Report] {
	if !f.Given() {
		return patch.Field[settings.Report]{Set: f.Set, Null: f.Null}
	}
	f.Value.known = integrationMembers
	return patch.Of(settings.Report{
		Status:  wordOf[settings.Status](f.Value.text("status")),
		Account: f.Value.text("account"),
		Reason:  wordOf[settings.Reason](f.Value.text("reason")),
	})
}
