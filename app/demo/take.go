package demo

import (
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
)

// take is one asset of a project before it is worked out: what it is, when it was made and what from.
type take struct {
	*dice
	place   int // among the project's assets
	kind    gallery.Type
	created time.Time
	parent  *ident.ID
	varies  bool // it is a variation, if something to vary is found
}

// mix is how much of each type a studio makes, in percent.
var mix = map[gallery.Type]float64{gallery.Image: 60, gallery.Video: 15, gallery.Text: 25}

// sketch is the take as far as it depends on no other.
func (p *production) sketch(n int) take {
	t := take{dice: throw(p.studio.seed, p.studio.Owner, assetDice, p.first+n), place: n}
	t.kind = t.oneOf(p.made)
	if _, makes := p.made[gallery.Image]; makes && n == 0 {
		t.kind = gallery.Image
	}
	t.varies = n > 0 && t.chance(0.14)
	t.created = t.moment(p.made[t.kind][0], p.made[t.kind][1])
	if done := p.Project.Run.CompletedAt; done != nil && t.chance(0.18) {
		if again := done.Add(t.span(time.Hour, 20*24*time.Hour)); again.Before(p.end) {
			t.created = again
		}
	}
	return t
}

// take is the sketch with its parent: an original of the same type, some places before.
func (p *production) take(n int) take {
	t := p.sketch(n)
	if !t.varies {
		return t
	}
	for range 4 {
		original := p.sketch(n - t.between(1, min(n, 12)))
		if original.varies || original.kind != t.kind {
			continue
		}
		id := original.id(original.created)
		t.parent = &id
		t.created = t.moment(original.created, earlier(p.end, original.created.Add(3*24*time.Hour)))
		return t
	}
	return t
}

// oneOf is one of the types that were made, as often as the mix says.
func (d *dice) oneOf(made map[gallery.Type][2]time.Time) gallery.Type {
	weights := make([]float64, len(gallery.Types))
	for i, kind := range gallery.Types {
		if _, makes := made[kind]; makes {
			weights[i] = mix[kind]
		}
	}
	return gallery.Types[d.weighted(weights...)]
}
