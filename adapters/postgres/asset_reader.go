package postgres

import (
	"context"

	"vitrine/core/gallery"
	"vitrine/core/ident"
)

// ByIDs implements gallery.Reader.
func (s *Assets) ByIDs(ctx context.Context, owner ident.Owner, ids []ident.ID) ([]gallery.Row, error) {
	const find = `
		SELECT ` + assetColumns + `, a.prompt_cut, a.content_cut, 0 AS score
		FROM assets a WHERE a.owner_id = $1 AND a.id = ANY ($2)`
	var found []listedAsset
	if err := s.db.sql.SelectContext(ctx, &found, find, owner, ids); err != nil {
		return nil, translate(err)
	}
	return listedRows(found), nil
}
