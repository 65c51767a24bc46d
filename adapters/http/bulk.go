package http

import (
	"net/http"

	"vitrine/core/bulk"
)

// bulkJSON says what became of each item of a bulk request, in the order of its ids.
type bulkJSON struct {
	Done    int              `json:"done"`
	Failed  int              `json:"failed"`
	Results []bulkResultJSON `json:"results"`
}

type bulkResultJSON struct {
	ID      string   `json:"id"`
	Status  int      `json:"status"`
	Problem *problem `json:"problem,omitzero"`
}

func bulkOf(results bulk.Results) bulkJSON {
	shown := bulkJSON{Results: make([]bulkResultJSON, len(results))}
	for i, result := range results {
		item := bulkResultJSON{ID: result.ID.String(), Status: http.StatusOK}
		if result.Fault != nil {
			p := newProblem(result.Fault)
			item.Status, item.Problem = p.Status, &p
			shown.Failed++
		} else {
			shown.Done++
		}
		shown.Results[i] = item
	}
	return shown
}

// bulkCommand reads what every bulk request has.
func bulkCommand(o *object) bulk.Command {
	return bulk.Command{
		Action: bulk.Action(o.text("action").Value),
		IDs:    o.ids("ids"),
		Tags:   o.texts("tags").Value,
	}
}

// checked judges a copy of the command; the service judges the command itself.
func checked(c bulk.Command, known []bulk.Action) error { return c.Check(known) }
