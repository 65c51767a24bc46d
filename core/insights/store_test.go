package insights

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"

	"vitrine/core/idempotency"
	"vitrine/core/ident"
)

// store is every port over plain slices. It adds up from single events whenever it is asked, so that there is nothing in
// it to be wrong; only Compare looks at rollups, which are kept for it.
type store struct {
	books map[ident.Owner]*book
}

// book is what the store has of one owner.
type book struct {
	events   []Event
	first    *time.Time // outlives the events
	quarters map[QuarterKey]Counts
	days     map[DayKey]Counts // of both rollups
	assets   []storedAsset
	projects []time.Time // their creation
	receipts map[string]idempotency.Stored
}

type storedAsset struct {
	Card

	createdAt time.Time
	copied    bool
}

func newStore() *store { return &store{books: map[ident.Owner]*book{}} }

func (s *store) ports() Ports {
	return Ports{Events: s, Reader: s, Ranking: s, Catalog: s, Upkeep: s}
}

func (s *store) book(owner ident.Owner) *book {
	if s.books[owner] == nil {
		s.books[owner] = &book{
			quarters: map[QuarterKey]Counts{}, days: map[DayKey]Counts{}, receipts: map[string]idempotency.Stored{},
		}
	}
	return s.books[owner]
}

func (s *store) Insert(_ context.Context, owner ident.Owner, b Batch, key idempotency.Key) (Report, error) {
	to := s.book(owner)
	if stored, ok := to.receipts[key.Name]; ok {
		if receipt, found, err := key.Replay(stored); err != nil || found {
			if err != nil {
				return Report{}, err
			}
			return DecodeReport(receipt.Results)
		}
	}
	outcomes := to.facts().Judge(b.Events)
	to.keep(b.Accepted(outcomes))
	report := b.Report(outcomes)
	receipt, err := report.Receipt()
	if !key.IsZero() && !receipt.Empty() {
		to.receipts[key.Name] = idempotency.Stored{Fingerprint: key.Fingerprint, At: key.Now, Receipt: receipt}
	}
	return report, err
}

func (b *book) facts() Facts {
	f := Facts{Assets: map[ident.ID]AssetType{}, Events: map[ident.ID]Fingerprint{}, Orders: map[OrderKey]bool{}}
	for _, a := range b.assets {
		f.Assets[a.ID] = a.AssetType
	}
	for _, e := range b.events {
		f.Events[e.ID] = e.Fingerprint
		if key, ok := e.OrderKey(); ok {
			f.Orders[key] = true
		}
	}
	return f
}

func (b *book) keep(events []Event) {
	b.events = append(b.events, events...)
	for _, e := range events {
		if at := e.At.Truncate(Quarter); b.first == nil || at.Before(*b.first) {
			b.first = &at
		}
	}
	added := Roll(events)
	for _, row := range added.Quarters {
		b.quarters[row.Key] = sumOf(b.quarters[row.Key], row.Counts)
	}
	for _, row := range slices.Concat(added.Days, added.ChannelDays) {
		b.days[row.Key] = sumOf(b.days[row.Key], row.Counts)
	}
}

func sumOf(parts ...Counts) (sum Counts) {
	for _, c := range parts {
		sum.Add(c)
	}
	return sum
}

// admits is the filter in full.
func (b *book) admits(f Filter, e Event) bool {
	if !f.AdmitsChannel(e.Channel) || !f.AdmitsType(e.AssetType) {
		return false
	}
	return f.ProjectID == nil || slices.ContainsFunc(b.assets, func(a storedAsset) bool {
		return a.ID == e.AssetID && f.AdmitsProject(a.ProjectID)
	})
}

func (s *store) Read(_ context.Context, owner ident.Owner, q Question) (Reading, error) {
	from := s.book(owner)
	r := Reading{First: from.first}
	for i, axis := range q.Events {
		sums := map[Cell]Counts{}
		for _, e := range from.events {
			if n, ok := axis.Find(e.At); ok && from.admits(q.Filter, e) {
				cell := Cell{Axis: i, Span: n, Group: q.By.Group(e.Channel, e.AssetType)}
				sum := sums[cell]
				sum.Count(e)
				sums[cell] = sum
			}
		}
		for cell, sum := range sums {
			r.Events = append(r.Events, EventCell{Cell: cell, Counts: sum})
		}
	}
	r.Assets, r.Projects = from.assetsCreated(q), from.projectsCreated(q)
	return r, nil
}

func (s *store) Counted(_ context.Context, owner ident.Owner, ids []ident.ID) (known []ident.ID, err error) {
	for _, id := range ids {
		if slices.ContainsFunc(s.book(owner).events, func(e Event) bool { return e.AssetID == id }) {
			known = append(known, id)
		}
	}
	return known, nil
}

