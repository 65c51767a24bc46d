package projects

import (
	"time"

	"vitrine/core/content"
	"vitrine/core/ident"
)

// NewProject is what a project is made of; all of it is optional. A nil Title gives one from the brief.
type NewProject struct {
	Title          *string
	Description    string
	Type           Type
	Brief          string
	SourceImageURL string
	Options        []byte
	Tags           []string
	Favorite       bool
}

// Check judges n as Create does, for a caller that has mistakes of its own to report beside. It fails with
// "validation-failed", naming every mistake.
func (n NewProject) Check() error {
	_, err := n.project(ident.ID{}, time.Time{})
	return err
}

// project judges n and makes the project of it. It fails with "validation-failed", naming every mistake.
func (n NewProject) project(id ident.ID, now time.Time) (Project, error) {
	var c content.Check
	p := Project{
		ID:             id,
		Title:          titleFrom(n.Brief),
		Description:    c.Prose("/description", n.Description, MaxDescription),
		Type:           n.Type,
		Brief:          c.Prose("/brief", n.Brief, MaxBrief),
		SourceImageURL: n.SourceImageURL,
		Options:        n.Options,
		Tags:           c.Tags("/tags", n.Tags),
		Favorite:       n.Favorite,
		CreatedAt:      now,
		UpdatedAt:      now,
		Version:        1,
		Run:            Run{Status: Draft},
	}
	if n.Title != nil {
		p.Title = c.Name("/title", *n.Title, content.MaxTitle)
	}
	if p.Type == "" {
		p.Type = Package
	}
	content.OneOf(&c, "/type", p.Type, Types)
	if p.SourceImageURL != "" {
		c.Link("/source_image_url", p.SourceImageURL)
	}
	if len(p.Options) > MaxOptions {
		c.Add("/options", content.TooLong, "must be at most %d bytes of JSON; it has %d.", MaxOptions, len(p.Options))
	}
	return p, c.Err()
}
