package contracttests

import (
	"context"
	"slices"
	"time"

	"vitrine/core/ident"
	"vitrine/core/projects"
)

const endedContext = "An ended context ends the call with the context's error."

var contexts = append(eachMethodEnded(), clause{
	name:  "Context/EndedWhileChanging",
	must:  "A method that fails must have changed nothing.",
	holds: endedWhileChanging,
})

// eachMethodEnded gives one clause for each method.
func eachMethodEnded() (clauses []clause) {
	for _, m := range slices.Concat(byID, byOwner) {
		clauses = append(clauses, clause{
			name: "Context/Ended/" + m.name, must: endedContext,
			holds: func(s *scene) { endedBefore(s, m) },
		})
	}
	return clauses
}

// endedBefore calls the method with contexts that have ended, by cancellation and by a deadline.
func endedBefore(s *scene, m method) {
	on := s.ownRows()
	before := s.holdings()
	cancelled, cancel := context.WithCancel(s.ctx)
	cancel()
	s.because(m.call(cancelled, s, on), context.Canceled)
	late, cancel := context.WithDeadline(s.ctx, time.Unix(0, 0))
	defer cancel()
	s.because(m.call(late, s, on), context.DeadlineExceeded)
	s.same("what the owner has", before, s.holdings())
}

// endedWhileChanging ends the context in the closure of the second of two projects.
func endedWhileChanging(s *scene) {
	a, b := s.project("Lamp"), s.project("Chair")
	s.put(s.picture(&a.ID))
	before := s.holdings()
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	_, err := s.Projects.Update(ctx, s.owner, []ident.ID{a.ID, b.ID}, keyFor("one"), func(p *projects.Project) error {
		updates["Everything"](p)
		if p.ID == b.ID {
			cancel()
		}
		return nil
	})
	s.because(err, context.Canceled)
	s.same("what the owner has", before, s.holdings())
	_, err = s.Projects.Insert(s.ctx, s.owner, s.draft("Lamp"), keyFor("another"))
	s.ok(err)
}