func (b *book) assetsCreated(q Question) (cells []CreatedCell) {
	created := map[Cell]int64{}
	for i, axis := range q.Assets {
		for _, a := range b.assets {
			if n, ok := axis.Find(a.createdAt); ok && !a.copied && q.Filter.AdmitsType(a.AssetType) && q.Filter.AdmitsProject(a.ProjectID) {
				cell := Cell{Axis: i, Span: n}
				if q.By == ByAssetType {
					cell.Group = string(a.AssetType)
				}
				created[cell]++
			}
		}
	}
	for cell, n := range created {
		cells = append(cells, CreatedCell{cell, n})
	}
	return cells
}

func (b *book) projectsCreated(q Question) (cells []CreatedCell) {
	created := map[Cell]int64{}
	for i, axis := range q.Projects {
		for _, at := range b.projects {
			if n, ok := axis.Find(at); ok {
				created[Cell{Axis: i, Span: n}]++
			}
		}
	}
	for cell, n := range created {
		cells = append(cells, CreatedCell{cell, n})
	}
	return cells
}

func (s *store) Rank(_ context.Context, owner ident.Owner, q RankQuery) (Standing, error) {
	from := s.book(owner)
	sums := map[ident.ID]AssetSum{}
	for _, e := range from.events {
		if q.Span.Contains(e.At) && from.admits(q.Filter, e) {
			sum := sums[e.AssetID]
			sum.AssetType = e.AssetType
			sum.Counts.Count(e)
			sums[e.AssetID] = sum
		}
	}
	standing := Standing{First: from.first}
	standing.Rows, standing.Total = q.Rank(sums)
	return standing, nil
}

func (s *store) Cards(_ context.Context, owner ident.Owner, ids []ident.ID) (cards []Card, err error) {
	for _, a := range s.book(owner).assets {
		if slices.Contains(ids, a.ID) {
			cards = append(cards, a.Card)
		}
	}
	return cards, nil
}

func (s *store) Oldest(_ context.Context, owner ident.Owner, limit int) (cards []Card, err error) {
	for _, a := range s.book(owner).assets {
		if !a.Deleted {
			cards = append(cards, a.Card)
		}
	}
	slices.SortFunc(cards, func(a, b Card) int { return slices.Compare(a.ID[:], b.ID[:]) })
	return cards[:min(limit, len(cards))], nil
}

func (s *store) Owners(_ context.Context, after ident.Owner, limit int) ([]ident.Owner, error) {
	owners := slices.DeleteFunc(slices.Sorted(maps.Keys(s.books)), func(o ident.Owner) bool {
		return o <= after || s.books[o].first == nil
	})
	return owners[:min(limit, len(owners))], nil
}

func (s *store) Compare(_ context.Context, owner ident.Owner, since time.Time, repair bool) (Drift, error) {
	b := s.book(owner)
	events := slices.DeleteFunc(slices.Clone(b.events), func(e Event) bool { return e.At.Before(since) })
	added := Roll(events)
	quarters, days := map[QuarterKey]Counts{}, map[DayKey]Counts{}
	for _, row := range added.Quarters {
		quarters[row.Key] = row.Counts
	}
	for _, row := range slices.Concat(added.Days, added.ChannelDays) {
		days[row.Key] = row.Counts
	}
	var d Drift
	compare(&d, "rollup_15min", b.quarters, quarters, repair, func(k QuarterKey) bool { return !k.At.Before(since) })
	compare(&d, "rollup_day_asset", b.days, days, repair, func(k DayKey) bool { return !k.Day.Before(since) })
	return d, nil
}

func compare[K comparable](d *Drift, rollup string, kept, events map[K]Counts, repair bool, within func(K) bool) {
	keys := maps.Clone(kept)
	maps.Copy(keys, events)
	for k := range keys {
		if !within(k) || reflect.DeepEqual(kept[k], events[k]) {
			continue
		}
		d.Keys++
		d.Examples = append(d.Examples, Difference{Rollup: rollup, Key: fmt.Sprint(k), Kept: kept[k], Events: events[k]})
		if repair {
			kept[k] = events[k]
		}
	}
	slices.SortFunc(d.Examples, func(x, y Difference) int { return cmp.Compare(x.Key, y.Key) })
}

func (s *store) Forget(_ context.Context, before time.Time, limit int) (deleted int, err error) {
	for _, owner := range slices.Sorted(maps.Keys(s.books)) {
		b := s.books[owner]
		b.events = slices.DeleteFunc(b.events, func(e Event) bool {
			old := e.At.Before(before) && deleted < limit
			if old {
				deleted++
			}
			return old
		})
	}
	return deleted, nil
}
