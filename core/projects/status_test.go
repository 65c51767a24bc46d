package projects

import (
	"slices"
	"testing"
	"time"

	"vitrine/core/fault"

	"github.com/stretchr/testify/require"
)

// allowed is the table of the product's page, written out: for each status what may follow it.
var allowed = map[Status][]Status{
	Draft:            {Pending},
	Pending:          {Running, Failed, Cancelled},
	Running:          {ApprovalRequired, Completed, Failed, Cancelled},
	ApprovalRequired: {Running, Completed, Failed, Cancelled},
	Completed:        nil,
	Failed:           {Pending},
	Cancelled:        {Pending},
}

func TestEveryPairOfStatuses(t *testing.T) {
	for _, from := range Statuses {
		for _, to := range Statuses {
			t.Run(string(from)+" to "+string(to), func(t *testing.T) {
				err := checkMove(from, to)
				if from == to || slices.Contains(allowed[from], to) {
					require.NoError(t, err)
					return
				}
				e := fault.Of(err)
				require.Equal(t, fault.Conflict, e.Kind)
				require.Equal(t, "invalid-transition", e.Code)
				require.Equal(t, from, e.Members["from"])
				require.Equal(t, to, e.Members["to"])
				require.ElementsMatch(t, allowed[from], e.Members["allowed"])
			})
		}
	}
}

func at(minute int) time.Time { return time.Date(2026, 11, 22, 13, minute, 0, 0, time.UTC) }

func TestARunFromStartToEnd(t *testing.T) {
	r := Run{Status: Draft}
	r.move(Pending, at(0))
	r.move(Running, at(1))
	r.enter(Init, at(1))
	r.enter(Copywriting, at(2))
	r.enter(Copywriting, at(3))
	r.move(Completed, at(4))

	require.Equal(t, Done, r.Stage)
	require.Equal(t, 100, r.Progress)
	require.Equal(t, at(4), *r.CompletedAt)
	var stages []Stage
	for _, s := range r.Timeline {
		stages = append(stages, s.Stage)
		require.NotNil(t, s.FinishedAt)
	}
	require.Equal(t, []Stage{Init, Copywriting, Done}, stages)
	require.Equal(t, at(2), *r.Timeline[0].FinishedAt)
	require.Equal(t, at(4), *r.Timeline[1].FinishedAt)
}

func TestANewAttemptBeginsCleanAndKeepsItsHistory(t *testing.T) {
	r := Run{Status: Running, Progress: 40}
	r.enter(Analysis, at(1))
	r.move(Failed, at(2))
	r.Failure = &Failure{Code: "timeout"}
	require.Equal(t, at(2), *r.Timeline[0].FinishedAt)

	r.move(Pending, at(3))
	require.Equal(t, Run{Status: Pending, Timeline: r.Timeline}, r)
	require.Len(t, r.Timeline, 1)
}

func TestATimelineIsBounded(t *testing.T) {
	r := Run{Status: Running}
	for i := range MaxTimeline + 2 {
		r.enter(Stages[i%2], at(i))
	}
	require.Len(t, r.Timeline, MaxTimeline)
	require.Equal(t, at(2), r.Timeline[0].StartedAt, "the oldest went")
}
