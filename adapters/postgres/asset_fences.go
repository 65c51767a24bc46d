package postgres

import (
	"context"
	"fmt"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/jackc/pgx/v5"
)

// Fences implements gallery.Finder. One pass gives marks and total, unless there are so many rows that the marks have to
// be further apart than was asked for.
func (s *Assets) Fences(ctx context.Context, owner ident.Owner, q gallery.Query, every int64) (f page.Fences, err error) {
	err = s.db.snapshot(ctx, func(tx pgx.Tx) error {
		if f, err = readFences(ctx, tx, owner, q, every); err != nil {
			return err
		}
		if spacing := page.Spacing(f.Total, every); spacing != every {
			f, err = readFences(ctx, tx, owner, q, spacing)
		}
		return err
	})
	return f, err
}

// readFences reads the keys of every so-manieth row, and of the last one, whose number is the total.
func readFences(ctx context.Context, tx pgx.Tx, owner ident.Owner, q gallery.Query, every int64) (page.Fences, error) {
	where := assetConditions(owner, q.Filter)
	alias, id := "a", "a.id"
	if !q.Filter.Text.Empty() {
		alias, id = "t", "t.asset_id"
	}
	statement := fmt.Sprintf(`
		SELECT created_at, id, n FROM (
			SELECT %s.created_at, %s AS id, row_number() OVER w AS n, lead(true) OVER w IS NULL AS last FROM %s WHERE %s
			WINDOW w AS (ORDER BY %s)) r
		WHERE (n - 1) %% %s = 0 OR last ORDER BY n`,
		alias, id, countedTables(q.Filter, false), where, assetKeys(q, alias, id, "").orderBy(q.Order.Desc), where.args.add(every))
	rows, err := tx.Query(ctx, statement, plannedFor(where.args)...)
	if err != nil {
		return page.Fences{}, err
	}
	f := page.Fences{Every: every, Marks: []page.Key{}}
	var created time.Time
	var key page.Key
	_, err = pgx.ForEachRow(rows, []any{&created, &key.ID, &f.Total}, func() error {
		if (f.Total-1)%every == 0 {
			f.Marks = append(f.Marks, page.Key{Time: created.UnixMilli(), ID: key.ID})
		}
		return nil
	})
	return f, err
}
