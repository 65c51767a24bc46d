package postgres

import (
	"context"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
)

// cardColumns are the columns of cardRow, of a (assets).
const cardColumns = `a.id, a.type, a.title, a.prompt, a.content, a.thumbnail_url, a.project_id, a.trashed`

type cardRow struct {
	ID           uid    `db:"id"`
	Type         string `db:"type"`
	Title        string `db:"title"`
	Prompt       string `db:"prompt"`
	Content      string `db:"content"`
	ThumbnailURL string `db:"thumbnail_url"`
	ProjectID    *uid   `db:"project_id"`
	Trashed      bool   `db:"trashed"`
}

func (r cardRow) card() insights.Card {
	named := gallery.Asset{Type: gallery.Type(r.Type), Title: r.Title, Prompt: r.Prompt, Content: r.Content}
	return insights.Card{
		ID: ident.ID(r.ID), AssetType: insights.AssetType(r.Type), DisplayTitle: named.DisplayTitle(),
		ThumbnailURL: r.ThumbnailURL, ProjectID: optional(r.ProjectID), Deleted: r.Trashed,
	}
}

// Cards implements insights.Catalog.
func (s *Insights) Cards(ctx context.Context, owner ident.Owner, ids []ident.ID) ([]insights.Card, error) {
	const find = `SELECT ` + cardColumns + ` FROM assets a WHERE a.owner_id = $1 AND a.id = ANY ($2)`
	return s.cards(ctx, find, owner, ids)
}

// Oldest implements insights.Catalog.
func (s *Insights) Oldest(ctx context.Context, owner ident.Owner, limit int) ([]insights.Card, error) {
	const find = `SELECT ` + cardColumns + ` FROM assets a WHERE a.owner_id = $1 AND NOT a.trashed ORDER BY a.id LIMIT $2`
	return s.cards(ctx, find, owner, limit)
}

func (s *Insights) cards(ctx context.Context, statement string, args ...any) ([]insights.Card, error) {
	var found []cardRow
	if err := s.db.sql.SelectContext(ctx, &found, statement, args...); err != nil {
		return nil, translate(err)
	}
	cards := make([]insights.Card, len(found))
	for i, row := range found {
		cards[i] = row.card()
	}
	return cards, nil
}
