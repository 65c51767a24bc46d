package memory

import (
	"vitrine/core/gallery"
	"vitrine/core/projects"
)

// kept is an asset at rest, with what only its project knows of it.
type kept struct {
	gallery.Asset
	withProject bool // it went to the trash with its project, and comes back with it
}

// Clone is a copy that shares nothing an edit could touch.
func (k kept) Clone() kept {
	k.Asset = k.Asset.Clone()
	return k
}

// SameText reports whether both have the same text to search.
func (k kept) SameText(o kept) bool { return k.Asset.SameText(o.Asset) }

// counted reports whether the asset counts in its project: it is live, or a restore of the project brings it back.
func (k kept) counted() bool { return !k.Trashed() || k.withProject }

// picture is what the asset has to show as a cover: the thumbnail of an image or, without one, the image itself; of a
// video the thumbnail. Nil is nothing.
func (k kept) picture() *projects.Picture {
	url := k.ThumbnailURL
	if url == "" && k.Type == gallery.Image {
		url = k.URL
	}
	if url == "" || k.Type == gallery.Text {
		return nil
	}
	return &projects.Picture{URL: url, Width: k.Width, Height: k.Height}
}
