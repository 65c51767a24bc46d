package memory

import (
	"context"
	"unicode/utf8"

	"vitrine/core/ident"
	"vitrine/core/search"
)

// Similar implements gallery.Vocabulary. Terms that begin with another letter are not near, so it walks from the first
// letter of the word to the next one.
func (s *Assets) Similar(ctx context.Context, owner ident.Owner, word string) (near []search.Candidate, err error) {
	_, first := utf8.DecodeRuneInString(word)
	limit := search.MaxEdits(word)
	err = s.db.read(ctx, owner, func(h *holding) error {
		seen := 0
		for term, rows := range h.assets.live.terms.prefixed(word[:first]) {
			if seen++; ended(ctx, seen) {
				return ctx.Err()
			}
			if search.Distance(word, term, limit) <= limit {
				near = append(near, search.Candidate{Term: term, Live: rows.len()})
			}
		}
		return nil
	})
	return near, err
}
