package memory

import (
	"bytes"
	"cmp"
	"math"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// byPosition is the order of assets inside their projects.
func byPosition(a, b *kept) bool {
	return cmp.Or(compareIDs(*a.ProjectID, *b.ProjectID), cmp.Compare(a.Position, b.Position), compareIDs(a.ID, b.ID)) < 0
}

// byChoice is the order in which projects choose their covers.
func byChoice(a, b *kept) bool {
	return cmp.Or(
		compareIDs(*a.ProjectID, *b.ProjectID),
		cmp.Compare(a.choice(), b.choice()), cmp.Compare(a.Position, b.Position), compareIDs(a.ID, b.ID),
	) < 0
}

func compareIDs(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) }

// choice ranks what a project shows: an image rather than a video.
func (k *kept) choice() int {
	if k.Type == gallery.Video {
		return 1
	}
	return 0
}

// picture is what the asset has to show as a cover: the thumbnail of an image or, without one, the image itself; of a
// video the thumbnail. Nil is nothing.
func (k *kept) picture() *projects.Picture {
	url := k.ThumbnailURL
	if url == "" && k.Type == gallery.Image {
		url = k.URL
	}
	if url == "" || k.Type == gallery.Text {
		return nil
	}
	return &projects.Picture{URL: url, Width: k.Width, Height: k.Height}
}

// put adds the asset, or replaces the one with its id, and lets projects follow.
func (h *holding) put(a *kept) {
	if old, ok := h.assets[a.ID]; ok {
		h.take(old)
	}
	h.assets[a.ID] = a
	if a.ProjectID == nil {
		return
	}
	h.contents.Set(a)
	if a.picture() != nil && a.counted() {
		h.covers.Set(a)
	}
	h.derive(a, 1)
}

// take removes the asset, and lets its project follow.
func (h *holding) take(a *kept) {
	delete(h.assets, a.ID)
	if a.ProjectID == nil {
		return
	}
	h.contents.Delete(a)
	h.covers.Delete(a)
	h.derive(a, -1)
}

// derive brings the counts and the cover of the asset's project up to date, which nothing is filed by.
func (h *holding) derive(a *kept, by int64) {
	p := &h.projects.rows[*a.ProjectID].value
	if a.counted() {
		switch a.Type {
		case gallery.Image:
			p.Assets.Image += by
		case gallery.Video:
			p.Assets.Video += by
		case gallery.Text:
			p.Assets.Text += by
		}
	}
	p.Cover = nil
	h.covers.Ascend(before(p.ID), func(first *kept) bool {
		if *first.ProjectID == p.ID {
			p.Cover = first.picture()
		}
		return false
	})
}

// contentsOf are the assets of a project, those in the trash included, in their order.
func (h *holding) contentsOf(project ident.ID) (list []*kept) {
	h.contents.Ascend(before(project), func(a *kept) bool {
		if *a.ProjectID != project {
			return false
		}
		list = append(list, a)
		return true
	})
	return list
}

// lastPosition is the highest position of the project's assets, those in the trash included; -1 without any.
func (h *holding) lastPosition(project ident.ID) int {
	last := -1
	h.contents.Descend(behind(project), func(a *kept) bool {
		if *a.ProjectID == project {
			last = a.Position
		}
		return false
	})
	return last
}

// before and behind stand for assets at either end of a project.

func before(project ident.ID) *kept {
	return &kept{Asset: gallery.Asset{ProjectID: &project, Position: math.MinInt}}
}

func behind(project ident.ID) *kept {
	return &kept{Asset: gallery.Asset{ProjectID: &project, Position: math.MaxInt}}
}
