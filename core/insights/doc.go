// Package insights is the module of figures: what was seen, clicked and bought, in the owner's own days, and what the
// owner made.
//
// Read it in this order:
//
//   - what is counted: metric.go, definitions.go, counts.go, money.go; value.go and change.go, which say what is not known
//   - how an event comes to be counted, once: event.go, newevent.go, arrival.go, batch.go, facts.go
//   - when: calendar.go, interval.go, span.go, bucket.go; ask.go, date.go, range.go, previous.go
//   - what stores add up beforehand, and for how long they keep the rest: rollup.go, retention.go
//   - what stands in for events that an owner never had: sample.go, samplesource.go
//   - what a store must supply: ports.go, with ranking.go for the order of assets
//   - what can be done: service.go, record.go, stats.go, charts.go, topassets.go, upkeep.go; evidence.go, inquiry.go and
//     period.go are what stats and charts have in common
package insights
