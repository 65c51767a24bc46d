package contracttests

import (
	"vitrine/core/fault"
	"vitrine/core/settings"
)

const whatDecodeMakes = "what is read must be what Decode makes of it."

var settingsFind = []clause{
	{
		name:  "Settings/Find/OfAnOwnerWhoHasNone",
		must:  "Find returns the owner's document, and the zero Document for an owner who has none.",
		holds: findOfNoSettings,
	},
	{
		name:  "Settings/Find/WritesNothing",
		must:  "It must write nothing.",
		holds: findWritesNothing,
	},
	{
		name:  "Settings/Find/IsWhatDecodeMakes",
		must:  whatDecodeMakes,
		holds: findDecodes,
	},
	{
		name:  "Settings/Find/DamageIsAnErrorAndNoAbsence",
		must:  "no owner is without settings: nothing here is ever fault.NotFound.",
		holds: damageIsAnError,
	},
}

func findOfNoSettings(s *scene) {
	d, err := s.Settings.Find(s.ctx, s.owner)
	s.ok(err)
	s.same("the document", settings.Document{}.Clone(), d.Clone())
}

func findWritesNothing(s *scene) {
	s.nothingWritten(func() { s.document() })
	s.same("the document at rest", "", s.atRest())
}

// atRest are documents that this program did not write, or would not write today.
var atRest = map[string]string{
	"what every program writes": `{"schema":1,"version":7,"chosen":{"/profile/bio":"Hi"},
		"integrations":{"tiktok":{"status":"expired","account":"ana","reason":"revoked","connected_at":"2026-03-01T12:00:00.123Z"}}}`,
	"values that no rule accepts": `{"schema":1,"version":5,"chosen":{"/ai_preferences/tone":"sarcastic","/profile/motto":"x"},
		"integrations":{"shopify":{"status":"paused","account":"ana"},"ebay":{"status":"connected"}}}`,
	"values of other types":  `{"schema":1,"version":5,"chosen":{"/profile/bio":7},"integrations":{"amazon":[]}}`,
	"members of other types": `{"schema":1000,"version":5,"chosen":["x"],"integrations":"none","consents":["news"]}`,
	"a newer schema":         `{"schema":1000,"version":5,"chosen":{"/ai_preferences/tone":"luxury"},"consents":["news"]}`,
}

func findDecodes(s *scene) {
	for name, document := range atRest {
		s.step(name, func(s *scene) {
			s.plant(document)
			want, err := settings.Decode([]byte(document))
			s.ok(err)
			s.same("the document", want.Clone(), s.document())
			given := settings.Document{}
			d, err := s.Settings.Update(s.ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
				given = d.Clone()
				return nil, nil
			})
			s.ok(err)
			s.same("what change is given", want.Clone(), given)
			s.same("what an update returns", want.Clone(), d.Clone())
		})
	}
}

func damageIsAnError(s *scene) {
	for _, document := range []string{`{}`, `[]`, `"settings"`, `{"schema":0,"version":1}`, `{"schema":1,"version":-1}`, `{"schema":1,"chosen":[]}`} {
		s.step(document, func(s *scene) {
			s.plant(document)
			_, found := s.Settings.Find(s.ctx, s.owner)
			_, updated := s.Settings.Update(s.ctx, s.owner, s.choosing(settings.Bio, "Hi"))
			for _, err := range []error{found, updated} {
				if err == nil || fault.Is(err, fault.NotFound) {
					s.Fatalf("want an error of damage, got %v", err)
				}
			}
			s.same("the document at rest", document, s.atRest())
			s.same("entries", 0, len(s.audit()))
		})
	}
}
