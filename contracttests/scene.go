package contracttests

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// scene is what a clause works with: the backend, an owner who has nothing yet, and another one who has.
type scene struct {
	*testing.T
	Backend
	model        Backend
	ctx          context.Context
	owner, other ident.Owner
	newID        ident.Source
}

// process tells the owners and ids of this run from those of all others that share the store.
var process = rand.Uint64()

var scenes atomic.Uint64

func newScene(t *testing.T, backend, model Backend) *scene {
	n := scenes.Add(1)
	return &scene{
		T: t, Backend: backend, model: model, ctx: t.Context(),
		owner: ownerNamed("mine", n), other: ownerNamed("other", n), newID: ids(process + n),
	}
}

// ownerNamed has in it what careless code would not quote.
func ownerNamed(role string, n uint64) ident.Owner {
	return ident.Owner(fmt.Sprintf("idp|%s'%%_\\ö %x-%d", role, process, n))
}

// ids is a source of version 7 ids: each after the ones before, and unlike those of every other seed.
func ids(seed uint64) ident.Source {
	var last atomic.Uint64
	return func() ident.ID { return idAt(last.Add(1), seed) }
}

// idAt is the nth id of a seed: a time, a counter and the seed, laid out as RFC 9562 says for version 7.
func idAt(n, seed uint64) (id ident.ID) {
	ms := uint64(noon.UnixMilli()) + n>>12
	for i := range 6 {
		id[i] = byte(ms >> (40 - 8*i))
	}
	id[6], id[7] = 0x70|byte(n>>8)&0x0f, byte(n)
	for i := range 8 {
		id[8+i] = byte(seed >> (56 - 8*i))
	}
	id[8] = 0x80 | id[8]&0x3f
	return id
}

// noon is when everything begins. Stores keep milliseconds, so it has some.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 123_000_000, time.UTC)

func minute(n int) time.Time { return noon.Add(time.Duration(n) * time.Minute) }

// fixed is a clock that stands.
func fixed(t time.Time) ident.Clock { return func() time.Time { return t } }

// noKey is a request without an idempotency key.
var noKey idempotency.Key

// as is the scene with another owner in it.
func (s *scene) as(owner ident.Owner) *scene {
	c := *s
	c.owner = owner
	return &c
}

// stranger is the scene with an owner in it who has nothing yet.
func (s *scene) stranger() *scene { return s.as(ownerNamed("stranger", scenes.Add(1))) }

// step runs a part of a clause with a name of its own.
func (s *scene) step(name string, f func(*scene)) {
	s.Run(name, func(t *testing.T) {
		c := *s
		c.T, c.ctx = t, t.Context()
		f(&c)
	})
}

// service is the module's rules over the backend, at the clock's time.
func (s *scene) service(clock ident.Clock) *projects.Service {
	return projects.NewService(s.Projects, s.ProjectFinder, s.newID, clock, 1000)
}

// exhibition is the same of assets.
func (s *scene) exhibition(clock ident.Clock) *gallery.Service {
	ports := gallery.Ports{Repository: s.Assets, Finder: s.AssetFinder, Vocabulary: s.Vocabulary}
	return gallery.NewService(ports, s.newID, clock, plenty)
}

// draft is a project with no more than a title.
func (s *scene) draft(title string) projects.Project {
	return projects.Project{
		ID: s.newID(), Title: title, Tags: []string{}, Type: projects.Package,
		CreatedAt: noon, UpdatedAt: noon, Version: 1, Run: projects.Run{Status: projects.Draft},
	}
}
