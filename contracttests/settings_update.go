package contracttests

import (
	"context"
	"encoding/json"
	"strings"

	"vitrine/core/fault"
	"vitrine/core/settings"
)

const (
	noEntryNothing = "Where the entry is nil, nothing must be written."
	errorNothing   = "An error of change or of Encode ends the call, and nothing must be written."
)

var settingsUpdate = []clause{
	{
		name:  "Settings/Update/WritesDocumentAndEntry",
		must:  "writes what change made of it together with the entry that it returns, in one transaction.",
		holds: updateWritesBoth,
	},
	{
		name:  "Settings/Update/IsAtRestAsEncoded",
		must:  "A document at rest must be the JSON that Encode gives (white space and order of members aside)",
		holds: atRestAsEncoded,
	},
	{
		name:  "Settings/Update/NoEntryNothingWritten",
		must:  noEntryNothing,
		holds: noEntryWritesNothing,
	},
	{
		name:  "Settings/Update/AnErrorOfChangeEndsIt",
		must:  errorNothing,
		holds: errorOfChange,
	},
	{
		name:  "Settings/Update/AnErrorOfEncodeEndsIt",
		must:  errorNothing,
		holds: errorOfEncode,
	},
	{
		name:  "Settings/Update/AContextThatEndsMeanwhileEndsIt",
		must:  endedContext,
		holds: endedWhileChoosing,
	},
	{
		name:  "Settings/Update/RemembersAVersionOnce",
		must:  "no two entries of an owner have the same",
		holds: versionRememberedOnce,
	},
	{
		name:  "Settings/Values/AreCopies",
		must:  "Values that go in or come out are copies; the receiver owns them.",
		holds: settingsAreCopies,
	},
}

// specimenSettings is a document with all that one can have, what today's rules do not know included.
func specimenSettings() settings.Document {
	return settings.Document{
		Version: 7,
		Chosen: map[settings.Member]string{
			settings.Bio: "two\n\"lines\" \\ <b>灯</b>\u2028", settings.DisplayName: "", settings.Tone: "casual", "/profile/motto": "x",
		},
		Integrations: map[settings.Provider]settings.Integration{
			"shopify": {Status: settings.Connected, Account: "ana's store", ConnectedAt: minute(1), UpdatedAt: minute(2)},
			"amazon":  {Status: settings.Errored, Reason: "revoked", UpdatedAt: minute(3)},
			"ebay":    {Status: "paused"},
		},
	}
}

func updateWritesBoth(s *scene) {
	before, after := "", strings.Repeat("灯", settings.MaxBio)
	first := s.entry(7,
		settings.Change{Pointer: settings.Bio, Before: &before, After: &after},
		settings.Change{Pointer: "/integrations/amazon/reason", After: &after},
		settings.Change{Pointer: settings.Tone, Before: &after})
	first.Actor = settings.Pipeline
	want := specimenSettings()
	d, err := s.Settings.Update(s.ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
		*d = specimenSettings()
		return first, nil
	})
	s.ok(err)
	s.same("what the update returns", want, d.Clone())
	s.same("the document", want, s.document())
	s.same("the audit", []settings.Entry{*first}, s.audit())

	next := s.choose(settings.Tone, "luxury")
	s.same("the next version", int64(8), next.Version)
	s.same("the document", next.Clone(), s.document())
	s.same("entries", 2, len(s.audit()))
}

func atRestAsEncoded(s *scene) {
	_, err := s.Settings.Update(s.ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
		*d = specimenSettings()
		return s.entry(7), nil
	})
	s.ok(err)
	encoded, err := specimenSettings().Encode()
	s.ok(err)
	var want, got any
	s.ok(json.Unmarshal(encoded, &want))
	s.ok(json.Unmarshal([]byte(s.atRest()), &got))
	s.same("the document at rest", want, got)
}

// noEntryWritesNothing returns no entry, once for an owner who has no document yet and once for one who has.
func noEntryWritesNothing(s *scene) {
	for range 2 {
		s.nothingWritten(func() {
			d, err := s.Settings.Update(s.ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
				_, err := s.choosing(settings.Tone, "luxury")(d)
				return nil, err
			})
			s.ok(err)
			s.same("what the update returns", s.document(), d.Clone())
		})
		s.choose(settings.Bio, "Hi")
	}
}

func errorOfChange(s *scene) {
	for range 2 {
		for _, cause := range []error{errOnPurpose, fault.InTrash("project")} {
			s.nothingWritten(func() {
				_, err := s.Settings.Update(s.ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
					e, _ := s.choosing(settings.Tone, "luxury")(d) // it never fails
					return e, cause
				})
				s.because(err, cause)
			})
		}
		s.choose(settings.Bio, "Hi")
	}
}

// errorOfEncode changes a document that a newer program has stored.
func errorOfEncode(s *scene) {
	s.choose(settings.Bio, "Hi")
	s.plant(atRest["a newer schema"])
	s.nothingWritten(func() {
		_, err := s.Settings.Update(s.ctx, s.owner, s.choosing(settings.Tone, "casual"))
		s.faulty(err, fault.Unavailable, fault.CodeUnavailable)
	})
}

func endedWhileChoosing(s *scene) {
	s.choose(settings.Bio, "Hi")
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	s.nothingWritten(func() {
		_, err := s.Settings.Update(ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
			cancel()
			return s.choosing(settings.Tone, "luxury")(d)
		})
		s.because(err, context.Canceled)
	})
}

func versionRememberedOnce(s *scene) {
	s.choose(settings.Bio, "Hi")
	s.nothingWritten(func() {
		_, err := s.Settings.Update(s.ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
			*d = settings.Document{}
			return s.choosing(settings.Tone, "luxury")(d)
		})
		s.faulty(err, fault.Conflict, fault.CodeConflict)
	})
}

// settingsAreCopies spoils every value that goes in or comes out, and expects the store not to notice.
func settingsAreCopies(s *scene) {
	var lent *settings.Document
	var given *settings.Entry
	written, err := s.Settings.Update(s.ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
		*d = specimenSettings()
		before, after := "Hi", "Ho"
		lent, given = d, s.entry(7, settings.Change{Pointer: settings.Bio, Before: &before, After: &after})
		return given, nil
	})
	s.ok(err)
	document, entries := s.atRest(), []settings.Entry{given.Clone()}
	for _, d := range []settings.Document{*lent, written, s.document()} {
		clear(d.Chosen)
		clear(d.Integrations)
	}
	for _, e := range []settings.Entry{*given, s.audit()[0]} {
		*e.Changes[0].Before, *e.Changes[0].After = "spoiled", "spoiled"
		e.Changes[0].Pointer = "/spoiled"
	}
	s.same("the document", specimenSettings(), s.document())
	s.same("the document at rest", document, s.atRest())
	s.same("the audit", entries, s.audit())
}
