package projects

import (
	"slices"
	"time"

	"vitrine/core/content"
	"vitrine/core/ident"
	"vitrine/core/search"
)

// Limits of a project, in code points, Options in bytes.
const (
	MaxDescription = 5_000
	MaxBrief       = 10_000
	MaxOptions     = 16 << 10
)

// Type is what a project is to produce; it is chosen at creation.
type Type string

// The types.
const (
	Package Type = "package" // several kinds
	Image   Type = "image"
	Video   Type = "video"
	Text    Type = "text"
)

// Types are all types, the default first.
var Types = []Type{Package, Image, Video, Text}

// Project is one product package of an owner. Its members fall in four groups, each with a life of its own: what
// people edit (which Version and UpdatedAt follow), what the generation was given (which never changes), the run
// (which the pipeline moves), and what is derived from its assets.
type Project struct {
	ID ident.ID

	Title       string
	Description string
	Tags        []string
	Favorite    bool

	Type           Type
	Brief          string
	SourceImageURL string // empty when there is none
	Options        []byte // a JSON object, compact; nil when there is none
	SourceID       *ident.ID
	CreatedAt      time.Time

	Run Run

	Assets Counts
	Cover  *Picture // of the assets; Thumbnail says what to show

	UpdatedAt time.Time
	DeletedAt *time.Time
	Version   int64
}

// Counts are the live assets of a project by type. In the trash they are those that a restore would bring back.
type Counts struct {
	Image, Video, Text int64
}

// Total is the number of all assets counted.
func (c Counts) Total() int64 { return c.Image + c.Video + c.Text }

// Picture is an image to show, with its size in pixels; 0 by 0 when that is not known.
type Picture struct {
	URL           string
	Width, Height int
}

// Thumbnail is the picture of the project: its cover, else the image it was made from, else none.
func (p Project) Thumbnail() *Picture {
	switch {
	case p.Cover != nil:
		return p.Cover
	case p.SourceImageURL != "":
		return &Picture{URL: p.SourceImageURL}
	default:
		return nil
	}
}

// Trashed reports whether the project lies in the trash.
func (p Project) Trashed() bool { return p.DeletedAt != nil }

// Document is the project's text as it is searched.
func (p Project) Document() search.Document {
	return search.NewDocument(p.SearchFields())
}

// SearchFields are the texts that are searched, in the order in which they spend the positions of a row.
func (p Project) SearchFields() []search.Field {
	return []search.Field{
		{Name: "title", Weight: search.WeightA, Texts: []string{p.Title}},
		{Name: "tags", Weight: search.WeightB, Texts: p.Tags, List: true},
		{Name: "description", Weight: search.WeightC, Texts: []string{p.Description}},
		{Name: "brief", Weight: search.WeightD, Texts: []string{p.Brief}, Prompt: true},
	}
}

// Clone is a copy that shares nothing an edit could touch.
func (p Project) Clone() Project {
	p.Tags = slices.Clone(p.Tags)
	p.Options = slices.Clone(p.Options)
	p.SourceID = cloned(p.SourceID)
	p.Cover = cloned(p.Cover)
	p.DeletedAt = cloned(p.DeletedAt)
	p.Run = p.Run.clone()
	return p
}

// SameEdits reports whether what people edit is the same in both.
func (p Project) SameEdits(o Project) bool {
	return p.Title == o.Title && p.Description == o.Description && p.Favorite == o.Favorite && slices.Equal(p.Tags, o.Tags)
}

// SameText reports whether both have the same text to search.
func (p Project) SameText(o Project) bool {
	return p.Title == o.Title && p.Description == o.Description && p.Brief == o.Brief && slices.Equal(p.Tags, o.Tags)
}

func cloned[T any](v *T) *T {
	if v == nil {
		return nil
	}
	c := *v
	return &c
}

// Untitled is the title of a project that has neither a title nor a brief.
const Untitled = "Untitled project"

// titleFrom is the title of a project made without one: the first words of its brief.
func titleFrom(brief string) string {
	if line, _ := content.Excerpt(brief, content.TitleWords); line != "" {
		return line
	}
	return Untitled
}
