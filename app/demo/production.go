package demo

import (
	"fmt"
	"strings"
	"time"

	"vitrine/app/demo/media"
	"vitrine/core/content"
	"vitrine/core/gallery"
	"vitrine/core/projects"
)

// production is a project with what its assets are made from.
type production struct {
	Project projects.Project

	studio *Studio
	first  int // the ordinal of its first asset
	theme  theme
	end    time.Time // nothing of it happened later: now, or when it went to the trash
	made   map[gallery.Type][2]time.Time
}

// recentTrash is how long the trash of a studio lies there at most, so that it is not yet due to be purged.
const recentTrash = 28 * 24 * time.Hour

// production makes project i.
func (s *Studio) production(i int) *production {
	o := s.outline(i)
	p := &production{studio: s, first: s.bounds[i], end: s.now}
	if o.chance(0.06) && s.mayGo(o) {
		p.end = s.discarded(o.dice, o.created.Add(maxRun), s.now)
	}
	p.theme = o.theme()
	p.Project = projects.Project{
		ID: o.id(o.created), Type: o.kind, CreatedAt: o.created, UpdatedAt: o.created, Version: 1, Tags: p.theme.tags, Run: o.run(s.now),
	}
	p.made = madeIn(p.Project.Run.Timeline, p.end)
	if o.copied {
		p.duplicate(s.sourceFor(o), o.dice)
	} else {
		p.describe(o.dice)
	}
	if i == 0 {
		p.Project.ID, p.Project.Options = recordID(s.seed, s.Owner), s.record
	}
	p.edit(o.dice)
	if p.end.Before(s.now) {
		p.Project.DeletedAt = &p.end
		p.Project.Version++
	}
	return p
}

// mayGo reports whether the project may lie in the trash: neither the first, which remembers the plan, nor one in flight,
// nor one of those that have most to show.
func (s *Studio) mayGo(o outline) bool {
	return o.ordinal > 0 && o.ordinal < s.projects-s.flying() && o.weight < 1.5 && o.created.Add(maxRun).Before(s.now)
}

// discarded is when something that was finished at one time, and gone by another, went to the trash.
func (s *Studio) discarded(d *dice, finished, end time.Time) time.Time {
	return d.moment(later(finished, s.now.Add(-recentTrash)), end)
}

// madeIn are the times in which assets of each type were made.
func madeIn(timeline []projects.Span, end time.Time) map[gallery.Type][2]time.Time {
	made := map[gallery.Type][2]time.Time{}
	for _, span := range timeline {
		kind, makes := yields[span.Stage]
		switch {
		case !makes:
		case span.FinishedAt == nil:
			made[kind] = [2]time.Time{span.StartedAt, end}
		default:
			made[kind] = [2]time.Time{span.StartedAt, *span.FinishedAt}
		}
	}
	return made
}

// describe writes what the project was given.
func (p *production) describe(d *dice) {
	w, language := p.theme.words, p.theme.language
	if d.chance(0.85) {
		p.Project.Brief = w.Sentence(pick(d, language.Briefs))
		if d.chance(0.2) {
			p.Project.Brief += "\n\n- " + strings.Join(p.theme.points(d, d.between(2, 6)), "\n- ")
		}
	}
	p.Project.Title = w.Sentence(pick(d, language.Titles))
	if line, _ := content.Excerpt(p.Project.Brief, content.TitleWords); line != "" && d.chance(0.08) {
		p.Project.Title = line
	}
	if d.chance(0.5) {
		p.Project.Description = strings.Join(p.theme.points(d, d.between(1, 3)), language.Space)
	}
	if d.chance(0.65) {
		picture := media.Picture{Product: p.theme.product, Scene: media.Hero, Seed: p.theme.seed(d), Width: 1200, Height: 1200}
		p.Project.SourceImageURL = picture.Path()
	}
	if d.chance(0.7) {
		p.Project.Options = fmt.Appendf(nil, `{"aspect_ratios":["%s"],"channels":["%s"],"language":"%s","tone":"%s","variants":%d}`,
			pick(d, aspects[gallery.Image]).ratio, pick(d, channels), language.Tag, pick(d, tones), d.between(1, 8))
	}
}

var (
	channels = []string{"shopify", "amazon", "tiktok"}
	tones    = []string{"professional", "playful", "casual", "minimal", "luxury"}
)

// sourceFor is a project that a copy was made of: one of those before it, if possible one that is not in the trash.
func (s *Studio) sourceFor(o outline) *production {
	for i := o.between(max(1, o.ordinal-20), o.ordinal-1); ; i-- {
		if source := s.production(i); i == 1 || !source.Project.Trashed() {
			return source
		}
	}
}

// duplicate makes the project a copy of another, as projects.Service.Duplicate does without the assets.
func (p *production) duplicate(source *production, d *dice) {
	from, to := source.Project.Clone(), &p.Project
	taken := d.chance(0.25)
	to.Title = projects.CopyTitle(from.Title, func(string) bool { was := taken; taken = false; return was })
	to.Description, to.Brief, to.SourceImageURL, to.Options = from.Description, from.Brief, from.SourceImageURL, from.Options
	to.Type, to.Tags, to.SourceID = from.Type, from.Tags, &from.ID
	p.theme = source.theme
}

// edit is what people did with the project since.
func (p *production) edit(d *dice) {
	edits := d.edits()
	if d.chance(0.08) {
		p.Project.Favorite = true
		edits = max(1, edits)
	}
	if edits > 0 {
		p.Project.Version += int64(edits)
		p.Project.UpdatedAt = d.moment(p.Project.CreatedAt, p.end)
	}
}

// edits are how often something was edited; most things never.
func (d *dice) edits() int { return d.weighted(75, 12, 7, 4, 2) }
