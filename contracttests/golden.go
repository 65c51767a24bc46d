package contracttests

import (
	"bytes"
	"embed"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"vitrine/core/ident"
	"vitrine/core/page"
	"vitrine/core/projects"
)

var golden = []clause{{
	name:  "Golden/EveryJudgedQuery",
	must:  "the projects of the owner that match the filter",
	holds: everyJudgedQuery,
}}

//go:embed testdata/*.json
var testdata embed.FS

// corpusProject is a project of the corpus. Key is what queries call it; Other makes it the other owner's, so that it is
// never found.
type corpusProject struct {
	Key         string     `json:"key"`
	Other       bool       `json:"other"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Brief       string     `json:"brief"`
	Tags        []string   `json:"tags"`
	Type        string     `json:"type"`   // default: package
	Status      string     `json:"status"` // default: draft
	Favorite    bool       `json:"favorite"`
	CreatedAt   time.Time  `json:"created_at"`
	UpdatedAt   *time.Time `json:"updated_at"` // default: as created
	Trashed     bool       `json:"trashed"`
}

// judgedQuery is a question and the keys of what somebody who asks it would expect, in the order of the sort.
type judgedQuery struct {
	Caption       string            `json:"caption"`
	Q             string            `json:"q"`
	Status        []projects.Status `json:"status"`
	Type          []projects.Type   `json:"type"`
	Tag           []string          `json:"tag"`
	Favorite      *bool             `json:"favorite"`
	CreatedAfter  *time.Time        `json:"created_after"`
	CreatedBefore *time.Time        `json:"created_before"`
	Trashed       bool              `json:"trashed"`
	Sort          string            `json:"sort"` // default: -created_at
	Expect        []string          `json:"expect"`
}

// everyJudgedQuery stores the whole corpus before the first query, so that each query has counterexamples. Every list is
// walked at every limit from both ends.
func everyJudgedQuery(s *scene) {
	corpus, queries := s.corpus(), s.queries()
	s.checkGolden(corpus, queries)
	mine, keys := s.store(corpus)
	for _, judged := range queries {
		s.step(judged.Caption, func(s *scene) {
			q := whole(judged.filter(), s.order(judged.Sort))
			if q.Order.By == projects.ByRelevance && q.Filter.Text.Empty() {
				q.Order = projects.Newest
			}
			got := []string{}
			for _, row := range s.list(q) {
				got = append(got, keys[row.Project.ID])
			}
			s.same("the keys", append([]string{}, judged.Expect...), got)
			s.inPages(mine, q)
		})
	}
}

// read decodes a file of testdata and fails for members that it should not have.
func (s *scene) read(name string, into any) {
	s.Helper()
	text, err := testdata.ReadFile("testdata/" + name)
	s.ok(err)
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		s.Fatalf("%s: %v", name, err)
	}
}

func (s *scene) corpus() (corpus []corpusProject) {
	s.Helper()
	s.read("projects.json", &corpus)
	return corpus
}

func (s *scene) queries() (queries []judgedQuery) {
	s.Helper()
	s.read("project_queries.json", &queries)
	return queries
}

// checkGolden fails for keys and captions that occur twice, for expected keys that are not in the corpus, and for
// projects that no query expects: such a project proves nothing.
func (s *scene) checkGolden(corpus []corpusProject, queries []judgedQuery) {
	s.Helper()
	unused := map[string]bool{}
	for _, p := range corpus {
		if _, twice := unused[p.Key]; twice {
			s.Errorf("projects.json has the key %q twice", p.Key)
		}
		unused[p.Key] = !p.Other
	}
	captions := map[string]bool{}
	for _, q := range queries {
		if captions[q.Caption] {
			s.Errorf("project_queries.json has the caption %q twice", q.Caption)
		}
		captions[q.Caption] = true
		for _, key := range q.Expect {
			if _, known := unused[key]; !known {
				s.Errorf("%q expects the key %q, which projects.json has not", q.Caption, key)
			}
			unused[key] = false
		}
	}
	for key, is := range unused {
		if is {
			s.Errorf("no query expects the key %q", key)
		}
	}
	if s.Failed() {
		s.FailNow()
	}
}

// store adds the corpus. It gives the owner's projects, and what the corpus calls each.
func (s *scene) store(corpus []corpusProject) (mine []projects.Project, keys map[ident.ID]string) {
	s.Helper()
	keys = map[ident.ID]string{}
	stranger := s.stranger()
	for _, c := range corpus {
		owner := s
		if c.Other {
			owner = stranger
		}
		p := owner.add(c.project(s.draft(c.Title)))
		if c.Trashed {
			p = owner.trash(p.ID, p.CreatedAt)
		}
		keys[p.ID] = c.Key
		if !c.Other {
			mine = append(mine, p)
		}
	}
	return mine, keys
}

func (c corpusProject) project(p projects.Project) projects.Project {
	p.Description, p.Brief, p.Tags, p.Favorite = c.Description, c.Brief, c.Tags, c.Favorite
	p.CreatedAt, p.UpdatedAt = c.CreatedAt, c.CreatedAt
	if c.UpdatedAt != nil {
		p.UpdatedAt = *c.UpdatedAt
	}
	if c.Type != "" {
		p.Type = projects.Type(c.Type)
	}
	if c.Status != "" {
		p.Run.Status = projects.Status(c.Status)
	}
	return p
}

func (j judgedQuery) filter() projects.Filter {
	return projects.Filter{
		Q: j.Q, Statuses: j.Status, Types: j.Type, Tags: j.Tag, Favorite: j.Favorite,
		CreatedAfter: j.CreatedAfter, CreatedBefore: j.CreatedBefore, Trashed: j.Trashed,
	}
}

// order reads a sort parameter.
func (s *scene) order(sort string) page.Order {
	s.Helper()
	if sort == "" {
		return projects.Newest
	}
	by, desc := strings.CutPrefix(sort, "-")
	order := page.Order{By: by, Desc: desc}
	if !slices.Contains(projects.Orders, order) {
		s.Fatalf("project_queries.json sorts by %q, which is no order", sort)
	}
	return order
}
