// Package memory keeps everything in the memory of this process. It is the record of the memory profile, and the model
// that the contract suite compares other stores with.
//
// It finds rows by index, never by looking at all of them: each owner's rows stand in every order that lists have, and
// are filed under every value that filters know and every term of their text. Rules are not here: queries arrive
// normalised, and the closures of the ports decide.
//
//   - db.go, stage.go, receipts.go: the database, its locks, the two steps of a change; idempotency keys
//   - table.go, shelf.go, set.go, dictionary.go, bounds.go: rows of any kind and their indexes
//   - field.go, question.go, path.go, list.go, selection.go, count.go, fences.go: how a question finds its rows
//   - holding.go: all that an owner has; kept.go: an asset at rest; contents.go: the assets of a project, and what it
//     derives from them
//   - project*.go: projects; asset*.go: assets; settings.go: settings
//   - book.go, rollup.go: the events of an owner, and the sums over them; insights*.go: what they come to
package memory
