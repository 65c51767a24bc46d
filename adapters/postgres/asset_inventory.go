package postgres

import (
	"context"
	"fmt"

	"vitrine/core/ident"
	"vitrine/core/index"
)

// assetCheck is gallery.Check of the asset a.
const assetCheck = `a.version * (1 + ('x' || right(a.id::text, 5))::bit(20)::bigint)`

// Sums implements index.Inventory: a walk along the primary key.
func (s *AssetStock) Sums(ctx context.Context, after ident.Owner, n int) ([]index.Sum, error) {
	const find = `
		SELECT a.owner_id AS owner, count(*) AS documents, sum(` + assetCheck + `)::bigint AS check
		FROM assets a WHERE a.owner_id > $1 GROUP BY a.owner_id ORDER BY a.owner_id LIMIT $2`
	var sums []index.Sum
	err := s.db.sql.SelectContext(ctx, &sums, find, string(after), n)
	return sums, translate(err)
}

// Entries implements index.Inventory.
func (s *AssetStock) Entries(ctx context.Context, owner ident.Owner, after string, n int) ([]index.Entry, error) {
	const find = `
		SELECT a.id::text AS id, a.version, ` + assetCheck + ` AS check
		FROM assets a WHERE a.owner_id = $1 AND a.id > $2 ORDER BY a.id LIMIT $3`
	var from ident.ID
	if after != "" {
		var err error
		if from, err = ident.ParseID(after); err != nil {
			return nil, fmt.Errorf("document %q of %q is no asset's, only a new index is rid of it: %w", after, owner, err)
		}
	}
	var entries []index.Entry
	err := s.db.sql.SelectContext(ctx, &entries, find, string(owner), uid(from), n)
	return entries, translate(err)
}

// Unlearnt implements index.Ledger. What is no id of an asset is never pending.
func (s *AssetStock) Unlearnt(ctx context.Context, owner ident.Owner, ids []string) ([]string, error) {
	const find = `
		SELECT k.id FROM unnest($2::text[]) AS k (id) JOIN search_dirty d ON d.owner_id = $1 AND d.asset_id::text = k.id`
	var pending []string
	err := s.db.sql.SelectContext(ctx, &pending, find, string(owner), ids)
	return pending, translate(err)
}
