package contracttests

import (
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/settings"
)

// preferences is the module's rules for settings over the backend, at the clock's time.
func (s *scene) preferences(clock ident.Clock) *settings.Service {
	return settings.NewService(s.Settings, s.newID, clock)
}

// change is what an update of settings applies.
type change func(*settings.Document) (*settings.Entry, error)

// choosing is the change of one member, with the entry that says so. Any name will do: which members there are is a
// question of rules, and stores know none.
func (s *scene) choosing(m settings.Member, value string) change {
	return func(d *settings.Document) (*settings.Entry, error) {
		*d = d.Clone()
		changed := settings.Change{Pointer: m, After: &value}
		if before, ok := d.Chosen[m]; ok {
			changed.Before = &before
		}
		d.Chosen[m] = value
		d.Version++
		return s.entry(d.Version, changed), nil
	}
}

// entry is one of the version, written as many minutes after noon.
func (s *scene) entry(version int64, changes ...settings.Change) *settings.Entry {
	return &settings.Entry{ID: s.newID(), At: minute(int(version)), Actor: settings.User, Changes: changes, Version: version}
}

// choose makes that change.
func (s *scene) choose(m settings.Member, value string) settings.Document {
	s.Helper()
	d, err := s.Settings.Update(s.ctx, s.owner, s.choosing(m, value))
	s.ok(err)
	return d
}

// document is the owner's, ready to be compared: of what is empty there is one spelling.
func (s *scene) document() settings.Document {
	s.Helper()
	d, err := s.Settings.Find(s.ctx, s.owner)
	s.ok(err)
	return d.Clone()
}

func (s *scene) entries(w page.Window) []settings.Entry {
	s.Helper()
	entries, err := s.Settings.ListAudit(s.ctx, s.owner, w)
	s.ok(err)
	return entries
}

// audit is the newest of the owner's entries, as many as a window has.
func (s *scene) audit() []settings.Entry {
	s.Helper()
	return s.entries(page.Window{Limit: page.MaxLimit})
}

// plant keeps a document for the owner as it is.
func (s *scene) plant(document string) {
	s.Helper()
	if s.PlantSettings == nil {
		s.Fatal("the backend has no PlantSettings")
	}
	s.PlantSettings(s, s.owner, []byte(document))
}

// atRest is the owner's document as it is kept, empty where there is none.
func (s *scene) atRest() string {
	s.Helper()
	if s.StoredSettings == nil {
		s.Fatal("the backend has no StoredSettings")
	}
	return string(s.StoredSettings(s, s.owner))
}

// nothingWritten runs f and expects document and audit to be what they were.
func (s *scene) nothingWritten(f func()) {
	s.Helper()
	document, entries := s.atRest(), s.audit()
	f()
	s.same("the document at rest", document, s.atRest())
	s.same("the audit", entries, s.audit())
}
