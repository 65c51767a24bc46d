// Package bulk is the shape of one action upon many things: what is asked, and what became of each item.
package bulk

import (
	"encoding/json"
	"fmt"
	"slices"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
)

// MaxItems is the largest number of ids or items of one request.
const MaxItems = 500

// Repeated is the code of an id that a command names twice.
const Repeated = "repeated"

// Action is what a bulk request does to each item.
type Action string

// The actions.
const (
	Trash      Action = "trash"
	Restore    Action = "restore"
	Tag        Action = "tag"
	Untag      Action = "untag"
	Favorite   Action = "favorite"
	Unfavorite Action = "unfavorite"
	Move       Action = "move"
)

// Command is a bulk request: Tags belong to Tag and Untag, Target to Move (nil moves out of any project).
type Command struct {
	Action Action
	IDs    []ident.ID
	Tags   []string
	Target *ident.ID
}

// Check judges the command against the actions that a module knows, and brings its tags into their stored form. It fails
// with "validation-failed".
func (c *Command) Check(known []Action) error {
	var check content.Check
	content.OneOf(&check, "/action", c.Action, known)
	if n := len(c.IDs); n < 1 || n > MaxItems {
		check.Add("/ids", content.OutOfRange, "must hold 1 to %d ids; there are %d.", MaxItems, n)
	}
	seen := make(map[ident.ID]bool, len(c.IDs))
	for i, id := range c.IDs {
		if seen[id] {
			check.Add(fmt.Sprintf("/ids/%d", i), Repeated, "is there already.")
		}
		seen[id] = true
	}
	tagging := c.Action == Tag || c.Action == Untag
	switch {
	case tagging && len(c.Tags) == 0:
		check.Add("/tags", content.Required, "says which tags to %s.", c.Action)
	case !tagging && c.Tags != nil:
		check.Add("/tags", content.NotApplicable, "belongs to tag and untag.")
	}
	if c.Target != nil && c.Action != Move && slices.Contains(known, c.Action) {
		check.Add("/project_id", content.NotApplicable, "belongs to move.")
	}
	if tagging {
		c.Tags = check.Tags("/tags", c.Tags)
	}
	return check.Err()
}

// Result is what became of one item: done when Fault is nil.
type Result struct {
	ID    ident.ID     `json:"id"`
	Fault *fault.Error `json:"fault,omitempty"`
}

// Results are the results of one request in the order of its items.
type Results []Result

// Receipt is what is kept of the results beside an idempotency key: nothing where every item failed, since what failed
// had no effect and may be tried again.
func (r Results) Receipt() (idempotency.Receipt, error) {
	if len(r) > 0 && !slices.ContainsFunc(r, func(one Result) bool { return one.Fault == nil }) {
		return idempotency.Receipt{}, nil
	}
	encoded, err := json.Marshal(r)
	return idempotency.Receipt{Results: encoded}, err
}

// DecodeResults reads the results of a receipt.
func DecodeResults(b []byte) (Results, error) {
	var r Results
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, fmt.Errorf("decode kept results: %w", err)
	}
	return r, nil
}
