// Package contracttests is the specification of the storage ports as tests: whatever passes it is a store for Vitrine.
//
// An adapter joins in five lines:
//
//	func TestContract(t *testing.T) {
//		contracttests.Run(t, open, reference)
//	}
//
// Every clause quotes the sentence of core that it holds a store to, and prints it when it is broken. All clauses run in
// one shared backend, in parallel, each for an owner of its own, while a second owner's rows must stay untouched; so
// tenancy is tested all the time. A clause applies to every backend until the backend excuses itself from it by name and
// with a reason; excuses are printed.
//
// Read it in this order: run.go (the index of clauses), backend.go (what an adapter hands in), scene.go (what a clause
// works with), then any group of clauses. Judged searches need no Go: testdata/projects.json and assets.json hold what is
// stored, project_queries.json and asset_queries.json what people would expect to find.
//
// The environment:
//
//	CONTRACT_BACKENDS=memory,postgres   backends that must be there; see Promised
//	CONTRACT_SEED=42                    the seed of the model oracle, to replay a failure
//	CONTRACT_STEPS=1000                 the length of each of its runs
package contracttests
