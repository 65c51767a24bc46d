package postgres

import (
	"fmt"
	"testing"

	"vitrine/core/ident"
	"vitrine/core/insights"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
)

// plantRollup puts rows into the rollups as they are, each in place of the one with its key.
func (db *DB) plantRollup(t testing.TB, owner ident.Owner, planted insights.Rollup) {
	require.NoError(t, db.inTx(t.Context(), func(tx pgx.Tx) error {
		var b pgx.Batch
		for r, lines := range map[rollup][]line{
			quarterRollup:    quarterLines(planted.Quarters),
			dayRollup:        dayLines(planted.Days),
			channelDayRollup: dayLines(planted.ChannelDays),
		} {
			for _, l := range lines {
				r.queueRemoval(&b, owner, l)
				if !l.counts.IsZero() {
					r.queue(&b, owner, []line{l})
				}
			}
		}
		return send(t.Context(), tx, &b)
	}))
}

// queueRemoval removes the row with the key of the line.
func (r rollup) queueRemoval(b *pgx.Batch, owner ident.Owner, l line) {
	var keys keyColumns
	keys.add(l)
	for _, table := range []string{r.source().counts, r.source().revenue} {
		b.Queue(fmt.Sprintf(`
			DELETE FROM %s WHERE owner_id = $1 AND (at, %s) IN (
				SELECT at, %[2]s FROM unnest($2::timestamptz[], $3::uuid[], $4::text[], $5::text[]) AS k (at, asset_id, channel, asset_type))`,
			table, r.key), owner, keys.at, keys.asset, keys.channel, keys.assetType)
	}
}
