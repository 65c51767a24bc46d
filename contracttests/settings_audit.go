package contracttests

import (
	"fmt"
	"slices"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/settings"
)

const entriesOfTheWindow = "ListAudit must return the entries of the window in walking order, at most w.Rows() of them: the owner's, by version, " +
	"the highest first (walking backward the lowest first), from the version in w.From.Rank on, that one itself only where w.Inclusive."

var settingsAudit = []clause{
	{
		name:  "Settings/ListAudit/InPages",
		must:  entriesOfTheWindow,
		holds: auditInPages,
	},
	{
		name:  "Settings/ListAudit/FromAnyPlace",
		must:  entriesOfTheWindow,
		holds: auditFromAnyPlace,
	},
	{
		name:  "Settings/ListAudit/OfAnOwnerWhoHasNone",
		must:  "An owner without entries has an empty list.",
		holds: auditOfNobody,
	},
	{
		name:  "Settings/ListAudit/EntriesStay",
		must:  "No method changes or deletes an entry.",
		holds: entriesStay,
	},
}

// remembered makes entries, with versions missing between them, and gives them oldest first. Their times say the
// opposite, as those of servers whose clocks disagree.
func (s *scene) remembered() (all []settings.Entry) {
	s.Helper()
	for _, version := range []int64{1, 2, 3, 40, 41, 42, 1 << 40} {
		e := s.entry(version, settings.Change{Pointer: settings.Bio})
		e.At = minute(1000 - len(all))
		_, err := s.Settings.Update(s.ctx, s.owner, func(d *settings.Document) (*settings.Entry, error) {
			d.Version = version
			return e, nil
		})
		s.ok(err)
		all = append(all, *e)
	}
	return all
}

// auditList is the audit beside what it should be.
func (s *scene) auditList(all []settings.Entry) list[settings.Entry] {
	return list[settings.Entry]{
		order: page.Order{By: "version", Desc: true},
		got:   s.entries,
		want:  func(w page.Window) []settings.Entry { return entriesWithin(all, w) },
		key:   func(e settings.Entry) page.Key { return page.Key{Rank: e.Version, ID: e.ID} },
		title: func(id ident.ID) string {
			i := slices.IndexFunc(all, func(e settings.Entry) bool { return e.ID == id })
			return fmt.Sprint("version ", all[i].Version)
		},
	}
}

// entriesWithin finds the entries of a window by looking at all of them; all is oldest first.
func entriesWithin(all []settings.Entry, w page.Window) (found []settings.Entry) {
	walk := slices.Clone(all)
	if !w.Backward {
		slices.Reverse(walk)
	}
	for _, e := range walk {
		there := w.From == nil || e.Version < w.From.Rank != w.Backward && e.Version != w.From.Rank || w.Inclusive && e.Version == w.From.Rank
		if there && len(found) < w.Rows() {
			found = append(found, e)
		}
	}
	return found
}

func auditInPages(s *scene) {
	s.auditList(s.remembered()).inPages(s)
}

func auditFromAnyPlace(s *scene) {
	l := s.auditList(s.remembered())
	l.fromEveryRow(s)
	for _, version := range []int64{-1 << 63, 0, 4, 39, 1000, 1<<63 - 1} {
		l.fromKey(s, page.Key{Rank: version})
	}
}

func auditOfNobody(s *scene) {
	s.auditList(nil).inPages(s)
	s.auditList(nil).fromKey(s, page.Key{Rank: 1})
	s.plant(atRest["what every program writes"])
	s.same("entries", 0, len(s.audit()))
}

func entriesStay(s *scene) {
	s.choose(settings.Bio, "Hi")
	s.choose(settings.Bio, "Ho")
	before := s.audit()
	s.choose(settings.Bio, "Hi")
	s.document()
	s.same("the entries from before", before, s.audit()[1:])
}
