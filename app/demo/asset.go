package demo

import (
	"fmt"
	"slices"
	"time"

	"vitrine/core/gallery"
)

// asset works out a take.
func (p *production) asset(t take) gallery.Asset {
	a := t.compose(p.theme, t.kind, t.created, p.end)
	project := p.Project.ID
	a.ProjectID, a.Position, a.ParentID = &project, t.place, t.parent
	if t.chance(0.02) {
		a.discard(p.studio.discarded(t.dice, a.UpdatedAt, p.end))
	}
	return a.Asset
}

// looseAsset makes an asset of no project.
func (s *Studio) looseAsset(n int) gallery.Asset {
	d := throw(s.seed, s.Owner, assetDice, n)
	kind := gallery.Types[d.weighted(mix[gallery.Image], mix[gallery.Video], mix[gallery.Text])]
	a := d.compose(d.theme(), kind, s.before(age(d.Float64())), s.now)
	if d.chance(0.02) {
		a.discard(s.discarded(d, a.UpdatedAt, s.now))
	}
	return a.Asset
}

// draft is an asset being composed.
type draft struct {
	gallery.Asset
	theme theme
}

func (a *draft) discard(at time.Time) {
	a.DeletedAt = &at
	a.Version++
}

// compose makes an asset on the theme, created at a time, edited up to an end.
func (d *dice) compose(t theme, kind gallery.Type, created, end time.Time) *draft {
	a := &draft{theme: t, Asset: gallery.Asset{ID: d.id(created), Type: kind, CreatedAt: created, UpdatedAt: created, Version: 1}}
	a.Tags = d.someTags(t)
	switch kind {
	case gallery.Image:
		d.image(a)
	case gallery.Video:
		d.video(a)
	default:
		d.text(a)
	}
	edits := d.edits()
	if d.chance(0.04) {
		a.Favorite = true
		edits = max(1, edits)
	}
	if edits > 0 {
		a.Version += int64(edits)
		a.UpdatedAt = d.moment(created, end)
	}
	return a
}

// someTags are part of the theme's and some of its own, now and then one that nothing else has.
func (d *dice) someTags(t theme) []string {
	tags := []string{}
	for _, tag := range t.tags {
		if d.chance(0.6) {
			tags = append(tags, tag)
		}
	}
	if d.chance(0.3) {
		tags = withTag(tags, pick(d, commonTags))
	}
	if d.chance(0.002) {
		tags = withTag(tags, fmt.Sprintf("edition-%d", d.between(1, 999)))
	}
	return tags
}

func withTag(tags []string, tag string) []string {
	if slices.Contains(tags, tag) {
		return tags
	}
	return append(tags, tag)
}
