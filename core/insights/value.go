package insights

import "math"

// Reason says why a value, or a change, is not known.
type Reason string

// The reasons; beside them the denominator that is zero: no_impressions, no_clicks.
const (
	ReasonFuture          Reason = "future"           // it has not begun
	ReasonNoData          Reason = "no_data"          // it lies before the owner's first event, or there is none
	ReasonNotApplicable   Reason = "not_applicable"   // a filter or a group means nothing to the metric
	ReasonBeyondRetention Reason = "beyond_retention" // it needs events that are no longer kept
	ReasonNoBaseline      Reason = "no_baseline"      // of a change: there is nothing to compare with
)

// Value is what a metric came to. The kind of the metric says which member is meant. With a Reason there is no value;
// of a ratio whose denominator is zero, numerator and denominator are known nevertheless.
type Value struct {
	Reason Reason
	Count  int64
	Ratio  Fraction
	Money  Money // never nil when it is meant and known
}

// Unknown reports whether not even the parts of the value are known.
func (v Value) Unknown() bool {
	switch v.Reason {
	case ReasonFuture, ReasonNoData, ReasonNotApplicable, ReasonBeyondRetention:
		return true
	default:
		return false
	}
}

// valueOf reads a metric from a sum.
func (d Definition) valueOf(s Sum) Value {
	switch d.Kind {
	case KindRatio:
		v := Value{Ratio: Fraction{Numerator: s.count(d.Numerator), Denominator: s.count(d.Denominator)}}
		if v.Ratio.Denominator == 0 {
			v.Reason = Reason("no_" + d.Denominator)
		}
		return v
	case KindMoney:
		return Value{Money: s.Revenue.padded(nil)}
	default:
		return Value{Count: s.count(d.Metric)}
	}
}

// Fraction is a ratio with its two parts.
type Fraction struct {
	Numerator, Denominator int64
}

// Value is the fraction to 6 decimals, or nil where the denominator is zero. It is never clamped.
func (f Fraction) Value() *float64 {
	if f.Denominator == 0 {
		return nil
	}
	return rounded(f.quotient())
}

// quotient is the fraction as a float64, the nearest one: equal fractions have equal quotients, so that they can be
// ordered by it.
func (f Fraction) quotient() float64 { return float64(f.Numerator) / float64(f.Denominator) }

// aboveOne reports whether the numerator exceeds the denominator, which definitions allow for and which is worth a look.
func (f Fraction) aboveOne() bool { return f.Denominator > 0 && f.Numerator > f.Denominator }

// rounded is x to 6 decimals. Adding zero makes zero out of the negative zero, which JSON would show.
func rounded(x float64) *float64 {
	r := math.Round(x*1e6)/1e6 + 0
	return &r
}
