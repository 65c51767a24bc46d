package memory

import (
	"bytes"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// The orders that no list can ask for. The first two run from project to project.
const (
	inProjects = "position in project" // all assets of projects, by position
	forCovers  = "choice for cover"    // those that projects may show, the first choice first
	byID       = "id"                  // all assets
)

// behindImages is more than any position: what is further back than all images of a project.
const behindImages = 1 << 32

// placeInProject is the asset's place in the order inProjects. Those of no project stand before all others.
func placeInProject(k kept) page.Key {
	if k.ProjectID == nil {
		return page.Key{ID: k.ID}
	}
	return page.Key{Text: string(k.ProjectID[:]), Time: int64(k.Position), ID: k.ID}
}

// placeForCover is the asset's place in the order forCovers: an image is chosen rather than a video. Those that nobody
// may choose stand before all others.
func placeForCover(k kept) page.Key {
	if !k.counted() || k.picture() == nil {
		return page.Key{ID: k.ID}
	}
	place := placeInProject(k)
	if k.Type == gallery.Video {
		place.Time += behindImages
	}
	return place
}

// stretchOf are the bounds of a project in these orders.
func stretchOf(project ident.ID) bounds {
	id := string(project[:])
	return bounds{low: &page.Key{Text: id}, high: &page.Key{Text: id + "\x00"}} // no text sorts between the two
}

func compareIDs(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) }

// put adds the asset, or replaces the one with its id, and lets projects follow.
func (h *holding) put(a kept) {
	was, known := h.assets.find(a.ID)
	h.assets.put(a.ID, a)
	if known {
		h.derive(was, -1)
	}
	h.derive(a, 1)
}

// take removes the asset, and lets its project follow.
func (h *holding) take(a kept) {
	h.assets.remove(a.ID)
	h.derive(a, -1)
}

// derive brings the counts and the cover of the asset's project up to date, which nothing is filed by.
func (h *holding) derive(a kept, by int64) {
	if a.ProjectID == nil {
		return
	}
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
	if first := h.assets.first(assetSchema.order(forCovers), stretchOf(p.ID), false); first != nil {
		p.Cover = first.value.picture()
	}
}

// contentsOf are the assets of a project, those in the trash included.
func (h *holding) contentsOf(project ident.ID) (list []kept) {
	for r := range h.assets.all(assetSchema.order(inProjects), stretchOf(project)) {
		list = append(list, r.value)
	}
	return list
}

// lastPosition is the highest position of the project's assets, those in the trash included; -1 without any.
func (h *holding) lastPosition(project ident.ID) int {
	if last := h.assets.first(assetSchema.order(inProjects), stretchOf(project), true); last != nil {
		return last.value.Position
	}
	return -1
}
