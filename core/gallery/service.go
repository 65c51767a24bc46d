package gallery

import (
	"context"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/patch"
)

// Service is everything that can be done with assets. All rules are here; the ports below only keep and find.
type Service struct {
	repo       Repository
	finder     Finder
	vocabulary Vocabulary
	index      *Index
	newID      ident.Source
	clock      ident.Clock
	countLimit int64
}

// Ports are what a store supplies to the service.
type Ports struct {
	Repository Repository
	Finder     Finder
	Vocabulary Vocabulary
	Index      *Index // nil where the record searches itself
}

// NewService makes the service. countLimit is the number of matches up to which counts are exact.
func NewService(p Ports, newID ident.Source, clock ident.Clock, countLimit int64) *Service {
	return &Service{
		repo: p.Repository, finder: p.Finder, vocabulary: p.Vocabulary, index: p.Index,
		newID: newID, clock: clock, countLimit: countLimit,
	}
}

// Create adds one asset. It fails with "validation-failed", or "in-trash" where its project is.
func (s *Service) Create(ctx context.Context, owner ident.Owner, n NewAsset, key idempotency.Key) (a Asset, replayed bool, err error) {
	made, err := n.asset(s.newID(), s.clock.Now())
	if err != nil {
		return Asset{}, false, err
	}
	in, err := s.repo.Insert(ctx, owner, []Asset{made}, key)
	if err != nil {
		return Asset{}, false, err
	}
	if f := in.Results[0].Fault; f != nil {
		return Asset{}, false, f
	}
	a, err = s.repo.Find(ctx, owner, in.Results[0].ID)
	return a, in.Replayed, err
}

// CreateAll adds many assets in one transaction, each judged by itself: the good ones are kept. An item that could not
// even be read comes as a fault instead of a NewAsset.
func (s *Service) CreateAll(ctx context.Context, owner ident.Owner, items []Item, key idempotency.Key) (bulk.Results, bool, error) {
	results := make(bulk.Results, len(items))
	var good []Asset
	var places []int
	for i, item := range items {
		a, err := item.asset(s.newID(), s.clock.Now())
		if err != nil {
			results[i].Fault = fault.Of(err)
			continue
		}
		good, places = append(good, a), append(places, i)
	}
	if len(good) == 0 {
		return results, false, nil // nothing has an effect that a key could stand for
	}
	in, err := s.repo.Insert(ctx, owner, good, key)
	if err != nil {
		return nil, false, err
	}
	for i, r := range in.Results {
		results[places[i]] = r
	}
	return results, in.Replayed, nil
}

// Find returns the asset in full, in the trash too.
func (s *Service) Find(ctx context.Context, owner ident.Owner, id ident.ID) (Asset, error) {
	return s.repo.Find(ctx, owner, id)
}

// Update applies a merge patch, with the rules of projects.Service.Update.
func (s *Service) Update(ctx context.Context, owner ident.Owner, id ident.ID, p Patch, m patch.Match) (Asset, error) {
	if err := p.Check(); err != nil {
		return Asset{}, err
	}
	return s.change(ctx, owner, id, idempotency.Key{}, m, p.apply)
}

// Trash puts the asset into the trash. What is there already stays as it is, whatever the precondition.
func (s *Service) Trash(ctx context.Context, owner ident.Owner, id ident.ID, m patch.Match) (Asset, error) {
	return s.change(ctx, owner, id, idempotency.Key{}, m, s.trash)
}

// Restore brings the asset back. It fails with "in-trash" where its project is.
func (s *Service) Restore(ctx context.Context, owner ident.Owner, id ident.ID, key idempotency.Key) (Asset, bool, error) {
	u, err := s.repo.Update(ctx, owner, []ident.ID{id}, key, s.changed(restore, patch.Match{}))
	if err != nil {
		return Asset{}, false, err
	}
	if f := u.Results[0].Fault; f != nil {
		return Asset{}, false, f
	}
	if u.Replayed {
		a, err := s.repo.Find(ctx, owner, id)
		return a, true, err
	}
	return u.Assets[0], false, nil
}

// Bulk does one thing to many assets, each judged by itself. It fails with "validation-failed" for a command that
// cannot be meant, and for a move to a project that is absent or foreign.
func (s *Service) Bulk(ctx context.Context, owner ident.Owner, c bulk.Command, key idempotency.Key) (bulk.Results, bool, error) {
	act, err := s.action(&c)
	if err != nil {
		return nil, false, err
	}
	u, err := s.repo.Update(ctx, owner, c.IDs, key, s.changed(act, patch.Match{}))
	if err == nil && c.Action == bulk.Move {
		err = noTarget(u.Results)
	}
	if err != nil {
		return nil, false, err
	}
	return u.Results, u.Replayed, nil
}

// Count answers how many assets match, and the values of the facets among them. It counts what List shows: with the
// corrections that it would make.
func (s *Service) Count(ctx context.Context, owner ident.Owner, f Filter, facets []string) (page.Counts, error) {
	f = f.Normalize()
	counts, err := s.counts(ctx, owner, f, facets)
	if err != nil || counts.Total.Value > 0 {
		return counts, err
	}
	corrections, err := s.correct(ctx, owner, f)
	if err != nil || len(corrections) == 0 {
		return counts, err
	}
	f.Text = f.Text.Correct(corrections)
	return s.counts(ctx, owner, f, facets)
}
