package insights

import "maps"

// Currency is a code of ISO 4217: three upper-case letters. That they name a currency in use is not checked, since the
// list changes more often than programs do.
type Currency string

// soundCurrency reports whether the code has the form of one.
func soundCurrency(code string) bool {
	if len(code) != 3 {
		return false
	}
	for i := range len(code) {
		if code[i] < 'A' || code[i] > 'Z' {
			return false
		}
	}
	return true
}

// Money are amounts in minor units by currency, negative where more was given back than earned.
type Money map[Currency]int64

// padded is a copy that also has the currencies of o, at zero where there is no amount.
func (m Money) padded(o Money) Money {
	all := make(Money, len(m)+len(o))
	for currency := range o {
		all[currency] = 0
	}
	maps.Copy(all, m)
	return all
}
