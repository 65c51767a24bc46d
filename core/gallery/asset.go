package gallery

import (
	"slices"
	"time"

	"vitrine/core/content"
	"vitrine/core/ident"
	"vitrine/core/search"
)

// Limits of an asset: texts in code points, sizes in pixels, bytes or milliseconds.
const (
	MaxContent   = 100_000
	MaxWord      = 100 // provider and model
	MaxSeed      = 100
	MaxMimeType  = 100
	MaxDimension = 100_000
	MaxSize      = 1<<53 - 1 // the largest integer that every JSON reader keeps exact
	MaxDuration  = 24 * 60 * 60 * 1000
	MaxPosition  = 1_000_000
	// ExcerptLength is how much of prompt and content a list carries.
	ExcerptLength = 500
)

// AfterLast is the position of an asset that goes behind all others of its project.
const AfterLast = -1

// Type is the kind of an asset.
type Type string

// The types.
const (
	Image Type = "image"
	Video Type = "video"
	Text  Type = "text"
)

// Types are all types.
var Types = []Type{Image, Video, Text}

// Format is what a text is for.
type Format string

// Formats are all formats.
var Formats = []Format{"product_page", "social_post", "ad_short", "email", "other"}

// Scene is what an image shows.
type Scene string

// Scenes are all scenes.
var Scenes = []Scene{"hero", "lifestyle", "detail", "other"}

// Orientation is the shape of an image or a video.
type Orientation string

// Orientations are all orientations.
var Orientations = []Orientation{"portrait", "landscape", "square"}

// Asset is one generated image, video or text of an owner. The three types share one form; a member that belongs to
// another type is zero.
type Asset struct {
	ID        ident.ID
	ProjectID *ident.ID // nil for an asset of no project
	Type      Type

	Title    string
	Tags     []string
	Favorite bool
	Position int // order inside the project; equal ones fall to the id

	Prompt, OriginalPrompt, NegativePrompt string

	Content  string // the copy itself
	Format   Format
	Language string // BCP 47

	URL, ThumbnailURL, MimeType string
	SizeBytes                   int64
	Width, Height               int
	DurationMS                  int64
	Scene                       Scene

	Provider, Model, Seed string
	ParentID              *ident.ID // what it was made from
	SourceID              *ident.ID // of a copy

	CreatedAt, UpdatedAt time.Time
	DeletedAt            *time.Time
	Version              int64
}

// Trashed reports whether the asset lies in the trash.
func (a Asset) Trashed() bool { return a.DeletedAt != nil }

// Orientation is the shape of an image or video whose size is known, else empty.
func (a Asset) Orientation() Orientation {
	switch {
	case a.Width == 0 || a.Height == 0:
		return ""
	case a.Width < a.Height:
		return "portrait"
	case a.Width > a.Height:
		return "landscape"
	default:
		return "square"
	}
}

// DisplayTitle is what to call the asset: its title, else the first words of its copy or of its prompt.
func (a Asset) DisplayTitle() string {
	if a.Title != "" {
		return a.Title
	}
	words := a.Prompt
	if a.Type == Text {
		words = a.Content
	}
	line, cut := content.Excerpt(words, content.TitleWords)
	switch {
	case line == "":
		return "Untitled"
	case cut:
		return line + "…"
	default:
		return line
	}
}

// Excerpt is the asset as a list shows it: prompt and content shortened, the other two prompts left out. truncated
// names the members that were shortened.
func (a Asset) Excerpt() (short Asset, truncated []string) {
	var cut bool
	if a.Prompt, cut = content.Head(a.Prompt, ExcerptLength); cut {
		truncated = append(truncated, "prompt")
	}
	if a.Content, cut = content.Head(a.Content, ExcerptLength); cut {
		truncated = append(truncated, "content")
	}
	a.OriginalPrompt, a.NegativePrompt = "", ""
	return a, truncated
}

// SearchFields are the texts that are searched, in the order in which they spend the positions of a row.
func (a Asset) SearchFields() []search.Field {
	return []search.Field{
		{Name: "title", Weight: search.WeightA, Texts: []string{a.Title}},
		{Name: "tags", Weight: search.WeightB, Texts: a.Tags, List: true},
		{Name: "prompt", Weight: search.WeightC, Texts: []string{a.Prompt}, Prompt: true},
		{Name: "original_prompt", Weight: search.WeightD, Texts: []string{a.OriginalPrompt}, Prompt: true},
		{Name: "content", Weight: search.WeightD, Texts: []string{a.Content}},
	}
}

// Document is the asset's text as it is searched.
func (a Asset) Document() search.Document { return search.NewDocument(a.SearchFields()) }

// SameText reports whether both have the same text to search.
func (a Asset) SameText(o Asset) bool {
	return a.Title == o.Title && a.Prompt == o.Prompt && a.OriginalPrompt == o.OriginalPrompt &&
		a.Content == o.Content && slices.Equal(a.Tags, o.Tags)
}

// Clone is a copy that shares nothing an edit could touch.
func (a Asset) Clone() Asset {
	a.Tags = slices.Clone(a.Tags)
	a.ProjectID = cloned(a.ProjectID)
	a.ParentID = cloned(a.ParentID)
	a.SourceID = cloned(a.SourceID)
	a.DeletedAt = cloned(a.DeletedAt)
	return a
}

func cloned[T any](v *T) *T {
	if v == nil {
		return nil
	}
	c := *v
	return &c
}
