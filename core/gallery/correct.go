package gallery

import (
	"context"
	"slices"
	"strings"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/search"
)

// correct finds what the misspelt words of a query stand for. A word is misspelt when no live asset of the owner has it.
// It gives none in the trash, whose words nobody counts.
func (s *Service) correct(ctx context.Context, owner ident.Owner, f Filter) ([]search.Correction, error) {
	if f.Trashed {
		return nil, nil
	}
	var found []search.Correction
	for _, c := range f.Text.Clauses {
		said := slices.ContainsFunc(found, func(f search.Correction) bool { return f.From == c.Typed })
		if c.Word == "" || said {
			continue
		}
		lives, err := s.lives(ctx, owner, c)
		if err != nil {
			return nil, err
		}
		if lives {
			continue
		}
		candidates, err := s.vocabulary.Similar(ctx, owner, c.Word)
		if err != nil {
			return nil, err
		}
		if to := search.Nearest(c.Word, candidates); len(to) > 0 {
			found = append(found, search.Correction{From: c.Typed, To: to})
		}
	}
	return found, nil
}

// lives reports whether any live asset matches the clause.
func (s *Service) lives(ctx context.Context, owner ident.Owner, c search.Clause) (bool, error) {
	rows, err := s.finder.List(ctx, owner, Query{
		Filter: Filter{Text: search.Query{Clauses: []search.Clause{c}}},
		Order:  Newest,
		Window: page.Window{Limit: 1},
	})
	return len(rows) > 0, err
}

// How corrections are written into a cursor: words hold no control characters.
const (
	betweenCorrections = "\x1e"
	betweenWords       = "\x1f"
)

// note writes corrections for a cursor, so that every page of a walk is corrected alike.
func note(corrections []search.Correction) string {
	notes := make([]string, len(corrections))
	for i, c := range corrections {
		notes[i] = strings.Join(append([]string{c.From}, c.To...), betweenWords)
	}
	return strings.Join(notes, betweenCorrections)
}

// corrections reads what note wrote.
func corrections(note string) []search.Correction {
	if note == "" {
		return nil
	}
	var found []search.Correction
	for one := range strings.SplitSeq(note, betweenCorrections) {
		words := strings.Split(one, betweenWords)
		found = append(found, search.Correction{From: words[0], To: words[1:]})
	}
	return found
}
