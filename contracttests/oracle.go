package contracttests

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"time"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/page"
	"vitrine/core/projects"

	"github.com/google/go-cmp/cmp"
)

var oracle = []clause{{
	name:  "Oracle/AgreesWithTheReference",
	must:  "after each method a project's counts and cover are those of its assets",
	holds: agreesWithTheReference,
}}

const (
	oracleSeeds = 3
	oracleSteps = 200
	// wholeEvery is after how many steps every row is read and compared; lists and counts are after each.
	wholeEvery = 10
	// oracleCountLimit is small, so that some counts exceed it.
	oracleCountLimit = 6
)

// agreesWithTheReference plays the same random moves upon the backend and upon the reference, at the same times and with
// the same ids, and expects the same answers, down to the cursors.
func agreesWithTheReference(s *scene) {
	seeds, steps := s.oracleSize()
	for _, seed := range seeds {
		s.step("Seed"+strconv.FormatUint(seed, 10), func(s *scene) {
			s.owner = ownerNamed("oracle", scenes.Add(1))
			newGame(s, seed).play(steps)
		})
	}
}

// oracleSize is what the environment asks for, else new seeds and a moderate number of steps.
func (s *scene) oracleSize() (seeds []uint64, steps int) {
	s.Helper()
	steps = oracleSteps
	if text, ok := os.LookupEnv("CONTRACT_STEPS"); ok {
		n, err := strconv.Atoi(text)
		s.ok(err)
		steps = n
	}
	if text, ok := os.LookupEnv("CONTRACT_SEED"); ok {
		seed, err := strconv.ParseUint(text, 10, 64)
		s.ok(err)
		return []uint64{seed}, steps
	}
	for range oracleSeeds {
		seeds = append(seeds, rand.Uint64())
	}
	return seeds, steps
}

// game is one run: two players, and what is known of the rows that they have made.
type game struct {
	s              *scene
	seed           uint64
	rng            *rand.Rand
	backend, model *player
	projects       []ident.ID // all that were ever made
	assets         []ident.ID
	size           int   // projects that there are now
	again          *move // the last move that had an idempotency key
	played         []string
}

// player is one side of a game.
type player struct {
	*scene
	projects *projects.Service
	gallery  *gallery.Service
	insights *insights.Service
	now      time.Time
	step     uint64
	made     []ident.ID // the ids of this step
}

// move is something to do, with what it is called in a report.
type move struct {
	text string
	play func(*player) (any, error)
}

func newGame(s *scene, seed uint64) *game {
	g := &game{s: s, seed: seed, rng: rand.New(rand.NewPCG(seed, 0))}
	g.backend, g.model = newPlayer(s, s.Backend, seed), newPlayer(s, s.model, seed)
	return g
}

func newPlayer(s *scene, b Backend, seed uint64) *player {
	c := *s
	c.Backend = b
	p := &player{scene: &c}
	c.newID = func() ident.ID {
		id := idAt(p.step<<16+uint64(len(p.made)), seed)
		p.made = append(p.made, id)
		return id
	}
	clock := func() time.Time { return p.now }
	p.projects = projects.NewService(b.Projects, b.ProjectFinder, c.newID, clock, oracleCountLimit)
	ports := gallery.Ports{Repository: b.Assets, Finder: b.AssetFinder, Vocabulary: b.Vocabulary}
	p.gallery = gallery.NewService(ports, c.newID, clock, oracleCountLimit)
	p.insights = bookkeeper(b, clock, oracleRules)
	return p
}

// play plays the moves and compares after each.
func (g *game) play(steps int) {
	for step := range steps {
		for _, p := range []*player{g.backend, g.model} {
			p.step, p.made, p.now = uint64(step), nil, minute(step/3)
		}
		m := g.next()
		g.played = append(g.played, m.text)
		got, want := g.answer(g.backend, m), g.answer(g.model, m)
		g.compare("the answer", want, got)
		g.learn()
		rows := g.model.overview()
		g.compare("the lists and counts", rows, g.backend.overview())
		g.size = len(rows.Live) + len(rows.Trash)
		if step%wholeEvery == wholeEvery-1 || step == steps-1 {
			g.compare("the rows", g.model.whole(g), g.backend.whole(g))
		}
	}
}

// reply is what became of a move.
type reply struct {
	Value any
	Fault string
}

func (g *game) answer(p *player, m move) reply {
	value, err := m.play(p)
	return reply{Value: value, Fault: faultText(err)}
}

// compare fails with the way that led here.
func (g *game) compare(what string, want, got any) {
	g.s.Helper()
	if diff := cmp.Diff(want, got, exactly, asListed); diff != "" {
		last := g.played[max(0, len(g.played)-20):]
		g.s.Fatalf("%s after step %d (-reference +backend):\n%s\nthe last steps:\n  %s\nCONTRACT_SEED=%d plays them again",
			what, len(g.played), diff, strings.Join(last, "\n  "), g.seed)
	}
}

// learn remembers the rows that the reference has made in this step.
func (g *game) learn() {
	for _, id := range g.model.made {
		if _, err := g.model.Projects.Find(g.s.ctx, g.s.owner, id); err == nil {
			g.projects = append(g.projects, id)
		}
		if _, err := g.model.Assets.Find(g.s.ctx, g.s.owner, id); err == nil {
			g.assets = append(g.assets, id)
		}
	}
}

// overview is what lists, counts and fences show.
type overview struct {
	Live, Trash             []projects.Row
	LiveCounts, TrashCounts page.Counts
	Gallery                 display
}

func (p *player) overview() overview {
	return overview{
		Live: p.everything(projects.Filter{}), Trash: p.everything(projects.Filter{Trashed: true}),
		LiveCounts:  p.count(projects.Filter{}, projects.Facets, oracleCountLimit),
		TrashCounts: p.count(projects.Filter{Trashed: true}, projects.Facets, oracleCountLimit),
		Gallery:     p.display(),
	}
}

// whole is every row that was ever made, with what is said of those that are gone.
func (p *player) whole(g *game) (rows []any) {
	for _, id := range g.projects {
		found, err := p.Projects.Find(p.ctx, p.owner, id)
		rows = append(rows, reply{found, faultText(err)}, found.Run.Timeline)
	}
	for _, id := range g.assets {
		found, err := p.Assets.Find(p.ctx, p.owner, id)
		rows = append(rows, reply{found, faultText(err)})
	}
	return rows
}

// faultText is what a caller can tell of an error: its code, and which members are wrong.
func faultText(err error) string {
	f := fault.Of(err)
	switch {
	case f == nil:
		return ""
	case f.Kind == fault.Internal:
		return err.Error()
	}
	text := f.Code
	for _, field := range f.Fields {
		text += " " + field.Name + ":" + field.Code
	}
	return text
}

func faultTexts(results bulk.Results) (texts []string) {
	for _, r := range results {
		texts = append(texts, r.ID.String()+" "+faultText(resultError(r)))
	}
	return texts
}
