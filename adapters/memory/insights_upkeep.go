package memory

import (
	"context"
	"slices"
	"time"

	"vitrine/core/ident"
	"vitrine/core/insights"
)

// Owners implements insights.Upkeep.
func (s *Insights) Owners(ctx context.Context, after ident.Owner, limit int) (owners []ident.Owner, err error) {
	for _, owner := range s.db.owners() {
		if owner <= after {
			continue
		}
		if len(owners) == limit {
			break
		}
		err = s.db.read(ctx, owner, func(h *holding) error {
			if !h.book.empty() {
				owners = append(owners, owner)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return owners, ctx.Err()
}

// Forget implements insights.Upkeep. Once begun, the slice is finished.
func (s *Insights) Forget(ctx context.Context, before time.Time, limit int) (deleted int, err error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	for _, owner := range s.db.owners() {
		err = s.db.write(context.WithoutCancel(ctx), owner, func(h *holding) (func(), error) {
			old := h.book.before(before, limit-deleted)
			return func() { h.book.forget(old); deleted += len(old) }, nil
		})
		if err != nil {
			return deleted, err
		}
	}
	return deleted, nil
}

// Compare implements insights.Upkeep.
func (s *Insights) Compare(
	ctx context.Context, owner ident.Owner, since time.Time, repair bool,
) (d insights.Drift, err error) {
	err = s.db.write(ctx, owner, func(h *holding) (func(), error) {
		d = insights.Drift{}
		wrong := h.book.deviations(since.UTC().Truncate(insights.UTCDay))
		for _, w := range wrong {
			d.Keys++
			if len(d.Examples) < insights.MaxExamples {
				d.Examples = append(d.Examples, w.difference())
			}
		}
		return func() {
			for _, w := range wrong {
				if repair {
					w.in.put(w.events)
				}
			}
		}, nil
	})
	if err != nil {
		return insights.Drift{}, err
	}
	return d, nil
}

// deviation is a row of a rollup that is not what the events add up to. The keys of the two are the same.
type deviation struct {
	in           *rollup
	kept, events line
}

// difference is the deviation in copies.
func (d deviation) difference() insights.Difference {
	shown := insights.Difference{Rollup: d.in.name, Key: d.kept.String()}
	shown.Kept.Add(d.kept.counts)
	shown.Events.Add(d.events.counts)
	return shown
}

// deviations are those of each rollup from a day on, in key order.
func (b *book) deviations(since time.Time) (wrong []deviation) {
	var events []insights.Event
	b.byTime.Ascend(&insights.Event{At: since}, func(e *insights.Event) bool {
		events = append(events, *e)
		return true
	})
	for i, rows := range rowsOf(insights.Roll(events)) {
		wrong = append(wrong, b.rollups()[i].deviations(since, rows)...)
	}
	return wrong
}

// deviations compares the rows from a time on with what they should be.
func (r *rollup) deviations(since time.Time, want []line) (wrong []deviation) {
	sound := newRollup(r.name, r.grain, r.compare)
	sound.add(want)
	for kept := range r.from(since) {
		events, ok := sound.rows.Delete(kept)
		if !ok {
			events = kept
			events.counts = insights.Counts{}
		}
		if !sameCounts(kept.counts, events.counts) {
			wrong = append(wrong, deviation{r, kept, events})
		}
	}
	for events := range sound.from(since) {
		kept := events
		kept.counts = insights.Counts{}
		wrong = append(wrong, deviation{r, kept, events})
	}
	slices.SortFunc(wrong, func(a, b deviation) int { return r.compare(a.kept, b.kept) })
	return wrong
}
