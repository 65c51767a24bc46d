package projects

import (
	"context"
	"time"

	"vitrine/core/bulk"
	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/patch"
)

// Service is everything that can be done with projects. All rules are here; the ports below only keep and find.
type Service struct {
	repo       Repository
	finder     Finder
	newID      ident.Source
	clock      ident.Clock
	countLimit int64
}

// NewService makes the service. countLimit is the number of matches up to which counts are exact.
func NewService(repo Repository, finder Finder, newID ident.Source, clock ident.Clock, countLimit int64) *Service {
	return &Service{repo: repo, finder: finder, newID: newID, clock: clock, countLimit: countLimit}
}

// Create adds a draft. It fails with "validation-failed".
func (s *Service) Create(ctx context.Context, owner ident.Owner, n NewProject, key idempotency.Key) (p Project, replayed bool, err error) {
	p, err = n.project(s.newID(), s.clock.Now())
	if err != nil {
		return Project{}, false, err
	}
	receipt, err := s.repo.Insert(ctx, owner, p, key)
	if err == nil && !receipt.Replayed {
		return p, false, nil
	}
	return s.resource(ctx, owner, receipt, err)
}

// Find returns the project, in the trash too.
func (s *Service) Find(ctx context.Context, owner ident.Owner, id ident.ID) (Project, error) {
	return s.repo.Find(ctx, owner, id)
}

// List answers a page of projects.
func (s *Service) List(ctx context.Context, owner ident.Owner, l Listing) (page.Page[Project], error) {
	q, bound, err := l.normalize(string(owner))
	if err != nil {
		return page.Page[Project]{}, err
	}
	rows, err := s.finder.List(ctx, owner, q)
	if err != nil {
		return page.Page[Project]{}, err
	}
	cut := page.Cut(rows, q.Window, q.Key, func(c page.Cursor) string { return c.Encode(bound) })
	return page.Map(cut, func(r Row) Project { return r.Project }), nil
}

// Count answers how many projects match, and the values of the facets among them.
func (s *Service) Count(ctx context.Context, owner ident.Owner, f Filter, facets []string) (page.Counts, error) {
	return s.finder.Count(ctx, owner, f.Normalize(), facets, s.countLimit)
}

// Update applies a merge patch. A patch that is wholly in effect already changes nothing, whatever the precondition;
// else, where that does not hold, the project as it is comes with the fault "precondition-failed".
func (s *Service) Update(ctx context.Context, owner ident.Owner, id ident.ID, p Patch, m patch.Match) (Project, error) {
	if err := p.Check(); err != nil {
		return Project{}, err
	}
	var current Project
	changed, err := s.change(ctx, owner, id, func(now *Project) error {
		current = now.Clone()
		return s.patch(now, p, m)
	})
	if fault.Is(err, fault.Precondition) {
		return current, err
	}
	return changed, err
}

func (s *Service) patch(to *Project, p Patch, m patch.Match) error {
	if to.Trashed() {
		return fault.InTrash("project")
	}
	next := to.Clone()
	p.edit(&next)
	now := s.clock.Now()
	if err := p.drive(&next.Run, now); err != nil {
		return err
	}
	edited := !next.SameEdits(*to)
	if (edited || !next.Run.Equal(to.Run)) && !m.Holds(to.Version) {
		return patch.Failed()
	}
	if edited {
		next.Version++
		next.UpdatedAt = now
	}
	*to = next
	return nil
}

// Trash puts the project and its live assets into the trash. What is there already stays as it is.
func (s *Service) Trash(ctx context.Context, owner ident.Owner, id ident.ID, m patch.Match) (Project, error) {
	var current Project
	p, err := s.change(ctx, owner, id, func(p *Project) error {
		current = p.Clone()
		if !p.Trashed() && !m.Holds(p.Version) {
			return patch.Failed()
		}
		s.trash(p)
		return nil
	})
	if fault.Is(err, fault.Precondition) {
		return current, err
	}
	return p, err
}

// Purge removes for good what lies in the trash, and fails with "conflict" for what does not. The current project comes
// with the fault "precondition-failed".
func (s *Service) Purge(ctx context.Context, owner ident.Owner, id ident.ID, m patch.Match) (Project, error) {
	var current Project
	err := s.repo.Purge(ctx, owner, id, func(p Project) error {
		current = p
		switch {
		case !m.Holds(p.Version):
			return patch.Failed()
		case !p.Trashed():
			return fault.New(fault.Conflict, fault.CodeConflict, "Only what is in the trash can be deleted for good; delete the project first.")
		}
		return nil
	})
	return current, err
}

