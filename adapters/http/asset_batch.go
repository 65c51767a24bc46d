package http

import (
	"net/http"

	"vitrine/core/bulk"
	"vitrine/core/fault"
	"vitrine/core/gallery"
)

// createAll adds many assets, each judged by itself.
func (h assetHandlers) createAll(r *http.Request) (answer, error) {
	body := readBody(r)
	items := newAssets(body)
	if err := body.err(nil, nil); err != nil {
		return answer{}, err
	}
	key, err := idempotencyKey(r, body.raw)
	if err != nil {
		return answer{}, err
	}
	results, replayed, err := h.service.CreateAll(r.Context(), ownerOf(r), items, key)
	return answer{status: http.StatusOK, body: batchOf(results), replayed: replayed}, err
}

// newAssets reads the items of a batch. One that cannot be read keeps its place.
func newAssets(o *object) []gallery.Item {
	objects := o.batch("items", bulk.MaxItems)
	items := make([]gallery.Item, len(objects))
	for i, item := range objects {
		n := newAsset(item)
		items[i] = gallery.Item{New: n, Fault: fault.Of(item.err(assetMembers, n.Check()))}
	}
	return items
}

// batchJSON says what became of each item of a batch, in its order.
type batchJSON struct {
	Created int               `json:"created"`
	Failed  int               `json:"failed"`
	Results []batchResultJSON `json:"results"`
}

// batchResultJSON has an id or a problem.
type batchResultJSON struct {
	Index   int      `json:"index"`
	Status  int      `json:"status"`
	ID      string   `json:"id,omitzero"`
	Problem *problem `json:"problem,omitzero"`
}

func batchOf(results bulk.Results) batchJSON {
	shown := batchJSON{Results: make([]batchResultJSON, len(results))}
	for i, result := range results {
		item := batchResultJSON{Index: i, Status: http.StatusCreated}
		if result.Fault != nil {
			p := newProblem(result.Fault)
			item.Status, item.Problem = p.Status, &p
			shown.Failed++
		} else {
			item.ID = result.ID.String()
			shown.Created++
		}
		shown.Results[i] = item
	}
	return shown
}
