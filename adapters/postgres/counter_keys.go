package postgres

import (
	"time"

	"vitrine/core/ident"
	"vitrine/core/index"
	"vitrine/core/insights"
)

// counterKeys are the keys of counters, as unnest takes them.
type counterKeys struct {
	owner             []string
	day               []time.Time
	asset             []ident.ID
	channel, currency []string
	version           []int64
}

// counterKeyTable makes a table of keys.
const counterKeyTable = `(
	SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::bigint[])
		WITH ORDINALITY AS k (owner_id, day, asset_id, channel, currency, version, n))`

// dirtyOfKeys are the rows d of the sums that counters k are, or may have been, made of: of the day of UTC with their date, and of
// those beside it.
const dirtyOfKeys = `
	(SELECT k.*, k.day + beside * interval '24 hours' AS at FROM ` + counterKeyTable + ` k, generate_series(-1, 1) beside) k
	JOIN search_counter_dirty d ON d.owner_id = k.owner_id AND d.at = k.at AND d.asset_id = k.asset_id AND d.channel = k.channel
		AND d.currency = k.currency`

func (c *counterKeys) add(owner ident.Owner, k insights.CounterKey, version int64) {
	c.owner, c.day, c.asset = append(c.owner, string(owner)), append(c.day, k.Day), append(c.asset, k.AssetID)
	c.channel, c.currency = append(c.channel, string(k.Channel)), append(c.currency, string(k.Currency))
	c.version = append(c.version, version)
}

func (c *counterKeys) args() []any {
	return []any{c.owner, c.day, c.asset, c.channel, c.currency, c.version}
}

// counterKeysOf are the keys of the changes.
func counterKeysOf(changes []index.Change[insights.Counter]) (keys counterKeys, err error) {
	for _, c := range changes {
		k, err := insights.ParseCounterKey(c.ID)
		if err != nil {
			return counterKeys{}, err
		}
		keys.add(c.Owner, k, c.Version)
	}
	return keys, nil
}
