package gallery

import (
	"context"
	"fmt"
	"slices"

	"vitrine/core/bulk"
	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/patch"
)

// edit is what one action does to an asset. It leaves version and time alone; changed sees to those.
type edit func(*Asset) error

// change is an update of one asset. Where the precondition does not hold, the asset as it is comes with the fault.
func (s *Service) change(ctx context.Context, owner ident.Owner, id ident.ID, key idempotency.Key, m patch.Match, do edit) (Asset, error) {
	var current Asset
	apply := s.changed(do, m)
	u, err := s.repo.Update(ctx, owner, []ident.ID{id}, key, func(a *Asset) error {
		current = a.Clone()
		return apply(a)
	})
	if err != nil {
		return Asset{}, err
	}
	if f := u.Results[0].Fault; f != nil {
		if f.Kind == fault.Precondition {
			return current, f
		}
		return Asset{}, f
	}
	return u.Assets[0], nil
}

// changed does the edit under the rules of every change: nothing happens where nothing differs; else the precondition
// must hold; the version goes up with each change, the time of the update with what people edit.
func (s *Service) changed(do edit, m patch.Match) func(*Asset) error {
	return func(a *Asset) error {
		next := a.Clone()
		if err := do(&next); err != nil {
			return err
		}
		edited := !next.SameEdits(*a)
		if !edited && next.Trashed() == a.Trashed() {
			return nil
		}
		if !m.Holds(a.Version) {
			return patch.Failed()
		}
		next.Version++
		if edited {
			next.UpdatedAt = s.clock.Now()
		}
		*a = next
		return nil
	}
}

func (s *Service) trash(a *Asset) error {
	if !a.Trashed() {
		now := s.clock.Now()
		a.DeletedAt = &now
	}
	return nil
}

func restore(a *Asset) error {
	a.DeletedAt = nil
	return nil
}

// BulkActions are the actions that assets know.
var BulkActions = []bulk.Action{
	bulk.Trash, bulk.Restore, bulk.Tag, bulk.Untag, bulk.Favorite, bulk.Unfavorite, bulk.Move,
}

// action judges the command and gives what it does to one asset.
func (s *Service) action(c *bulk.Command) (edit, error) {
	if err := c.Check(BulkActions); err != nil {
		return nil, err
	}
	switch c.Action {
	case bulk.Trash:
		return s.trash, nil
	case bulk.Restore:
		return restore, nil
	case bulk.Tag:
		return patched(func(a Asset) Patch { return Patch{Tags: patch.Of(content.AddTags(a.Tags, c.Tags))} }), nil
	case bulk.Untag:
		return patched(func(a Asset) Patch { return Patch{Tags: patch.Of(content.RemoveTags(a.Tags, c.Tags))} }), nil
	case bulk.Move:
		return patched(func(Asset) Patch { return Patch{ProjectID: target(c.Target)} }), nil
	default:
		return patched(func(Asset) Patch { return Patch{Favorite: patch.Of(c.Action == bulk.Favorite)} }), nil
	}
}

// patched is the edit of a patch that depends on the asset.
func patched(of func(Asset) Patch) edit {
	return func(a *Asset) error {
		p := of(*a)
		if n := len(p.Tags.Value); n > content.MaxTags {
			var c content.Check
			c.Add("/tags", content.TooMany, "%s", fmt.Sprintf("would be %d tags; at most %d are allowed.", n, content.MaxTags))
			return c.Err()
		}
		return p.apply(a)
	}
}

func target(id *ident.ID) patch.Field[ident.ID] {
	if id == nil {
		return patch.Null[ident.ID]()
	}
	return patch.Of(*id)
}

// noTarget is the fault of a move whose target is absent or foreign, out of what became of its items. Where one of them
// met it none can have moved, so that nothing has happened when the whole is refused. Without a single asset that could
// move nobody looks for the target, and each item has its own fault.
func noTarget(results bulk.Results) error {
	for _, r := range results {
		if r.Fault != nil && slices.ContainsFunc(r.Fault.Fields, isNoProject) {
			return r.Fault
		}
	}
	return nil
}
