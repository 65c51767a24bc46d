// Package index keeps copies of what the record has to be found in an engine beside it, and says who answers: the copy, or
// while that is behind or out the record. It knows neither the engine nor what a document D is.
//
// Read it in this order: outbox.go (what a copy has still to learn), copies.go (copies, and the record's list of them),
// relay.go and everycopy.go (how changes get to every copy), keeper.go and fill.go (how a copy is made, and made anew),
// inventory.go, merge.go, flaw.go, compare.go and report.go (what is wrong with a copy), verify.go and patrol.go (how that is
// mended), guard.go (who answers).
package index
