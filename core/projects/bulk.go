package projects

import (
	"fmt"

	"vitrine/core/bulk"
	"vitrine/core/content"
	"vitrine/core/fault"
)

// BulkActions are the actions that projects know.
var BulkActions = []bulk.Action{bulk.Trash, bulk.Restore, bulk.Tag, bulk.Untag, bulk.Favorite, bulk.Unfavorite}

// action judges the command and gives what it does to one project.
func (s *Service) action(c *bulk.Command) (func(*Project) error, error) {
	if err := c.Check(BulkActions); err != nil {
		return nil, err
	}
	switch c.Action {
	case bulk.Trash:
		return func(p *Project) error { s.trash(p); return nil }, nil
	case bulk.Restore:
		return func(p *Project) error { restore(p); return nil }, nil
	case bulk.Tag:
		return s.edit(func(p *Project) { p.Tags = content.AddTags(p.Tags, c.Tags) }), nil
	case bulk.Untag:
		return s.edit(func(p *Project) { p.Tags = content.RemoveTags(p.Tags, c.Tags) }), nil
	default:
		return s.edit(func(p *Project) { p.Favorite = c.Action == bulk.Favorite }), nil
	}
}

// edit is a change of what people edit, with the rules that hold for each.
func (s *Service) edit(apply func(*Project)) func(*Project) error {
	return func(p *Project) error {
		if p.Trashed() {
			return fault.InTrash("project")
		}
		before := p.Clone()
		apply(p)
		if len(p.Tags) > content.MaxTags {
			return tooManyTags(len(p.Tags))
		}
		if !p.SameEdits(before) {
			p.Version++
			p.UpdatedAt = s.clock.Now()
		}
		return nil
	}
}

func tooManyTags(n int) error {
	return fault.Validation(fault.Field{
		Source: fault.Pointer, Name: "/tags", Code: content.TooMany,
		Detail: fmt.Sprintf("would be %d tags; at most %d are allowed.", n, content.MaxTags),
	})
}
