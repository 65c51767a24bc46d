package http

import (
	"net/http"

	"vitrine/core/fault"
	"vitrine/core/gallery"
)

// assetHandlers serve the assets.
type assetHandlers struct {
	service *gallery.Service
}

func (h assetHandlers) list(r *http.Request) (answer, error) {
	q := readQuery(r)
	l, around := assetListing(q)
	if err := q.err(); err != nil {
		return answer{}, err
	}
	var found gallery.Listed
	var err error
	if around != nil {
		found, err = h.service.Around(r.Context(), ownerOf(r), l, *around)
	} else {
		found, err = h.service.List(r.Context(), ownerOf(r), l)
	}
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: assetListOf(found, l.Highlights)}, nil
}

func (h assetHandlers) count(r *http.Request) (answer, error) {
	q := readQuery(r)
	filter, facets := assetFilter(q), words(q, "facets", gallery.Facets)
	if err := q.err(); err != nil {
		return answer{}, err
	}
	counts, err := h.service.Count(r.Context(), ownerOf(r), filter, facets)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: countsOf(counts, facets)}, nil
}

func (h assetHandlers) fences(r *http.Request) (answer, error) {
	q := readQuery(r)
	l, every := fencing(q)
	if err := q.err(); err != nil {
		return answer{}, err
	}
	found, err := h.service.Fences(r.Context(), ownerOf(r), l, every)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: fencesOf(found)}, nil
}

func (h assetHandlers) create(r *http.Request) (answer, error) {
	body := readBody(r)
	n := newAsset(body)
	if err := body.err(assetMembers, n.Check()); err != nil {
		return answer{}, err
	}
	key, err := idempotencyKey(r, body.raw)
	if err != nil {
		return answer{}, err
	}
	a, replayed, err := h.service.Create(r.Context(), ownerOf(r), n, key)
	ans, err := assetAnswer(a, err)
	ans.status, ans.replayed = http.StatusCreated, replayed
	ans.location = "/api/v1/assets/" + a.ID.String()
	return ans, err
}

func (h assetHandlers) get(r *http.Request) (answer, error) {
	id, err := pathID(r)
	if err != nil {
		return answer{}, err
	}
	a, err := h.service.Find(r.Context(), ownerOf(r), id)
	return assetAnswer(a, err)
}

func (h assetHandlers) update(r *http.Request) (answer, error) {
	id, err := pathID(r)
	if err != nil {
		return answer{}, err
	}
	match, err := ifMatch(r)
	if err != nil {
		return answer{}, err
	}
	body := readBody(r)
	p := assetPatch(body)
	if err := body.err(assetMembers, p.Check()); err != nil {
		return answer{}, err
	}
	changed, err := h.service.Update(r.Context(), ownerOf(r), id, p, match)
	return assetAnswer(changed, staleAsset(changed, err))
}

// remove puts an asset into the trash.
func (h assetHandlers) remove(r *http.Request) (answer, error) {
	id, err := pathID(r)
	if err != nil {
		return answer{}, err
	}
	match, err := ifMatch(r)
	if err != nil {
		return answer{}, err
	}
	a, err := h.service.Trash(r.Context(), ownerOf(r), id, match)
	return answer{status: http.StatusNoContent}, staleAsset(a, err)
}

func (h assetHandlers) restore(r *http.Request) (answer, error) {
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
	a, replayed, err := h.service.Restore(r.Context(), ownerOf(r), id, key)
	ans, err := assetAnswer(a, err)
	ans.replayed = replayed
	return ans, err
}

func (h assetHandlers) bulk(r *http.Request) (answer, error) {
	body := readBody(r)
	c := assetCommand(body)
	if err := body.err(nil, checked(c, gallery.BulkActions)); err != nil {
		return answer{}, err
	}
	key, err := idempotencyKey(r, body.raw)
	if err != nil {
		return answer{}, err
	}
	results, replayed, err := h.service.Bulk(r.Context(), ownerOf(r), c, key)
	return answer{status: http.StatusOK, body: bulkOf(results), replayed: replayed}, err
}

// assetAnswer answers with one asset.
func assetAnswer(a gallery.Asset, err error) (answer, error) {
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: wholeAsset(a), version: &a.Version}, nil
}

// staleAsset adds the asset as it is to the fault of a precondition that did not hold.
func staleAsset(current gallery.Asset, err error) error {
	if f := fault.Of(err); f != nil && f.Kind == fault.Precondition {
		return f.With("current", wholeAsset(current))
	}
	return err
}
