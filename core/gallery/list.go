package gallery

import (
	"context"
	"time"

	"vitrine/core/fault"
	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"
)

// Listed is a page of assets, and what was corrected in the query to find them.
type Listed struct {
	Page        page.Page[Entry]
	Corrections []search.Correction
	Degraded    bool // another engine than the one in charge answered
}

// Entry is an asset of a page with the stretches that the query matched.
type Entry struct {
	Row
	Highlights []search.Highlight
}

// reading is one question for assets on its way to an answer.
type reading struct {
	query       Query
	bound       page.Fingerprint
	corrections []search.Correction
	highlights  bool
	degraded    bool
}

// read begins to read a listing.
func (l Listing) read(owner ident.Owner) (reading, error) {
	q, bound, err := l.normalize(owner)
	r := reading{query: q, bound: bound, highlights: l.Highlights}
	r.correct(corrections(q.Window.Note))
	return r, err
}

// correct replaces words of the query from here on.
func (r *reading) correct(c []search.Correction) {
	r.corrections = c
	r.query.Filter.Text = r.query.Filter.Text.Correct(c)
}

// cursor writes a cursor, which carries the corrections.
func (r reading) cursor(c page.Cursor) string {
	c.Note = note(r.corrections)
	return c.Encode(r.bound)
}

func (r reading) answer(p page.Page[Row]) Listed {
	entries := page.Map(p, func(row Row) Entry {
		e := Entry{Row: row}
		if r.highlights {
			e.Highlights = r.query.Filter.Text.Highlight(row.Asset.SearchFields())
		}
		return e
	})
	return Listed{Page: entries, Corrections: r.corrections, Degraded: r.degraded}
}

// List answers a page of assets. Where the first page would be empty, misspelt words are corrected, and the corrections
// hold for the whole walk.
func (s *Service) List(ctx context.Context, owner ident.Owner, l Listing) (Listed, error) {
	r, err := l.read(owner)
	if err != nil {
		return Listed{}, err
	}
	rows, err := s.rows(ctx, owner, &r)
	if err == nil && len(rows) == 0 && l.Cursor == "" {
		rows, err = s.listCorrected(ctx, owner, &r)
	}
	return r.answer(page.Cut(rows, r.query.Window, r.query.Key, r.cursor)), err
}

// listCorrected corrects the query and reads its rows; it gives none where there is nothing to correct.
func (s *Service) listCorrected(ctx context.Context, owner ident.Owner, r *reading) ([]Row, error) {
	found, err := s.correct(ctx, owner, r.query.Filter)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	r.correct(found)
	return s.rows(ctx, owner, r)
}

// Around answers the page that has the asset in its middle, with cursors both ways. It fails with "not-found" where the
// asset is not in the list.
func (s *Service) Around(ctx context.Context, owner ident.Owner, l Listing, id ident.ID) (Listed, error) {
	r, err := l.read(owner)
	if err != nil {
		return Listed{}, err
	}
	if err := s.correctAsListed(ctx, owner, &r); err != nil {
		return Listed{}, err
	}
	asset, err := s.repo.Find(ctx, owner, id)
	if err != nil {
		return Listed{}, err
	}
	return s.around(ctx, owner, r, asset)
}

// correctAsListed corrects the query as List would: only where it finds nothing as typed.
func (s *Service) correctAsListed(ctx context.Context, owner ident.Owner, r *reading) error {
	if r.query.Filter.Text.Empty() {
		return nil
	}
	first := r.query
	first.Window = page.Window{Limit: 1}
	rows, err := s.finder.List(ctx, owner, first)
	if err != nil || len(rows) > 0 {
		return err
	}
	found, err := s.correct(ctx, owner, r.query.Filter)
	r.correct(found)
	return err
}

func (s *Service) around(ctx context.Context, owner ident.Owner, r reading, asset Asset) (Listed, error) {
	score, _ := r.query.Filter.Text.Match(asset.Document())
	key := r.query.Key(Row{Asset: asset, Score: score})
	before := (r.query.Window.Limit - 1) / 2
	on := page.Window{Limit: r.query.Window.Limit - before, From: &key, Inclusive: true}
	back := page.Window{Limit: before, From: &key, Backward: true}

	rows, err := s.window(ctx, owner, r.query, on)
	if err != nil {
		return Listed{}, err
	}
	if len(rows) == 0 || rows[0].Asset.ID != asset.ID {
		return Listed{}, fault.Absent()
	}
	earlier, err := s.window(ctx, owner, r.query, back)
	if err != nil {
		return Listed{}, err
	}
	front := page.Cut(earlier, back, r.query.Key, r.cursor)
	rest := page.Cut(rows, on, r.query.Key, r.cursor)
	return r.answer(page.Page[Row]{Items: append(front.Items, rest.Items...), Prev: front.Prev, Next: rest.Next}), nil
}

func (s *Service) window(ctx context.Context, owner ident.Owner, q Query, w page.Window) ([]Row, error) {
	q.Window = w
	return s.finder.List(ctx, owner, q)
}

// Fences are marks along a list with the cursors that begin there.
type Fences struct {
	Every  int64
	Total  int64
	Fences []Fence
}

// Fence is one mark: the list read from Cursor (empty for the beginning) starts at row Ordinal, created at that time.
type Fence struct {
	Ordinal   int64
	Cursor    string
	CreatedAt time.Time
}

// Fences marks a list, which must be in one of DateOrders, every so many rows.
func (s *Service) Fences(ctx context.Context, owner ident.Owner, l Listing, every int64) (Fences, error) {
	r, err := l.read(owner)
	if err != nil {
		return Fences{}, err
	}
	if err := s.correctAsListed(ctx, owner, &r); err != nil {
		return Fences{}, err
	}
	found, err := s.finder.Fences(ctx, owner, r.query, every)
	if err != nil {
		return Fences{}, err
	}
	f := Fences{Every: found.Every, Total: found.Total, Fences: make([]Fence, len(found.Marks))}
	for i, key := range found.Marks {
		f.Fences[i] = Fence{Ordinal: int64(i) * found.Every, CreatedAt: time.UnixMilli(key.Time).UTC()}
		if i > 0 {
			f.Fences[i].Cursor = r.cursor(page.Cursor{Inclusive: true, Key: key})
		}
	}
	return f, nil
}