// Restore brings the project back, with exactly the assets that went with it. What is not in the trash stays as it is.
func (s *Service) Restore(ctx context.Context, owner ident.Owner, id ident.ID, key idempotency.Key) (p Project, replayed bool, err error) {
	u, err := s.repo.Update(ctx, owner, []ident.ID{id}, key, func(p *Project) error {
		restore(p)
		return nil
	})
	if err != nil {
		return Project{}, false, err
	}
	if u.Replayed {
		p, err = s.repo.Find(ctx, owner, id)
		return p, true, err
	}
	p, err = single(u)
	return p, false, err
}

// Duplicate makes a copy of a project. Without a title, it gets one that no project of the owner has.
func (s *Service) Duplicate(ctx context.Context, owner ident.Owner, id ident.ID, d Duplicate, key idempotency.Key) (p Project, replayed bool, err error) {
	if err := d.Check(); err != nil {
		return Project{}, false, err
	}
	newID, now := s.newID(), s.clock.Now()
	receipt, err := s.repo.Copy(ctx, owner, id, Copying{
		Assets: !d.WithoutAssets,
		NewID:  s.newID,
		Make: func(source Project, taken func(string) bool) (Project, error) {
			if source.Trashed() {
				return Project{}, fault.InTrash("project")
			}
			return d.of(source, taken, newID, now), nil
		},
	}, key)
	return s.resource(ctx, owner, receipt, err)
}

// Bulk does one thing to many projects, each judged by itself. It fails with "validation-failed" for a command that
// cannot be meant.
func (s *Service) Bulk(ctx context.Context, owner ident.Owner, c bulk.Command, key idempotency.Key) (bulk.Results, bool, error) {
	act, err := s.action(&c)
	if err != nil {
		return nil, false, err
	}
	u, err := s.repo.Update(ctx, owner, c.IDs, key, act)
	return u.Results, u.Replayed, err
}

// resource reads what a receipt names, as it is now.
func (s *Service) resource(ctx context.Context, owner ident.Owner, r idempotency.Receipt, err error) (Project, bool, error) {
	if err != nil {
		return Project{}, false, err
	}
	p, err := s.repo.Find(ctx, owner, r.Resource)
	return p, r.Replayed, err
}

// change is an update of one project.
func (s *Service) change(ctx context.Context, owner ident.Owner, id ident.ID, f func(*Project) error) (Project, error) {
	u, err := s.repo.Update(ctx, owner, []ident.ID{id}, idempotency.Key{}, f)
	if err != nil {
		return Project{}, err
	}
	return single(u)
}

func single(u Updated) (Project, error) {
	if f := u.Results[0].Fault; f != nil {
		return Project{}, f
	}
	return u.Projects[0], nil
}

func (s *Service) trash(p *Project) {
	if !p.Trashed() {
		now := s.clock.Now()
		p.DeletedAt = &now
		p.Version++
	}
}

func restore(p *Project) {
	if p.Trashed() {
		p.DeletedAt = nil
		p.Version++
	}
}

// Duplicate says how to copy a project. A nil Title makes one from the source's.
type Duplicate struct {
	Title         *string
	WithoutAssets bool
}

// Check judges what can be judged without the source, and brings the title into its stored form. It fails with
// "validation-failed".
func (d *Duplicate) Check() error {
	var c content.Check
	if d.Title != nil {
		title := c.Name("/title", *d.Title, content.MaxTitle)
		d.Title = &title
	}
	return c.Err()
}

// of makes the copy: the input is the source's, its life begins anew. It is complete if the source was and its assets
// come along.
func (d Duplicate) of(source Project, taken func(string) bool, id ident.ID, now time.Time) Project {
	p := source.Clone()
	p.ID, p.SourceID = id, &source.ID
	p.CreatedAt, p.UpdatedAt, p.Version = now, now, 1
	p.Favorite = false
	p.Assets, p.Cover = Counts{}, nil
	p.Run = Run{Status: Draft}
	if source.Run.Status == Completed && !d.WithoutAssets && source.Assets.Total() > 0 {
		p.Run = Run{Status: Completed, Stage: Done, Progress: 100, CompletedAt: &now}
	}
	if d.Title != nil {
		p.Title = *d.Title
	} else {
		p.Title = CopyTitle(source.Title, taken)
	}
	return p
}
