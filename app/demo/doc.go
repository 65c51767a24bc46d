// Package demo fills a store with the work of a studio that never was: projects and assets as its pipeline would have
// left them, in any number, the same ones for the same plan.
//
// Every item is a pure function of the plan, its owner and its ordinal: it can be made alone, in any order, and never
// changes because others are made. Read it in this order: plan.go (what is asked), studio.go (how it is spread over
// projects), dice.go (where chance comes from), project.go and run.go, asset.go and what it calls, load.go (how it gets
// into a store); audience.go and visit.go (what happens to the assets), tell.go (how it is told). The words are in lexicon,
// the pictures in media.
package demo
