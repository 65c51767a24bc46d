package demo

import (
	"encoding/json"
	"iter"
	"strconv"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// loosePart is how much of the assets belongs to no project.
const loosePart = 0.05

// Studio is one owner's share of a plan. Project 0 is the oldest.
type Studio struct {
	Owner ident.Owner

	seed     uint64
	now      time.Time
	projects int
	loose    int    // the assets with the ordinals below belong to no project
	bounds   []int  // those of project i have the ordinals from bounds[i] to bounds[i+1]
	record   []byte // of the plan, kept in the first project

	events     int
	remembered time.Time // there are no events from before
}

// newStudio spreads the assets: most projects have some dozens, a few hundreds, those that never ran none.
func newStudio(seed uint64, owner ident.Owner, projects, assets int, now time.Time) (*Studio, error) {
	s := &Studio{Owner: owner, seed: seed, now: now, projects: projects, loose: int(float64(assets) * loosePart)}
	weights := make([]float64, projects)
	for i := range weights {
		weights[i] = s.outline(i).weight
	}
	s.bounds = shares(assets-s.loose, weights)
	for i := range s.bounds {
		s.bounds[i] += s.loose
	}
	var err error
	s.record, err = json.Marshal(options{Demo: &record{
		Seed: strconv.FormatUint(seed, 10), Projects: projects, Assets: assets, Now: now,
	}})
	return s, err
}

// Total is the number of the studio's projects and assets.
func (s *Studio) Total() int { return s.projects + s.assetCount() }

func (s *Studio) assetCount() int { return s.bounds[s.projects] }

// Projects are all projects, the oldest first, without what is derived from their assets.
func (s *Studio) Projects() iter.Seq[projects.Project] {
	return func(yield func(projects.Project) bool) {
		for i := range s.projects {
			if !yield(s.production(i).Project) {
				return
			}
		}
	}
}

// Originals are the assets that were made from nothing else. With the Variations they are all assets. Those of a project
// in the trash are as they were before it took them there.
func (s *Studio) Originals() iter.Seq[gallery.Asset] {
	return func(yield func(gallery.Asset) bool) {
		for n := range s.loose {
			if !yield(s.looseAsset(n)) {
				return
			}
		}
		for a := range s.assets(false) {
			if !yield(a) {
				return
			}
		}
	}
}

// Variations are the assets that were made from an original, which is their parent, in the same project.
func (s *Studio) Variations() iter.Seq[gallery.Asset] { return s.assets(true) }

func (s *Studio) assets(varied bool) iter.Seq[gallery.Asset] {
	return func(yield func(gallery.Asset) bool) {
		for i := range s.projects {
			size := s.bounds[i+1] - s.bounds[i]
			if size == 0 {
				continue
			}
			p := s.production(i)
			for n := range size {
				take := p.take(n)
				if (take.parent != nil) == varied && !yield(p.asset(take)) {
					return
				}
			}
		}
	}
}
