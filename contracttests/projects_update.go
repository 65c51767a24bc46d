package contracttests

import (
	"errors"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// What closures refuse with: a fault, and an error that is none.
var (
	errFault     error = fault.InTrash("project")
	errOnPurpose       = errors.New("refused on purpose")
)

var projectsUpdate = []clause{
	{
		name:  "Projects/Update/WritesEachGroupOfMembers",
		must:  "applies change to each in the order given, and writes what changed, all in one transaction",
		holds: updateWritesEachGroup,
	},
	{
		name:  "Projects/Update/WritesFromAndToNothing",
		must:  "applies change to each in the order given, and writes what changed, all in one transaction",
		holds: updateWritesFromAndToNothing,
	},
	{
		name:  "Projects/Update/ReturnsWhatItWrote",
		must:  "as written, one a result; the zero Project where the result has a fault. Nil when replayed",
		holds: updateReturnsWhatItWrote,
	},
	{
		name:  "Projects/Update/ResultsFollowTheIDs",
		must:  "The results must be one for each id, in that order",
		holds: updateResultsFollowTheIDs,
	},
	{
		name:  "Projects/Update/AFaultIsThatProjectsAlone",
		must:  "A fault that change returns is the result of that project alone, which must stay as it was",
		holds: updateWithAFault,
	},
	{
		name:  "Projects/Update/AnUnknownIDIsItsResultAlone",
		must:  "A row that is absent and a row of another owner must both be fault.NotFound.",
		holds: updateOfAnUnknownID,
	},
	{
		name:  "Projects/Update/AnotherErrorChangesNothing",
		must:  "any other error ends the call",
		holds: updateWithAnotherError,
	},
	{
		name:  "Projects/Update/DerivedMembersStayTrue",
		must:  "after each method a project's counts and cover are those of its assets",
		holds: updateOfDerivedMembers,
	},
}

// updates is one change for each group of members, and one that touches all of them.
var updates = map[string]func(*projects.Project){
	"Edits": func(p *projects.Project) {
		p.Description, p.Favorite = "rewritten", !p.Favorite
		p.UpdatedAt, p.Version = minute(50), p.Version+1
	},
	"Text": func(p *projects.Project) {
		p.Title, p.Tags = "Ⅻ lamps % _", []string{"b", "a"}
		p.UpdatedAt, p.Version = minute(51), p.Version+1
	},
	"Run": func(p *projects.Project) {
		p.Run = projects.Run{
			Status: projects.Completed, Stage: projects.Done, Progress: 100, CompletedAt: ptr(minute(52)),
			Timeline: []projects.Span{{Stage: projects.Done, StartedAt: minute(52), FinishedAt: ptr(minute(52))}},
		}
	},
	"ProgressAlone": func(p *projects.Project) { p.Run.Progress = 1 },
	"VersionAlone":  func(p *projects.Project) { p.Version++ },
	"Nothing":       func(*projects.Project) {},
	"Everything": func(p *projects.Project) {
		p.Title, p.Description, p.Tags, p.Favorite = "All", "", []string{"c"}, false
		p.Run = projects.Run{Status: projects.Cancelled, Progress: 3}
		p.UpdatedAt, p.Version, p.DeletedAt = minute(53), 99, ptr(minute(53))
	},
}

func updateWritesEachGroup(s *scene) {
	for name, change := range updates {
		s.step(name, func(s *scene) {
			p := s.add(s.specimen())
			s.change(p.ID, change)
			change(&p)
			s.same("the project", p, s.find(p.ID))
		})
	}
}

func updateWritesFromAndToNothing(s *scene) {
	full, bare := s.specimen(), s.draft("")
	p := s.project("Lamp")
	edit := func(to projects.Project) {
		s.change(p.ID, func(p *projects.Project) {
			p.Title, p.Description, p.Tags, p.Favorite, p.Run = to.Title, to.Description, to.Tags, to.Favorite, to.Run
		})
		p.Title, p.Description, p.Tags, p.Favorite, p.Run = to.Title, to.Description, to.Tags, to.Favorite, to.Run
		s.same("the project", p, s.find(p.ID))
	}
	edit(full)
	edit(bare)
}

func updateReturnsWhatItWrote(s *scene) {
	p := s.add(s.specimen())
	s.put(s.specimens(&p.ID, nil)...)
	for _, change := range []func(*projects.Project){
		updates["Everything"],
		func(p *projects.Project) { p.DeletedAt = nil },
		updates["Nothing"],
	} {
		written := s.change(p.ID, change)
		s.same("what was written", s.find(p.ID), written)
	}
}

func updateResultsFollowTheIDs(s *scene) {
	a, b, c := s.project("Lamp"), s.project("Chair"), s.project("Table")
	ids := []ident.ID{c.ID, a.ID, s.newID(), b.ID}
	var called []ident.ID
	u := s.update(ids, func(p *projects.Project) error {
		called = append(called, p.ID)
		p.Version++
		return nil
	})
	s.same("the ids of the results", ids, resultIDs(u.Results))
	s.same("the last run of change", []ident.ID{c.ID, a.ID, b.ID}, called[len(called)-3:])
	for i, id := range ids {
		if u.Results[i].Fault == nil {
			s.same("the project of the result", s.find(id), u.Projects[i])
		}
	}
}

func resultIDs(results bulk.Results) (ids []ident.ID) {
	for _, r := range results {
		ids = append(ids, r.ID)
	}
	return ids
}

func updateWithAFault(s *scene) {
	a, b, c := s.add(s.specimen()), s.add(s.specimen()), s.add(s.specimen())
	u := s.update([]ident.ID{a.ID, b.ID, c.ID}, func(p *projects.Project) error {
		spoil(p)
		updates["Everything"](p)
		if p.ID == b.ID {
			return errFault
		}
		return nil
	})
	s.faulty(resultError(u.Results[1]), fault.Conflict, fault.CodeInTrash)
	s.same("the project of the fault", projects.Project{}, u.Projects[1])
	s.same("the refused project", b, s.find(b.ID))
	for _, id := range []ident.ID{a.ID, c.ID} {
		s.same("the title of the others", "All", s.find(id).Title)
	}
}

// resultError is the result's fault as an error, nil without one.
func resultError(r bulk.Result) error {
	if r.Fault == nil {
		return nil
	}
	return r.Fault
}

func updateOfAnUnknownID(s *scene) {
	p := s.project("Lamp")
	u := s.update([]ident.ID{s.newID(), p.ID}, func(p *projects.Project) error {
		p.Version++
		return nil
	})
	s.absent(resultError(u.Results[0]))
	s.same("the project of the fault", projects.Project{}, u.Projects[0])
	s.ok(resultError(u.Results[1]))
	s.same("the version of the other", int64(2), s.find(p.ID).Version)
}

func updateWithAnotherError(s *scene) {
	a, b, c := s.project("Lamp"), s.project("Chair"), s.project("Table")
	s.put(s.picture(&a.ID))
	before := s.holdings()
	_, err := s.Projects.Update(s.ctx, s.owner, []ident.ID{a.ID, b.ID, c.ID}, noKey, func(p *projects.Project) error {
		updates["Everything"](p)
		if p.ID == b.ID {
			return errOnPurpose
		}
		return nil
	})
	s.because(err, errOnPurpose)
	s.same("what the owner has", before, s.holdings())
}

func updateOfDerivedMembers(s *scene) {
	p := s.project("Lamp")
	s.put(s.picture(&p.ID))
	want := s.find(p.ID)
	s.change(p.ID, func(p *projects.Project) {
		p.Assets = projects.Counts{Text: 9}
		p.Cover = &projects.Picture{URL: "/invented.png"}
	})
	s.same("the project", want, s.find(p.ID))
}
