package http

import (
	"net/http"
	"time"

	"vitrine/core/fault"
	"vitrine/core/projects"
)

// projectHandlers serve the projects.
type projectHandlers struct {
	service   *projects.Service
	retention time.Duration // of the trash
}

func (h projectHandlers) list(r *http.Request) (answer, error) {
	q := readQuery(r)
	l := projects.Listing{Filter: projectFilter(q), Order: q.sort(projects.Orders), Limit: q.limit(), Cursor: q.cursor()}
	if err := q.err(); err != nil {
		return answer{}, err
	}
	found, err := h.service.List(r.Context(), ownerOf(r), l)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: listOf(found, h.row)}, nil
}

func (h projectHandlers) count(r *http.Request) (answer, error) {
	q := readQuery(r)
	filter, facets := projectFilter(q), words(q, "facets", projects.Facets)
	if err := q.err(); err != nil {
		return answer{}, err
	}
	counts, err := h.service.Count(r.Context(), ownerOf(r), filter, facets)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: countsOf(counts, facets)}, nil
}

func (h projectHandlers) create(r *http.Request) (answer, error) {
	body := readBody(r)
	n := newProject(body)
	if err := body.err(projectMembers, n.Check()); err != nil {
		return answer{}, err
	}
	key, err := idempotencyKey(r, body.raw)
	if err != nil {
		return answer{}, err
	}
	p, replayed, err := h.service.Create(r.Context(), ownerOf(r), n, key)
	return h.created(p, replayed, err)
}

func (h projectHandlers) get(r *http.Request) (answer, error) {
	id, err := pathID(r)
	if err != nil {
		return answer{}, err
	}
	p, err := h.service.Find(r.Context(), ownerOf(r), id)
	return h.single(p, err)
}

func (h projectHandlers) update(r *http.Request) (answer, error) {
	id, err := pathID(r)
	if err != nil {
		return answer{}, err
	}
	match, err := ifMatch(r)
	if err != nil {
		return answer{}, err
	}
	body := readBody(r)
	p := projectPatch(body)
	if p.MovesRun() {
		if err := callerOf(r).requirePipeline("set status, stage, progress or error"); err != nil {
			return answer{}, err
		}
	}
	if err := body.err(projectMembers, p.Check()); err != nil {
		return answer{}, err
	}
	changed, err := h.service.Update(r.Context(), ownerOf(r), id, p, match)
	return h.single(changed, h.stale(changed, err))
}

// remove puts a project into the trash or, from there, away for good.
func (h projectHandlers) remove(r *http.Request) (answer, error) {
	id, err := pathID(r)
	if err != nil {
		return answer{}, err
	}
	q := readQuery(r)
	permanent := q.flag("permanent")
	if err := q.err(); err != nil {
		return answer{}, err
	}
	match, err := ifMatch(r)
	if err != nil {
		return answer{}, err
	}
	act := h.service.Trash
	if permanent != nil && *permanent {
		act = h.service.Purge
	}
	p, err := act(r.Context(), ownerOf(r), id, match)
	return answer{status: http.StatusNoContent}, h.stale(p, err)
}

func (h projectHandlers) restore(r *http.Request) (answer, error) {
	id, err := pathID(r)
	if err != nil {
		return answer{}, err
	}
	body := readBody(r)
	if err := body.err(nil, nil); err != nil {
		return answer{}, err
	}
	key, err := idempotencyKey(r, body.raw)
	if err != nil {
		return answer{}, err
	}
	p, replayed, err := h.service.Restore(r.Context(), ownerOf(r), id, key)
	ans, err := h.single(p, err)
	ans.replayed = replayed
	return ans, err
}

func (h projectHandlers) duplicate(r *http.Request) (answer, error) {
	id, err := pathID(r)
	if err != nil {
		return answer{}, err
	}
	body := readBody(r)
	d := duplication(body)
	if err := body.err(nil, d.Check()); err != nil {
		return answer{}, err
	}
	key, err := idempotencyKey(r, body.raw)
	if err != nil {
		return answer{}, err
	}
	p, replayed, err := h.service.Duplicate(r.Context(), ownerOf(r), id, d, key)
	return h.created(p, replayed, err)
}

func (h projectHandlers) bulk(r *http.Request) (answer, error) {
	body := readBody(r)
	c := bulkCommand(body)
	if err := body.err(nil, checked(c, projects.BulkActions)); err != nil {
		return answer{}, err
	}
	key, err := idempotencyKey(r, body.raw)
	if err != nil {
		return answer{}, err
	}
	results, replayed, err := h.service.Bulk(r.Context(), ownerOf(r), c, key)
	return answer{status: http.StatusOK, body: bulkOf(results), replayed: replayed}, err
}

// single answers with one project.
func (h projectHandlers) single(p projects.Project, err error) (answer, error) {
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: h.whole(p), version: &p.Version}, nil
}

// created answers with a project that the request has made.
func (h projectHandlers) created(p projects.Project, replayed bool, err error) (answer, error) {
	ans, err := h.single(p, err)
	ans.status, ans.replayed = http.StatusCreated, replayed
	ans.location = "/api/v1/projects/" + p.ID.String()
	return ans, err
}

// stale adds the project as it is to the fault of a precondition that did not hold.
func (h projectHandlers) stale(current projects.Project, err error) error {
	if f := fault.Of(err); f != nil && f.Kind == fault.Precondition {
		return f.With("current", h.whole(current))
	}
	return err
}
