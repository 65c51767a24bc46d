package insights

// Figure is a metric over a range, with what it was in the period before.
type Figure struct {
	Metric          Metric
	Value, Previous Value
	Change          Change
}

// Change is how a value moved. Of a count it is a fraction of the previous value, of a ratio the difference of the two
// fractions, of money a fraction for each currency.
type Change struct {
	Reason Reason                // why the change, or that of a currency, is not known
	Number *float64              // of a count or a ratio
	Money  map[Currency]*float64 // of money; nil where the whole is not known
}

// figure compares the value of a metric with the previous one. Both sides of money name the same currencies.
func (d Definition) figure(now, before Value) Figure {
	if d.Kind == KindMoney && !now.Unknown() && !before.Unknown() {
		now.Money, before.Money = now.Money.padded(before.Money), before.Money.padded(now.Money)
	}
	return Figure{Metric: d.Metric, Value: now, Previous: before, Change: d.change(now, before)}
}

func (d Definition) change(now, before Value) Change {
	switch {
	case now.Reason != "":
		return Change{Reason: now.Reason}
	case before.Reason == ReasonBeyondRetention:
		return Change{Reason: ReasonBeyondRetention}
	case before.Reason != "":
		return Change{Reason: ReasonNoBaseline}
	}
	switch d.Kind {
	case KindRatio:
		return Change{Number: rounded(now.Ratio.quotient() - before.Ratio.quotient())}
	case KindMoney:
		return moneyChange(now.Money, before.Money)
	default:
		return reasoned(relative(now.Count, before.Count))
	}
}

func moneyChange(now, before Money) Change {
	c := Change{Money: make(map[Currency]*float64, len(now))}
	for currency, minor := range now {
		c.Money[currency] = relative(minor, before[currency])
		if c.Money[currency] == nil {
			c.Reason = ReasonNoBaseline
		}
	}
	return c
}

// relative is the change from before to now as a fraction of before. There is none from nothing, nor from less than
// nothing (more refunded than earned), where a fraction would have the wrong sign.
func relative(now, before int64) *float64 {
	switch {
	case now == before:
		return rounded(0)
	case before <= 0:
		return nil
	default:
		return rounded((float64(now) - float64(before)) / float64(before))
	}
}

func reasoned(number *float64) Change {
	if number == nil {
		return Change{Reason: ReasonNoBaseline}
	}
	return Change{Number: number}
}
