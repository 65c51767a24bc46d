package contracttests

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/zone"
)

// market is an owner's journal of random events, with the assets and projects that they are about.
type market struct {
	*journal

	rng    *rand.Rand
	assets []ident.ID // those that were purged are among them
	homes  []ident.ID // live, in the trash, purged, and nobody's
}

const (
	marketDays   = 70 // how many days the events of a market lie within
	marketEvents = 240
	batchSize    = 80
)

// market sells from a seed: the same events on the same days whoever the owner is.
func (s *scene) market(seed uint64) *market {
	s.Helper()
	m := &market{journal: s.journal(), rng: rand.New(rand.NewPCG(seed, 1))}
	for _, title := range []string{"Lamp", "Gone", "Purged"} {
		m.homes = append(m.homes, s.project(title).ID)
	}
	for i := range 12 {
		var home *ident.ID
		if i%4 < 3 {
			home = &m.homes[i%4]
		}
		m.assets = append(m.assets, s.framed(gallery.Types[i%3], home, func(a *gallery.Asset) { a.CreatedAt = m.time() }))
	}
	source := m.assets[0]
	s.framed(gallery.Image, nil, func(a *gallery.Asset) { a.SourceID = &source })
	for sent := 0; sent < marketEvents; sent += batchSize {
		var batch []insights.NewEvent
		for range batchSize {
			batch = append(batch, m.event())
		}
		m.happened(batch...)
	}
	m.afterwards()
	return m
}

// afterwards moves, trashes and purges assets that have had their events.
func (m *market) afterwards() {
	m.Helper()
	m.changeAsset(m.assets[3], func(a *gallery.Asset) { a.ProjectID, a.Position = &m.homes[0], gallery.AfterLast })
	m.changeAsset(m.assets[4], func(a *gallery.Asset) { a.ProjectID = nil })
	m.trashAsset(m.assets[8], collected)
	m.trash(m.homes[1], collected)
	m.purge(m.homes[2])
	m.homes = append(m.homes, m.newID())
}

// time is within the days of the market, and now and then right beside an edge of something.
func (m *market) time() time.Time {
	at := noon.Add(-time.Duration(m.rng.Int64N(int64(marketDays * insights.UTCDay)))).Truncate(time.Millisecond)
	if m.rng.IntN(3) == 0 {
		grain := pick(m.rng, []time.Duration{insights.Quarter, time.Hour, insights.UTCDay})
		at = at.Truncate(grain).Add(time.Duration(m.rng.IntN(3)-1) * time.Millisecond)
	}
	return at
}

// event draws an event, which may be of an order that was counted or of an asset that nobody has.
func (m *market) event() insights.NewEvent {
	asset := pick(m.rng, m.assets)
	if m.rng.IntN(20) == 0 {
		asset = m.newID()
	}
	kind := pick(m.rng, insights.EventTypes)
	e := m.scene.event(kind, asset, m.time())
	if kind == insights.Conversion || kind == insights.Refund {
		currency := pick(m.rng, []insights.Currency{"EUR", "USD", "JPY"})
		e = m.purchase(kind, asset, m.time(), strconv.Itoa(m.rng.IntN(60)), currency, m.rng.Int64N(insights.MaxValueMinor+1))
	}
	e.Channel = string(pick(m.rng, insights.Channels))
	return e
}

func (m *market) filter() insights.Filter {
	f := insights.Filter{Channels: several(m.rng, insights.Channels), AssetTypes: several(m.rng, insights.AssetTypes)}
	if m.rng.IntN(2) == 0 {
		f.ProjectID = new(pick(m.rng, m.homes))
	}
	return f
}

// several draws up to two of them, each once.
func several[T cmp.Ordered](rng *rand.Rand, from []T) []T {
	drawn := some(rng, from, 2)
	slices.Sort(drawn)
	return slices.Compact(drawn)
}

// axes draws up to three lists of edges.
func (m *market) axes() (axes []insights.Axis) {
	for range m.rng.IntN(4) {
		axes = append(axes, m.axis())
	}
	return axes
}

// zones are those of odd offsets and odd changes of the clock.
var zones = []string{
	"UTC", "Europe/Lisbon", "America/New_York", "America/Santiago", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe",
	"Pacific/Apia", "Pacific/Chatham",
}

// axis draws edges at quarter hours, at local days or months of a zone, or anywhere; or one edge or none, which is no span.
func (m *market) axis() (axis insights.Axis) {
	local, err := zone.Load(pick(m.rng, zones))
	m.ok(err)
	from, edges := m.time().In(local), m.rng.IntN(20)
	step := pick(m.rng, []func(n int) time.Time{
		func(n int) time.Time { return from.Truncate(insights.Quarter).Add(time.Duration(n) * insights.Quarter) },
		func(n int) time.Time { return from.Add(time.Duration(n) * 7 * time.Hour) },
		func(n int) time.Time { return time.Date(from.Year(), from.Month(), from.Day()+n, 0, 0, 0, 0, local) },
		func(n int) time.Time { return time.Date(from.Year(), from.Month()+time.Month(n), 1, 0, 0, 0, 0, local) },
		func(n int) time.Time { return from.Add(time.Duration(n*n) * time.Minute) },
	})
	for n := range edges {
		axis = append(axis, step(n).UTC())
	}
	return axis
}

// span draws the span of a list of edges, from its beginning to its end.
func (m *market) span() insights.Span {
	for {
		if axis := m.axis(); axis.Len() > 0 {
			return insights.Span{Start: axis[0], End: axis[axis.Len()]}
		}
	}
}
