package contracttests

import (
	"context"

	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/insights"
	"vitrine/core/projects"
)

// keyedMethod is a port method that takes an idempotency key. prepare makes rows for it and gives the request.
type keyedMethod struct {
	name    string
	prepare func(*scene) request
}

// request is a call that can be sent many times. Each time that it takes effect is one more in effects.
type request struct {
	send    func(context.Context, idempotency.Key) (answer, error)
	fail    func(context.Context, idempotency.Key) error // the same method, asked for what it must refuse
	effects func() int
}

// answer is what a request says it did.
type answer struct {
	replayed bool
	receipt  any // the resource or the results
	written  int // values that came with the results
}

var keyedMethods = []keyedMethod{
	{"Projects.Insert", keyedInsert},
	{"Projects.Update", keyedUpdate},
	{"Projects.Copy", keyedCopy},
	{"Assets.Insert", keyedAssetInsert},
	{"Assets.Update", keyedAssetUpdate},
	{"Events.Insert", keyedEvents},
}

func keyedInsert(s *scene) request {
	insert := func(ctx context.Context, p projects.Project, key idempotency.Key) (answer, error) {
		r, err := s.Projects.Insert(ctx, s.owner, p, key)
		return answer{replayed: r.Replayed, receipt: r.Resource}, err
	}
	there := s.project("Lamp")
	return request{
		send: func(ctx context.Context, key idempotency.Key) (answer, error) {
			return insert(ctx, s.draft("Lamp"), key)
		},
		fail: func(ctx context.Context, key idempotency.Key) error {
			_, err := insert(ctx, there, key)
			return err
		},
		effects: func() int { return int(s.count(projects.Filter{}, nil, plenty).Total.Value - 1) },
	}
}

func keyedUpdate(s *scene) request {
	p := s.project("Lamp")
	update := func(ctx context.Context, key idempotency.Key, err error) (answer, error) {
		u, err := s.Projects.Update(ctx, s.owner, []ident.ID{p.ID}, key, func(p *projects.Project) error {
			p.Version++
			return err
		})
		return answer{replayed: u.Replayed, receipt: u.Results, written: len(u.Projects)}, err
	}
	return request{
		send: func(ctx context.Context, key idempotency.Key) (answer, error) { return update(ctx, key, nil) },
		fail: func(ctx context.Context, key idempotency.Key) error {
			_, err := update(ctx, key, errOnPurpose)
			return err
		},
		effects: func() int { return int(s.find(p.ID).Version - 1) },
	}
}

func keyedCopy(s *scene) request {
	source := s.project("Lamp")
	s.put(s.picture(&source.ID))
	duplicate := func(ctx context.Context, key idempotency.Key, err error) (answer, error) {
		r, err := s.Projects.Copy(ctx, s.owner, source.ID, projects.Copying{
			Assets: true, NewID: s.newID,
			Make: func(projects.Project, func(string) bool) (projects.Project, error) { return s.draft("Copy"), err },
		}, key)
		return answer{replayed: r.Replayed, receipt: r.Resource}, err
	}
	return request{
		send: func(ctx context.Context, key idempotency.Key) (answer, error) { return duplicate(ctx, key, nil) },
		fail: func(ctx context.Context, key idempotency.Key) error {
			_, err := duplicate(ctx, key, errFault)
			return err
		},
		effects: func() int { return int(s.count(projects.Filter{}, nil, plenty).Total.Value - 1) },
	}
}

func keyedAssetInsert(s *scene) request {
	p := s.project("Lamp")
	there := s.prose(&p.ID, "words")
	s.put(there)
	insert := func(ctx context.Context, key idempotency.Key, assets ...gallery.Asset) (answer, error) {
		r, err := s.Assets.Insert(ctx, s.owner, assets, key)
		return answer{replayed: r.Replayed, receipt: r.Results}, err
	}
	return request{
		send: func(ctx context.Context, key idempotency.Key) (answer, error) {
			return insert(ctx, key, s.picture(&p.ID))
		},
		fail: func(ctx context.Context, key idempotency.Key) error {
			_, err := insert(ctx, key, s.picture(&p.ID), there)
			return err
		},
		effects: func() int { return int(s.find(p.ID).Assets.Image) },
	}
}

func keyedAssetUpdate(s *scene) request {
	a := s.picture(nil)
	s.put(a)
	update := func(ctx context.Context, key idempotency.Key, err error) (answer, error) {
		u, err := s.Assets.Update(ctx, s.owner, []ident.ID{a.ID}, key, func(a *gallery.Asset) error {
			a.Version++
			return err
		})
		return answer{replayed: u.Replayed, receipt: u.Results, written: len(u.Assets)}, err
	}
	return request{
		send: func(ctx context.Context, key idempotency.Key) (answer, error) { return update(ctx, key, nil) },
		fail: func(ctx context.Context, key idempotency.Key) error {
			_, err := update(ctx, key, errOnPurpose)
			return err
		},
		effects: func() int { return int(s.asset(a.ID).Version - 1) },
	}
}

// keyedEvents sends a view. No batch makes the method fail; the end of its context does.
func keyedEvents(s *scene) request {
	lamp := s.poster()
	send := func(ctx context.Context, key idempotency.Key) (answer, error) {
		_, r, err := s.post(ctx, key, s.event(insights.View, lamp, noon))
		a := answer{replayed: r.Replayed}
		r.Replayed = false
		a.receipt = r
		return a, err
	}
	return request{
		send: send,
		fail: func(ctx context.Context, key idempotency.Key) error {
			ended, cancel := context.WithCancel(ctx)
			cancel()
			_, err := send(ended, key)
			return err
		},
		effects: func() int { return int(s.counts(ever.Start, ever.End).Views) },
	}
}
