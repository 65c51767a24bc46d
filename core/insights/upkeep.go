package insights

import (
	"context"

	"vitrine/core/ident"
)

// Sizes of the steps in which upkeep goes, so that each is short.
const (
	forgetStep = 5000
	ownersStep = 100
)

// Verify compares the rollups of every owner with the events that are kept, and with repair makes them equal. It tells
// found of each owner, also where nothing differs.
func (s *Service) Verify(ctx context.Context, repair bool, found func(ident.Owner, Drift)) error {
	since := s.rules.remembered(s.clock.Now()).Truncate(UTCDay).Add(UTCDay) // the first day that is there as a whole
	var after ident.Owner
	for {
		owners, err := s.ports.Upkeep.Owners(ctx, after, ownersStep)
		if err != nil {
			return err
		}
		for _, owner := range owners {
			drift, err := s.ports.Upkeep.Compare(ctx, owner, since, repair)
			if err != nil {
				return err
			}
			found(owner, drift)
			after = owner
		}
		if len(owners) < ownersStep {
			return nil
		}
	}
}

// Forget deletes the events of all owners that have been kept long enough, step by step, and says how many there were.
func (s *Service) Forget(ctx context.Context) (deleted int, err error) {
	before := s.rules.remembered(s.clock.Now()).Add(-grace)
	for {
		n, err := s.ports.Upkeep.Forget(ctx, before, forgetStep)
		deleted += n
		if err != nil || n < forgetStep {
			return deleted, err
		}
	}
}
