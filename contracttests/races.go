package contracttests

import (
	"fmt"
	"runtime"
	"slices"
	"sync"

	"vitrine/core/bulk"
	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// racers is how many callers do the same at once.
const racers = 8

var races = []clause{
	{
		name:  "Race/DuplicatesGetTitlesOfTheirOwn",
		must:  "Two copies at once must not be told that the same title is free.",
		holds: raceOfDuplicates,
	},
	{
		name:  "Race/ATitleToldFreeIsFree",
		must:  "Two copies at once must not be told that the same title is free.",
		holds: raceForTitles,
	},
	{
		name:  "Race/OneInsertWins",
		must:  "An id that exists must be fault.Conflict.",
		holds: raceOfInserts,
	},
	{
		name:  "Race/NoUpdateIsLost",
		must:  "Update locks the projects of ids",
		holds: raceOfUpdates,
	},
	{
		name:  "Race/BulksInAnyOrderEnd",
		must:  "Update locks the projects of ids",
		holds: raceOfBulks,
	},
}

// race runs f for each racer at once and gives their errors.
func race(f func(i int) error) []error { return raceOf(racers, f) }

// raceOf is race with n racers.
func raceOf(n int, f func(i int) error) []error {
	errs := make([]error, n)
	start := make(chan struct{})
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			<-start
			errs[i] = f(i)
		})
	}
	close(start)
	all.Wait()
	return errs
}

// allOK fails the clause for any error.
func (s *scene) allOK(errs []error) {
	s.Helper()
	for _, err := range errs {
		s.ok(err)
	}
}

func raceOfDuplicates(s *scene) {
	source := s.project("Lamp")
	s.put(s.picture(&source.ID))
	service := s.service(fixed(minute(1)))
	titles := make([]string, racers)
	s.allOK(race(func(i int) error {
		p, _, err := service.Duplicate(s.ctx, s.owner, source.ID, projects.Duplicate{}, idempotency.Key{})
		titles[i] = p.Title
		return err
	}))
	want := []string{"Lamp (copy)"}
	for n := 2; n <= racers; n++ {
		want = append(want, fmt.Sprintf("Lamp (copy %d)", n))
	}
	slices.Sort(want)
	slices.Sort(titles)
	s.same("the titles", want, titles)
}

// raceForTitles lets the others in between the question for a title and its use.
func raceForTitles(s *scene) {
	source := s.project("Lamp")
	s.allOK(race(func(int) error {
		return s.copyOf(source.ID, func(source projects.Project, taken func(string) bool) (projects.Project, error) {
			title := projects.CopyTitle(source.Title, taken)
			runtime.Gosched()
			return s.draft(title), nil
		})
	}))
	titles := map[string]bool{}
	for _, row := range s.everything(projects.Filter{}) {
		titles[row.Project.Title] = true
	}
	s.same("different titles", racers+1, len(titles))
}

func raceOfInserts(s *scene) {
	id := s.newID()
	errs := race(func(i int) error {
		p := s.draft(fmt.Sprint("Lamp ", i))
		p.ID = id
		_, err := s.Projects.Insert(s.ctx, s.owner, p, noKey)
		return err
	})
	won := ""
	for i, err := range errs {
		if err == nil {
			s.same("an earlier winner", "", won)
			won = fmt.Sprint("Lamp ", i)
			continue
		}
		s.faulty(err, fault.Conflict, fault.CodeConflict)
	}
	s.same("the title of the one that won", won, s.find(id).Title)
}

// raceOfUpdates lets the others in between reading and writing.
func raceOfUpdates(s *scene) {
	const each = 5
	p := s.project("Lamp")
	s.allOK(race(func(i int) error {
		for n := range each {
			u, err := s.Projects.Update(s.ctx, s.owner, []ident.ID{p.ID}, noKey, func(p *projects.Project) error {
				runtime.Gosched()
				p.Description += fmt.Sprintf("%d.%d ", i, n)
				p.Tags = content.AddTags(p.Tags, []string{fmt.Sprint(i)})
				p.Version++
				return nil
			})
			if err != nil {
				return err
			}
			if err := resultError(u.Results[0]); err != nil {
				return err
			}
		}
		return nil
	}))
	got := s.find(p.ID)
	s.same("the version", int64(1+racers*each), got.Version)
	s.same("tags", racers, len(got.Tags))
	s.same("the length of what all wrote", racers*each*len("0.0 "), len(got.Description))
}

// raceOfBulks updates the same projects in different orders, which deadlocks where locks are taken as they come.
func raceOfBulks(s *scene) {
	var ids []ident.ID
	for range 6 {
		ids = append(ids, s.project("Lamp").ID)
	}
	s.allOK(race(func(i int) error {
		mine := slices.Clone(ids)
		if i%2 == 1 {
			slices.Reverse(mine)
		}
		u, err := s.Projects.Update(s.ctx, s.owner, mine[i%3:], noKey, func(p *projects.Project) error {
			p.Version++
			return nil
		})
		if err == nil && slices.ContainsFunc(u.Results, func(r bulk.Result) bool { return r.Fault != nil }) {
			err = errOnPurpose
		}
		return err
	}))
	versions := int64(0)
	for _, id := range ids {
		versions += s.find(id).Version - 1
	}
	want := 0
	for i := range racers {
		want += len(ids) - i%3
	}
	s.same("changes", int64(want), versions)
}
