package postgres

import (
	"context"
	"time"

	"vitrine/core/ident"

	"github.com/jackc/pgx/v5"
)

// Owners implements insights.Upkeep. It goes from one owner to the next by index, past all rows between them.
func (s *Insights) Owners(ctx context.Context, after ident.Owner, limit int) ([]ident.Owner, error) {
	const find = `
		WITH RECURSIVE owners (owner_id) AS (
			SELECT $1::text COLLATE "C"
			UNION ALL
			SELECT (
				SELECT min(owner_id) FROM (
					SELECT min(e.owner_id) AS owner_id FROM events e WHERE e.owner_id > o.owner_id
					UNION ALL SELECT min(r.owner_id) FROM rollup_15min r WHERE r.owner_id > o.owner_id
					UNION ALL SELECT min(r.owner_id) FROM rollup_day_asset r WHERE r.owner_id > o.owner_id
					UNION ALL SELECT min(r.owner_id) FROM rollup_day_asset_channel r WHERE r.owner_id > o.owner_id) next)
			FROM owners o WHERE o.owner_id IS NOT NULL)
		SELECT owner_id FROM owners WHERE owner_id > $1 LIMIT $2`
	var owners []ident.Owner
	err := s.db.sql.SelectContext(ctx, &owners, find, after, limit)
	return owners, translate(err)
}

// Forget implements insights.Upkeep. The index of times leads with the owner, so that it goes from one to the next.
func (s *Insights) Forget(ctx context.Context, before time.Time, limit int) (deleted int, err error) {
	const remove = `
		WITH RECURSIVE owners (owner_id) AS (
			SELECT min(owner_id) FROM events
			UNION ALL
			SELECT (SELECT min(e.owner_id) FROM events e WHERE e.owner_id > o.owner_id)
			FROM owners o WHERE o.owner_id IS NOT NULL
		), old AS MATERIALIZED (
			SELECT e.owner_id, e.id FROM owners o CROSS JOIN LATERAL (
				SELECT e.owner_id, e.id FROM events e WHERE e.owner_id = o.owner_id AND e.at < $1 ORDER BY e.at LIMIT $2) e
			LIMIT $2
		)
		DELETE FROM events e USING old WHERE e.owner_id = old.owner_id AND e.id = old.id`
	err = s.db.inTx(ctx, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, remove, before, limit)
		deleted = int(tag.RowsAffected())
		return err
	})
	return deleted, err
}
