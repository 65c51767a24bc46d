package elastic

import (
	"encoding/json"
	"fmt"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/page"
)

// scale is the members that an order compares, each with how a place is written and read in it.
type scale []degree

type degree struct {
	field string
	write func(k page.Key) any
	read  func(k *page.Key, value json.RawMessage) error
}

// The members of places. Scores are whole numbers that Elasticsearch writes with a fraction.
var (
	byScore = degree{
		"_score",
		func(k page.Key) any { return k.Rank },
		func(k *page.Key, v json.RawMessage) error {
			var score float64
			err := json.Unmarshal(v, &score)
			k.Rank = int64(score)
			return err
		},
	}
	byPosition = degree{
		fieldPosition,
		func(k page.Key) any { return k.Rank },
		func(k *page.Key, v json.RawMessage) error { return json.Unmarshal(v, &k.Rank) },
	}
	byCreated = degree{
		fieldCreated,
		func(k page.Key) any { return k.Time },
		func(k *page.Key, v json.RawMessage) error { return json.Unmarshal(v, &k.Time) },
	}
	byID = degree{
		fieldID,
		func(k page.Key) any { return k.ID.String() },
		func(k *page.Key, v json.RawMessage) error { return json.Unmarshal(v, &k.ID) },
	}
)

// scaleOf gives the members of an order.
func scaleOf(o page.Order) scale {
	switch o.By {
	case gallery.ByRelevance:
		return scale{byScore, byCreated, byID}
	case gallery.ByPosition:
		return scale{byPosition, byID}
	default:
		return scale{byCreated, byID}
	}
}

// sort writes the order, the id last.
func (s scale) sort(descending bool) []object {
	direction := "asc"
	if descending {
		direction = "desc"
	}
	list := make([]object, len(s))
	for i, d := range s {
		list[i] = object{d.field: direction}
	}
	return list
}

// after writes the place that a window begins behind. One that includes its place begins behind an id that no row has, just
// before that one.
func (s scale) after(w page.Window, descending bool) []any {
	list := make([]any, len(s))
	for i, d := range s {
		list[i] = d.write(*w.From)
	}
	if w.Inclusive {
		list[len(s)-1] = beside(w.From.ID, descending)
	}
	return list
}

// beside gives a text next to an id that is on its near side in the direction. All ids have one length, so none lies between.
func beside(id ident.ID, descending bool) string {
	text := id.String()
	if descending {
		return text + "~"
	}
	last := len(text) - 1
	return text[:last] + string(text[last]-1) + "~"
}

// place reads what a hit was sorted by.
func (s scale) place(values []json.RawMessage) (k page.Key, err error) {
	if len(values) != len(s) {
		return k, fmt.Errorf("%w: a place of %d values, not %d", errGarbled, len(values), len(s))
	}
	for i, d := range s {
		if err := d.read(&k, values[i]); err != nil {
			return k, fmt.Errorf("%w: %s: %w", errGarbled, d.field, err)
		}
	}
	return k, nil
}
