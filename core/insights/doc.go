// Package insights is the module of figures: what was seen, clicked and bought, in the owner's own days, and what the
// owner made.
//
// Read it in this order: metric.go and definitions.go (what is counted), value.go and change.go (how a figure may be
// known or not, and how it moved); event.go, newevent.go, arrival.go, batch.go and facts.go (how an event is judged and
// counted once); calendar.go, interval.go, bucket.go, span.go, instant.go, range.go and previous.go (when); rollup.go
// (what stores add up beforehand); retention.go and sample.go (how long, and what stands in for figures that are not
// there yet); ports.go (what a store must supply), service.go, stats.go, charts.go, topassets.go, record.go and
// upkeep.go (what can be done).
package insights
