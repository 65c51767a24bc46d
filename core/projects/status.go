package projects

import (
	"slices"

	"vitrine/core/content"
	"vitrine/core/fault"
)

// Status is where a project stands.
type Status string

// The statuses.
const (
	Draft            Status = "draft"
	Pending          Status = "pending"
	Running          Status = "running"
	ApprovalRequired Status = "approval_required"
	Completed        Status = "completed"
	Failed           Status = "failed"
	Cancelled        Status = "cancelled"
)

// Statuses are all statuses, the default first.
var Statuses = []Status{Draft, Pending, Running, ApprovalRequired, Completed, Failed, Cancelled}

// moves are the allowed changes of status. The same status again is no move.
var moves = map[Status][]Status{
	Draft:            {Pending},
	Pending:          {Running, Failed, Cancelled},
	Running:          {ApprovalRequired, Completed, Failed, Cancelled},
	ApprovalRequired: {Running, Completed, Failed, Cancelled},
	Completed:        {},
	Failed:           {Pending},
	Cancelled:        {Pending},
}

// Moves are the statuses that may follow s.
func (s Status) Moves() []Status { return slices.Clone(moves[s]) }

// checkMove fails with "invalid-transition" where the move is not allowed, and says what would be.
func checkMove(from, to Status) error {
	if from == to || slices.Contains(moves[from], to) {
		return nil
	}
	allowed := from.Moves()
	hint := "nothing follows " + string(from)
	if len(allowed) > 0 {
		hint = "allowed: " + content.Listed(allowed)
	}
	return fault.New(fault.Conflict, "invalid-transition", "A project cannot go from %s to %s (%s).", from, to, hint).
		With("from", from).With("to", to).With("allowed", allowed)
}
