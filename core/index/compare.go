package index

import (
	"context"
	"slices"

	"vitrine/core/ident"
)

// comparison is of a copy with the record.
type comparison struct {
	record Ledger
	copied Inventory
}

// How much is read of each side at once, and how often a stretch is looked at while people write.
const (
	ownersAtOnce  = 500
	entriesAtOnce = 1000
	maxLooks      = 3
)

func ownerOf(s Sum) string { return string(s.Owner) }

func idOf(e Entry) string { return e.ID }

// all compares everything, and gives the owners among whose documents something is wrong. Only those whose sums differ are
// compared document by document. told learns what there is to report after each owner.
func (c comparison) all(ctx context.Context, told func(Report)) (r Report, flawed []ident.Owner, err error) {
	r.Flaws = map[Flaw]int64{}
	for after := ""; ; {
		indexed, err := c.copied.Sums(ctx, ident.Owner(after), ownersAtOnce)
		if err != nil {
			return r, nil, err
		}
		recorded, err := c.record.Sums(ctx, ident.Owner(after), ownersAtOnce)
		if err != nil {
			return r, nil, err
		}
		if recorded, indexed, after = abreast(recorded, indexed, ownerOf); after == "" {
			return r, flawed, nil
		}
		for record, copied := range pairs(recorded, indexed, ownerOf) {
			owner, differ := r.sum(record, copied)
			known := r.Drift()
			if differ {
				if err := c.owner(ctx, owner, func(s stretch) error { r.add(owner, s); return nil }); err != nil {
					return r, nil, err
				}
			}
			if r.Drift() > known {
				flawed = append(flawed, owner)
			}
			told(r)
		}
	}
}

// stretch is a part of an owner's documents, one after the other.
type stretch struct {
	end    string // the last id of it; "" if there is nothing any more
	wrong  []wrong
	absent int64 // documents that the copy has not, pending ones as well
}

// owner compares the owner's documents, and gives one stretch after the other.
func (c comparison) owner(ctx context.Context, owner ident.Owner, found func(stretch) error) error {
	for at := ""; ; {
		s, err := c.settled(ctx, owner, at)
		if err != nil || s.end == "" {
			return err
		}
		if err := found(s); err != nil {
			return err
		}
		at = s.end
	}
}

// settled gives the stretch after the place, with what two looks in a row find wrong in the same way. What was written
// between reading one side and the other is pending afterwards, or else the copy has learnt of it, which the next look sees.
func (c comparison) settled(ctx context.Context, owner ident.Owner, at string) (stretch, error) {
	s, err := c.look(ctx, owner, at, "")
	for look := 2; err == nil && len(s.wrong) > 0; look++ {
		before := make(map[wrong]bool, len(s.wrong))
		for _, w := range s.wrong {
			before[w.still()] = true
		}
		if s, err = c.look(ctx, owner, at, s.end); err != nil {
			break
		}
		n := len(s.wrong)
		lasting := slices.DeleteFunc(slices.Clone(s.wrong), func(w wrong) bool { return !before[w.still()] })
		if len(lasting) == n || look >= maxLooks {
			s.wrong = lasting
			break
		}
	}
	return s, err
}

// look compares the stretch after the place once, not beyond limit unless that is "". The copy is read first: so it can be
// behind what the record says, but not ahead of it.
func (c comparison) look(ctx context.Context, owner ident.Owner, at, limit string) (s stretch, err error) {
	indexed, err := c.copied.Entries(ctx, owner, at, entriesAtOnce)
	if err != nil {
		return s, err
	}
	recorded, err := c.record.Entries(ctx, owner, at, entriesAtOnce)
	if err != nil {
		return s, err
	}
	recorded, indexed, s.end = abreast(recorded, indexed, idOf)
	if limit != "" && s.end > limit {
		recorded, indexed, s.end = upTo(recorded, limit, idOf), upTo(indexed, limit, idOf), limit
	}
	last := ""
	for record, copied := range pairs(recorded, indexed, idOf) {
		w := wrongOf(record, copied)
		if copied != nil {
			if copied.ID == last {
				w.flaw = Double
			}
			last = copied.ID
		}
		if w.flaw != "" {
			s.wrong = append(s.wrong, w)
		}
		if w.flaw == Missing {
			s.absent++
		}
	}
	s.wrong, err = c.withoutPending(ctx, owner, s.wrong)
	return s, err
}

// withoutPending leaves out what the copy has not learnt yet.
func (c comparison) withoutPending(ctx context.Context, owner ident.Owner, all []wrong) ([]wrong, error) {
	if len(all) == 0 {
		return nil, nil
	}
	ids := make([]string, len(all))
	for i, w := range all {
		ids[i] = w.id
	}
	pending, err := c.record.Unlearnt(ctx, owner, ids)
	if err != nil {
		return nil, err
	}
	known := make(map[string]bool, len(pending))
	for _, id := range pending {
		known[id] = true
	}
	return slices.DeleteFunc(all, func(w wrong) bool { return known[w.id] }), nil
}
