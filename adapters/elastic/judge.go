package elastic

import (
	"encoding/json"
	"fmt"
	"net/http"

	"vitrine/core/index"
)

// bulkAnswer has an item for each of the request, in its order, named by the kind of action.
type bulkAnswer struct {
	Items []map[string]bulkItem `json:"items"`
}

type bulkItem struct {
	ID     string          `json:"_id"`
	Status int             `json:"status"`
	Error  json.RawMessage `json:"error"`
}

// judge says what became of each change. An answer that does not fit the request item by item says nothing about any, and one
// in which an item met pressure is an error beside its verdicts, so that the next request is smaller.
func judge[D any](a bulkAnswer, changes []index.Change[D], outcomes []index.Outcome) error {
	if len(a.Items) != len(changes) {
		return fmt.Errorf("%w: %d results of %d changes", errGarbled, len(a.Items), len(changes))
	}
	judged := make([]index.Outcome, len(changes))
	var pressure error
	for i, c := range changes {
		kind := "index"
		if c.Doc == nil {
			kind = "delete"
		}
		item, there := a.Items[i][kind]
		if !there || item.ID != name(c.Owner, c.ID) {
			return fmt.Errorf("%w: result %d is of another change", errGarbled, i)
		}
		judged[i] = item.judge(c.Doc == nil)
		if judged[i].Verdict == index.Kept {
			pressure = judged[i].Err
		}
	}
	copy(outcomes, judged)
	return pressure
}

// judge looks at the status, and at the error only to tell a document that is not there from an index that is not.
func (i bulkItem) judge(deleted bool) index.Outcome {
	e := &Error{Status: i.Status}
	e.Type, e.Reason = cause(i.Error)
	switch {
	case i.Status == http.StatusOK, i.Status == http.StatusCreated, i.Status == http.StatusConflict,
		i.Status == http.StatusNotFound && deleted && e.Type == "":
		return index.Outcome{Verdict: index.Done}
	case i.Status == http.StatusBadRequest, i.Status == http.StatusRequestEntityTooLarge:
		return index.Outcome{Verdict: index.Parked, Err: e}
	default:
		return index.Outcome{Verdict: index.Kept, Err: e}
	}
}
