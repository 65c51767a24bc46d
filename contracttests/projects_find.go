package contracttests

import "vitrine/core/projects"

var projectsFind = []clause{
	{
		name:  "Projects/Find/AnUnknownIDIsNotFound",
		must:  "A row that is absent and a row of another owner must both be fault.NotFound.",
		holds: findOfAnUnknownID,
	},
	{
		name:  "Projects/Find/InTheTrashToo",
		must:  "Find returns the project, in the trash too.",
		holds: findInTheTrash,
	},
	{
		name:  "Projects/Values/AreCopies",
		must:  "Values that go in or come out are copies; the receiver owns them.",
		holds: projectsAreCopies,
	},
}

func findOfAnUnknownID(s *scene) {
	_, err := s.Projects.Find(s.ctx, s.owner, s.newID())
	s.absent(err)
}

func findInTheTrash(s *scene) {
	p := s.add(s.specimen())
	s.trash(p.ID, minute(9))
	p.DeletedAt, p.Version = ptr(minute(9)), p.Version+1
	s.same("the project", p, s.find(p.ID))
}

// projectsAreCopies spoils every value that goes in or comes out, and expects the store not to notice.
func projectsAreCopies(s *scene) {
	given := s.specimen()
	want := given.Clone()
	s.add(given)
	spoil(&given)
	s.same("the project", want, s.find(want.ID))
	s.put(s.picture(&want.ID))
	want = s.find(want.ID)

	found := s.find(want.ID)
	spoil(&found)

	rows := s.everything(projects.Filter{})
	spoil(&rows[0].Project)

	var lent *projects.Project
	written := s.change(want.ID, func(p *projects.Project) { lent = p })
	spoil(&written)
	spoil(lent)

	s.ok(s.copyOf(want.ID, func(source projects.Project, _ func(string) bool) (projects.Project, error) {
		made := s.draft("Lamp")
		spoil(&source)
		return made, nil
	}))
	refused := s.Projects.Purge(s.ctx, s.owner, want.ID, func(p projects.Project) error {
		spoil(&p)
		return errOnPurpose
	})
	s.because(refused, errOnPurpose)
	s.same("the project", want, s.find(want.ID))
}

// spoil writes into everything that a copy must not share.
func spoil(p *projects.Project) {
	for i := range p.Tags {
		p.Tags[i] = "spoiled"
	}
	for i := range p.Options {
		p.Options[i] = '!'
	}
	for i := range p.Run.Timeline {
		p.Run.Timeline[i].Stage = "spoiled"
		if at := p.Run.Timeline[i].FinishedAt; at != nil {
			*at = minute(99)
		}
	}
	if p.SourceID != nil {
		p.SourceID[0]++
	}
	if p.Cover != nil {
		p.Cover.URL = "spoiled"
	}
	if p.Run.Failure != nil {
		p.Run.Failure.Code = "spoiled"
	}
	if p.Run.CompletedAt != nil {
		*p.Run.CompletedAt = minute(99)
	}
	if p.DeletedAt != nil {
		*p.DeletedAt = minute(99)
	}
}
