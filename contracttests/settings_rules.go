package contracttests

import (
	"vitrine/core/fault"
	"vitrine/core/patch"
	"vitrine/core/settings"
)

// settingsRules hold the module's own rules over the store: what people are promised, from one end to the other.
var settingsRules = []clause{
	{
		name:  "Settings/Rules/AStalePreconditionGivesTheSettingsAsTheyAre",
		must:  `where that does not hold, the settings as they are come with the fault "precondition-failed".`,
		holds: stalePrecondition,
	},
	{
		name:  "Settings/Rules/ARetryIsNoConflict",
		must:  "A patch that is wholly in effect already changes nothing, whatever the precondition",
		holds: retryIsNoConflict,
	},
	{
		name:  "Settings/Rules/WhatChangesNothingIsNotWritten",
		must:  "A patch that is wholly in effect already changes nothing, whatever the precondition",
		holds: nothingNew,
	},
}

// toned is the patch that chooses a tone.
func toned(tone string) settings.Patch {
	return settings.Patch{Choices: map[settings.Member]patch.Field[string]{settings.Tone: patch.Of(tone)}}
}

// ifNeverChanged is the precondition that nothing was chosen so far.
var ifNeverChanged = patch.Match{Required: true, Versions: []int64{0}}

func stalePrecondition(s *scene) {
	service := s.preferences(fixed(minute(1)))
	_, err := service.Update(s.ctx, s.owner, toned("casual"), ifNeverChanged, settings.User)
	s.ok(err)
	s.nothingWritten(func() {
		current, err := service.Update(s.ctx, s.owner, toned("luxury"), ifNeverChanged, settings.User)
		s.faulty(err, fault.Precondition, fault.CodePreconditionFailed)
		s.same("the settings as they are", s.document(), current.Clone())
	})
}

func retryIsNoConflict(s *scene) {
	service := s.preferences(fixed(minute(1)))
	first, err := service.Update(s.ctx, s.owner, toned("casual"), ifNeverChanged, settings.User)
	s.ok(err)
	s.nothingWritten(func() {
		again, err := service.Update(s.ctx, s.owner, toned("casual"), ifNeverChanged, settings.User)
		s.ok(err)
		s.same("the settings", first.Clone(), again.Clone())
	})
}

func nothingNew(s *scene) {
	service := s.preferences(fixed(minute(1)))
	s.nothingWritten(func() {
		d, err := service.Update(s.ctx, s.owner, settings.Patch{}, patch.Match{}, settings.User)
		s.ok(err)
		s.same("the settings", settings.Document{}.Clone(), d.Clone())
	})
	s.same("the document at rest", "", s.atRest())
}
