// Package gallery is the module of assets: every image, video and text that was generated, in one list.
//
// Read it in this order: asset.go (what an asset is), newasset.go and patch.go (how it comes and changes), query.go (how
// it is found), ports.go (what a store must supply), service.go (what can be done).
//
// An index beside the record is a story of its own: index.go and engine.go (who answers, and what is believed), outbox.go and
// relay.go (how it learns of changes), copies.go, keeper.go and fill.go (how it comes to be and stays the right one).
package gallery
