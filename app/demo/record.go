package demo

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// record is what a studio's first project remembers of the plan in its options. So a load that was interrupted goes on
// with the plan it began with, whatever the time is by then, and another plan is not mixed into it.
type record struct {
	Seed     string    `json:"seed"` // text, since readers of JSON lose digits of large numbers
	Projects int       `json:"projects"`
	Assets   int       `json:"assets"`
	Now      time.Time `json:"now"`
}

// options are those of the first project.
type options struct {
	Demo *record `json:"demo"`
}

// recordID is the id of an owner's first project. Unlike all others it does not depend on when the plan ends, so that it
// is found by who does not know that yet.
func recordID(seed uint64, owner ident.Owner) ident.ID {
	return throw(seed, owner, projectDice, 0).id(time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC))
}

// errLost is of a first project without a record.
var errLost = errors.New("the first project of the demo data has lost its record in options.demo")

// Begun reports whether a load of the plan's seed has begun for its first owner, and gives the plan with the Now of then.
// Load goes on with it, and does nothing if it had come to its end.
func (p Plan) Begun(ctx context.Context, repo projects.Repository) (Plan, bool, error) {
	if err := p.Check(); err != nil {
		return p, false, err
	}
	first, err := repo.Find(ctx, p.Owners[0], recordID(p.Seed, p.Owners[0]))
	switch {
	case fault.Is(err, fault.NotFound):
		return p, false, nil
	case err != nil:
		return p, false, err
	}
	var o options
	if err := json.Unmarshal(first.Options, &o); err != nil || o.Demo == nil {
		return p, false, errLost
	}
	p.Now = o.Demo.Now
	return p, true, nil
}

// begun reports whether the studio's record is there. It fails where there is one of another plan.
func (s *Studio) begun(ctx context.Context, repo projects.Repository) (bool, error) {
	first, err := repo.Find(ctx, s.Owner, recordID(s.seed, s.Owner))
	switch {
	case fault.Is(err, fault.NotFound):
		return false, nil
	case err != nil:
		return false, err
	case !bytes.Equal(first.Options, s.record):
		return false, fmt.Errorf("owner %q has demo data of another plan with this seed: %s, asked for %s; give another seed",
			s.Owner, first.Options, s.record)
	}
	return true, nil
}

// finished reports whether all of the studio is there, which its last project says.
func (s *Studio) finished(ctx context.Context, repo projects.Repository) (bool, error) {
	if begun, err := s.begun(ctx, repo); err != nil || !begun {
		return false, err
	}
	_, err := repo.Find(ctx, s.Owner, s.production(s.projects-1).Project.ID)
	if fault.Is(err, fault.NotFound) {
		return false, nil
	}
	return err == nil, err
}
