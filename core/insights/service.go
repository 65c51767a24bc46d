package insights

import (
	"time"

	"vitrine/core/ident"
)

// Service is everything that can be done with figures. All rules are here; the ports only keep and add up.
type Service struct {
	ports Ports
	clock ident.Clock
	rules Rules
}

// Ports are what the service needs of a store; all must be there.
type Ports struct {
	Events  Events
	Reader  Reader
	Ranking Ranking
	Catalog Catalog
	Upkeep  Upkeep
}

// Rules are what an operator decides.
type Rules struct {
	Retention time.Duration // how long single events are kept
	Sample    bool          // an owner without any real event gets sample figures
}

// NewService makes the service.
func NewService(ports Ports, clock ident.Clock, rules Rules) *Service {
	return &Service{ports: ports, clock: clock, rules: rules}
}

// Answer is what every answer says besides its figures.
type Answer struct {
	AsOf     time.Time // when it was asked, just before its one snapshot
	Range    Range
	Filter   Filter // its values in the order of their lists, each once
	Source   Source
	Warnings []Warning
}

// Source is where the figures of events come from. Those of the record itself are always real.
type Source string

// The sources. They are never mixed in one answer.
const (
	SourceReal   Source = "real"
	SourceSample Source = "sample"
	SourceNone   Source = "none"
)

// Warning is a code of something to know about an answer.
type Warning string

// The warnings.
const (
	WarnRatioAboveOne  Warning = "ratio_above_one"           // a ratio above 1 is among the figures
	WarnPreviousTooOld Warning = "previous_beyond_retention" // the previous period needs events that are no longer kept
)
