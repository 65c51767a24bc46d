package postgres

import (
	"slices"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/search"

	"github.com/jackc/pgx/v5"
)

// labels are the values of an asset that a filter may ask for and that have no index of their own, each behind the name
// of its member.
func labels(a gallery.Asset) []string {
	all := make([]string, 0, len(a.Tags)+4)
	for _, tag := range a.Tags {
		all = append(all, label(gallery.FacetTag, tag))
	}
	for facet, value := range map[string]string{
		gallery.FacetModel: a.Model, gallery.FacetFormat: string(a.Format), gallery.FacetScene: string(a.Scene),
		gallery.FacetOrientation: string(a.Orientation()),
	} {
		if value != "" {
			all = append(all, label(facet, value))
		}
	}
	return all
}

func label(facet, value string) string { return facet + ":" + value }

// queueTerms writes the searchable text of new assets.
func queueTerms(b *pgx.Batch, owner ident.Owner, assets []gallery.Asset) {
	const insert = `
		INSERT INTO asset_terms (owner_id, asset_id, type, created_at, trashed, terms)
		SELECT $1, id, type, created_at, trashed, terms::tsvector
		FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::boolean[], $6::text[]) AS a (id, type, created_at, trashed, terms)`
	n := len(assets)
	ids, types, created := make([]ident.ID, n), make([]string, n), make([]any, n)
	trashed, vectors, documents := make([]bool, n), make([]string, n), make([]search.Document, n)
	for i, a := range assets {
		documents[i] = a.Document()
		ids[i], types[i], created[i], trashed[i], vectors[i] = a.ID, string(a.Type), a.CreatedAt, a.Trashed(), vector(documents[i])
	}
	b.Queue(insert, owner, ids, types, created, trashed, vectors)
	queueWords(b, owner, documents)
}

// queueWords remembers words that corrections may propose, in one order, or two batches with the same new words would
// block each other.
func queueWords(b *pgx.Batch, owner ident.Owner, documents []search.Document) {
	const insert = `INSERT INTO asset_words (owner_id, word) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`
	var list []string
	for _, d := range documents {
		for _, p := range d.Postings() {
			if search.Proposable(p.Term) {
				list = append(list, p.Term)
			}
		}
	}
	if len(list) > 0 {
		slices.Sort(list)
		b.Queue(insert, owner, slices.Compact(list))
	}
}
