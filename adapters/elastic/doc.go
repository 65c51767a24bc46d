// Package elastic finds assets with Elasticsearch 8. The index is a cache of the record: what it says is where rows are, and
// the rows themselves come from the record.
//
// Read it in this order: mapping.go (what an index holds), document.go (an asset as it is indexed), index.go (physical indices
// and their aliases), bulk.go and judge.go (how documents get in), inventory.go (which are in), filter.go, text.go and place.go
// (how a query is asked), search.go and count.go (the answers), client.go, request.go, errors.go and breaker.go (how
// Elasticsearch is spoken to).
//
// Terms, queries and their meaning come from core/search; no text that people typed reaches a parser of Elasticsearch.
package elastic
