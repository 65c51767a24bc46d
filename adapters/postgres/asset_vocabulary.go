package postgres

import (
	"context"
	"unicode/utf8"

	"vitrine/core/ident"
	"vitrine/core/search"

	"github.com/jackc/pgx/v5"
)

// Similar implements gallery.Vocabulary. It counts nearer words first, and no others once any of those is alive.
func (s *Assets) Similar(ctx context.Context, owner ident.Owner, word string) ([]search.Candidate, error) {
	near, err := s.nearWords(ctx, owner, word)
	if err != nil {
		return nil, err
	}
	for _, words := range near {
		candidates, err := s.liveWords(ctx, owner, words)
		if err != nil || len(candidates) > 0 {
			return candidates, err
		}
	}
	return nil, nil
}

// nearWords are the owner's words near word, by their distance.
func (s *Assets) nearWords(ctx context.Context, owner ident.Owner, word string) ([][]string, error) {
	const find = `
		SELECT word FROM asset_words
		WHERE owner_id = $1 AND word >= $2 AND word < $3 AND char_length(word) BETWEEN $4 AND $5`
	limit := search.MaxEdits(word)
	first, _ := utf8.DecodeRuneInString(word)
	length := utf8.RuneCountInString(word)
	var found []string
	err := s.db.sql.SelectContext(ctx, &found, find, pgx.QueryExecModeCacheDescribe, owner, string(first), string(first+1),
		length-limit, length+limit)
	if err != nil {
		return nil, translate(err)
	}
	near := make([][]string, limit+1)
	for _, w := range found {
		if d := search.Distance(word, w, limit); d <= limit {
			near[d] = append(near[d], w)
		}
	}
	return near, nil
}

// liveWords are those of words that live assets have, with how many do.
func (s *Assets) liveWords(ctx context.Context, owner ident.Owner, words []string) ([]search.Candidate, error) {
	const count = `
		SELECT word AS term, n AS live FROM unnest($2::text[], $3::text[]) AS w (word, query), LATERAL (
			SELECT count(*) AS n FROM asset_terms t WHERE t.owner_id = $1 AND NOT t.trashed AND t.terms @@ w.query::tsquery) c
		WHERE n > 0`
	if len(words) == 0 {
		return nil, nil
	}
	queries := make([]string, len(words))
	for i, w := range words {
		queries[i] = "'" + w + "'"
	}
	var candidates []search.Candidate
	err := s.db.sql.SelectContext(ctx, &candidates, count, pgx.QueryExecModeCacheDescribe, owner, words, queries)
	return candidates, translate(err)
}
