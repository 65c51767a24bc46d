package insights

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"vitrine/core/ident"
	"vitrine/core/index"
)

// Counter is what an index of figures holds: what was counted of an asset on one day of the zone of its owner's profile. There
// is none that is zero.
type Counter struct {
	CounterKey

	Zone      string // of the day
	AssetType AssetType
	Counts    Counts // without revenue, or nothing but the revenue in the key's currency
}

// CounterKey tells the counters of an owner apart.
type CounterKey struct {
	Day      time.Time // its date, as the midnight of UTC
	AssetID  ident.ID
	Channel  Channel
	Currency Currency // of revenue; empty for counts
}

// String is the id that the counter has in an index. It does not name the zone, so that the days of a new one take the place
// of the old.
func (k CounterKey) String() string {
	return fmt.Sprintf("%s/%s/%s/%s", k.Day.Format(time.DateOnly), k.AssetID, k.Channel, k.Currency)
}

// ParseCounterKey reads what String writes. The order of keys, member by member, is that of their texts.
func ParseCounterKey(s string) (k CounterKey, err error) {
	parts := strings.Split(s, "/")
	day, dated := time.Time{}, false
	if len(parts) == 4 {
		day, dated = parseDate(parts[0])
	}
	if !dated {
		return CounterKey{}, fmt.Errorf("%q is no counter", s)
	}
	k = CounterKey{Day: day, Channel: Channel(parts[2]), Currency: Currency(parts[3])}
	k.AssetID, err = ident.ParseID(parts[1])
	if err != nil || !slices.Contains(Channels, k.Channel) || k.Currency != "" && !soundCurrency(parts[3]) {
		return CounterKey{}, fmt.Errorf("%q is no counter", s)
	}
	return k, nil
}

// ToIndex is what an index has to learn of the counter as it was read. version is a number that was given out before it was: it
// then has all that happened before the number.
func (c Counter) ToIndex(owner ident.Owner, version int64) index.Change[Counter] {
	return index.Change[Counter]{Owner: owner, ID: c.String(), Version: version, Doc: &c}
}

// Check is a number that tells counters of an index apart that differ in anything. The sum over an owner's counters stays below
// 2^53 as long as there are fewer than 2^29.
func (c Counter) Check() int64 {
	const bits = 24
	h := fnv.New64a()
	n := c.Counts
	fmt.Fprintln(h, c.CounterKey, c.Zone, c.AssetType, n.Impressions, n.Views, n.Clicks, n.Conversions, n.Refunds, n.Revenue[c.Currency])
	return int64(h.Sum64() >> (64 - bits))
}
