package elastic

import (
	"slices"
	"unicode/utf8"

	"vitrine/core/search"
)

// allFields are the fields of every weight, the highest first.
var allFields = search.Weights[:]

// matching asks for rows that have one of the alternatives in a field of one of the weights.
func matching(alternatives []search.Alternative, weights []search.Weight) object {
	var ways []object
	for _, w := range weights {
		for _, a := range alternatives {
			ways = append(ways, sequence(textFields[w], a.Slots))
		}
	}
	if len(ways) == 1 {
		return ways[0]
	}
	return object{"bool": object{"should": ways}}
}

// sequence asks for the slots at consecutive positions of a field.
func sequence(field string, slots []search.Slot) object {
	if len(slots) > 1 {
		sources := make([]object, len(slots))
		for i, s := range slots {
			sources[i] = source(s)
		}
		return object{"intervals": object{field: object{
			"all_of": object{"ordered": true, "max_gaps": 0, "intervals": sources},
		}}}
	}
	if prefix := slots[0].Prefix; prefix != "" {
		return object{"prefix": object{field: prefix}}
	}
	return object{"terms": object{field: slots[0].Terms}}
}

// source is a slot as a part of a sequence. Where a prefix is not one indexed term, Elasticsearch refuses it if more than 128
// terms begin so; the range of the same terms it takes however many there are (since 8.16).
func source(s search.Slot) object {
	switch {
	case utf8.RuneCountInString(s.Prefix) > maxPrefix:
		return object{"range": object{"gte": s.Prefix, "lt": s.Prefix + string(utf8.MaxRune)}}
	case s.Prefix != "":
		return object{"prefix": object{"prefix": s.Prefix}}
	}
	ways := make([]object, len(s.Terms))
	for i, t := range s.Terms {
		ways[i] = object{"match": object{"query": t}}
	}
	if len(ways) == 1 {
		return ways[0]
	}
	return object{"any_of": object{"intervals": ways}}
}

// scoring asks for rows that match the clause, with what it scores: its best alternative in its best field.
func scoring(c search.Clause) object {
	var ways []object
	for _, half := range []bool{false, true} {
		some := slices.DeleteFunc(slices.Clone(c.Alternatives), func(a search.Alternative) bool { return a.Half != half })
		if len(some) == 0 {
			continue
		}
		for _, w := range search.Weights {
			ways = append(ways, object{"constant_score": object{
				"filter": matching(some, []search.Weight{w}), "boost": w.Points(half),
			}})
		}
	}
	return object{"dis_max": object{"queries": ways}}
}
