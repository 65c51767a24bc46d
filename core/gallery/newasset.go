package gallery

import (
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/ident"
)

// NewAsset is what an asset is made of. A nil Position puts it after the last of its project.
type NewAsset struct {
	ProjectID *ident.ID
	Type      Type
	Title     string
	Tags      []string
	Favorite  bool
	Position  *int

	Prompt, OriginalPrompt, NegativePrompt string

	Content  string
	Format   Format
	Language string

	URL, ThumbnailURL, MimeType string
	SizeBytes                   int64
	Width, Height               int
	DurationMS                  int64
	Scene                       Scene

	Provider, Model, Seed string
	ParentID              *ident.ID
}

// Check judges n as Create does, for a caller that has mistakes of its own to report beside. It fails with
// "validation-failed", naming every mistake.
func (n NewAsset) Check() error {
	_, err := n.asset(ident.ID{}, time.Time{})
	return err
}

// asset judges n and makes the asset of it. It fails with "validation-failed", naming every mistake.
func (n NewAsset) asset(id ident.ID, now time.Time) (Asset, error) {
	var c content.Check
	a := Asset{
		ID: id, ProjectID: n.ProjectID, Type: n.Type, Favorite: n.Favorite, Position: AfterLast, ParentID: n.ParentID,
		Title:          c.Line("/title", n.Title, content.MaxTitle),
		Tags:           c.Tags("/tags", n.Tags),
		Prompt:         c.Prose("/prompt", n.Prompt, content.MaxPrompt),
		OriginalPrompt: c.Prose("/original_prompt", n.OriginalPrompt, content.MaxPrompt),
		NegativePrompt: c.Prose("/negative_prompt", n.NegativePrompt, content.MaxPrompt),
		Provider:       word(&c, "/provider", n.Provider),
		Model:          word(&c, "/model", n.Model),
		Seed:           c.Line("/seed", n.Seed, MaxSeed),
		CreatedAt:      now, UpdatedAt: now, Version: 1,
	}
	if n.Position != nil {
		a.Position = *n.Position
		c.Between("/position", int64(a.Position), 0, MaxPosition)
	}
	switch n.Type {
	case Image, Video:
		n.checkMedia(&c, &a)
	case Text:
		n.checkText(&c, &a)
	default:
		content.OneOf(&c, "/type", n.Type, Types)
	}
	return a, c.Err()
}

// checkMedia judges what belongs to images and videos, and that nothing else is given.
func (n NewAsset) checkMedia(c *content.Check, a *Asset) {
	a.URL, a.ThumbnailURL = n.URL, n.ThumbnailURL
	c.Link("/url", a.URL)
	if a.ThumbnailURL != "" {
		c.Link("/thumbnail_url", a.ThumbnailURL)
	}
	a.MimeType = c.Line("/mime_type", n.MimeType, MaxMimeType)
	a.SizeBytes, a.Width, a.Height = n.SizeBytes, n.Width, n.Height
	c.Between("/size_bytes", a.SizeBytes, 0, MaxSize)
	checkDimension(c, "/width", a.Width)
	checkDimension(c, "/height", a.Height)
	switch {
	case a.Width == 0 && a.Height != 0:
		c.Add("/width", content.Required, "belongs with height.")
	case a.Width != 0 && a.Height == 0:
		c.Add("/height", content.Required, "belongs with width.")
	}
	notApplicable(c, n.Type, "/content", n.Content != "")
	notApplicable(c, n.Type, "/format", n.Format != "")
	notApplicable(c, n.Type, "/language", n.Language != "")
	if n.Type == Video {
		a.DurationMS = n.DurationMS
		c.Between("/duration_ms", a.DurationMS, 0, MaxDuration)
		notApplicable(c, n.Type, "/scene", n.Scene != "")
		return
	}
	notApplicable(c, n.Type, "/duration_ms", n.DurationMS != 0)
	if a.Scene = n.Scene; a.Scene != "" {
		content.OneOf(c, "/scene", a.Scene, Scenes)
	}
}

// checkText judges what belongs to texts, and that nothing else is given.
func (n NewAsset) checkText(c *content.Check, a *Asset) {
	a.Content = checkContent(c, n.Content)
	if a.Format = n.Format; a.Format == "" {
		a.Format = "other"
	}
	content.OneOf(c, "/format", a.Format, Formats)
	a.Language = c.Language("/language", n.Language)
	for pointer, given := range map[string]bool{
		"/url": n.URL != "", "/thumbnail_url": n.ThumbnailURL != "", "/mime_type": n.MimeType != "",
		"/size_bytes": n.SizeBytes != 0, "/width": n.Width != 0, "/height": n.Height != 0,
		"/duration_ms": n.DurationMS != 0, "/scene": n.Scene != "",
	} {
		notApplicable(c, n.Type, pointer, given)
	}
}

func notApplicable(c *content.Check, t Type, pointer string, given bool) {
	if given {
		c.Add(pointer, content.NotApplicable, "does not belong to an asset of type %s.", t)
	}
}

// checkContent judges the copy of a text asset, which must say something.
func checkContent(c *content.Check, s string) string {
	s = c.Prose("/content", s, MaxContent)
	if !content.Visible(s) {
		c.Add("/content", content.Required, "must not be empty.")
	}
	return s
}

// word judges a line without commas, since it is a value of a filter.
func word(c *content.Check, pointer, s string) string {
	return c.NoComma(pointer, c.Line(pointer, s, MaxWord))
}

func checkDimension(c *content.Check, pointer string, n int) {
	if n != 0 {
		c.Between(pointer, int64(n), 1, MaxDimension)
	}
}

// Item is one asset of a batch: what to make it of, or why it could not be read.
type Item struct {
	New   NewAsset
	Fault *fault.Error
}

func (i Item) asset(id ident.ID, now time.Time) (Asset, error) {
	if i.Fault != nil {
		return Asset{}, i.Fault
	}
	return i.New.asset(id, now)
}
