package postgres

import (
	"context"
	"fmt"
	"math"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/jackc/pgx/v5"
)

// Fences implements gallery.Finder.
func (s *Assets) Fences(ctx context.Context, owner ident.Owner, q gallery.Query, every int64) (f page.Fences, err error) {
	err = s.db.snapshot(ctx, func(tx pgx.Tx) error {
		if f.Total, err = countAssets(ctx, tx, owner, q.Filter, math.MaxInt64-1); err != nil {
			return err
		}
		f.Every = page.Spacing(f.Total, every)
		f.Marks, err = marks(ctx, tx, owner, q, f.Every)
		return err
	})
	return f, err
}

// marks are the keys of every so-manieth row.
func marks(ctx context.Context, tx pgx.Tx, owner ident.Owner, q gallery.Query, every int64) ([]page.Key, error) {
	where := assetConditions(owner, q.Filter)
	alias, id := "a", "a.id"
	if !q.Filter.Text.Empty() {
		alias, id = "t", "t.asset_id"
	}
	order := assetKeys(q, alias, id, "").orderBy(q.Order.Desc)
	statement := fmt.Sprintf(`
		SELECT created_at, id FROM (
			SELECT %s.created_at, %s AS id, row_number() OVER (ORDER BY %s) AS n FROM %s WHERE %s) r
		WHERE n %% %s = 1 OR %[6]s = 1 ORDER BY n`,
		alias, id, order, countedTables(q.Filter, false), where, where.args.add(every))
	rows, err := tx.Query(ctx, statement, plannedFor(where.args)...)
	if err != nil {
		return nil, err
	}
	var created time.Time
	var key page.Key
	list := []page.Key{}
	_, err = pgx.ForEachRow(rows, []any{&created, &key.ID}, func() error {
		list = append(list, page.Key{Time: created.UnixMilli(), ID: key.ID})
		return nil
	})
	return list, err
}
