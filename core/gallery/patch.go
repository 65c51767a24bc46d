package gallery

import (
	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/patch"
)

// Patch is a merge patch of an asset.
type Patch struct {
	Title     patch.Field[string]
	Tags      patch.Field[[]string]
	Favorite  patch.Field[bool]
	Content   patch.Field[string]
	Position  patch.Field[int]
	ProjectID patch.Field[ident.ID] // null takes it out of its project
}

// Check judges what can be judged without the asset, and brings the values into their stored form. Update does so too;
// it is for a caller that has mistakes of its own to report beside.
func (p *Patch) Check() error {
	var c content.Check
	p.Title.Value = c.Line("/title", p.Title.Value, content.MaxTitle)
	p.Tags.Value = c.Tags("/tags", p.Tags.Value)
	if p.Content.Set {
		p.Content.Value = checkContent(&c, p.Content.Value)
	}
	c.Between("/position", int64(p.Position.Value), 0, MaxPosition)
	return c.Err()
}

// apply makes the edited asset. What comes into another project goes after its last, unless a position is given; so
// does one whose position is reset.
func (p Patch) apply(to *Asset) error {
	if to.Trashed() {
		return fault.InTrash("asset")
	}
	if p.Content.Set && to.Type != Text {
		var c content.Check
		notApplicable(&c, to.Type, "/content", true)
		return c.Err()
	}
	to.Title = p.Title.Apply(to.Title, "")
	to.Tags = p.Tags.Apply(to.Tags, []string{})
	to.Favorite = p.Favorite.Apply(to.Favorite, false)
	to.Content = p.Content.Apply(to.Content, "")
	if p.ProjectID.Set {
		move(to, p.ProjectID)
	}
	to.Position = p.Position.Apply(to.Position, AfterLast)
	return nil
}

func move(a *Asset, to patch.Field[ident.ID]) {
	before := a.ProjectID
	a.ProjectID = nil
	if to.Given() {
		a.ProjectID = &to.Value
	}
	if !same(before, a.ProjectID) {
		a.Position = AfterLast
	}
}

// SameEdits reports whether what people edit is the same in both.
func (a Asset) SameEdits(o Asset) bool {
	return a.Favorite == o.Favorite && a.Position == o.Position && same(a.ProjectID, o.ProjectID) && a.SameText(o)
}

func same[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }
