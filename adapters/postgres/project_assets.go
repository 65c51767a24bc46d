package postgres

import (
	"vitrine/core/gallery"
	"vitrine/core/ident"

	"github.com/jackc/pgx/v5"
)

// projectChanges is what changes of assets do to the counts of their projects.
type projectChanges map[ident.ID]*countChange

type countChange struct {
	images, videos, texts int64
}

// add notes that an asset went from one state to another; nil is no asset.
func (c projectChanges) add(from, to *gallery.Asset) {
	c.count(from, -1)
	c.count(to, 1)
}

func (c projectChanges) count(a *gallery.Asset, by int64) {
	if a == nil || a.ProjectID == nil || a.Trashed() {
		return
	}
	change := c[*a.ProjectID]
	if change == nil {
		change = &countChange{}
		c[*a.ProjectID] = change
	}
	switch a.Type {
	case gallery.Image:
		change.images += by
	case gallery.Video:
		change.videos += by
	default:
		change.texts += by
	}
}

// queue brings counts and covers of the projects up to date, in the order of their ids. The cover is the first live
// image by position and id, its thumbnail if it has one; else the first live video's thumbnail; else none.
func (c projectChanges) queue(b *pgx.Batch, owner ident.Owner) {
	const update = `
		UPDATE project_states SET images = images + $3, videos = videos + $4, texts = texts + $5,
			(cover_url, cover_width, cover_height) = (
				SELECT c.url, c.width, c.height FROM (
					(SELECT 1 AS choice, coalesce(nullif(thumbnail_url, ''), url) AS url, width, height FROM assets
					WHERE owner_id = $1 AND project_id = $2 AND NOT trashed AND type = 'image' ORDER BY position, id LIMIT 1)
					UNION ALL
					(SELECT 2, thumbnail_url, width, height FROM assets
					WHERE owner_id = $1 AND project_id = $2 AND NOT trashed AND type = 'video' AND thumbnail_url <> ''
					ORDER BY position, id LIMIT 1)
					UNION ALL
					SELECT 3, NULL, 0, 0) c
				ORDER BY c.choice LIMIT 1)
		WHERE owner_id = $1 AND project_id = $2`
	for _, id := range sortedIDs(c) {
		b.Queue(update, owner, id, c[id].images, c[id].videos, c[id].texts)
	}
}
