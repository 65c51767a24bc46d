package contracttests

import (
	"fmt"
	"math/rand/v2"

	"vitrine/core/bulk"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/patch"
	"vitrine/core/projects"
)

// vocabulary is what titles, tags and texts of a game are made of, and what is searched for.
var vocabulary = []string{"lamp", "Lamps", "éclair", "AX-4021", "运动鞋", "ranch", "red", "shoe", "v1.5", "🔥"}

// crowd is the number of projects from which on a game makes no more, so that much happens to each.
const crowd = 10

// next draws the next move.
func (g *game) next() move {
	growing := []func() move{g.create, g.create, g.duplicate, g.duplicate}
	moves := []func() move{
		g.patch, g.patch, g.drive, g.trash, g.trash, g.restore, g.purge, g.bulk, g.addAssets, g.addAssets,
		g.changeAssets, g.changeAssets, g.changeAssets, g.changeAssets, g.list, g.list, g.count,
		g.listAssets, g.listAssets, g.around, g.countAssets, g.fences,
		g.collect, g.collect, g.collect, g.collect, g.stats, g.chart, g.topAssets,
	}
	switch {
	case len(g.projects) < 4:
		return g.create()
	case g.again != nil && g.rng.IntN(12) == 0:
		return *g.again
	case g.size < crowd:
		moves = append(moves, growing...)
	}
	return pick(g.rng, moves)()
}

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// some draws up to n of them, each perhaps more than once.
func some[T any](rng *rand.Rand, from []T, n int) (drawn []T) {
	for range rng.IntN(n + 1) {
		drawn = append(drawn, pick(rng, from))
	}
	return drawn
}

// maybe is a value half of the time.
func maybe[T any](rng *rand.Rand, v T) *T {
	if rng.IntN(2) == 0 {
		return nil
	}
	return &v
}

// text is up to three words.
func (g *game) text() string { return fmt.Sprint(some(g.rng, vocabulary, 3)) }

// project draws a known project, now and then an unknown one.
func (g *game) project() ident.ID {
	if g.rng.IntN(20) == 0 {
		return idAt(g.rng.Uint64N(1000), 1)
	}
	return g.drawn(g.projects)
}

// drawn is half of the time one of the latest, since of the older ones many are gone.
func (g *game) drawn(known []ident.ID) ident.ID {
	if g.rng.IntN(2) == 0 {
		known = known[max(0, len(known)-3):]
	}
	return pick(g.rng, known)
}

// keyed gives the move an idempotency key now and then, and remembers it then to be sent again.
func (g *game) keyed(text string, play func(*player, idempotency.Key) (any, error)) move {
	key := idempotency.Key{}
	if g.rng.IntN(3) == 0 {
		key.Name = fmt.Sprint("key ", g.rng.IntN(100))
		copy(key.Fingerprint[:], text)
	}
	m := move{text, func(p *player) (any, error) {
		if key.Name != "" {
			key.Now = p.now
		}
		return play(p, key)
	}}
	if key.Name != "" {
		g.again = &m
	}
	return m
}

func (g *game) create() move {
	n := projects.NewProject{
		Title: maybe(g.rng, g.text()+"!"), Description: g.text(), Brief: g.text(), Type: pick(g.rng, projects.Types),
		Tags: some(g.rng, vocabulary, 4), Favorite: g.rng.IntN(3) == 0,
	}
	return g.keyed(fmt.Sprintf("create %q %q", n.Brief, n.Tags), func(p *player, key idempotency.Key) (any, error) {
		made, _, err := p.projects.Create(p.ctx, p.owner, n, key)
		return made, err
	})
}

func (g *game) patch() move {
	id := g.project()
	var change projects.Patch
	switch g.rng.IntN(4) {
	case 0:
		change.Title = patch.Of(g.text() + "!")
	case 1:
		change.Title, change.Description = patch.Null[string](), patch.Of(g.text())
	case 2:
		change.Tags = patch.Of(some(g.rng, vocabulary, 4))
	default:
		change.Favorite = patch.Of(g.rng.IntN(2) == 0)
	}
	return g.apply(id, change)
}

func (g *game) drive() move {
	var change projects.Patch
	change.Status = patch.Of(pick(g.rng, projects.Statuses))
	if g.rng.IntN(2) == 0 {
		change.Stage = patch.Of(pick(g.rng, projects.Stages))
	}
	if g.rng.IntN(2) == 0 {
		change.Progress = patch.Of(g.rng.IntN(101))
	}
	if change.Status.Value == projects.Failed {
		change.Failure = patch.Of(projects.Failure{Code: "timeout", Message: g.text()})
	}
	return g.apply(g.project(), change)
}

func (g *game) apply(id ident.ID, change projects.Patch) move {
	match := patch.Match{Required: g.rng.IntN(3) == 0, Versions: []int64{1, 2}}
	return move{fmt.Sprintf("patch %s %+v if %+v", id, change, match), func(p *player) (any, error) {
		return p.projects.Update(p.ctx, p.owner, id, change, match)
	}}
}

// trash puts a project into the trash, and half of the time takes it out again at once.
func (g *game) trash() move {
	id := g.project()
	if g.rng.IntN(2) == 0 {
		return move{fmt.Sprint("trash ", id), func(p *player) (any, error) {
			return p.projects.Trash(p.ctx, p.owner, id, patch.Match{})
		}}
	}
	return move{fmt.Sprint("trash and restore ", id), func(p *player) (any, error) {
		if gone, err := p.projects.Trash(p.ctx, p.owner, id, patch.Match{}); err != nil {
			return gone, err
		}
		back, _, err := p.projects.Restore(p.ctx, p.owner, id, noKey)
		return back, err
	}}
}

func (g *game) restore() move {
	id := g.project()
	return g.keyed(fmt.Sprint("restore ", id), func(p *player, key idempotency.Key) (any, error) {
		restored, _, err := p.projects.Restore(p.ctx, p.owner, id, key)
		return restored, err
	})
}

func (g *game) purge() move {
	id := g.project()
	return move{fmt.Sprint("purge ", id), func(p *player) (any, error) {
		return p.projects.Purge(p.ctx, p.owner, id, patch.Match{})
	}}
}

func (g *game) duplicate() move {
	id := g.project()
	d := projects.Duplicate{WithoutAssets: g.rng.IntN(3) == 0}
	text := fmt.Sprintf("duplicate %s, without assets %t", id, d.WithoutAssets)
	if g.rng.IntN(4) == 0 {
		title := g.text() + "?"
		d.Title, text = &title, text+" as "+title
	}
	return g.keyed(text, func(p *player, key idempotency.Key) (any, error) {
		made, _, err := p.projects.Duplicate(p.ctx, p.owner, id, d, key)
		return made, err
	})
}

func (g *game) bulk() move {
	ids := distinct([]ident.ID{g.project(), g.project(), g.project()})
	c := bulk.Command{Action: pick(g.rng, projects.BulkActions), IDs: ids}
	if c.Action == bulk.Tag || c.Action == bulk.Untag {
		c.Tags = []string{pick(g.rng, vocabulary)}
	}
	return g.keyed(fmt.Sprintf("bulk %s %q %s", c.Action, c.Tags, c.IDs), func(p *player, key idempotency.Key) (any, error) {
		results, replayed, err := p.projects.Bulk(p.ctx, p.owner, c, key)
		return []any{faultTexts(results), replayed}, err
	})
}
